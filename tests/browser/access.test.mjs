// Access: axe-core on every screen, an article read as an article, everything by keyboard.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openPage } from './chromium.mjs';
import { assert, test } from './suite.mjs';
import { oneFile, pagesFolder } from './where.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
async function press(page, ...keys) {
  for (const one of keys) {
    await page.keyboard.press(one);
    await page.idle();
  }
}

async function violationsOn(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const kScreens = {
  'front page': async () => {},
  reader: (page) => page.press(page.locator('#mirror main [role=link]').first()),
  contents: (page) => page.keyboard.press('t'),
  source: (page) => page.keyboard.press('s'),
  find: async (page) => {
    await page.keyboard.press('/');
    await page.idle();
    await page.keyboard.insertText('平台');
  },
  help: (page) => page.keyboard.press('?'),
  'text menu': (page) => page.keyboard.press('a'),
  'saving and forgetting': async (page) => {
    await page.drop([{ name: 'mine.txt', bytes: readFileSync(join(pagesFolder, 'front-en', 'page.txt')) }]);
    await page.waitForTimeout(300);
    await page.keyboard.press('f');
    await page.idle();
    await page.press(page.locator('#mirror [data-id="keep.forget"]'));
  },
  'a message': (page) => page.drop([{ name: 'empty.txt', bytes: Buffer.alloc(0) }]),
  review: async (page) => {
    await page.keyboard.press('s');
    await page.idle();
    await page.keyboard.press('r');
  },
  'corrections log': async (page) => {
    await page.keyboard.press('s');
    await page.idle();
    await page.keyboard.press('k');
  },
  'menu of corrections': async (page) => {
    await press(page, 's', 'ArrowDown', 'e');
    assert.equal(await page.locator('#mirror [data-id="proof.menu"]').count(), 1);
  },
  'draft of a correction': async (page) => {
    await press(page, 's', 'ArrowDown', 'w');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'field');
  },
  'two corrections that disagree': async (page) => {
    const { source, articles } = await page.evaluate(() => JSON.parse(window.__broadsheet.json()).pages[0]);
    for (const role of ['caption', 'quote'])
      await page.drop([{ name: `${role}.json`, bytes: JSON.stringify({ format: 'broadsheet-corrections-1', corrections: [
        { do: 'role', page: source.name, spans: articles[0].blocks[0].spans, role }] }) }]);
    assert.equal(await page.locator('#mirror [data-id="conflict"]').count(), 1);
  },
  'log with corrections that do not fit': async (page) => {
    await page.drop([{ name: 'old.json', bytes: JSON.stringify({ format: 'broadsheet-corrections-1', corrections: [
      { do: 'undo-repair', page: 'none.txt', repair: 'hyphen', at: 5 }] }) }]);
    await press(page, 's', 'k');
    assert.equal(await page.locator('#mirror [data-id="entry.0"]').count(), 1);
  },
  'words that are selected': async (page) => {
    await page.press(page.locator('#mirror main [role=link]').first());
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight');
    assert.equal(await page.locator('#mirror [data-id="select.bar"]').count(), 1);
  },
  'menu of a field': async (page) => {
    await page.keyboard.press('/');
    await page.idle();
    const { x, y, width, height } = await page.locator('#mirror [data-id="find.field"]').boundingBox();
    await page.mouse.click(x + width / 2, y + height / 2, { button: 'right' });
  },
  'plain articles': (page) => page.evaluate(() => document.documentElement.classList.remove('app')),
  phone: (page) => page.setViewportSize({ width: 390, height: 844 }),
  'phone, more': async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForTimeout(200);
    await page.idle();
    await page.press(page.locator('#mirror [data-id="nav.more"]'));
  },
  'kiosk, loop': async (page) => {
    await page.goto(`${oneFile}?kiosk`);
    await page.ready();
  },
  'kiosk, PIN and service': async (page) => {
    await page.goto(`${oneFile}?kiosk&pin=2468`);
    await page.ready();
    await page.mouse.click(600, 400);
    await page.idle();
    for (let i = 0; i < 5; ++i) await page.mouse.click(1270, 10);
    await page.idle();
    assert.equal(await page.locator('#mirror [data-id="kiosk.pin"]').count(), 1);
    assert.deepEqual(await violationsOn(page), []);
    await press(page, '2', '4', '6', '8', 'Enter');
    assert.equal(await page.locator('#mirror [data-id="kiosk.service"]').count(), 1);
  },
  'kiosk, visited': async (page) => {
    await page.goto(`${oneFile}?kiosk`);
    await page.ready();
    await page.mouse.click(600, 400);
    await page.waitForTimeout(500);
  },
};

for (const [screen, show] of Object.entries(kScreens)) {
  test(`axe-core finds no violation: ${screen}`, async () => {
    const page = await openPage();
    await show(page);
    await page.idle();
    assert.deepEqual(await violationsOn(page), []);
    await page.profile.close();
  });
}

test('a screen reader reads an article as an article: landmark, heading, paragraphs in order', async () => {
  const page = await openPage();
  await page.press(page.locator('#mirror main [role=link]').first());
  const article = page.getByRole('main').getByRole('article');
  assert.equal(await article.count(), 1);
  assert.ok((await article.getByRole('heading', { level: 1 }).count()) === 1);
  assert.ok((await article.locator('p').count()) > 3);
  const tops = await article.locator('p').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y));
  assert.deepEqual(tops, [...tops].sort((a, b) => a - b));
  await page.profile.close();
});

test('every button has a name and is where the canvas draws it', async () => {
  const page = await openPage();
  for (const button of await page.locator('#mirror button').all()) {
    assert.ok(((await button.textContent()) || (await button.getAttribute('aria-label')) || '').trim());
    const box = await button.boundingBox();
    assert.ok(box.width >= 16 && box.height >= 16, JSON.stringify(box));
  }
  await page.profile.close();
});

test('with forced colours nothing of the mirror is painted over the picture', async () => {
  const page = await openPage();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.idle();
  const painted = await page.evaluate(() => [...document.querySelectorAll('#mirror *')].filter((element) => {
    const { color, backgroundColor, borderTopWidth } = getComputedStyle(element);
    return color !== 'rgba(0, 0, 0, 0)' || backgroundColor !== 'rgba(0, 0, 0, 0)' || borderTopWidth !== '0px';
  }).map(({ outerHTML }) => outerHTML.slice(0, 80)));
  assert.equal(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
  assert.deepEqual(painted, []);
  await page.profile.close();
});

test('find-in-page of the browser finds text of the open article, and the picture follows', async () => {
  const page = await openPage({ viewport: { width: 1000, height: 500 } });
  await page.press(page.locator('#mirror main [role=link]').first());
  const last = (await page.locator('#mirror article p').allTextContents()).at(-1);
  const before = await page.screenshot();
  assert.ok(await page.evaluate((text) => window.find(text), last.slice(0, 8)));
  await page.waitForTimeout(200);
  await page.idle();
  const { y } = await page.locator('#mirror article p').last().boundingBox();
  assert.ok(y < 500, `the paragraph stands at ${y}`);
  assert.notDeepEqual(await page.screenshot(), before);
  await page.profile.close();
});

test('everything by keyboard alone: open, read, find, correct, save, forget, back', async () => {
  const page = await openPage({ locale: 'en-GB' });
  const press = async (...keys) => {
    for (const one of keys) {
      await page.keyboard.press(one);
      await page.idle();
    }
  };
  const tabTo = async (id) => {
    for (let i = 0; i < 60; ++i) {
      await press('Tab');
      if ((await page.evaluate(() => document.activeElement?.dataset?.id ?? '')).startsWith(id)) return;
    }
    assert.fail(`Tab does not reach ${id}`);
  };
  const chooser = page.waitForEvent('filechooser');
  await press('o');
  await (await chooser).setFiles(join(pagesFolder, 'front-en', 'page.txt'));
  await page.waitForTimeout(400);
  await page.idle();
  await tabTo('article.');
  await press('Enter');
  assert.equal(await page.getByRole('article').count(), 1);
  await press('PageDown', 'j', 'k', 'a', 'Escape', 'Shift+ArrowRight', 'Escape', 'Escape');
  await press('/');
  await page.keyboard.type('the');
  await page.idle();
  await press('Escape');
  await press('s', 'ArrowDown', 'e');
  assert.ok((await page.locator('#mirror [role=dialog], #mirror [role=region]').count()) > 0);
  await press('Escape', 'Escape', 'h', 't', 'h', '?', 'Escape');
  await press('f');
  await tabTo('keep.md');
  const download = page.waitForEvent('download');
  await press('Enter');
  assert.match((await download).suggestedFilename(), /\.md$/);
  await press('f');
  await tabTo('keep.forget');
  await press('Enter');
  assert.match(await page.locator('#mirror [data-id="keep.forget"]').textContent(), /again/);
  const load = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await load;
  await page.ready();
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

// Access: axe-core on every screen, an article read as an article, everything by keyboard.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openPage } from './chromium.mjs';
import { assert, test } from './suite.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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
};

for (const [screen, show] of Object.entries(kScreens)) {
  test(`axe-core finds no violation: ${screen}`, async () => {
    const page = await openPage();
    await show(page);
    await page.idle();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`), []);
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

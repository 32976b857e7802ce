// Links and saving: what has an address comes back from it, in a link, in a saved file.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { openPage } from './chromium.mjs';
import { readPng } from './png.mjs';
import { arrowTo, byteOf, enter, keys, kTower, log, onePage, reading } from './proof.mjs';
import { assert, test } from './suite.mjs';
import { oneFile, pagesFolder } from './where.mjs';

const kLast = '明年春天，上游的两个渡口也要换船。';
const bare = (text) => text.replace(/\s+/g, '');
const dump = (slug) => readFileSync(join(pagesFolder, slug, 'page.txt'));
const head = (slug) => bare(JSON.parse(readFileSync(join(pagesFolder, slug, 'expected.json'), 'utf8')).articles[0].headline);
const shown = async (page) => bare((await page.locator('#mirror main').allTextContents()).join(''));

test('the address of an article survives reload, back and forward', async () => {
  const page = await openPage();
  await page.press(page.locator('#mirror main [role=link]').first());
  const address = page.url();
  assert.match(address, /#\/a\/[0-9a-z]{8}/);
  const text = await shown(page);
  await page.reload();
  await page.ready();
  assert.equal(page.url(), address);
  assert.equal(await shown(page), text);
  await page.goBack();
  await page.idle();
  assert.notEqual(await shown(page), text);
  await page.goForward();
  await page.idle();
  assert.equal(await shown(page), text);
  await page.profile.close();
});

test('an unknown address leads to the front page with a message', async () => {
  const page = await openPage({ hash: '#/a/zzzzzzzz' });
  assert.equal(await page.getByRole('alert').count(), 1);
  assert.equal(await page.getByRole('article').count(), 0);
  await page.profile.close();
});

test('a shared link carries the page that was opened inside itself', async () => {
  const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.drop([{ name: 'mine.txt', bytes: dump('front-en') }]);
  await page.press(page.locator('#mirror [data-id="nav.share"]'));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#z=[\w-]+\//);
  assert.ok(link.length < 16000, `${link.length} characters`);
  const other = await openPage({ url: link });
  assert.ok((await shown(other)).includes(head('front-en')));
  assert.ok(!(await shown(other)).includes(head('front-zh')));
  await other.press(other.locator('#mirror main [role=link]').first());
  const text = await shown(other);
  await other.reload();
  await other.ready();
  assert.equal(await shown(other), text, 'the place in it survives a reload');
  await other.profile.close();
  await page.profile.close();
});

test('a link that was cut short says so, and the edition inside the file opens', async () => {
  const page = await openPage({ hash: '#z=eJxLTE' });
  assert.equal(await page.getByRole('alert').count(), 1);
  assert.ok((await shown(page)).includes(head('front-zh')));
  await page.profile.close();
});

const packed = (text) => deflateRawSync(text).toString('base64url');
const inLink = (slug) => packed(JSON.stringify([[`${slug}.txt`, dump(slug).toString()]]));
test('a link with a page inside opens it in a page that is open already; back and forward each come to their own page', async () => {
  const page = await openPage();
  await page.goTo(`z=${inLink('front-en')}/`);
  assert.ok((await shown(page)).includes(head('front-en')));
  await page.press(page.locator('#mirror main [role=link]').first());
  const read = await shown(page);
  assert.match(page.url(), /#z=[\w-]+\/a\//, 'the address goes on carrying it');
  await page.drop([{ name: 'photo.txt', bytes: dump('photo-news') }]);
  const dropped = await shown(page);
  const step = async (way) => {
    await page[way]();
    await page.waitForTimeout(50);
    await page.idle();
    return shown(page);
  };
  assert.equal(await step('goBack'), read, 'back in the page of the link, at its place');
  assert.match(page.url(), /#z=/);
  assert.ok((await step('goBack')).includes(head('front-en')));
  assert.ok((await step('goBack')).includes(head('front-zh')), 'and in the one before');
  assert.ok((await step('goForward')).includes(head('front-en')));
  assert.equal(await step('goForward'), read);
  assert.equal(await step('goForward'), dropped);
  await page.goTo('z=eJxLTE/');
  assert.equal(await page.getByRole('alert').count(), 1, 'a damaged one is said');
  assert.equal(await shown(page), dropped, 'and what was open stays');
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

for (const [what, data] of [
  ['no page', packed('[]')], ['an empty page', packed('[["a.txt"," \\n"]]')], ['something else', packed('{"a":1}')], ['no letters of a link', '%E4%BD%A0!'],
  ['far more than is ever sent', packed(JSON.stringify([['a.txt', dump('front-en').toString()]]) + ' '.repeat(40 << 20))],
]) {
  test(`a link with ${what} inside says so, and the edition inside the file opens`, async () => {
    const page = await openPage({ hash: `#z=${data}` });
    const alert = (await page.getByRole('alert').evaluateAll((all) => all.map((one) => one.textContent + one.getAttribute('aria-label')))).join('');
    assert.match(alert, /链接里的版面无法读取/);
    assert.ok((await shown(page)).includes(head('front-zh')));
    assert.deepEqual(page.errors, []);
    await page.profile.close();
  });
}

test('?src= from disk is refused with a reason', async () => {
  for (const [locale, said] of [['en-GB', /example\.org\/a\.txt: a file opened from disk fetches nothing\. Download/], ['zh-CN', /example\.org\/a\.txt：从磁盘打开的文件不读取网络。请下载/]]) {
    const page = await openPage({ url: `${oneFile}?src=https://example.org/a.txt`, locale });
    const alert = await page.getByRole('alert').evaluateAll((all) => all.map((one) => one.textContent + one.getAttribute('aria-label')).join(''));
    assert.match(alert, said);
    assert.deepEqual(page.requests.filter((url) => url.startsWith('http')), []);
    await page.profile.close();
  }
});

test('saved as a web page it is the same again, and saves itself the same again', async () => {
  const page = await openPage({ init: () => delete window.showSaveFilePicker });
  await page.drop([{ name: 'mine.txt', bytes: dump('front-en') }]);
  await page.keyboard.press('d');
  await page.idle();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const saved = readFileSync(await (await download).path());
  const again = await page.evaluate(() => window.__broadsheet.pageAsText());
  assert.equal(again, saved.toString('utf8'), 'saved twice, it is the same file');
  const path = join(mkdtempSync(join(tmpdir(), 'broadsheet-')), 'edition.html');
  writeFileSync(path, saved);
  const picture = await page.screenshot();
  await page.profile.close();
  const second = await openPage({ url: pathToFileURL(path).href });
  assert.ok((await shown(second)).includes(head('front-en')));
  assert.deepEqual(second.errors, []);
  // The glyphs lie elsewhere in the atlas: the last bit of a shade may fall otherwise.
  const [now, then] = [readPng(await second.screenshot()), readPng(picture)];
  assert.equal(now.pixels.length, then.pixels.length);
  assert.ok(now.pixels.every((value, i) => Math.abs(value - then.pixels[i]) <= 2), 'the same screen, theme and all');
  assert.equal(await second.evaluate(() => window.__broadsheet.pageAsText()), saved.toString('utf8'));
  await second.profile.close();
});

test('saved to start as a kiosk it does, and the page that saved it does not', async () => {
  const page = await openPage({ init: () => delete window.showSaveFilePicker });
  await page.keyboard.press('f');
  await page.idle();
  await page.press(page.locator('#mirror [data-id="keep.kiosk"]'));
  const download = page.waitForEvent('download');
  await page.press(page.locator('#mirror [data-id="keep.page"]'));
  const path = join(mkdtempSync(join(tmpdir(), 'broadsheet-')), 'kiosk.html');
  writeFileSync(path, readFileSync(await (await download).path()));
  await page.reload();
  await page.ready();
  assert.equal(await page.locator('#mirror [data-id="kiosk.progress"]').count(), 0);
  await page.profile.close();
  const kiosk = await openPage({ url: pathToFileURL(path).href });
  assert.equal(await kiosk.locator('#mirror [data-id="kiosk.progress"]').count(), 1);
  assert.deepEqual(kiosk.errors, []);
  await kiosk.profile.close();
});

test('the default edition saved is the file itself', async () => {
  const page = await openPage();
  const made = await page.evaluate(() => window.__broadsheet.pageAsText());
  // Settings may have been written at the start; the rest is what the packer wrote.
  const without = (text) => text.replace(/<script type="application\/json" id="settings">.*?<\/script>/, '');
  assert.equal(without(made), without(readFileSync(new URL(oneFile), 'utf8')));
  await page.profile.close();
});

test('the edition inside a page is its own: saved, written in by hand, or packed with the program', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const lay = (name, text) => {
    writeFileSync(join(folder, name), text);
    return pathToFileURL(join(folder, name)).href;
  };
  const page = await openPage();
  const byDefault = await page.evaluate(() => window.__broadsheet.pageAsText());
  await page.drop([{ name: 'mine.txt', bytes: dump('jump-en') }]);
  const saved = await page.evaluate(() => window.__broadsheet.pageAsText());
  assert.match(byDefault, /id="edition"><\/script>/);
  const files = [{ name: 'by-hand.txt', text: dump('front-en').toString('utf8') }];
  const byHand = byDefault.replace(/(id="edition">)/, (_, tag) => `${tag}\n${JSON.stringify(files).replace(/</g, '\\u003c')}\n`);
  const open = async (url) => {
    await page.goto(url);
    await page.ready();
    return shown(page);
  };
  // What was opened last comes back in the page that it was opened in, and in the same page elsewhere; other editions have a key of their own.
  assert.ok((await open(lay('default.html', byDefault))).includes(head('jump-en')));
  const hand = await open(lay('by-hand.html', byHand));
  assert.ok(hand.includes(head('front-en')) && !hand.includes(head('jump-en')), hand);
  assert.ok((await page.evaluate(() => window.__broadsheet.pageAsText())).includes(JSON.stringify(files[0].text).slice(1, 40)), 'it is saved again');
  const mine = await open(lay('saved.html', saved));
  assert.ok(mine.includes(head('jump-en')) && !mine.includes(head('front-en')), mine);
  await page.profile.close();
  for (const [name, text, wanted, not] of [['default.html', byDefault, 'front-zh', 'jump-en'], ['saved.html', saved, 'jump-en', 'front-zh']]) {
    const fresh = await openPage({ url: lay(name, text) });
    const words = await shown(fresh);
    assert.ok(words.includes(head(wanted)) && !words.includes(head(not)), `${name}: ${words}`);
    assert.equal(await fresh.evaluate(() => window.__broadsheet.pageAsText()), text, `${name} saves itself again`);
    assert.deepEqual(fresh.errors, []);
    await fresh.profile.close();
  }
});

test('printing lays the open article out as elements', async () => {
  const page = await openPage();
  await page.press(page.locator('#mirror main [role=link]').first());
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#plain article').count(), 1);
  assert.ok(await page.locator('#plain article').isVisible());
  assert.ok(!(await page.locator('#canvas').isVisible()));
  assert.ok((await page.pdf()).length > 5000);
  await page.profile.close();
});

test('printed, a long article is pages of text, whole, and not a picture', async () => {
  const page = await openPage({ locale: 'en-GB', colorScheme: 'dark' });
  const known = dump('front-en').toString().match(/[a-z]{3,}/g);
  let seed = 1;
  const word = () => known[(seed = (seed * 48271) % 2147483647) % known.length];
  const paragraph = () => Array.from({ length: 5 }, () => `The ${Array.from({ length: 12 }, word).join(' ')}.`).join(' ');
  await page.drop([{ name: 'long.txt', bytes: Buffer.from(`A Long Story\n\nBy Ann Example\n\n${Array.from({ length: 80 }, paragraph).join('\n\n')}\n\nAnd here the tale ends.`) }]);
  await page.press(page.locator('#mirror main [role=link]').first());
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  assert.match(await page.evaluate(() => document.getElementById('plain').textContent), /A Long Story[^]*And here the tale ends/);
  const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages >= 4 && pages <= 12, `${pages} pages`);
  assert.match(pdf, /\/Type\s*\/Font\b/);
  assert.doesNotMatch(pdf, /\/Subtype\s*\/Image\b/);
  await page.profile.close();
});

test('a link to a selection opens at that selection, lit', async () => {
  const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1000, height: 600 } });
  await page.press(page.locator('#mirror main [role=link]').first());
  const paragraph = page.locator('#mirror article p').nth(3);
  for (let i = 0; i < 20 && (await paragraph.boundingBox()).y > 400; ++i) {
    await page.mouse.wheel(0, 100);
    await page.idle();
  }
  const { x, y } = await paragraph.boundingBox();
  await page.mouse.move(x + 60, y + 14);
  await page.mouse.down();
  await page.idle();
  await page.mouse.move(x + 200, y + 14, { steps: 4 });
  await page.idle();
  await page.mouse.up();
  await page.idle();
  await page.press(page.locator('#mirror [data-id="select.link"]'));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const [, block, begin, end] = /\/a\/\w+\/(\d+):(\d+)-(\d+)$/.exec(link);
  assert.ok(Number(end) > Number(begin));
  const other = await openPage({ url: link, viewport: { width: 1000, height: 600 } });
  const target = await other.locator(`#mirror [data-id="block.${block}"]`).boundingBox();
  assert.ok(target.y > -300 && target.y < 600, `the passage stands at ${target.y}`);
  const lit = await other.screenshot();
  await other.evaluate((to) => {
    location.hash = to;
  }, link.split('#')[1].replace(/\/\d+:.*/, ''));
  await other.waitForTimeout(100);
  await other.idle();
  assert.notDeepEqual(await other.screenshot(), lit);
  await other.profile.close();
  await page.profile.close();
});

// Selects a stretch of the paragraph with these words in the open article; the link to it.
async function linkToPassage(page, words) {
  const { x, y } = await page.locator('#mirror article [data-id^="block."]', { hasText: words }).boundingBox();
  await page.mouse.move(x + 70, y + 14);
  await page.mouse.down();
  await page.idle();
  await page.mouse.move(x + 200, y + 14, { steps: 4 });
  await page.idle();
  await page.mouse.up();
  await page.idle();
  await page.press(page.locator('#mirror [data-id="select.link"]'));
  return page.evaluate(() => navigator.clipboard.readText());
}

// The words that the address points at, in the edition as this page shows it.
async function wordsAt(page, link) {
  const [, id, block, begin, end] = /\/a\/(\w+)\/(\d+):(\d+)-(\d+)$/.exec(link);
  const article = (await onePage(page)).articles.find((one) => one.id === id);
  return Buffer.from(article?.blocks[block]?.text ?? '').subarray(begin, end).toString();
}

test('a link to a page that was corrected carries the corrections: the same articles, the same words lit', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'], locale: 'en-GB' };
  const page = await openPage(context);
  await page.drop([{ name: 'tower.txt', bytes: kTower }]);
  const before = await reading(page);
  const [story] = (await onePage(page)).articles;
  const paragraphs = story.blocks.filter(({ kind }) => kind === 'paragraph');
  const spanOf = (words) => [byteOf(words), byteOf(words) + Buffer.byteLength(words)];
  const entry = (given) => ({ page: 'tower.txt', who: 'Ann', ...given });
  await page.drop([{ name: 'ann.json', bytes: JSON.stringify({ format: 'broadsheet-corrections-1', corrections: [
    entry({ do: 'role', spans: [spanOf(paragraphs[0].text)], role: 'advertisement' }),
    entry({ do: 'words', spans: [spanOf(paragraphs[1].text.slice(0, 2))], text: '这里的几个字从前读错了' }),
  ] }) }]);
  await keys(page, 's');
  await arrowTo(page, kLast);
  await keys(page, '5');
  await enter(page);
  await keys(page, 'Control+z');
  const after = await reading(page);
  assert.notEqual(after, before);
  await page.goTo(`/a/${(await onePage(page)).articles[0].id}`);
  const link = await linkToPassage(page, '这里的几个字');
  assert.match(await page.locator('#mirror').textContent(), /Link copied.*Corrections 2/);
  const words = await wordsAt(page, link);
  assert.ok(words.length > 2, 'something is selected');
  const other = await openPage({ ...context, url: link });
  assert.equal(await reading(other), after);
  assert.match(await other.locator('#mirror').textContent(), /2 corrections taken over/);
  assert.equal((await log(other)).length, 2, 'what was undone stays at home');
  assert.equal(await wordsAt(other, link), words);
  const { y } = await other.locator(`#mirror [data-id="block.${/\/(\d+):/.exec(link)[1]}"]`).boundingBox();
  assert.ok(y > -300 && y < 800, `the passage stands at ${y}`);
  // The receiver goes on with it: what he undoes stays undone over a reload, and travels so.
  await keys(other, 'Control+z');
  const undone = await reading(other);
  assert.notEqual(undone, after);
  await other.reload();
  await other.ready();
  assert.equal(await reading(other), undone);
  await other.press(other.locator('#mirror [data-id="nav.share"]'));
  const back = await openPage({ url: await other.evaluate(() => navigator.clipboard.readText()) });
  assert.equal(await reading(back), undone);
  for (const one of [page, other, back]) {
    assert.deepEqual(one.errors, []);
    await one.profile.close();
  }
});

test('a link into the edition inside the file carries what was corrected in it, and nothing else', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'], locale: 'en-GB' };
  const page = await openPage(context);
  const share = async (from) => {
    await from.press(from.locator('#mirror [data-id="nav.share"]'));
    return from.evaluate(() => navigator.clipboard.readText());
  };
  assert.doesNotMatch(await share(page), /z=/, 'without corrections an address is enough');
  const whole = () => JSON.parse(window.__broadsheet.json()).pages.map(({ articles }) => articles);
  const before = await page.evaluate(whole);
  const name = await page.evaluate(() => JSON.parse(window.__broadsheet.json()).pages[0].source.name);
  const [begin] = before[0][0].blocks[0].spans[0];
  await page.drop([{ name: 'ann.json', bytes: JSON.stringify({ format: 'broadsheet-corrections-1', corrections: [
    { do: 'words', page: name, spans: [[begin, begin + 3]], text: '改过的字' }] }) }]);
  const after = await page.evaluate(whole);
  assert.notDeepEqual(after, before);
  const link = await share(page);
  assert.match(link, /#z=[\w-]{20,400}\//, `${link.length} characters`);
  const other = await openPage({ url: link });
  assert.deepEqual(await other.evaluate(whole), after);
  await other.goTo(`z=${inLink('front-en')}/`);
  assert.ok((await shown(other)).includes(head('front-en')));
  await other.goBack();
  await other.waitForTimeout(50);
  await other.idle();
  assert.deepEqual(await other.evaluate(whole), after, 'and by Back');
  for (const one of [page, other]) {
    assert.deepEqual(one.errors, []);
    await one.profile.close();
  }
});

test('an edition too long for a link is refused with a hint', async () => {
  const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'], locale: 'en-GB' });
  await page.evaluate(() => navigator.clipboard.writeText('as before'));
  const known = dump('front-en').toString().match(/[a-z]{3,}/g);
  let seed = 1;
  const word = () => known[(seed = (seed * 48271) % 2147483647) % known.length];
  const paragraph = () => Array.from({ length: 5 }, () => `The ${Array.from({ length: 12 }, word).join(' ')}.`).join(' ');
  await page.drop([{ name: 'long.txt', bytes: Buffer.from(`A Long Story\n\nBy Ann Example\n\n${Array.from({ length: 400 }, paragraph).join('\n\n')}`) }]);
  await page.press(page.locator('#mirror [data-id="nav.share"]'));
  const alert = (await page.getByRole('alert').evaluateAll((all) => all.map((one) => one.textContent + one.getAttribute('aria-label')))).join('');
  assert.match(alert, /too long.*Save as web page/);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'as before');
  await page.profile.close();
});

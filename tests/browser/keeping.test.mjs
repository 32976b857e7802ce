// What is kept for the reader and what leaves the page: exports on the screen, editions and places remembered, forgetting.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage } from './chromium.mjs';
import { assert, skip, test } from './suite.mjs';
import { firstOf, pagesFolder } from './where.mjs';

const bare = (text) => text.replace(/\s+/g, '');
const dump = (slug) => readFileSync(join(pagesFolder, slug, 'page.txt'));
const head = (slug) => bare(JSON.parse(readFileSync(join(pagesFolder, slug, 'expected.json'), 'utf8')).articles[0].headline);
const shown = async (page) => bare((await page.locator('#mirror main').allTextContents()).join(''));
const id = (page, name) => page.locator(`#mirror [data-id="${name}"]`);
const settled = (page) => page.waitForTimeout(700);  // the place is noted when the picture has been at rest for 400 ms

async function openPanel(page) {
  await page.keyboard.press('f');
  await page.idle();
}

test('every form of export stands on the screen by name and saves a file of its kind', async () => {
  const page = await openPage({ locale: 'en-GB' });
  const wanted = {
    EPUB: [/\.epub$/, (bytes) => bytes.subarray(0, 2).toString() === 'PK' && bytes.subarray(30, 58).toString() === 'mimetypeapplication/epub+zip'],
    HTML: [/\.html$/, (bytes) => /^<!doctype html>[^]*<article/i.test(bytes.toString())],
    Markdown: [/\.md$/, (bytes) => /^#/m.test(bytes.toString())],
    Text: [/\.txt$/, (bytes) => bare(bytes.toString()).includes(head('front-zh'))],
    JSON: [/\.json$/, (bytes) => JSON.parse(bytes).format === 'broadsheet-1'],
    NDJSON: [/\.ndjson$/, (bytes) => bytes.toString().trim().split('\n').map((line) => JSON.parse(line)).length === 2],
  };
  for (const [name, [ending, good]] of Object.entries(wanted)) {
    await page.press(id(page, 'nav.keep'));
    const download = page.waitForEvent('download');
    await page.press(page.getByRole('dialog').getByRole('button', { name, exact: true }));
    const file = await download;
    assert.match(file.suggestedFilename(), ending);
    assert.ok(good(readFileSync(await file.path())), name);
    assert.equal(await page.getByRole('dialog').count(), 0, 'the panel closes');
  }
  await page.profile.close();
});

test('the EPUB of an edition, odd characters and all, is valid by epubcheck', async () => {
  const epubcheck = firstOf(['/usr/share/java/epubcheck.jar']);
  const java = firstOf(['/usr/bin/java']);
  if (!epubcheck || !java) skip('epubcheck or Java is not installed');
  const page = await openPage({ locale: 'en-GB' });
  const odd = 'A <b>bold</b> & "odd" head ]]>\n\nBy Ann O’Neil\n\nIt rained \u0001 on \u{1F4F0} and \uFFFE for days, said <script>alert(1)</script>. '.repeat(3);
  for (const files of [[], [{ name: 'odd & "ends".txt', bytes: Buffer.from(odd) }]]) {
    if (files.length) await page.drop(files);
    await page.idle();
    await page.press(id(page, 'nav.keep'));
    const download = page.waitForEvent('download');
    await page.press(page.getByRole('dialog').getByRole('button', { name: 'EPUB', exact: true }));
    const path = join(tmpdir(), `broadsheet-${process.pid}.epub`);
    await (await download).saveAs(path);
    const said = execFileSync(java, ['-jar', epubcheck, path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });  // throws where it finds an error
    assert.match(said, /No errors or warnings detected/);
    rmSync(path);
  }
  await page.profile.close();
});

test('saving writes in place where the browser can, and asks for the file only once', async () => {
  const init = () => {
    window.saved = [];
    window.asked = 0;
    window.showSaveFilePicker = async () => {
      window.asked += 1;
      return { createWritable: async () => ({ write: async (bytes) => window.saved.push(bytes.length), close: async () => {} }) };
    };
  };
  const page = await openPage({ init });
  await openPanel(page);
  await page.press(id(page, 'keep.page'));
  await page.waitForFunction(() => window.saved.length === 1);
  await page.keyboard.press('Control+s');
  await page.waitForFunction(() => window.saved.length === 2);
  assert.equal(await page.evaluate(() => window.asked), 1);
  assert.ok((await page.evaluate(() => window.saved[0])) > 300000);
  await page.profile.close();
});

test('what was opened is there again after a reload and in a new window, with the place in it', async () => {
  const page = await openPage();
  await page.drop([{ name: 'mine.txt', bytes: dump('front-en') }]);
  await page.press(page.locator('#mirror main [role=link]').first());
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, 420);
  await page.idle();
  await settled(page);
  const text = await shown(page);
  const place = () => page.evaluate(() => document.querySelector('#mirror article p').getBoundingClientRect().y);
  const before = await place();
  await page.reload();
  await page.ready();
  assert.equal(await shown(page), text, 'after a reload');
  const other = await page.profile.newPage();
  await other.goto(page.url().split('#')[0]);
  await other.waitForFunction(() => window.__broadsheet?.idle);
  await other.evaluate(() => window.__broadsheet.idle());
  assert.equal(bare((await other.locator('#mirror main').allTextContents()).join('')), text, 'in a new window');
  const after = await other.evaluate(() => document.querySelector('#mirror article p').getBoundingClientRect().y);
  assert.ok(Math.abs(after - before) < 30, `the same lines: ${before} and ${after}`);
  await page.profile.close();
});

test('editions opened before are listed, and each opens at its own place; a link means the page it leads to', async () => {
  const page = await openPage();
  const [own] = [await page.locator('#mirror main [role=link]').first().getAttribute('data-id')];
  await page.drop([{ name: 'mine.txt', bytes: dump('front-en') }]);
  await page.press(page.locator('#mirror main [role=link]').first());
  await settled(page);
  const first = await shown(page);
  await page.drop([{ name: 'photo.txt', bytes: dump('photo-news') }]);
  await openPanel(page);
  const names = await page.locator('#mirror [data-id^="keep.edition."]').allTextContents();
  assert.equal(names.length, 2, names.join());
  await page.press(page.locator('#mirror [data-id^="keep.edition."]').nth(1));
  await page.waitForTimeout(200);
  await page.idle();
  assert.equal(await shown(page), first);
  // Back through the history: the edition of that step.
  await page.goBack();
  await page.idle();
  await page.goto(`${page.url().split('#')[0]}#/a/${own.split('.').pop()}`);
  await page.reload();
  await page.ready();
  assert.equal(await page.getByRole('article').count(), 1);
  assert.ok(head('front-zh').length && (await shown(page)).length > 100);
  await page.profile.close();
});

test('one button, pressed twice, forgets all', async () => {
  const page = await openPage();
  await page.keyboard.press('d');
  await page.drop([{ name: 'mine.txt', bytes: dump('front-en') }]);
  await settled(page);
  await openPanel(page);
  await page.press(id(page, 'keep.forget'));
  assert.ok((await shown(page)).includes(head('front-en')), 'one press does nothing yet');
  const again = page.waitForEvent('load');
  await page.press(id(page, 'keep.forget')).catch(() => {});
  await again;
  await page.ready();
  assert.ok((await shown(page)).includes(head('front-zh')));
  await page.waitForTimeout(700);
  const left = await page.evaluate(async () => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('broadsheet.memory');
      request.onsuccess = () => resolve(request.result);
    });
    const keys = (name) => new Promise((resolve) => {
      const request = database.transaction(name).objectStore(name).getAllKeys();
      request.onsuccess = () => resolve(request.result);
    });
    return { notes: (await keys('notes')).filter((key) => !key.endsWith('/place')), editions: await keys('editions'), local: localStorage.length };
  });
  assert.deepEqual(left, { notes: [], editions: [], local: 0 });
  await page.profile.close();
});

test('a browser that refuses storage is told of in the panel, and everything else works', async () => {
  const init = () => {
    Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('closed', 'SecurityError'); } });
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } });
  };
  const page = await openPage({ init, locale: 'en-GB' });
  await page.drop([{ name: 'mine.txt', bytes: dump('front-en') }]);
  assert.ok((await shown(page)).includes(head('front-en')));
  await openPanel(page);
  assert.match(await id(page, 'keep.about').textContent(), /remembers nothing/);
  assert.equal(await id(page, 'keep.forget').count(), 0);
  await page.reload();
  await page.ready();
  assert.ok((await shown(page)).includes(head('front-zh')));
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

test('a full storage is said once, and what is open stays open', async () => {
  const init = () => {
    IDBObjectStore.prototype.put = function () {
      throw new DOMException('full', 'QuotaExceededError');
    };
  };
  const page = await openPage({ init, locale: 'en-GB' });
  await page.drop([{ name: 'mine.txt', bytes: dump('front-en') }]);
  await page.waitForTimeout(200);
  await page.idle();
  const alerts = page.getByRole('alert').filter({ visible: true });
  assert.match((await alerts.evaluateAll((all) => all.map((one) => one.textContent + one.getAttribute('aria-label')))).join(''), /no more room.*Save as web page/);
  assert.ok((await shown(page)).includes(head('front-en')));
  await page.profile.close();
});

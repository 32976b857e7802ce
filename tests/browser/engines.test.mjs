// The other two engines, on file:// with the network cut off: the file opens, lists the articles, one is read, a word is
// found, a link comes back from a reload, by Back and by Forward, a link with a corrected page inside opens, a page is opened, the
// file saves itself by Ctrl+S, and what it saved opens again.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { gb18030Codes } from '../../web/gb18030.mjs';
import { openDisplay, xvfb } from './display.mjs';
import { tableOfTheProgram } from './gb18030_table.mjs';
import { assert, skip, test } from './suite.mjs';
import { openWebKit, webkit } from './webdriver.mjs';
import { firstOf, oneFile, pagesFolder } from './where.mjs';

const firefox = firstOf(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
const bare = (text) => text.replace(/\s+/g, '');
const [story] = JSON.parse(readFileSync(join(pagesFolder, 'front-zh', 'expected.json'), 'utf8')).articles;

// What is asked of the page, as text, for both drivers.
const kReady = 'return !!(window.__broadsheet && window.__broadsheet.atRest)';
const kNotice = "return document.getElementById('notice').textContent";
const kMain = "return [...document.querySelectorAll('#mirror main *')].map((e) => e.textContent || e.getAttribute('aria-label') || '').join('\\n')";
const kStory = `const head = arguments[0];
  const all = [...document.querySelectorAll('#mirror main [data-id]')].filter((e) => (e.textContent + (e.getAttribute('aria-label') || '')).replace(/\\s+/g, '').includes(head));
  const box = all[all.length - 1].getBoundingClientRect();
  return [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)];`;
const kArticles = "return document.querySelectorAll('#mirror article').length";

const kDrop = `const data = new DataTransfer();
  data.items.add(new File([arguments[0]], 'mine.txt', { type: 'text/plain' }));
  document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));`;
const kFound = `const range = getSelection(); range.removeAllRanges();
  return window.find(arguments[0]) && document.getElementById('mirror').contains(getSelection().anchorNode);`;
const kAsked = "return performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !/^(blob|data):/.test(name))";

// What Ctrl+S hands to the browser to be saved, caught on its way.
const kCatch = `window.saved = null;
  URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return 'blob:caught'; };
  HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };`;

async function saveByKey({ run, chord }) {
  await run(kCatch);
  await chord('s');
  await until('the saved page', () => run('return window.saved !== null'));
  assert.match(await run('return window.savedAs'), /\.html$/);
  return run('return window.saved');
}

async function until(what, look) {
  for (let i = 0; i < 200; ++i) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never came: ${what}`);
}

async function smoke({ goto, run, chord, click, type, press }) {
  const save = () => saveByKey({ run, chord });
  await goto(oneFile);
  await until('rest', async () => (await run(kReady)) || (await run(kNotice)));
  assert.equal(await run(kNotice), '');
  assert.ok(bare(await run(kMain)).includes(bare(story.headline)), 'the front page lists the story');
  for (let i = 0; i < 20 && (await run(kStory, bare(story.headline)))[1] > 700; ++i) {
    await press('PageDown');
    await until('rest', () => run(kReady));
  }
  await click(...(await run(kStory, bare(story.headline))));
  await until('the article', async () => (await run(kArticles)) === 1 && run(kReady));
  assert.ok(bare(await run(kMain)).includes(bare(story.blocks[0].text).slice(0, 20)), 'its first paragraph is there');
  const address = await run('return location.href');
  assert.match(address, /#\/a\//);
  await run('window.before = true; location.reload()');  // which stays for a moment, at rest
  await until('rest', async () => (await run('return !window.before').catch(() => false)) && (await run(kReady).catch(() => false)) && (await run(kArticles)) === 1);
  assert.equal(await run('return location.href'), address);
  await run('history.back()');
  await until('the front page by Back', async () => (await run(kArticles)) === 0 && run(kReady));
  await run('history.forward()');
  await until('the article by Forward', async () => (await run(kArticles)) === 1 && run(kReady));
  assert.equal(await run('return location.href'), address);
  assert.ok(await run(kFound, story.blocks.at(-1).text.slice(0, 6)), 'find-in-page finds the text of the article');
  await type('/');
  await until('rest', () => run(kReady));
  await type('清晨六点');
  await until('the result', async () => (await run(kReady)) && bare(await run(kMain)).includes('清晨六点'));
  const [english] = JSON.parse(readFileSync(join(pagesFolder, 'front-en', 'expected.json'), 'utf8')).articles;
  await run(kDrop, readFileSync(join(pagesFolder, 'front-en', 'page.txt'), 'utf8'));
  await until('the dropped page', async () => bare(await run(kMain)).includes(bare(english.headline)));
  const dump = 'The lamp is lit again\n\nBy Ann Example\n\nThe old lamp went out last night, and the new one was lit at six in the morning, and nobody on the quay said a single word.\n';
  const at = dump.indexOf('six');
  const corrections = [{ do: 'words', page: 'lamp.txt', spans: [[at, at + 3]], text: 'seven' }];
  const log = JSON.stringify({ format: 'broadsheet-corrections-1', corrections });
  await goto(`${oneFile}#z=${deflateRawSync(JSON.stringify([['lamp.txt', dump], ['', log]])).toString('base64url')}/`);
  await run('location.reload()');
  await until('the page in the link', async () => (await run(kReady).catch(() => false)) && bare(await run(kMain)).includes('Thelampislitagain'));
  const id = await run("return JSON.parse(window.__broadsheet.json()).pages[0].articles[0].id");
  await run(`location.hash = location.hash.slice(1).split('/')[0] + '/a/' + arguments[0] + '/0:0-8'`, id);
  await until('its article', async () => (await run(kArticles)) === 1 && run(kReady));
  assert.ok((await run(kMain)).includes('was lit at seven in the morning'), 'as it was corrected');
  await run(kDrop, readFileSync(join(pagesFolder, 'front-en', 'page.txt'), 'utf8'));
  await until('the dropped page', async () => bare(await run(kMain)).includes(bare(english.headline)));
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  writeFileSync(join(folder, 'edition.html'), await save());
  await goto(pathToFileURL(join(folder, 'edition.html')).href);
  await until('rest', async () => (await run(kReady)) || (await run(kNotice)));
  assert.ok(bare(await run(kMain)).includes(bare(english.headline)), 'the saved file opens');
  assert.equal(await save(), readFileSync(join(folder, 'edition.html'), 'utf8'), 'and saves itself the same again');
  assert.deepEqual(await run(kAsked), [], 'nothing was asked of a network');
  rmSync(folder, { recursive: true });
  assert.deepEqual(await run(`return (${gb18030Codes})()`), tableOfTheProgram(), 'its codes of GB18030 are ours');
}

test('Firefox: opens from disk, lists, reads, finds, opens a page, saves', async () => {
  if (!firefox || !xvfb) skip('firefox-esr or Xvfb is not installed');
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: firefox, headless: false,
    env: { ...process.env, DISPLAY: await openDisplay(), LIBGL_ALWAYS_SOFTWARE: '1' },
    extraPrefsFirefox: { 'webgl.force-enabled': true, 'intl.accept_languages': 'zh-CN',
      'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': 9, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': 9 },
  });
  try {
    const [page] = await browser.pages();
    await page.setViewport({ width: 1200, height: 800 });
    await smoke({
      goto: (url) => page.goto(url),
      run: (script, ...args) => page.evaluate(new Function(script.replaceAll('arguments[0]', JSON.stringify(args[0] ?? null)))),
      chord: async (letter) => {
        await page.keyboard.down('Control');
        await page.keyboard.press(letter);
        await page.keyboard.up('Control');
      },
      click: (x, y) => page.mouse.click(x, y),
      type: (text) => page.keyboard.type(text),
      press: (name) => page.keyboard.press(name),
    });
  } finally {
    await browser.close();
  }
});

test('WebKitGTK: opens from disk, lists, reads, finds, opens a page, saves', async () => {
  if (!webkit || !xvfb) skip('webkit2gtk-driver or Xvfb is not installed');
  const browser = await openWebKit(await openDisplay());
  try {
    await smoke(browser);
  } finally {
    await browser.close();
  }
});

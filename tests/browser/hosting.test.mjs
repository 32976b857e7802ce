// The site on a static host, in a sub-folder: opens, asks only its own host, works offline afterwards.
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { openPage } from './chromium.mjs';
import { brotli, nginx, startNginx } from './nginx.mjs';
import { assert, skip, test } from './suite.mjs';
import { pagesFolder, root, site } from './where.mjs';

const kTypes = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json', '.txt': 'text/plain' };

function host(allow = {}, hangs = () => false) {
  const server = createServer((request, response) => {
    if (hangs(request)) return;
    const { pathname } = new URL(request.url, 'http://localhost');
    const inside = pathname.startsWith('/a/b/') ? pathname.slice(5) || 'index.html' : null;
    try {
      const bytes = allow[pathname] ?? readFileSync(join(site, inside));
      response.writeHead(200, { 'Content-Type': kTypes[extname(inside || pathname)] ?? 'text/plain', 'Cache-Control': 'no-cache' });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ url: `http://localhost:${server.address().port}/a/b/`, stop: () => {
      server.closeAllConnections();
      server.close();
    } }));
  });
}

test('hosted in a sub-folder it opens and asks only its own host; offline it opens again', async () => {
  const { url, stop } = await host();
  const page = await openPage({ url });
  assert.deepEqual(page.errors, []);
  assert.ok((await page.locator('#mirror main [role=link]').count()) > 3);
  assert.deepEqual(page.requests.filter((asked) => !asked.startsWith(url) && !/^(blob|data):/.test(asked)), []);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  stop();
  await page.reload();
  await page.ready();
  assert.ok((await page.locator('#mirror main [role=link]').count()) > 3);
  await page.profile.close();
});

test('hosted, it saves a file that opens from disk', async () => {
  const { url, stop } = await host();
  const page = await openPage({ url });
  const text = await page.evaluate(() => window.__broadsheet.pageAsText());
  assert.match(text, /connect-src 'none'/);
  assert.ok(!text.includes(url));
  const shown = await page.locator('#mirror main').allTextContents();
  await page.profile.close();
  stop();
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  writeFileSync(join(folder, 'edition.html'), text);
  const saved = await openPage({ url: pathToFileURL(join(folder, 'edition.html')).href });
  assert.deepEqual(await saved.locator('#mirror main').allTextContents(), shown);
  await saved.drop([{ name: 'one.txt', bytes: readFileSync(join(pagesFolder, 'front-en', 'page.txt')) }]);
  assert.notDeepEqual(await saved.locator('#mirror main').allTextContents(), shown, 'it can parse');
  assert.deepEqual(saved.errors, []);
  await saved.profile.close();
  rmSync(folder, { recursive: true });
});

test('?src= opens a page of the same host, and says why a missing one does not open', async () => {
  const dump = readFileSync(join(pagesFolder, 'front-en', 'page.txt'));
  const { url, stop } = await host({ '/dumps/one.txt': dump });
  const page = await openPage({ url: `${url}?src=/dumps/one.txt` });
  const head = JSON.parse(readFileSync(join(pagesFolder, 'front-en', 'expected.json'), 'utf8')).articles[0].headline;
  assert.ok((await page.locator('#mirror main').allTextContents()).join('').includes(head));
  await page.goto(`${url}?src=/dumps/none.txt`);
  await page.ready();
  assert.equal(await page.getByRole('alert').count(), 1);
  await page.profile.close();
  stop();
});

test('?src= with a name escaped from GBK opens; what is opened after it comes back from a reload, and the first by Back', async () => {
  const dump = (slug) => readFileSync(join(pagesFolder, slug, 'page.txt'));
  const head = (slug) => JSON.parse(readFileSync(join(pagesFolder, slug, 'expected.json'), 'utf8')).articles[0].headline;
  const { url, stop } = await host({ '/dumps/%B0%E6.txt': dump('front-en') });
  const page = await openPage({ url: `${url}?src=${encodeURIComponent('/dumps/%B0%E6.txt')}` });
  const shown = async () => (await page.locator('#mirror main').allTextContents()).join('');
  assert.ok((await shown()).includes(head('front-en')));
  await page.press(page.locator('#mirror main [role=link]').first());
  await page.drop([{ name: 'two.txt', bytes: dump('photo-news') }]);
  await page.waitForTimeout(300);
  const dropped = await shown();
  await page.reload();
  await page.ready();
  assert.equal(await shown(), dropped);
  await page.goBack();
  await page.waitForTimeout(100);
  await page.idle();
  assert.ok((await shown()).includes(head('front-en')));
  assert.deepEqual(page.errors, []);
  await page.profile.close();
  stop();
});

test('a link to a corrected page that was fetched, a BOM before it, opens that page with the corrections', async () => {
  const dump = readFileSync(join(pagesFolder, 'front-en', 'page.txt'));
  const text = `\uFEFF${dump}`;
  const { url, stop } = await host({ '/dumps/one.txt': Buffer.from(text) });
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const whole = () => JSON.parse(window.__broadsheet.json()).pages.map(({ articles }) => articles);
  const correct = async (page, name) => {
    const before = await page.evaluate(whole);
    const [begin] = before[0][0].blocks[0].spans[0];
    await page.drop([{ name: 'ann.json', bytes: JSON.stringify({ format: 'broadsheet-corrections-1', corrections: [
      { do: 'words', page: name, spans: [[begin, begin + 3]], text: 'Put right' }] }) }]);
    const after = await page.evaluate(whole);
    assert.notDeepEqual(after, before);
    assert.ok(JSON.stringify(after).includes('Put right'));
    await page.press(page.locator('#mirror [data-id="nav.share"]'));
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /#z=/);
    const other = await openPage({ url: link });
    assert.deepEqual(await other.evaluate(whole), after);
    assert.deepEqual(other.errors, []);
    await other.profile.close();
  };
  const page = await openPage({ ...context, url: `${url}?src=/dumps/one.txt` });
  await correct(page, 'one.txt');
  await page.profile.close();
  // The same page dropped travels whole.
  const dropped = await openPage({ ...context, url });
  await dropped.drop([{ name: 'mine.txt', bytes: text }]);
  await correct(dropped, 'mine.txt');
  await dropped.profile.close();
  stop();
});

// --- A real nginx, with the lines of the README. ---

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [httpLines, serverLines] = [...readme.matchAll(/```nginx\n([^]*?)```/g)].map(([, lines]) => lines);
const kLargestVisit = 350000;  // bytes

async function hostOnNginx() {
  if (!nginx || !brotli) skip('nginx or its Brotli modules are not installed');
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-site-'));
  chmodSync(folder, 0o755);
  cpSync(site, join(folder, 'paper'), { recursive: true });
  for (const name of readdirSync(site)) writeFileSync(join(folder, 'paper', `${name}.br`), brotliCompressSync(readFileSync(join(site, name))));
  const server = await startNginx(folder, { http: httpLines, server: serverLines });
  return { ...server, url: `${server.url}paper/`, stop: async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  } };
}

test('nginx with the lines of the README: a first visit costs at most 350 KB, under a strict policy without a fault', async () => {
  const server = await hostOnNginx();
  const asked = () => server.log().map((line) => line.split(' ')).filter(([, url]) => url.startsWith('/paper/'))
    .reduce((sum, [,, bytes]) => sum + Number(bytes), 0);
  const once = await openPage({ url: server.url, serviceWorkers: 'block' });
  await once.profile.close();
  const needed = asked();
  const page = await openPage({ url: server.url });
  assert.ok((await page.locator('#mirror main [role=link]').count()) > 3);
  assert.deepEqual(page.errors, []);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => 0));
  const all = asked() - needed;
  console.log(`     first visit: ${needed} bytes to read the edition, ${all} with what the service worker lays by behind it (the parser and its tables)`);
  await page.profile.close();
  await server.stop();
  assert.ok(needed <= kLargestVisit, `${needed} bytes`);
});

test('nginx: types, Brotli, byte ranges and caching', async () => {
  const server = await hostOnNginx();
  const ask = (name, headers) => fetch(`${server.url}${name}`, { headers });
  const wasm = readFileSync(join(site, 'broadsheet.wasm'));
  const whole = await ask('broadsheet.wasm?v=1', { 'Accept-Encoding': 'br' });
  assert.equal(whole.headers.get('content-type'), 'application/wasm');
  assert.equal(whole.headers.get('content-encoding'), 'br');
  assert.match(whole.headers.get('cache-control'), /immutable/);
  assert.deepEqual(Buffer.from(await whole.arrayBuffer()), wasm);
  const part = await ask('broadsheet.wasm', { 'Accept-Encoding': 'identity', Range: 'bytes=1000-1999' });
  assert.equal(part.status, 206);
  assert.equal(part.headers.get('content-range'), `bytes 1000-1999/${wasm.length}`);
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), wasm.subarray(1000, 2000));
  const index = await ask('', { 'Accept-Encoding': 'br' });
  assert.match(index.headers.get('content-type'), /text\/html; charset=utf-8/);
  assert.equal(index.headers.get('cache-control'), 'no-cache');
  assert.equal(index.headers.get('content-encoding'), 'br');
  await server.stop();
});

test('a newer version is offered and does not interrupt; a reload takes it', async () => {
  if (!nginx) skip('nginx is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-site-'));
  chmodSync(folder, 0o755);
  cpSync(site, folder, { recursive: true });
  const server = await startNginx(folder);
  const page = await openPage({ url: server.url, locale: 'en-GB' });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => 0));
  await page.reload();
  await page.ready();
  await page.press(page.locator('#mirror main [role=link]').first());
  const text = await page.locator('#mirror main').allTextContents();
  const version = /<meta name="version" content="(\w+)">/.exec(readFileSync(join(site, 'index.html'), 'utf8'))[1];
  const newer = readFileSync(join(site, 'index.html'), 'utf8').replace(version, 'newer0000000');
  const hash = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  writeFileSync(join(folder, 'index.html'), newer);
  writeFileSync(join(folder, 'sw.js'), readFileSync(join(site, 'sw.js'), 'utf8').replaceAll(version, 'newer0000000')
    .replace(hash(readFileSync(join(site, 'index.html'))), hash(newer)));
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => 0));
  await page.getByRole('alert').filter({ visible: true }).first().waitFor({ state: 'attached', timeout: 10000 });
  assert.match((await page.getByRole('alert').evaluateAll((all) => all.map((one) => one.textContent + one.getAttribute('aria-label')))).join(''), /newer version/);
  assert.deepEqual(await page.locator('#mirror main').allTextContents(), text, 'reading goes on');
  await page.reload();
  await page.ready();
  assert.equal(await page.evaluate(() => document.querySelector('meta[name=version]').content), 'newer0000000');
  await page.profile.close();
  await server.stop();
});

test('a network that hangs is not waited for longer than some seconds: the kept page opens', async () => {
  let hang = false;
  const { url, stop } = await host({}, () => hang);
  const page = await openPage({ url });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => 0));
  await page.reload();
  await page.ready();
  hang = true;
  const began = Date.now();
  await page.reload();
  await page.ready();
  assert.ok(Date.now() - began < 12000, `${Date.now() - began} ms`);
  assert.ok((await page.locator('#mirror main [role=link]').count()) > 3);
  await page.profile.close();
  stop();
});

test('a kept part that does not match its hash is not installed', async () => {
  const sw = readFileSync(join(site, 'sw.js'), 'utf8').replace(/(broadsheet\.js\?v=\w+"?'?:\s*["']sha256-)./, '$1_');
  assert.notEqual(sw, readFileSync(join(site, 'sw.js'), 'utf8'));
  const { url, stop } = await host({ '/a/b/sw.js': sw });
  const page = await openPage({ url });
  await page.waitForTimeout(1500);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => !!one?.active)), false);
  assert.ok((await page.locator('#mirror main [role=link]').count()) > 3, 'and the page works');
  await page.profile.close();
  stop();
});

test('it can be installed, and names its edition to search engines and messengers', async () => {
  const { url, stop } = await host();
  const page = await openPage({ url });
  const session = await page.profile.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  const { errors, data } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.ok(JSON.parse(data).icons.length > 0);
  const meta = (name) => page.evaluate((wanted) => document.querySelector(`meta[property="${wanted}"], meta[name="${wanted}"]`)?.content, name);
  const expected = JSON.parse(readFileSync(join(pagesFolder, 'front-zh', 'expected.json'), 'utf8'));
  assert.ok((await meta('og:title')).length > 0);
  assert.ok((await meta('og:description')).replace(/\s+/g, '').includes(expected.articles[0].headline.replace(/\s+/g, '')));
  assert.equal(await meta('description'), await meta('og:description'));
  await page.profile.close();
  stop();
});

const alerts = async (page) => (await page.locator('#mirror [role=alert]').evaluateAll((all) => all.map((one) => one.textContent + one.getAttribute('aria-label')))).join('');

test('?src= from a server that does not allow it, or that has no such page, says so and what to do, in the language of the reader', async () => {
  const dump = readFileSync(join(pagesFolder, 'front-en', 'page.txt'));
  const { url, stop } = await host();
  const other = await host({ '/one.txt': dump });
  const foreign = encodeURIComponent(new URL('/one.txt', other.url).href.replace('localhost', '127.0.0.1'));
  for (const [locale, forbidden, missing] of [
    ['en-GB', /one\.txt: the server cannot be reached or does not allow other sites to read it \(CORS\)\. Download the page and drop it/, /none\.txt: the server answers 404\. Check the address\./],
    ['zh-CN', /one\.txt：无法连接服务器，或它不允许其他网站读取（CORS）。请下载该版面/, /none\.txt：服务器返回 404，请核对地址。/],
  ]) {
    const page = await openPage({ url: `${url}?src=${foreign}`, locale });
    assert.match(await alerts(page), forbidden);
    await page.goto(`${url}?src=none.txt`);
    await page.ready();
    assert.match(await alerts(page), missing);
    if (locale === 'en-GB') {
      // The switch stands above what the browser prefers.
      await page.keyboard.press('a');
      await page.idle();
      await page.press(page.locator('#mirror [data-id="language.zh"]'));
      await page.waitForTimeout(300);
      await page.reload();
      await page.ready();
      assert.match(await alerts(page), /none\.txt：服务器返回 404/);
    }
    await page.profile.close();
  }
  stop();
  other.stop();
});

for (const [locale, waiting, given, late] of [
  ['en-GB', /never\.txt: waiting for the server\. Cancel/, /never\.txt: you did not wait for it\./, /never\.txt: the server has not sent it within 60 s\. Download/],
  ['zh-CN', /never\.txt：正在等待服务器。 取消/, /never\.txt：已取消读取。/, /never\.txt：服务器 60 秒内未送达。请下载/],
]) {
  test(`?src= from a server that never answers: the reader may cancel by a key, and after a minute it ends by itself (${locale})`, async () => {
    let asked = 0;
    const { url, stop } = await host({}, (request) => request.url.startsWith('/a/b/never') && ++asked);
    // A minute is a second and a half here.
    const init = () => {
      const real = window.setTimeout.bind(window);
      window.setTimeout = (work, pause, ...more) => real(work, pause === 60000 ? window.minute ?? 1e9 : pause, ...more);
      if (location.hash === '#quick') window.minute = 3500;
    };
    const page = await openPage({ url: `${url}?src=never.txt`, locale, init, wait: false });
    const notice = page.locator('#notice');
    await notice.waitFor({ state: 'visible' });
    assert.match(await notice.innerText(), waiting);
    assert.ok(await page.evaluate(() => {
      const { x, y, width, height } = document.querySelector('#notice button').getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2).tagName === 'BUTTON' && document.activeElement.tagName === 'BUTTON';
    }), 'the button lies on top and has the focus');
    await page.keyboard.press('Enter');
    await page.ready();
    assert.ok(!(await notice.isVisible()));
    assert.match(await alerts(page), given);
    assert.ok((await page.locator('#mirror main [role=link]').count()) > 3, 'the edition of the page is open');
    await page.goto('about:blank');
    await page.goto(`${url}?src=never.txt#quick`, { waitUntil: 'commit' });
    await page.ready();
    assert.match(await alerts(page), late);
    assert.ok(!(await notice.isVisible()));
    assert.equal(asked, 2);
    assert.deepEqual(page.errors, []);
    await page.profile.close();
    stop();
  });
}

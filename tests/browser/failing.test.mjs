// Failing well: what is missing is said in a sentence, and the plain articles are there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage } from './chromium.mjs';
import { assert, test } from './suite.mjs';
import { pagesFolder } from './where.mjs';

async function plainStands(page, word) {
  await page.locator('#notice').waitFor({ state: 'visible' });
  assert.match(await page.locator('#notice').innerText(), word);
  assert.ok(await page.locator('#plain article').first().isVisible());
  assert.ok((await page.locator('#plain article').count()) >= 10);
  await page.profile.close();
}

test('no WebAssembly', async () => {
  await plainStands(await openPage({ wait: false, init: () => delete window.WebAssembly }), /WebAssembly/);
});

test('no WebGL2', async () => {
  const init = () => {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, options) {
      return kind === 'webgl2' ? null : real.call(this, kind, options);
    };
  };
  await plainStands(await openPage({ wait: false, init }), /WebGL2/);
});

test('no DecompressionStream is no hindrance', async () => {
  const page = await openPage({ init: () => delete window.DecompressionStream });
  assert.ok((await page.locator('#mirror [data-id]').count()) > 3);
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

test('a program cut short', async () => {
  const init = () => {
    document.addEventListener('readystatechange', () => {
      const packed = document.getElementById('wasm');
      packed.textContent = packed.textContent.slice(0, packed.textContent.length / 2);
    }, { once: true });
  };
  await plainStands(await openPage({ wait: false, init }), /载入/);
});

test('storage that is closed is no hindrance', async () => {
  const init = () => {
    Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('closed', 'SecurityError'); } });
  };
  const page = await openPage({ init });
  assert.ok((await page.locator('#mirror [data-id]').count()) > 3);
  await page.keyboard.press('d');
  await page.idle();
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

test('a graphics context lost for good: the open edition stands as plain text', async () => {
  const page = await openPage();
  await page.drop([{ name: 'mine.txt', bytes: readFileSync(join(pagesFolder, 'front-en', 'page.txt')) }]);
  const [story] = JSON.parse(readFileSync(join(pagesFolder, 'front-en', 'expected.json'), 'utf8')).articles;
  await page.evaluate(() => document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext());
  await page.locator('#notice').waitFor({ state: 'visible', timeout: 15000 });
  assert.match(await page.locator('#notice').innerText(), /图形环境/);
  assert.ok((await page.locator('#plain').innerText()).includes(story.headline));
  assert.ok(await page.locator('#plain article').first().isVisible());
  await page.profile.close();
});

test('out of memory: said in a sentence, what was open stands as text, and a reload starts again', async () => {
  const page = await openPage({ locale: 'en-GB' });
  await page.drop([{ name: 'mine.txt', bytes: readFileSync(join(pagesFolder, 'front-en', 'page.txt')) }]);
  const [story] = JSON.parse(readFileSync(join(pagesFolder, 'front-en', 'expected.json'), 'utf8')).articles;
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    const { call } = window.__broadsheet.program;
    for (let size = 1 << 30; size > 16; size >>= 1) while (call.bs_alloc(size));
  });
  await page.keyboard.press('t');
  await page.keyboard.press('s');
  await page.locator('#notice').waitFor({ state: 'visible' });
  assert.match(await page.locator('#notice').innerText(), /memory/);
  await page.locator('#plain pre').waitFor();
  assert.ok((await page.locator('#plain pre').innerText()).includes(story.headline.slice(0, 20)));
  await page.reload();
  await page.ready();
  assert.ok(!(await page.locator('#notice').isVisible()));
  await page.profile.close();
});

test('out of memory: a page in GB18030 or UTF-16 stands as the text that it is', async () => {
  const text = '江边的灯塔换上了新灯\n\n守了三十年的老灯昨晚熄灭，新灯在六点整亮起来，渡船鸣笛三声。';
  const gb18030 = (letters) => Buffer.from(execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: letters }));
  for (const bytes of [gb18030(text), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), Buffer.from(text)]) {
    const page = await openPage({ locale: 'en-GB' });
    await page.drop([{ name: 'mine.txt', bytes }]);
    await page.waitForTimeout(300);
    await page.evaluate(() => {
      const { call } = window.__broadsheet.program;
      for (let size = 1 << 30; size > 16; size >>= 1) while (call.bs_alloc(size));
    });
    await page.keyboard.press('t');
    await page.keyboard.press('s');
    await page.locator('#plain pre').waitFor();
    assert.equal(await page.locator('#plain pre').innerText(), text);
    await page.profile.close();
  }
});

test('a file too large for the memory is refused by name, and what was open stays open', async () => {
  const page = await openPage({ locale: 'en-GB' });
  const before = await page.locator('#mirror main').allTextContents();
  await page.evaluate(() => {
    const real = window.__broadsheet.program.call.bs_alloc;
    window.__broadsheet.program.call.bs_alloc = (size) => (size > 65536 ? 0 : real(size));
  });
  await page.drop([{ name: 'huge.txt', bytes: Buffer.alloc(100000, 'words and words. ') }]);
  const alert = (await page.locator('#mirror [role=alert]').evaluateAll((all) => all.map((one) => one.textContent + one.getAttribute('aria-label')))).join('');
  assert.match(alert, /huge\.txt.*memory/);
  assert.deepEqual(await page.locator('#mirror main').allTextContents(), before);
  await page.profile.close();
});

test('workers blocked and clock wrong are no hindrance', async () => {
  const init = () => {
    delete window.Worker;
    delete window.SharedWorker;
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
    const Real = Date;
    window.Date = class extends Real {
      constructor(...given) {
        super(...(given.length ? given : [NaN]));
      }
      static now() {
        return -1e15;
      }
    };
  };
  const page = await openPage({ init });
  await page.drop([{ name: 'mine.txt', bytes: readFileSync(join(pagesFolder, 'front-en', 'page.txt')) }]);
  await page.press(page.locator('#mirror main [role=link]').first());
  assert.equal(await page.getByRole('article').count(), 1);
  await page.waitForTimeout(700);
  await page.reload();
  await page.ready();
  assert.equal(await page.getByRole('article').count(), 1, 'remembered in turns, not by the clock');
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

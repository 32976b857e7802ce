// Failing well: what is missing is said in a sentence, and the plain articles are there.
import { openPage } from './chromium.mjs';
import { assert, test } from './suite.mjs';

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

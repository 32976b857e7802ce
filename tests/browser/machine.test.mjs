// What a good citizen of the machine does: idle costs nothing, nothing is fetched, a lost context comes back.
import { openPage } from './chromium.mjs';
import { assert, test } from './suite.mjs';

test('left alone for 10 s, no animation frame is asked for', async () => {
  const page = await openPage();
  await page.evaluate(() => {
    window.asked = 0;
    const real = window.requestAnimationFrame;
    window.requestAnimationFrame = (work) => {
      window.asked += 1;
      return real.call(window, work);
    };
  });
  const before = await page.evaluate(() => window.__broadsheet.frames);
  await page.waitForTimeout(10000);
  assert.equal(await page.evaluate(() => window.asked), 0);
  assert.equal(await page.evaluate(() => window.__broadsheet.frames), before);
  // And the counter counts: a key makes frames.
  await page.keyboard.press('t');
  await page.idle();
  assert.ok((await page.evaluate(() => window.asked)) > 0);
  await page.profile.close();
});

test('from disk nothing at all is requested but the file', async () => {
  const page = await openPage();
  await page.keyboard.press('t');
  await page.idle();
  assert.deepEqual(page.requests.filter((url) => !url.startsWith('blob:')), [page.url().split('#')[0]]);
  await page.profile.close();
});

test('a lost WebGL context comes back with the same picture, byte for byte', async () => {
  const page = await openPage();
  const before = await page.screenshot();
  await page.evaluate(async () => {
    const canvas = document.getElementById('canvas');
    const context = canvas.getContext('webgl2');
    const lose = context.getExtension('WEBGL_lose_context');
    const event = (name) => new Promise((resolve) => canvas.addEventListener(name, resolve, { once: true }));
    const lost = event('webglcontextlost');
    lose.loseContext();
    await lost;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const restored = event('webglcontextrestored');
    lose.restoreContext();
    await restored;
  });
  await page.idle();
  assert.deepEqual(await page.screenshot(), before);
  await page.keyboard.press('t');
  await page.idle();
  assert.notDeepEqual(await page.screenshot(), before, 'and it goes on drawing');
  await page.profile.close();
});

for (const deviceScaleFactor of [1, 1.25, 2, 3]) {
  test(`the canvas has one pixel a device pixel at ratio ${deviceScaleFactor}`, async () => {
    const page = await openPage({ deviceScaleFactor, viewport: { width: 800, height: 600 } });
    const size = await page.evaluate(() => {
      const canvas = document.getElementById('canvas');
      return [canvas.width, canvas.height];
    });
    assert.deepEqual(size, [800 * deviceScaleFactor, 600 * deviceScaleFactor]);
    await page.setViewportSize({ width: 640, height: 480 });
    await page.waitForFunction((wide) => document.getElementById('canvas').width === wide, 640 * deviceScaleFactor);
    await page.idle();
    await page.profile.close();
  });
}

test('the policy in the page forbids everything from outside', async () => {
  const page = await openPage({ offline: false });
  const policy = await page.evaluate(() => document.querySelector('meta[http-equiv]').content);
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /connect-src 'none'/);
  const refused = await page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'window.ran = true';
    document.body.append(inline);
    const fetched = await fetch('https://example.org/').then(() => 'fetched', () => 'refused');
    return [window.ran === undefined, fetched];
  });
  assert.deepEqual(refused, [true, 'refused']);
  assert.deepEqual(page.requests.filter((url) => url.startsWith('http')), []);
  await page.profile.close();
});

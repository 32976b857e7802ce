// node tests/bench/kiosk/soak.mjs [--plates N] [--minutes N]: the kiosk for months. Turns N plates (100,000) by a clock that
// the program drives, or leaves it alone for N minutes of real time, and prints what memory does on the way: linear
// memory, JavaScript heap after a collection, bytes of WebGL textures and buffers. Exit code 1 where one of them grew
// between the first tenth and the last, or another plate stands at the end than should. The native side of the same is
// a unit test; this one has the browser in it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { executable } from '../../browser/chromium.mjs';
import { oneFile, root } from '../../browser/where.mjs';

const { chromium } = createRequire(join(root, 'tests/browser/package.json'))('playwright-core');

const told = (name) => Number(process.argv[process.argv.indexOf(name) + 1]);
const minutes = process.argv.includes('--minutes') ? told('--minutes') : 0;
const plates = process.argv.includes('--plates') ? told('--plates') : 100000;

const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--enable-unsafe-swiftshader',
  '--use-angle=swiftshader', '--disable-background-networking', '--js-flags=--expose-gc',
  '--enable-precise-memory-info'] });  // else the heap's size is rounded to the same ten million bytes for ever
const size = minutes ? { width: 1920, height: 1080 } : { width: 160, height: 90 };
const context = await browser.newContext({ viewport: size, locale: 'zh-CN', offline: true });
const page = await context.newPage();
const errors = [];
page.on('pageerror', (error) => errors.push(String(error)));

await page.addInitScript(() => {
  // Bytes that textures and buffers hold, as the program asked for them. What is in the buffers is the plate that stands.
  const held = new Map();
  const of = WebGL2RenderingContext.prototype;
  const bound = {};
  const wrap = (name, work) => {
    const real = of[name];
    of[name] = function (...args) {
      work.apply(this, args);
      return real.apply(this, args);
    };
  };
  wrap('bindTexture', (target, texture) => { bound[target] = texture; });
  wrap('bindBuffer', (target, buffer) => { bound[target] = buffer; });
  wrap('texImage2D', (target, level, format, width, height) => held.set(bound[target], width * height * (format === 0x8229 ? 1 : 4)));
  wrap('texStorage2D', (target, levels, format, width, height) => held.set(bound[target], width * height * (format === 0x8229 ? 1 : 4)));
  wrap('bufferData', (target, data) => held.set(bound[target], typeof data === 'number' ? data : data.byteLength));
  wrap('deleteTexture', (texture) => held.delete(texture));
  wrap('deleteBuffer', (buffer) => held.delete(buffer));
  window.graphics = () => {
    const sum = (kind) => [...held].reduce((bytes, [one, size]) => bytes + (one instanceof kind ? size : 0), 0);
    return { textures: sum(WebGLTexture), buffers: sum(WebGLBuffer), objects: held.size };
  };
});
// Driven by leaps and frames: a frame comes as soon as it is asked for, and takes 0.5 s, so that a fade has few of them, on a small
// screen, for a software renderer pays by the pixel.
if (!minutes) {
  await page.addInitScript(() => {
    let time = 0;
    performance.now = () => time;
    const channel = new MessageChannel();
    const asked = [];
    channel.port1.onmessage = () => {
      time += 500;
      asked.shift()(time);
    };
    window.requestAnimationFrame = (work) => {
      asked.push(work);
      channel.port2.postMessage(0);
      return 1;
    };
  });
}
await page.goto(`${oneFile}?kiosk&dwell=10&idle=30`);
await page.waitForFunction(() => document.documentElement.className === 'app', null, { timeout: 60000, polling: 100 });
await page.evaluate(() => window.__broadsheet.idle());

const look = async () => {
  const [linear, heap, graphics] = await page.evaluate(async () => {
    for (let i = 0; i < 3; ++i) {
      window.gc();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return [window.__broadsheet.memory, performance.memory.usedJSHeapSize, window.graphics()];
  });
  return { linear, heap, graphics };
};
const head = () => page.evaluate(() => document.querySelector('#mirror h2')?.textContent ?? '');
const place = async () => (await page.locator('[data-id="kiosk.progress"]').textContent()).match(/\d+/g).map(Number);

// Turns plates and says which heads stood.
const turn = (count) => page.evaluate(async (n) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let i = 0; i < n; ++i) {
    window.__broadsheet.leap(11);
    await frame();
    window.__broadsheet.leap(1);
    await frame();
  }
  await window.__broadsheet.idle();
}, count);

const [, round] = await place();
const heads = [];
let fullest = 0;  // bytes of the buffers for the plate that takes most
for (let i = 0; i < round; ++i) {
  heads.push(await head());
  fullest = Math.max(fullest, await page.evaluate(() => window.graphics().buffers));
  await turn(1);
}
let turned = round;
const line = (name, at) => console.log(`${name.padEnd(16)} linear ${(at.linear / 1048576).toFixed(1)} MB, JavaScript heap ` +
  `${(at.heap / 1048576).toFixed(2)} MB, textures ${(at.graphics.textures / 1048576).toFixed(2)} MB, buffers ` +
  `${(at.graphics.buffers / 1024).toFixed(0)} KB, ${at.graphics.objects} of both`);
const looks = [];
const began = Date.now();
if (minutes) {
  for (let i = 0; i <= 10; ++i) {
    looks.push(await look());
    line(`${((Date.now() - began) / 60000).toFixed(1)} minutes`, looks.at(-1));
    if (i < 10) await page.waitForTimeout(minutes * 6000);
  }
} else {
  for (let i = 0; i < 10; ++i) {
    // Whole rounds: every look is at the same plate.
    const share = Math.ceil(plates / 10 / round) * round;
    for (let done = 0; done < share; done += 500) await turn(Math.min(500, share - done));
    turned += share;
    looks.push(await look());
    line(`${turned} plates`, looks.at(-1));
  }
}
const failures = [...errors];
const first = looks[minutes ? 1 : 0];  // after the first tenth
const last = looks.at(-1);
if (last.linear > first.linear) failures.push('linear memory grew');
if (last.heap > first.heap * 1.1 + 262144) failures.push('the JavaScript heap grew');
if (last.graphics.textures > first.graphics.textures) failures.push('textures grew');
if (last.graphics.objects > first.graphics.objects) failures.push('there are more textures and buffers');
// A frame in mid-fade holds two plates.
if (last.graphics.buffers > 2 * fullest) failures.push(`buffers grew to ${last.graphics.buffers} bytes from at most ${fullest}`);
const [at] = await place();
if ((await head()) !== heads[at - 1]) failures.push(`plate ${at} should show "${heads[at - 1]}" and shows "${await head()}"`);
if (!minutes && at !== (turned % round) + 1) failures.push(`after ${turned} plates plate ${(turned % round) + 1} should stand, not ${at}`);
console.log(`${((Date.now() - began) / 1000).toFixed(0)} s; at the end plate ${at} of ${round}: ${await head()}`);
for (const failure of failures) console.log(`FAIL ${failure}`);
await browser.close();
process.exit(failures.length ? 1 : 0);

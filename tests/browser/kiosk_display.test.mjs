// The kiosk as the README says to start it: Chromium and Firefox with --kiosk on an X screen of their own, under a window
// manager, with a real mouse and real keys. What the whole screen shows is what counts: no frame, no bubble, no menu.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { executable } from './chromium.mjs';
import { openScreen, xvfb } from './display.mjs';
import { readPng } from './png.mjs';
import { assert, patience, skip, test } from './suite.mjs';
import { firstOf, oneFile, root } from './where.mjs';

const manager = firstOf(['/usr/bin/openbox']);
const hand = firstOf(['/usr/bin/xdotool']);
const analyze = firstOf(['/usr/bin/systemd-analyze']);
const firefox = firstOf(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
const [kWidth, kHeight] = [1920, 1080];
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what, look) {
  for (const end = Date.now() + 60000 * patience; Date.now() < end; await pause(200)) {
    const found = await look().catch(() => null);
    if (found) return found;
  }
  throw new Error(`never came: ${what}`);
}

// A screen with a window manager; the pointer away from the middle, where it would stand on words.
async function openLobby() {
  const screen = await openScreen(kWidth, kHeight);
  const home = mkdtempSync(join(tmpdir(), 'broadsheet-lobby-'));
  const env = { ...process.env, DISPLAY: screen.display, HOME: home, LIBGL_ALWAYS_SOFTWARE: '1' };
  const children = [spawn(manager, [], { env, stdio: 'ignore' })];
  const lobby = {
    screen,
    home,
    run: (program, words) => children[children.push(spawn(program, words, { env, stdio: 'ignore' })) - 1],
    hand: (...words) => execFileSync(hand, words, { env, stdio: 'ignore' }),
    async close() {
      for (const child of children.reverse()) {
        child.kill();
        for (let i = 0; i < 50 && child.exitCode === null && child.signalCode === null; ++i) await pause(100);
      }
      screen.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  await until('the window manager', async () => lobby.hand('get_num_desktops') ?? true);
  lobby.hand('mousemove', '960', String(kHeight - 1));
  return lobby;
}

// How many of the screen's pixels are another than the page's own, in thousandths; the pointer's own corner does not count.
function strange(screen, page) {
  assert.deepEqual([page.width, page.height], [screen.width, screen.height], 'the page is as large as the screen');
  let count = 0;
  for (let y = 0; y < kHeight - 40; ++y)
    for (let x = 0; x < kWidth; ++x) {
      const a = (y * kWidth + x) * screen.channels;
      const b = (y * kWidth + x) * page.channels;
      if (Math.abs(screen.pixels[a] - page.pixels[b]) > 8 || Math.abs(screen.pixels[a + 1] - page.pixels[b + 1]) > 8) count += 1;
    }
  return (count * 1000) / (kWidth * kHeight);
}

test('kiosk: Chromium --kiosk on a screen, as the README starts it: the plate and nothing else, and no key leads out', async () => {
  if (!xvfb || !manager || !hand) skip('Xvfb, openbox or xdotool is not installed');
  const told = readme.match(/^ExecStart=\/usr\/bin\/chromium (.*) file:\S+$/m)[1].split(' ');
  const lobby = await openLobby();
  try {
    const profile = join(lobby.home, 'profile');
    const url = `${oneFile}?kiosk&pin=2468&link=https://paper.example/&idle=30`;
    // Beyond the README: a profile of the test's own, no sandbox for root, a port to look in by.
    const child = lobby.run(executable, [...told, `--user-data-dir=${profile}`, '--no-sandbox', '--enable-unsafe-swiftshader',
      '--use-angle=swiftshader', '--disable-background-networking', '--remote-debugging-port=0', url]);
    const port = await until('Chromium', async () => readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const pages = () => browser.contexts().flatMap((context) => context.pages());
    await until('the page', async () => pages()[0]?.evaluate(() => window.__broadsheet.atRest));
    const [page] = pages();
    const loops = async () => (await page.locator('[data-id="kiosk.progress"]').count()) === 1;
    assert.ok(await loops());
    assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [kWidth, kHeight], 'all of the screen is the page');
    await pause(4000);  // a bubble of the browser's would be out by now
    const alone = async (what) => {
      await until(what, async () => page.evaluate(() => window.__broadsheet.atRest));
      // A plate may turn between the two pictures: then they are taken again.
      let parts = Infinity;
      for (let i = 0; i < 4 && parts > 1; ++i) {
        await pause(1000);
        parts = strange(lobby.screen.picture(), readPng(await page.screenshot()));
      }
      assert.ok(parts <= 1, `${what}: ${parts.toFixed(2)} thousandths of the screen are not the page's`);
    };
    await alone('the plate');
    lobby.hand('mousemove', '700', '500', 'click', '1');
    await until('the takeover', async () => !(await loops()));
    const here = page.url();
    for (const key of ['ctrl+t', 'ctrl+n', 'ctrl+shift+n', 'ctrl+w', 'ctrl+shift+w', 'F11', 'F12', 'F1', 'F5', 'ctrl+u', 'ctrl+shift+i', 'ctrl+o',
      'ctrl+p', 'ctrl+s', 'ctrl+l', 'ctrl+h', 'ctrl+j', 'alt+Home', 'alt+Left', 'alt+f', 'F10', 'ctrl+plus', 'ctrl+shift+q']) {
      lobby.hand('key', key);
      await pause(150);
    }
    await pause(1500);
    assert.equal(child.exitCode, null, 'it still runs');
    assert.deepEqual(pages().map((one) => one.url()), [here], 'one page, the same');
    assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]), [kWidth, kHeight, 1]);
    lobby.hand('mousemove', '700', '500', 'click', '3');
    await pause(1000);
    lobby.hand('mousemove', '960', String(kHeight - 1));
    await alone('no menu');
    lobby.hand('key', 'Escape');
    await until('Escape, which is the page\'s, leads back', async () => page.url() !== here);
    await until('the loop', loops);
    await browser.close();
  } finally {
    await lobby.close();
  }
}, 3);

test('kiosk: Firefox --kiosk on a screen: the plate fills it, and a touch opens the story', async () => {
  if (!firefox || !xvfb || !manager || !hand) skip('Firefox, Xvfb, openbox or xdotool is not installed');
  const lobby = await openLobby();
  try {
    const profile = mkdtempSync(join(lobby.home, 'firefox-'));
    writeFileSync(join(profile, 'user.js'), 'user_pref("webgl.force-enabled", true);\nuser_pref("intl.accept_languages", "zh-CN");\n');
    lobby.run(firefox, ['--kiosk', '--no-remote', '--profile', profile, `${oneFile}?kiosk&pin=2468&language=zh&night=never&dim=never&scale=1.2`]);
    // Its own picture is not to be had without a driver: the plate is known by its paper in all corners, by the ink on it,
    // and by the first dash of the progress in the accent's red.
    const face = () => {
      const { pixels } = lobby.screen.picture();
      const at = (x, y) => [...pixels.subarray((y * kWidth + x) * 3, (y * kWidth + x) * 3 + 3)];
      const [r, g, b] = at(4, 4);
      let [ink, red] = [0, 0];
      for (let y = 0; y < kHeight; ++y)
        for (let x = 0; x < kWidth; ++x) {
          const [cr, cg] = at(x, y);
          if (cr < 60 && cg < 60) ink += 1;
          if (y > 900 && x < 900 && cr > 120 && cg < 70) red += 1;
        }
      return { paper: r > 240 && g > 240 && b > 230 && at(4, kHeight - 4)[0] > 240 && at(kWidth - 4, 4)[0] > 230, ink, red };
    };
    await until('the plate', async () => {
      const { paper, ink, red } = face();
      return paper && ink > 10000 && red > 40;
    });
    await pause(1000);
    lobby.hand('mousemove', '700', '500', 'click', '1');
    await until('the story, without the loop\'s progress', async () => {
      const { paper, ink, red } = face();
      return paper && ink > 10000 && red === 0;
    });
  } finally {
    await lobby.close();
  }
}, 3);

test('kiosk: systemd takes the unit of the README', async () => {
  if (!analyze || !executable) skip('systemd-analyze is not installed');
  const unit = readme.match(/```ini\n(\[Unit\][^`]*)```/)[1];
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-unit-'));
  const verify = (text) => {
    writeFileSync(join(folder, 'broadsheet-kiosk.service'), text);
    try {
      return execFileSync(analyze, ['verify', join(folder, 'broadsheet-kiosk.service')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) || 'good';
    } catch (error) {
      return String(error.stderr);
    }
  };
  assert.equal(verify(unit.replace('/usr/bin/chromium', executable)), 'good');
  assert.match(verify(unit.replace('/usr/bin/chromium', '/usr/bin/no-such-browser')), /no-such-browser/, 'and says so of another that is wrong');
  rmSync(folder, { recursive: true, force: true });
});

// The kiosk in a browser. The tests move its clock: leap(seconds) and what is due by then happens.
import { cpSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage } from './chromium.mjs';
import { nginx, startNginx } from './nginx.mjs';
import { readPng } from './png.mjs';
import { assert, skip, test } from './suite.mjs';
import { oneFile, site } from './where.mjs';

const kWide = { viewport: { width: 1920, height: 1080 } };

async function openKiosk(settings = '', context = {}) {
  const url = context.url ?? oneFile;
  const page = await openPage({ ...kWide, ...context, url: `${url}?kiosk&pin=2468${settings}` });
  page.leap = async (seconds) => {
    await page.evaluate((by) => window.__broadsheet.leap(by), seconds);
    await page.idle();
  };
  // A sign of life, and `seconds` without one; then what `then` finds, before real time can add to them.
  page.still = (seconds, then = 'true') => page.evaluate(async ([by, code]) => {
    document.getElementById('canvas').dispatchEvent(new PointerEvent('pointermove', { bubbles: true, isPrimary: true, pointerType: 'mouse', clientX: 9, clientY: 400 }));
    window.__broadsheet.leap(by);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [act, id] = code.split(' ');
    const node = document.querySelector(`[data-id="${id}"]`);
    if (act === 'click') node.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return act === 'text' ? node?.textContent : undefined;
  }, [seconds, then]);
  // To the next plate: what stands goes, then the new one comes.
  page.turn = async () => {
    await page.leap(15);
    await page.leap(2);
  };
  page.said = async () => (await page.locator('#mirror').allInnerTexts()).join('\n') + (await page.locator('#mirror [data-id]').allTextContents()).join('\n');
  page.log = () => page.evaluate(() => window.__broadsheet.kioskLog());
  page.loops = async () => (await page.locator('[data-id="kiosk.progress"]').count()) === 1;
  await page.leap(2);
  return page;
}

const headOf = (page) => page.locator('#mirror h2').first().textContent();

test('kiosk: plate after plate, no frame while one stands', async () => {
  const page = await openKiosk();
  const first = await headOf(page);
  await page.evaluate(() => {
    window.asked = 0;
    const real = window.requestAnimationFrame;
    window.requestAnimationFrame = (work) => {
      window.asked += 1;
      return real.call(window, work);
    };
  });
  await page.waitForTimeout(4000);
  assert.equal(await page.evaluate(() => window.asked), 0);
  await page.turn();
  const second = await headOf(page);
  assert.notEqual(second, first);
  assert.ok((await page.evaluate(() => window.asked)) > 2, 'and a turn is drawn');
  const [, count] = (await page.locator('[data-id="kiosk.progress"]').textContent()).match(/\d+/g).map(Number);
  for (let i = 0; i < count - 1; ++i) await page.turn();
  assert.equal(await headOf(page), first, 'and comes round again');
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

test('kiosk: a touch takes over at once; silence counts down, resets and goes on', async () => {
  const page = await openKiosk('', { hasTouch: true });
  const plate = await headOf(page);
  await page.touchscreen.tap(500, 500);
  await page.idle();
  assert.equal(await page.loops(), false);
  assert.equal(await page.locator('#mirror h1').first().textContent(), plate, 'the story that stood is open');
  await page.press(page.locator('[data-id="kiosk.language"]'));
  assert.match(await page.said(), /Contents/);
  await page.press(page.locator('[data-id="text.larger"]'));
  await page.press(page.locator('[data-id="nav.find"]'));
  await page.keyboard.type('a');
  assert.match(await page.still(51, 'text kiosk.left'), /\d/);
  await page.still(51, 'click kiosk.stay');
  assert.equal(await page.locator('[data-id="kiosk.left"]').count(), 0);
  // Composition alone keeps it alive.
  await page.evaluate(() => {
    window.__broadsheet.leap(30);
    document.getElementById('field').dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, data: '报' }));
    window.__broadsheet.leap(30);
  });
  assert.equal(await page.loops(), false);
  assert.equal(await page.locator('[data-id="kiosk.left"]').count(), 0);
  await page.leap(61);
  await page.leap(2);
  assert.equal(await page.loops(), true);
  assert.match(await page.said(), /触摸屏幕/);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('broadsheet.'))), []);
  await page.touchscreen.tap(500, 500);
  await page.idle();
  assert.match(await page.said(), /目录/, 'the language too');
  await page.profile.close();
});

test('kiosk: locked against files, menus, keys and zoom; five touches and the PIN open it', async () => {
  const page = await openKiosk();
  await page.mouse.click(500, 500);
  await page.idle();
  const before = await page.said();
  await page.drop([{ name: 'x.txt', bytes: Buffer.from('Another page\n\nwith quite another text in it.\n') }]);
  assert.equal(await page.said(), before, 'a dropped file');
  const refused = await page.evaluate(() => ['contextmenu', 'paste', 'dragover', 'copy', 'cut', 'selectstart', 'gesturestart', 'auxclick'].map((kind) =>
    !document.getElementById('canvas').dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }))));
  assert.deepEqual(refused, Array(8).fill(true));
  const keys = await page.evaluate(() => [['s', true], ['p', true], ['o', false], ['F5', false], ['F12', false], ['+', true]].map(([key, ctrlKey]) =>
    !window.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }))));
  assert.deepEqual(keys, Array(6).fill(true));
  const zoom = await page.evaluate(() => !document.getElementById('canvas').dispatchEvent(
    new WheelEvent('wheel', { ctrlKey: true, deltaY: -200, bubbles: true, cancelable: true })));
  assert.equal(zoom, true);
  assert.equal(await page.said(), before);
  const corner = async () => {
    for (let i = 0; i < 5; ++i) await page.mouse.click(1900, 20);
    await page.idle();
  };
  const pin = async (digits) => {
    for (const key of [...digits, 'enter']) {
      await page.locator(`[data-id="pin.${key}"]`).dispatchEvent('click');
      await page.idle();
    }
  };
  await corner();
  for (let i = 0; i < 5; ++i) {  // the pause is 2, 4, 8, 16, 32 s now
    await page.leap([0, 2, 4, 8, 16][i]);  // past the pause, within the keypad's 20 s of silence
    await corner();
    await pin('1357');
    assert.equal(await page.locator('[data-id="kiosk.pin.wrong"]').count(), 1);
  }
  await pin('2468');
  assert.equal(await page.locator('[data-id="kiosk.service"]').count(), 0, 'not within the pause, not even the right one');
  await page.leap(33);
  await corner();
  await pin('2468');
  assert.equal(await page.locator('[data-id="kiosk.service"]').count(), 1);
  assert.match(await page.said(), /wrong PIN, 5 in a row/);
  const [saved] = await Promise.all([page.waitForEvent('download'), page.press(page.locator('[data-id="service.save"]'))]);
  assert.equal(saved.suggestedFilename(), 'kiosk-log.txt');
  await page.press(page.locator('[data-id="service.leave"]'));
  await page.waitForTimeout(100);
  await page.idle();
  assert.equal(await page.locator('[data-id="nav.open"]').count(), 1, 'and it is a desk again');
  await page.profile.close();
});

test('kiosk: the PIN by keys, though an input method was at work when the corner was touched', async () => {
  const page = await openKiosk();
  await page.mouse.click(500, 500);
  await page.idle();
  await page.press(page.locator('[data-id="nav.find"]'));
  const session = await page.profile.newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'dengta', selectionStart: 6, selectionEnd: 6 });
  await page.idle();
  assert.equal(await page.evaluate(() => document.getElementById('field').classList.contains('composing')), true);
  for (let i = 0; i < 5; ++i) await page.mouse.click(1900, 20);
  await page.idle();
  assert.equal(await page.locator('[data-id="kiosk.pin"]').count(), 1);
  assert.notEqual(await page.evaluate(() => document.activeElement.id), 'field', 'no field in which an input method could take the digits');
  for (const one of '13579') await page.keyboard.press(one);
  for (let i = 0; i < 5; ++i) await page.keyboard.press('Backspace');
  // A digit that an input method keeps for itself is not taken.
  await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', code: 'Digit9', keyCode: 229, bubbles: true, cancelable: true })));
  for (const one of '2468') {
    await page.keyboard.press(one);
    await page.idle();
  }
  await page.keyboard.press('Enter');
  await page.idle();
  assert.equal(await page.locator('[data-id="kiosk.service"]').count(), 1);
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

const editionOf = (head) => `早春特刊\n\n2031年2月8日\n\n${head}\n\n本报记者 何川\n\n守了三十年的老灯昨晚熄灭，新灯在六点整亮起来，渡船鸣笛三声，岸上站满了提着小灯笼的孩子，没有一个人说话。\n`;

test('kiosk: a newer edition by polling: good, unchanged, broken, missing, no server, after a reload', async () => {
  if (!nginx) skip('no nginx here');
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-kiosk-'));
  cpSync(site, folder, { recursive: true });
  const edition = join(folder, 'edition.txt');
  writeFileSync(edition, editionOf('江边的灯塔换上了新灯'));
  const server = await startNginx(folder);
  const page = await openKiosk('&refresh=edition.txt&every=60', { url: server.url });
  await page.turn();
  assert.equal(await headOf(page), '江边的灯塔换上了新灯');
  await page.leap(61);
  await page.turn();
  assert.ok(server.log().some((line) => line.startsWith('304 /edition.txt ')), `asked with its ETag: ${server.log().join(', ')}`);

  writeFileSync(edition, '{"format": "broadsheet-1", "pages": [{"articles": ');
  await page.leap(61);
  await page.turn();
  assert.equal(await headOf(page), '江边的灯塔换上了新灯', 'the old one stays');
  assert.match(await page.said(), /无法更新/);
  assert.match(await page.log(), /refresh: .*the old edition stays/);

  writeFileSync(edition, editionOf('渡口的茶馆今天开门'));
  await page.leap(61);
  await page.turn();
  assert.equal(await headOf(page), '渡口的茶馆今天开门');
  assert.doesNotMatch(await page.said(), /无法更新/);

  unlinkSync(edition);
  await page.leap(61);
  await page.turn();
  assert.equal(await headOf(page), '渡口的茶馆今天开门');
  assert.match(await page.log(), /answers 404/);

  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await server.pause();
  await page.leap(61);
  await page.turn();
  assert.match(await page.log(), /does not answer/);
  assert.match(await page.said(), /20\d\d/, 'with the date of the last good one');
  await page.reload();
  await page.ready();
  await page.leap(2);
  assert.equal(await headOf(page), '渡口的茶馆今天开门', 'the last good one, without a server');
  await server.resume();
  await server.stop();
  await page.profile.close();
  rmSync(folder, { recursive: true, force: true });
});

test('kiosk: a script error loads the page anew, with growing pauses', async () => {
  const page = await openKiosk();
  const pauses = [];
  for (let i = 0; i < 3; ++i) {
    await page.evaluate(() => setTimeout(() => {
      throw new Error('made by the test');
    }));
    await page.waitForFunction((n) => window.__broadsheet.kioskLog().split('made by the test').length === n + 2, i);
    const log = await page.log();
    pauses.push(Number(log.match(/reloading in (\d+) s(?![^]*reloading)/)[1]));
    const [again] = await Promise.all([page.waitForEvent('load'), page.evaluate((by) => window.__broadsheet.leap(by), pauses[i] + 1).catch(() => {})]);
    assert.ok(again);
    await page.ready();
    assert.ok(await page.loops());
  }
  assert.deepEqual(pauses, [5, 10, 20]);
  await page.profile.close();
});

test('kiosk: a lost WebGL context comes back with the same plate, or the page loads anew', async () => {
  const page = await openKiosk();
  const before = await page.screenshot();
  await page.evaluate(() => {
    window.lose = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.lose.loseContext();
  });
  await page.waitForTimeout(200);
  await page.evaluate(() => window.lose.restoreContext());
  await page.waitForTimeout(200);
  await page.idle();
  assert.deepEqual(await page.screenshot(), before);
  assert.match(await page.log(), /context was lost[^]*came back/);
  await page.evaluate(() => {
    window.lose = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.lose.loseContext();
  });
  await page.waitForTimeout(200);
  await page.evaluate(() => {
    window.__broadsheet.leap(1);
    window.__broadsheet.leap(16);
  });
  assert.match(await page.log(), /did not come back; reloading/);
  await page.profile.close();
});

test('kiosk: a frame that never comes is noticed, and the page loads anew', async () => {
  const page = await openKiosk();
  await page.leap(40);
  assert.doesNotMatch(await page.log(), /no frame came/, 'not while frames come');
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 1;
    window.__broadsheet.leap(15);
    window.__broadsheet.leap(21);
  });
  assert.match(await page.log(), /no frame came for 20 s; reloading in 5 s/);
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => window.__broadsheet.leap(6)).catch(() => {})]);
  await page.ready();
  assert.ok(await page.loops());
  await page.profile.close();
});

test('kiosk: the log keeps the last 500 events, over a reload too', async () => {
  const init = () => {
    if (!localStorage.getItem('broadsheet-kiosk-log'))
      localStorage.setItem('broadsheet-kiosk-log', Array.from({ length: 600 }, (_, i) => `2031-02-08T09:00:00Z event ${i}`).join('\n'));
  };
  const page = await openKiosk('', { init });
  const lines = async () => (await page.log()).split('\n');
  assert.equal((await lines()).length, 500);
  assert.ok((await lines()).some((line) => line.endsWith(' event 599')));
  assert.ok(!(await lines()).some((line) => line.endsWith(' event 99')));
  assert.match((await lines()).slice(-3).join(), /started, /);
  // As Chromium itself now and then forgets it, for files on a busy machine.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.ready();
  assert.equal((await lines()).length, 500);
  assert.equal((await lines()).filter((line) => / started, /.test(line)).length, 2);
  await page.profile.close();
});

test('kiosk: the wake lock is taken, and taken again after a loss', async () => {
  const init = () => {
    window.locks = [];
    Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
      const lock = new EventTarget();
      lock.release = () => lock.dispatchEvent(new Event('release'));
      window.locks.push(lock);
      return lock;
    } } });
  };
  const page = await openKiosk('', { init });
  assert.equal(await page.evaluate(() => window.locks.length), 1);
  await page.evaluate(() => window.locks[0].release());
  await page.leap(6);
  assert.equal(await page.evaluate(() => window.locks.length), 2);
  assert.match(await page.log(), /taken away[^]*kept awake/);
  await page.profile.close();
});

test('kiosk: a bad setting is named in the log and does no harm', async () => {
  const page = await openKiosk('&dwell=soon&refresh=javascript:alert(1)');
  assert.match(await page.log(), /not understood: dwell=soon/);
  assert.ok(await page.loops());
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

test('kiosk: absurd settings keep their defaults, in the program and beside it', async () => {
  if (!nginx) skip('no nginx here');
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-kiosk-'));
  cpSync(site, folder, { recursive: true });
  writeFileSync(join(folder, 'edition.txt'), editionOf('江边的灯塔换上了新灯'));
  const server = await startNginx(folder);
  const absurd = ['dwell=0', 'idle=-5', 'scale=1e9', 'every=Infinity', 'language=<script>', 'night=NaN', 'order=', 'link=data:x'];
  const page = await openKiosk(`&refresh=edition.txt&${absurd.map((pair) => pair.replace('<', '%3C').replace('>', '%3E')).join('&')}`, { url: server.url });
  const log = await page.log();
  for (const pair of absurd) assert.ok(log.includes(`not understood: ${pair}`), `${pair} in ${log}`);
  await page.turn();
  assert.equal(await headOf(page), '江边的灯塔换上了新灯');
  await page.leap(301);
  await page.turn();
  assert.ok(server.log().some((line) => line.startsWith('304 /edition.txt ')), 'it goes on looking, as if nothing had been told');
  assert.deepEqual(page.errors, []);
  await page.profile.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

// The mean lightness of the picture, 0 to 255.
function lightness(png) {
  const { channels, pixels } = readPng(png);
  let sum = 0;
  for (let at = 0; at < pixels.length; at += channels) sum += 0.2126 * pixels[at] + 0.7152 * pixels[at + 1] + 0.0722 * pixels[at + 2];
  return sum / (pixels.length / channels);
}

test('kiosk: at night the screen turns dark, late at night darker, and in the morning it is light again', async () => {
  const now = new Date();
  const later = (minutes) => {
    const all = now.getHours() * 60 + now.getMinutes() + minutes;
    return `${Math.floor(all / 60) % 24}:${all % 60}`;
  };
  const page = await openKiosk(`&night=${later(30)}-${later(210)}&dim=${later(90)}-${later(210)}`, { reducedMotion: 'reduce' });
  const round = Number((await page.locator('[data-id="kiosk.progress"]').textContent()).match(/\d+/g)[1]);
  // The same plate each time: its ink must not be what makes the difference.
  const light = [lightness(await page.screenshot())];
  for (let i = 0; i < 3; ++i) {
    await page.leap(i < 2 ? 3600 : 7200);
    for (let n = 1; n < round; ++n) await page.turn();
    light.push(lightness(await page.screenshot()));
  }
  const [day, night, dim, morning] = light;
  assert.ok(day > 200, `day ${day}`);
  assert.ok(night < day / 4, `night ${night} of ${day}`);
  // A veil of 110 in 255 black.
  assert.ok(Math.abs(dim / night - 145 / 255) < 0.04, `dimmed ${dim} of ${night}`);
  assert.ok(Math.abs(morning - day) < 4, `morning ${morning}, as the day before ${day}`);
  await page.profile.close();
});

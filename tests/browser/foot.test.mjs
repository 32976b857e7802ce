// The panels at the foot of the screen: nothing that is needed lies under them or under what they say, on the smallest phone either.
import { readPng } from './png.mjs';
import { arrowTo, byteOf, enter, keys, kTower, log, node, onePage, openProof, passage } from './proof.mjs';
import { assert, test } from './suite.mjs';

const kPhone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const kLast = '明年春天，上游的两个渡口也要换船。';
const boxOf = (page, id) => node(page, id).boundingBox();

async function tap(page, id) {
  const at = await page.spot(node(page, id));
  await page.touchscreen.tap(at.x, at.y);
  await page.idle();
}

test('corrections: what was done is told beside the panel that is open, not over its buttons', async () => {
  const page = await openProof();
  await arrowTo(page, kLast);
  await keys(page, '5');
  await enter(page);
  await keys(page, '7');
  const [toast, panel] = [await boxOf(page, 'toast'), await boxOf(page, 'draft')];
  assert.ok(toast.y + toast.height <= panel.y, 'the words stand above the panel');
  await page.profile.close();
});

test('corrections: on a phone of 360 by 640 a repair under review stands above its panel', async () => {
  const page = await openProof(kTower, kPhone);
  await keys(page, 'r');
  for (let i = 0; i < 2; ++i) {
    const [panel, held] = [await boxOf(page, 'review'), await page.locator('#mirror [data-id^="passage."][aria-pressed=true]').boundingBox()];
    assert.ok(held.y >= 48 && held.y + Math.min(held.height, 60) <= panel.y, `its words can be read (${held.y} to ${panel.y})`);
    await tap(page, 'review.skip');
  }
  await page.profile.close();
});

test('corrections: on a phone of 360 by 640 two that disagree fit on the screen, and the log has every button', async () => {
  const long = '首批三艘电船昨日下水，票价不变。船长说，新船没有声音，水鸟也不再惊飞。';
  const page = await openProof(kTower, kPhone);
  await arrowTo(page, long);
  await keys(page, '5');
  await tap(page, 'draft.take');
  const theirs = { do: 'role', page: 'tower.txt', spans: [[byteOf(long), byteOf(long) + Buffer.byteLength(long)]], role: 'caption', who: 'Ben', when: '2026-11-20T08:00:00Z' };
  await page.drop([{ name: 'ben.json', bytes: JSON.stringify({ format: 'broadsheet-corrections-1', corrections: [theirs] }) }]);
  const panel = await boxOf(page, 'conflict');
  assert.ok(panel.y >= 0 && panel.y + panel.height <= 640, `from ${panel.y}, ${panel.height} high`);
  await tap(page, 'conflict.theirs');
  const { role, instead } = (await log(page)).at(-1);
  assert.deepEqual([role, instead], ['caption', [0]]);
  await keys(page, 'k');
  for (const id of ['log.undo', 'log.redo', 'log.export', 'log.import', 'log.truth', 'log.close']) {
    const { x, y, width, height } = await boxOf(page, id);
    assert.ok(x >= 0 && x + width <= 360 && y >= 0 && y + height <= 640, id);
  }
  await page.profile.close();
});

test('corrections: on a phone of 360 by 640 the letter at which a long paragraph is split stands above the panel', async () => {
  const long = Array.from({ length: 60 }, (_, i) => `第${i}艘船到了，水鸟不再惊飞。`).join('');
  const dump = `灯塔重新点亮\n\n${long}\n\n${kLast}\n`;
  const page = await openProof(dump, { ...kPhone, name: 'long.txt' });
  await arrowTo(page, '第3艘', dump);
  await keys(page, 'l', 'End');
  const ends = async () => {
    const [panel, whole] = [await boxOf(page, 'draft'), await passage(page, '第3艘').boundingBox()];
    assert.ok(whole.height > 640, 'the paragraph is longer than the screen');
    return { panel, begin: whole.y, end: whole.y + whole.height };
  };
  const { panel, end } = await ends();
  assert.ok(end >= 48 + 40 && end <= panel.y, `its last line ends at ${end}, the panel begins at ${panel.y}`);
  await keys(page, 'Home');
  const first = await ends();
  assert.ok(first.begin >= 48 && first.begin + 40 <= first.panel.y, `its first line begins at ${first.begin}, the panel at ${first.panel.y}`);
  await page.profile.close();
});

test('corrections: the paragraph that E asks about stays lit while the menu is open beside it', async () => {
  const page = await openProof(kTower, { reducedMotion: 'reduce' });
  const { id } = (await onePage(page)).articles[0];
  await page.evaluate((to) => {
    location.hash = to;
  }, `/a/${id}`);
  await page.waitForTimeout(60);
  await page.idle();
  const { x, y, width } = await page.locator('#mirror article p').filter({ hasText: '清晨六点' }).first().boundingBox();
  const shot = async () => readPng(await page.screenshot({ clip: { x, y, width: width - 16, height: 30 } }));
  const before = await shot();
  await keys(page, 'e');
  const menu = await boxOf(page, 'proof.menu');
  assert.ok(menu.x >= x + width - 16, 'the menu stands beside the text');
  const lit = await shot();
  const changed = before.pixels.filter((value, i) => Math.abs(value - lit.pixels[i]) > 8).length;
  assert.ok(changed > before.pixels.length / 8, `${changed} of ${before.pixels.length} values of its first line changed`);
  await keys(page, 'Escape', 'q');
  assert.match(await node(page, 'toast').textContent(), /复制/, 'the paragraph was selected');
  await page.profile.close();
});

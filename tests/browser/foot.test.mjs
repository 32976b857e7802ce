// The panels at the foot of the screen: nothing that is needed lies under them or under what they say, on the smallest phone either.
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
  assert.equal((await log(page))[0].role, 'caption');
  await keys(page, 'k');
  for (const id of ['log.undo', 'log.redo', 'log.export', 'log.import', 'log.truth', 'log.close']) {
    const { x, y, width, height } = await boxOf(page, id);
    assert.ok(x >= 0 && x + width <= 360 && y >= 0 && y + height <= 640, id);
  }
  await page.profile.close();
});

test('corrections: the letter at which a long paragraph is split is on the screen', async () => {
  const long = `${'海上起了雾，三十里外的船都看得见它的光。'.split('').map((letter, i) => letter + '一二三四五六七八九十'[i % 10]).join('')}${Array.from({ length: 60 }, (_, i) => `第${i}艘船到了。`).join('')}`;
  const dump = `灯塔重新点亮\n\n${long}\n\n${kLast}\n`;
  const page = await openProof(dump, { ...kPhone, name: 'long.txt' });
  await arrowTo(page, '第3艘', dump);
  await keys(page, 'l', 'End');
  const [panel, whole] = [await boxOf(page, 'draft'), await passage(page, '第3艘').boundingBox()];
  assert.ok(whole.y + whole.height <= panel.y + 40, `the end of the paragraph (${whole.y + whole.height}) is above the panel (${panel.y})`);
  await page.profile.close();
});

test('corrections: what E asks about in the reader is lit', async () => {
  const page = await openProof();
  const { id } = (await onePage(page)).articles[0];
  await page.evaluate((to) => {
    location.hash = to;
  }, `/a/${id}`);
  await page.waitForTimeout(60);
  await page.idle();
  await keys(page, 'e');
  assert.equal(await node(page, 'proof.menu').count(), 1);
  const menu = await boxOf(page, 'proof.menu');
  assert.ok(menu.x > 900, 'the menu stands beside the text');
  await keys(page, 'Escape', 'q');
  assert.match(await node(page, 'toast').textContent(), /复制/, 'the paragraph was selected');
  await page.profile.close();
});

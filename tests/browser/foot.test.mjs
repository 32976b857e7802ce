// The panels at the foot of the screen: every button can be pressed, on the smallest phone too.
import { arrowTo, byteOf, enter, keys, kTower, log, node, openProof } from './proof.mjs';
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

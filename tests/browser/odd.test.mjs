// Corrections under odd hands: no words, far too many, a log that is damaged, foreign or our own, two windows, leaving in the middle.
import { arrowTo, byteOf, enter, keys, kTower, log, node, openProof, reading, roleOf } from './proof.mjs';
import { assert, test } from './suite.mjs';

const kLast = '明年春天，上游的两个渡口也要换船。';
const kOld = '渡口的老人每天都来看一回。他们说，河水比从前清了。';
const kPhone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const spanOf = (words) => [byteOf(words), byteOf(words) + Buffer.byteLength(words)];
const role = (words, name, page = 'tower.txt') => ({ do: 'role', page, spans: [spanOf(words)], role: name });
const file = (name, corrections) => ({ name, bytes: JSON.stringify({ format: 'broadsheet-corrections-1', corrections }) });

async function typeWords(page, text) {
  await keys(page, 'w', 'Control+a');
  await (text ? page.keyboard.insertText(text) : page.keyboard.press('Delete'));
  await page.idle();
}

test('corrections, odd: no words, a hundred thousand, and words of every kind of letter are taken and undone', async () => {
  const page = await openProof(kTower, kPhone);
  const before = await reading(page);
  const long = '江'.repeat(100000);
  for (const text of ['', ' ', long, 'é👩‍🚀שלום<b>&amp;"\\']) {
    await arrowTo(page, kLast);
    await page.evaluate(() => {
      window.told = null;
      new MutationObserver(() => {
        window.told = document.querySelector('#mirror [data-id=toast]')?.getBoundingClientRect().toJSON() ?? window.told;
      }).observe(document.getElementById('mirror'), { subtree: true, childList: true, attributes: true });
    });
    await typeWords(page, text);
    await enter(page);
    assert.equal((await log(page)).at(-1).text, text);
    const told = await page.evaluate(() => window.told);
    assert.ok(told.left >= 0 && told.right <= 360, `what is told fits on the screen: from ${told.left} to ${told.right}`);
    await page.reload();
    await page.ready();
    assert.equal((await log(page)).at(-1).text, text, 'found again after a reload');
    await keys(page, 'Control+z');
    assert.equal(await reading(page), before);
  }
  assert.deepEqual(page.errors, []);
  await page.profile.close();
}, 2);

test('corrections, odd: a byline of separators alone names nobody, and comes back', async () => {
  const page = await openProof();
  const before = await reading(page);
  await arrowTo(page, '渡口改用电船');
  await keys(page, 'y', 'Control+a');
  await page.keyboard.insertText('、 ,;');
  await page.idle();
  await enter(page);
  assert.deepEqual((await log(page))[0].names, []);
  await keys(page, 'Control+z');
  assert.equal(await reading(page), before);
  await page.profile.close();
});

test('corrections, odd: a damaged log is refused by name, a foreign one is kept and marked, our own adds nothing', async () => {
  const page = await openProof();
  await arrowTo(page, kLast);
  await keys(page, '5');
  await enter(page);
  const before = await reading(page);
  const [ours] = await log(page);
  const whole = file('x.json', [role(kOld, 'quote')]).bytes;
  for (const [i, bytes] of [whole.slice(0, -9), whole.replace('"quote"', '"king"'), whole.replace(/\[\[\d+/, '[[-4'), whole.replace('"role"', '7')].entries()) {
    await page.drop([{ name: `bad${i}.json`, bytes }]);
    const said = await node(page, 'message').evaluate((one) => one.getAttribute('aria-label') + one.textContent);
    assert.ok(said.includes(`bad${i}.json`), said);
    await page.press(node(page, 'message.close'));
  }
  assert.deepEqual(await log(page), [ours]);
  await page.drop([file('own.json', [ours])]);
  assert.deepEqual(await log(page), [ours], 'merged with itself a log is what it was');
  assert.equal(await node(page, 'conflict').count(), 0);
  await page.drop([file('foreign.json', [role(kOld, 'quote', 'another.txt'), { do: 'split', page: 'tower.txt', at: 4294967295 }])]);
  assert.equal(await reading(page), before);
  assert.equal((await log(page)).length, 3);
  await keys(page, 'k');
  assert.equal((await page.locator('#mirror [data-id="log"]').textContent()).match(/不再适用/g)?.length, 2);
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

test('corrections, odd: two windows on one edition lose nothing of each other', async () => {
  const one = await openProof();
  const two = await one.profile.newPage();
  await two.goto(one.url().replace(/#.*/, ''));
  await two.waitForFunction(() => window.__broadsheet?.idle);
  two.idle = () => two.evaluate(() => window.__broadsheet.idle());
  two.ready = one.ready;
  await two.idle();
  await keys(two, 's');
  const give = async (page, words, key) => {
    await page.bringToFront();
    await arrowTo(page, words);
    await keys(page, key);
    await enter(page);
  };
  await give(one, kLast, '5');
  await give(two, kOld, '7');
  assert.equal(await roleOf(two, kLast), 'subhead', 'what the other window did is taken over');
  assert.equal((await log(two)).length, 2);
  await one.reload();
  await one.waitForFunction(() => window.__broadsheet?.idle);
  await one.idle();
  assert.equal(await roleOf(one, kLast), 'subhead');
  assert.equal(await roleOf(one, kOld), 'caption');
  // Both speak of one passage.
  await give(one, '孩子们在塔下', '5');
  await give(two, '孩子们在塔下', '7');
  assert.equal((await log(two)).length, 4, 'both stand in the log');
  assert.equal(await roleOf(two, '孩子们在塔下'), 'caption', 'the later one counts');
  await one.profile.close();
}, 2);

test('corrections, odd: undo and redo in the middle of a review, and a reload in the middle of a correction', async () => {
  const page = await openProof();
  const before = await reading(page);
  await keys(page, 'r', 'x');
  const rejected = await reading(page);
  await keys(page, 'Control+z', 'Control+z', 'Control+z');
  assert.equal(await reading(page), before);
  await keys(page, 'Control+Shift+z');
  assert.equal(await reading(page), rejected);
  assert.equal(await node(page, 'review').count(), 1);
  await keys(page, 'Control+z', 'y', 'Escape');
  assert.equal(await reading(page), before);
  assert.deepEqual((await log(page)).map((entry) => entry.do), ['keep-repair'], 'what was undone is gone');
  await arrowTo(page, kLast);
  await typeWords(page, '半句');
  await page.reload();
  await page.ready();
  assert.equal(await reading(page), before, 'what was not taken changes nothing');
  assert.equal((await log(page)).length, 1);
  await page.profile.close();
});

test('corrections, odd: on a phone the last passage stands above its menu, its panel and the strip of what is picked', async () => {
  const page = await openProof(kTower, kPhone);
  await arrowTo(page, kLast);
  const held = async () => {
    const { y, height } = await page.locator('#mirror [data-id^="passage."][aria-pressed=true]').boundingBox();
    return y + height;
  };
  const above = async (id) => {
    const { y } = await node(page, id).boundingBox();
    assert.ok(await held() <= y, `${await held()} is not above ${id} at ${y}`);
  };
  await keys(page, 'e');
  await above('proof.menu');
  await keys(page, 'Escape', '5');
  await above('draft');
  await keys(page, 'Escape', 'y');
  await above('draft');
  await keys(page, 'Escape');
  for (let i = 0; i < 4; ++i) {
    await page.mouse.move(180, 300);
    await page.mouse.wheel(0, 400);
    await page.idle();
  }
  await above('picked.correct');
  await page.profile.close();
});

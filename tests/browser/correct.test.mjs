// Corrections: every operation by keys and by mouse, kept at once, undone and redone all the way, saved, exported, merged.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPage } from './chromium.mjs';
import {
  arrowTo, articleOf, byMenu, byteOf, choose, clickOn, enter, keys, kTower, log, node, onePage, openProof, passage, reading, roleOf, take,
} from './proof.mjs';
import { assert, test } from './suite.mjs';

const kRoleKeys = { 1: 'headline', 2: 'kicker', 3: 'deck', 4: 'byline', 5: 'subhead', 6: 'paragraph', 7: 'caption', 8: 'credit',
  9: 'furniture', 0: 'advertisement', x: 'duplicate' };
const kLast = '明年春天，上游的两个渡口也要换船。';

async function reload(page) {
  await page.reload();
  await page.ready();
}

// Undoes everything, to the very page that was there before, and redoes it, to the very page that is there now.
async function thereAndBack(page, before) {
  const after = await reading(page);
  const count = (await log(page)).length;
  for (let i = 0; i < count; ++i) await keys(page, 'Control+z');
  assert.equal(await reading(page), before);
  for (let i = 0; i < count; ++i) await keys(page, 'Control+Shift+z');
  assert.equal(await reading(page), after);
}

test('corrections: every role is given by one key, is there after a reload, is undone and redone', async () => {
  const page = await openProof();
  const before = await reading(page);
  await arrowTo(page, kLast);
  for (const [key, role] of Object.entries(kRoleKeys)) {
    if (role === 'caption') {
      const was = await reading(page);
      await reload(page);
      assert.equal(await reading(page), was, 'found again after a reload');
      await arrowTo(page, kLast);
    }
    if (role === await roleOf(page, kLast)) continue;
    await keys(page, key);
    await enter(page);
    assert.equal(await roleOf(page, kLast), role);
  }
  await thereAndBack(page, before);
  await page.profile.close();
});

test('corrections: every role is given by the menu and the mouse', async () => {
  const page = await openProof();
  const before = await reading(page);
  for (const role of Object.values(kRoleKeys).reverse()) {
    if (role === await roleOf(page, kLast)) continue;
    await byMenu(page, kLast, 'proof.roles', `role.${role}`);
    await take(page);
    assert.equal(await roleOf(page, kLast), role);
  }
  await thereAndBack(page, before);
  await page.profile.close();
});

test('corrections: every operation by keys alone, a reload in the middle, undone and redone all the way', async () => {
  const page = await openProof();
  const before = await reading(page);
  const articles = async () => (await onePage(page)).articles;
  const [first, second] = await articles();
  assert.ok(first.repairs.length, 'the parser repaired the sentence around the caption');
  // A repair is taken back: N goes to it, U asks for it.
  await keys(page, 'n', 'u');
  await enter(page);
  assert.equal((await articles())[0].repairs.length, first.repairs.length - 1);
  await keys(page, 'Control+z');
  // Join with the next passage.
  await arrowTo(page, '渡口的老人');
  await keys(page, 'j');
  await enter(page);
  assert.equal((await articles())[1].blocks.length, second.blocks.length - 1);
  // Split it again, a sentence further on.
  await arrowTo(page, '首批三艘');
  await keys(page, 'l', 'ArrowDown');
  await enter(page);
  assert.equal((await articles())[1].blocks.length, second.blocks.length);
  // A new article begins; then it is merged into the one before it.
  await arrowTo(page, '渡口的老人');
  await keys(page, 'b');
  await enter(page);
  assert.equal(await articleOf(page, '渡口的老人'), 2);
  await reload(page);
  assert.equal(await articleOf(page, '渡口的老人'), 2, 'found again after a reload');
  await arrowTo(page, '渡口的老人');
  await keys(page, 'g');
  await enter(page);
  assert.equal(await articleOf(page, '渡口的老人'), 1);
  // A passage moves up into the first story.
  await arrowTo(page, '渡口的老人');
  await keys(page, 'v');
  assert.ok(await choose(page, '放在其后：孩子们', 'ArrowUp'));
  await enter(page);
  assert.equal(await articleOf(page, '渡口的老人'), 0);
  // A whole column: three passages at once, moved in front.
  await arrowTo(page, '渡口改用电船');
  await keys(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'v');
  assert.ok(await choose(page, '放在其后：清晨六点', 'ArrowUp'));
  await keys(page, 'ArrowLeft');  // in front of it
  await enter(page);
  for (const words of ['渡口改用电船', '本报记者 苏禾', '首批三艘']) assert.equal(await articleOf(page, words), 0);
  await keys(page, 'Control+z');
  assert.equal(await articleOf(page, '首批三艘'), 1);
  // Names.
  await arrowTo(page, '渡口改用电船');
  await keys(page, 'y');
  await page.keyboard.insertText('、阿明');
  await page.idle();
  await enter(page);
  assert.deepEqual((await articles())[1].byline.map(({ name }) => name), ['苏禾', '阿明']);
  // Words.
  await arrowTo(page, kLast);
  await keys(page, 'w', 'Control+a');
  await page.keyboard.insertText('明年夏天，上游的渡口也要换船。');
  await page.idle();
  await enter(page);
  assert.ok(JSON.stringify(await articles()).includes('明年夏天，上游的渡口也要换船。'));
  await thereAndBack(page, before);
  await page.profile.close();
});

async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 20, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.idle();
  await page.mouse.up();
  await page.idle();
}

test('corrections: every operation by mouse, a reload in the middle, undone and redone all the way', async () => {
  const page = await openProof();
  const before = await reading(page);
  const articles = async () => (await onePage(page)).articles;
  const [first, second] = await articles();
  await page.press(node(page, 'repair.0'));
  await byMenu(page, '见它的光', 'proof.undo');
  await take(page);
  assert.equal((await articles())[0].repairs.length, first.repairs.length - 1);
  await keys(page, 'Control+z');
  await byMenu(page, '渡口的老人', 'proof.join');
  await take(page);
  assert.equal((await articles())[1].blocks.length, second.blocks.length - 1);
  await byMenu(page, '首批三艘', 'proof.split', 'draft.next');
  await take(page);
  assert.equal((await articles())[1].blocks.length, second.blocks.length);
  await byMenu(page, '渡口的老人', 'proof.article');
  await take(page);
  await reload(page);
  assert.equal(await articleOf(page, '渡口的老人'), 2, 'found again after a reload');
  await byMenu(page, '渡口的老人', 'proof.merge');
  await take(page);
  assert.equal(await articleOf(page, '渡口的老人'), 1);
  // Dragged behind a passage of the first story.
  const foot = async (words) => {
    const box = await passage(page, words).boundingBox();
    return { x: box.x + box.width / 3, y: box.y + box.height - 4 };
  };
  await drag(page, await page.spot(passage(page, '渡口的老人')), await foot('孩子们在塔下'));
  await take(page);
  assert.equal(await articleOf(page, '渡口的老人'), 0);
  // A whole column: picked with Shift, dragged together.
  await clickOn(page, '渡口改用电船');
  await clickOn(page, '首批三艘', 'Shift');
  await drag(page, await page.spot(passage(page, '本报记者 苏禾')), await foot('本报记者 林知远'));
  await take(page);
  for (const words of ['渡口改用电船', '本报记者 苏禾', '首批三艘']) assert.equal(await articleOf(page, words), 0);
  await keys(page, 'Control+z');
  // Two passages that do not touch, picked with Control, get one role.
  await clickOn(page, '孩子们在塔下');
  await clickOn(page, kLast, 'Control');
  await byMenu(page, kLast, 'proof.roles', 'role.subhead');
  await take(page);
  assert.equal(await roleOf(page, '孩子们在塔下'), 'subhead');
  assert.equal(await roleOf(page, kLast), 'subhead');
  await byMenu(page, '渡口改用电船', 'proof.byline');
  await page.keyboard.insertText('、阿明');
  await page.idle();
  await take(page);
  assert.deepEqual((await articles())[1].byline.map(({ name }) => name), ['苏禾', '阿明']);
  await byMenu(page, kLast, 'proof.words');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('明年夏天，上游的渡口也要换船。');
  await page.idle();
  await take(page);
  assert.ok(JSON.stringify(await articles()).includes('明年夏天，上游的渡口也要换船。'));
  await thereAndBack(page, before);
  await page.profile.close();
});

test('corrections: what is not taken changes nothing', async () => {
  const page = await openProof();
  const before = await reading(page);
  await arrowTo(page, kLast);
  await keys(page, '5', 'Escape', 'v', 'ArrowUp', 'Escape', 'w', 'Escape', 'e', 'Escape');
  await byMenu(page, kLast, 'proof.roles', 'role.caption');
  await page.press(node(page, 'draft.leave'));
  assert.equal(await reading(page), before);
  assert.deepEqual(await log(page), []);
  assert.equal(await node(page, 'proof.menu').count(), 0);
  await page.profile.close();
});

test('corrections: a tab that is closed at once loses nothing', async () => {
  const page = await openProof();
  await arrowTo(page, kLast);
  await keys(page, '5');
  await page.keyboard.press('Enter');
  // Closed as soon as the correction is there, without waiting for any rest.
  while ((await roleOf(page, kLast)) !== 'subhead') await page.evaluate(() => new Promise(requestAnimationFrame));
  const [{ url, profile }] = [{ url: page.url(), profile: page.profile }];
  await page.close();
  const again = await profile.newPage();
  await again.goto(url);
  await again.waitForFunction(() => window.__broadsheet?.idle);
  await again.evaluate(() => window.__broadsheet.idle());
  assert.equal(await roleOf(again, kLast), 'subhead');
  await profile.close();
});

test('corrections: a saved page carries its log, and another browser can undo it', async () => {
  const page = await openProof();
  const before = await reading(page);
  await arrowTo(page, kLast);
  await keys(page, '5');
  await enter(page);
  const path = join(mkdtempSync(join(tmpdir(), 'broadsheet-')), 'corrected.html');
  writeFileSync(path, await page.evaluate(() => window.__broadsheet.pageAsText()));
  const after = await reading(page);
  await page.profile.close();
  const other = await openPage({ url: pathToFileURL(path).href });
  assert.equal(await reading(other), after);
  assert.equal((await log(other)).length, 1);
  await keys(other, 'Control+z');
  assert.equal(await reading(other), before);
  await other.profile.close();
});

async function downloadOf(page, work) {
  const [download] = await Promise.all([page.waitForEvent('download'), work()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

// A log of one correction of the tower's page, as another person's browser would export it.
const kTheirs = (entry) => ({ format: 'broadsheet-corrections-1', corrections: [{ page: 'tower.txt', who: 'Ben', when: '2026-11-20T08:00:00Z', ...entry }] });
const spanOf = (words) => [byteOf(words), byteOf(words) + Buffer.byteLength(words)];
const file = (name, value) => ({ name, bytes: JSON.stringify(value) });

test('corrections: the log is exported and imported as JSON, with the name of who made it', async () => {
  const page = await openProof();
  await keys(page, 'k');
  await page.press(node(page, 'log.name'));
  await page.keyboard.insertText('安');
  await page.idle();
  await page.press(node(page, 'log.close'));
  await arrowTo(page, kLast);
  await keys(page, '5');
  await enter(page);
  await keys(page, 'k');
  const { name, text } = await downloadOf(page, () => page.press(node(page, 'log.export')));
  assert.match(name, /\.json$/);
  const [entry] = JSON.parse(text).corrections;
  assert.equal(entry.who, '安');
  assert.match(entry.when, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const after = await reading(page);
  await page.profile.close();
  const other = await openProof();
  await keys(other, 'k');
  const [chooser] = await Promise.all([other.waitForEvent('filechooser'), other.press(node(other, 'log.import'))]);
  await chooser.setFiles([{ name, mimeType: 'application/json', buffer: Buffer.from(text) }]);
  await other.waitForFunction(() => document.querySelector('#mirror [data-id="entry.0"]'));
  await other.idle();
  assert.equal(await reading(other), after);
  assert.equal((await log(other))[0].who, '安');
  await other.profile.close();
});

test('corrections: two logs merge; where they disagree both stand side by side and one is chosen, by key and by mouse', async () => {
  for (const choose of [(page) => keys(page, 'ArrowRight'), (page) => page.press(node(page, 'conflict.theirs'))]) {
    const page = await openProof();
    const before = await reading(page);
    await arrowTo(page, kLast);
    await keys(page, '5');
    await enter(page);
    const theirs = kTheirs({ do: 'role', spans: [spanOf(kLast)], role: 'caption' });
    theirs.corrections.push({ ...kTheirs({ do: 'role', spans: [spanOf('渡口的老人每天都来看一回。他们说，河水比从前清了。')], role: 'quote' }).corrections[0] });
    await page.drop([file('ben.json', theirs)]);
    assert.equal(await roleOf(page, '渡口的老人'), 'quote', 'what nobody disputes is taken');
    assert.equal(await roleOf(page, kLast), 'subhead', 'ours stand until somebody chooses');
    assert.equal(await node(page, 'conflict').count(), 1);
    await choose(page);
    assert.equal(await node(page, 'conflict').count(), 0);
    assert.equal(await roleOf(page, kLast), 'caption');
    await reload(page);
    assert.equal(await roleOf(page, kLast), 'caption');
    assert.deepEqual((await log(page)).map(({ instead }) => instead), [undefined, undefined, [0]], 'ours is kept beside what stands instead of it');
    await keys(page, 'Control+z');
    assert.equal(await roleOf(page, kLast), 'subhead', 'undone to our own');
    await reload(page);
    await keys(page, 'Control+z', 'Control+z');
    assert.equal(await reading(page), before, 'undone all the way');
    await keys(page, 'Control+Shift+z', 'Control+Shift+z');
    assert.equal(await roleOf(page, kLast), 'subhead');
    await keys(page, 'Control+Shift+z');
    assert.equal(await roleOf(page, kLast), 'caption', 'and redone');
    await page.profile.close();
  }
});

test('corrections: a log with a blank writer is refused with its place; a blank corrector is nobody, and nothing else is lost', async () => {
  const page = await openProof();
  await arrowTo(page, kLast);
  await keys(page, '5');
  await enter(page);
  const before = await reading(page);
  const { corrections: [entry] } = kTheirs({ do: 'role', spans: [spanOf('孩子们在塔下站成一排，等着灯亮起来。')], role: 'quote', who: ' \u3000' });
  await page.drop([file('blank.json', { ...kTheirs({}), corrections: [entry, { do: 'byline', page: 'tower.txt', at: byteOf('渡口改用'), names: ['苏禾', ' '] }] })]);
  assert.match(await node(page, 'message').evaluate((one) => one.getAttribute('aria-label') + one.textContent), /blank\.json.*correction 2.*names/);
  assert.equal(await reading(page), before);
  await page.drop([file('blank.json', { ...kTheirs({}), corrections: [entry] })]);
  assert.equal(await roleOf(page, '孩子们在塔下'), 'quote');
  assert.deepEqual((await log(page)).map(({ who }) => who), [undefined, undefined]);
  await page.profile.close();
});

test('corrections: what no longer fits is shown with its reason and stays in the log', async () => {
  const page = await openProof();
  await page.drop([file('old.json', kTheirs({ do: 'undo-repair', repair: 'hyphen', at: 5 }))]);
  await keys(page, 'k');
  const told = await page.locator('#mirror').textContent();
  assert.match(told, /不再适用/);
  assert.doesNotMatch(told, /\ufffd/, 'a place in the middle of a letter is shown with the whole letter');
  await reload(page);
  assert.equal((await log(page)).length, 1);
  await page.profile.close();
});

test('corrections: review goes through the repairs, accepts and rejects by one key, and shows how much has been seen', async () => {
  const page = await openProof();
  const count = (await onePage(page)).articles.reduce((sum, { repairs }) => sum + (repairs?.length ?? 0), 0);
  assert.ok(count >= 2);
  const seen = async () => Number((await node(page, 'review.seen').textContent()).match(/\d+/)[0]);
  await keys(page, 'r');
  assert.equal(await seen(), 0);
  await keys(page, 'y');
  assert.equal(await seen(), 1);
  await keys(page, 'x');
  assert.equal(await seen(), 2);
  assert.deepEqual((await log(page)).map((entry) => entry.do), ['keep-repair', 'undo-repair']);
  await keys(page, 'Escape');
  assert.equal(await node(page, 'review').count(), 0);
  await reload(page);
  await keys(page, 'r');
  assert.equal(await seen(), 2, 'what was seen is found again after a reload');
  // By mouse.
  await page.press(node(page, 'review.back'));
  await keys(page, 'Control+z');
  assert.equal(await seen(), 1);
  await page.press(node(page, 'review.end'));
  await page.profile.close();
});

test('corrections: the corrected page is saved as a test page and as truth', async () => {
  const page = await openProof();
  await arrowTo(page, kLast);
  await keys(page, '5');
  await enter(page);
  await keys(page, 'k');
  const downloads = [];
  page.on('download', (download) => downloads.push(download));
  await page.press(node(page, 'log.truth'));
  await page.waitForTimeout(0);
  while (downloads.length < 2) await page.waitForEvent('download');
  const texts = Object.fromEntries(await Promise.all(downloads.map(async (one) => [one.suggestedFilename(), readFileSync(await one.path(), 'utf8')])));
  assert.equal(texts['page.txt'], kTower);
  const { articles } = JSON.parse(texts['expected.json']);
  assert.equal(articles.length, (await onePage(page)).articles.length);
  assert.deepEqual(articles[1].blocks.at(-1), { kind: 'subhead', text: kLast });
  await page.profile.close();
});

test('corrections: a finger picks, opens the menu by a long press and takes', async () => {
  const page = await openProof(kTower, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const { x, y } = await page.spot(passage(page, '孩子们在塔下'));
  const session = await page.profile.newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await page.waitForFunction(() => document.querySelector('#mirror [data-id="proof.menu"]'));
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  const tap = async (id) => {
    const at = await page.spot(node(page, id));
    await page.touchscreen.tap(at.x, at.y);
    await page.idle();
  };
  await tap('proof.roles');
  await tap('role.subhead');
  await tap('draft.take');
  assert.equal(await roleOf(page, '孩子们在塔下'), 'subhead');
  await page.profile.close();
});

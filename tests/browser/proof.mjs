// A proof-reader's hands for the browser tests: pages to correct, and the ways to correct them by keys and by mouse.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPage } from './chromium.mjs';
import { assert } from './suite.mjs';

// Two stories and a folio, with a caption in the middle of a sentence.
export const kTower = [
  '第4版', '灯塔重新点亮', '停了七年，镇上凑钱换了新灯', '本报记者 林知远',
  '清晨六点，守塔人推开了门，把灯罩擦得发亮。海上起了雾，三十里外的船都看得',
  '守塔人在擦拭灯罩。周南 摄',
  '见它的光。老周说，这座灯塔停了七年。今年春天，镇上凑钱换了新灯。',
  '孩子们在塔下站成一排，等着灯亮起来。他们说从来没有见过这样的光。',
  '渡口改用电船', '本报记者 苏禾',
  '首批三艘电船昨日下水，票价不变。船长说，新船没有声音，水鸟也不再惊飞。',
  '渡口的老人每天都来看一回。他们说，河水比从前清了。',
  '明年春天，上游的两个渡口也要换船。',
].join('\n\n') + '\n';

const files = new Map();

// A saved page that holds this dump: what is corrected in it is there again after a reload.
async function fileWith(name, dump) {
  if (!files.has(dump)) {
    const page = await openPage();
    await page.drop([{ name, bytes: dump }]);
    const path = join(mkdtempSync(join(tmpdir(), 'broadsheet-')), 'edition.html');
    writeFileSync(path, await page.evaluate(() => window.__broadsheet.pageAsText()));
    await page.profile.close();
    files.set(dump, pathToFileURL(path).href);
  }
  return files.get(dump);
}

// Opens the dump's source view.
export async function openProof(dump = kTower, { name = 'tower.txt', ...context } = {}) {
  const page = await openPage({ url: await fileWith(name, dump), ...context });
  await page.keyboard.press('s');
  await page.idle();
  return page;
}

export const node = (page, id) => page.locator(`#mirror [data-id="${id}"]`);
export const edition = async (page) => JSON.parse(await page.evaluate(() => window.__broadsheet.json()));
export const onePage = async (page) => (await edition(page)).pages[0];
export const log = async (page) => (await edition(page)).corrections ?? [];
// The page as it is read, without what JSON adds to it.
export async function reading(page) {
  const { articles, furniture, duplicates, unplaced } = await onePage(page);
  return JSON.stringify({ articles, furniture, duplicates, unplaced });
}

// Where the words begin in the dump, in bytes.
export const byteOf = (words, dump = kTower) => Buffer.byteLength(dump.slice(0, dump.indexOf(words)));

// What role the words of the dump have, as broadsheet-1 names it.
export async function roleOf(page, words, dump = kTower) {
  const at = byteOf(words, dump);
  const holds = ({ spans }) => spans?.some(([begin, end]) => begin <= at && at < end);
  const { articles, furniture = [], duplicates = [] } = await onePage(page);
  for (const article of articles) {
    if (holds(article)) return ['kicker', 'headline', 'deck'].find((head) => article[head]?.includes(words));
    if (article.byline?.some(holds)) return 'byline';
    const block = article.blocks.find(holds);
    if (block) return block.kind;
  }
  const aside = furniture.find(holds);
  if (aside) return aside.kind === 'advertisement' ? 'advertisement' : 'furniture';
  return duplicates.some(holds) ? 'duplicate' : 'unplaced';
}

// The index of the article that holds the words.
export async function articleOf(page, words, dump = kTower) {
  const at = byteOf(words, dump);
  const holds = ({ spans }) => spans?.some(([begin, end]) => begin <= at && at < end);
  return (await onePage(page)).articles.findIndex((article) =>
    holds(article) || article.byline?.some(holds) || article.blocks.some(holds));
}

export const passage = (page, words) => page.locator('#mirror [data-id^="passage."]').filter({ hasText: words }).first();

export async function keys(page, ...names) {
  for (const name of names) {
    page.pressed = (page.pressed ?? 0) + 1;
    await page.keyboard.press(name);
    await page.idle();
  }
}

// One key several times, as a hand that knows how often.
export async function press(page, key, times) {
  page.pressed = (page.pressed ?? 0) + times;
  for (let i = 0; i < times; ++i) await page.keyboard.press(key);
  await page.idle();
}

// The byte that the passage under the keys begins at, or -1.
export const cursor = (page) => page.evaluate(() => {
  const picked = [...document.querySelectorAll('#mirror [data-id^="passage."][aria-pressed=true]')];
  return picked.length ? Number(picked.at(-1).dataset.id.slice('passage.'.length)) : -1;
});

// Steps by arrows, by tens where it is far, to the passage that holds the byte; `now` tells where a passage begins that is on.
export async function reach(page, byte, now) {
  let at = await now();
  const step = async (key) => {
    const was = at;
    await keys(page, key);
    at = await now();
    return at !== was;
  };
  while (at < byte && await step('PageDown'));
  while (at > byte && await step('PageUp'));
  while (at <= byte && await step('ArrowDown'));
  while (at > byte && await step('ArrowUp'));
}

// Picks the passage of the dump that holds the byte, by keys alone: where it can be seen, its distance is.
export async function arrowToByte(page, byte) {
  if (await cursor(page) < 0) await keys(page, 'ArrowDown');
  const now = await cursor(page);
  const seen = await page.evaluate(() => [...document.querySelectorAll('#mirror [data-id^="passage."]')].map((one) => Number(one.dataset.id.slice('passage.'.length))));
  const wanted = seen.findLastIndex((at) => at <= byte);
  const far = wanted >= 0 && wanted + 1 < seen.length && seen.includes(now) ? wanted - seen.indexOf(now) : 0;
  if (far) await press(page, far > 0 ? 'ArrowDown' : 'ArrowUp', Math.abs(far));
  if (await cursor(page) !== seen[wanted] || wanted + 1 >= seen.length) await reach(page, byte, () => cursor(page));
}

export async function arrowTo(page, words, dump = kTower) {
  await arrowToByte(page, byteOf(words, dump));
  const held = await page.locator('#mirror [data-id^="passage."][aria-pressed=true]').allTextContents();
  const bare = (text) => text.replace(/\s+/g, '');
  assert.ok(held.some((text) => bare(text).includes(bare(words))), `the passage with ${words} is picked`);
}

// Picks passages by mouse, the second and further ones with `modifier`.
export async function clickOn(page, words, modifier) {
  if (modifier) await page.keyboard.down(modifier);
  await page.press(passage(page, words));
  if (modifier) await page.keyboard.up(modifier);
  await page.idle();
}

// Opens the menu of a passage by the right button and goes through the lines with these ids.
export async function byMenu(page, words, ...ids) {
  const { x, y } = await page.spot(passage(page, words));
  await page.mouse.click(x, y, { button: 'right' });
  await page.idle();
  for (const id of ids) await page.press(node(page, id));
}

// Takes what is proposed: by mouse, after a look at its effect.
export async function take(page) {
  assert.equal(await node(page, 'draft').count(), 1, 'the effect is shown first');
  await page.press(node(page, 'draft.take'));
  assert.equal(await node(page, 'draft').count(), 0);
}

// The same by Enter.
export async function enter(page) {
  assert.equal(await node(page, 'draft').count(), 1, 'the effect is shown first');
  await keys(page, 'Enter');
  assert.equal(await node(page, 'draft').count(), 0);
}

const kMostPresses = 400;

// Presses the key until `done` answers true; false where it goes no further.
async function presses(page, key, done) {
  for (let i = 0, was = ''; i < kMostPresses; ++i) {
    const now = await done();
    if (now === true) return true;
    if (now === was) return false;
    was = now;
    await keys(page, key);
  }
  return false;
}

// Steps through the choices of a correction, by each arrow in turn, until the panel says the words.
export async function choose(page, words, ...arrows) {
  const said = async () => (await node(page, 'draft').textContent({ timeout: 2000 }).catch(() => '')).replace(/\s+/g, '');
  const there = async () => {
    const text = await said();
    return text.includes(words) || text;
  };
  for (const arrow of arrows) if (await presses(page, arrow, there)) return true;
  return false;
}

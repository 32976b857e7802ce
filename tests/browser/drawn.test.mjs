// What the typesetter sets apart, read from the pixels: sub-heads, bold and italic, a pull quote's bar, lists, tables,
// a picture's caption below its rule, a note's small number; a head that breaks between words; a word looked for.
import { openPage } from './chromium.mjs';
import { readPng } from './png.mjs';
import { assert, skip, test } from './suite.mjs';

const kPage = [
  '# 灯塔重新点亮', '*本报记者 江屿*', '守塔人老周推开铁门灯机昨夜亮了，守塔人**老周推开铁门**灯机昨夜亮了。The lamp moved on *The lamp moved on* again。',
  '### 塔上的七年', '光照出三十里[1]远，海上的船都看得见它。', '> 灯是给看不见的人点的。', '- 换下旧灯丝十二根', '- 擦净玻璃九十六块',
  '| 月份 | 开灯 | 船次 |', '|---|--:|--:|', '| 一月 | 26 | 310 |', '| 二月 | 24 | 9 |', '他们说，明年还要再添两个人，把塔下的石阶也修一修。',
].join('\n\n').replaceAll('\n\n|', '\n|').replace('\n|', '\n\n|');

// Ink in a box of the picture: pixels that are far from the paper, and the box that they fill.
function inkIn({ width, channels, pixels }, [x0, y0, x1, y1], far = 60) {
  const found = { count: 0, left: Infinity, right: -1, top: Infinity, bottom: -1, weight: 0 };
  const paper = [251, 249, 244];
  for (let y = Math.round(y0); y < Math.round(y1); ++y) {
    for (let x = Math.round(x0); x < Math.round(x1); ++x) {
      const at = (y * width + x) * channels;
      const away = Math.max(...paper.map((value, i) => Math.abs(value - pixels[at + i])));
      if (away < far) continue;
      found.count += 1;
      found.weight += away;
      found.left = Math.min(found.left, x);
      found.right = Math.max(found.right, x);
      found.top = Math.min(found.top, y);
      found.bottom = Math.max(found.bottom, y);
    }
  }
  return found;
}

const isAccent = ({ width, channels, pixels }, x, y) => {
  const at = (Math.round(y) * width + Math.round(x)) * channels;
  return Math.abs(pixels[at] - 179) < 12 && Math.abs(pixels[at + 1] - 38) < 12 && Math.abs(pixels[at + 2] - 30) < 12;
};

async function hasCjk(page) {
  if (!(await page.evaluate(() => document.fonts.check('18px "Noto Serif CJK SC"')))) skip('no CJK font here');
}

test('sub-heads, bold, italic, pull quotes, lists, tables and notes are seen on the screen', async () => {
  const page = await openPage({ viewport: { width: 1280, height: 1000 }, colorScheme: 'light', reducedMotion: 'reduce' });
  await hasCjk(page);
  await page.drop([{ name: 'tower.md', bytes: Buffer.from(kPage) }]);
  const id = await page.locator('#mirror main [role=link]').first().getAttribute('data-id');
  await page.goTo(`/a/${id.split('.').pop()}`);
  const blocks = await page.locator('#mirror [data-id^="block."]').evaluateAll((all) => all.map((one) => {
    const { x, y, right, bottom } = one.getBoundingClientRect();
    return { text: one.textContent || one.ariaLabel, box: [x, y, right, bottom] };
  }));
  const boxOf = (words) => {
    const one = blocks.find(({ text }) => text.includes(words));
    assert.ok(one, `${words} is among ${blocks.map(({ text }) => text).join(' / ')}`);
    return one.box;
  };
  const picture = readPng(await page.screenshot());
  const em = 18;
  const line = 32;

  // The first line: two em, then 守塔人老周推开铁门 plain and, after 灯机昨夜亮了，守塔人, the same in bold.
  const [x, y] = boxOf('老周');
  const run = (from, to) => inkIn(picture, [x + (2 + from) * em, y, x + (2 + to) * em, y + line]);
  const plain = run(3, 9);
  const bold = run(19, 25);
  assert.ok(bold.weight > plain.weight * 1.25, `bold ${bold.weight}, plain ${plain.weight}`);

  const sub = inkIn(picture, boxOf('塔上的七年'));
  assert.ok(Math.abs((sub.left + sub.right) / 2 - 640) < 6, `the sub-head stands from ${sub.left} to ${sub.right}`);
  assert.ok(sub.bottom - sub.top >= 18, 'and is larger than text');

  // The note: its ink ends above the line's middle third, a hanzi's does not.
  const [noteX, noteY] = boxOf('三十里');
  const note = inkIn(picture, [noteX + 8 * em + 2, noteY, noteX + 8 * em + 12, noteY + line]);
  const hanzi = inkIn(picture, [noteX + 6 * em, noteY, noteX + 8 * em - 1, noteY + line]);
  assert.ok(note.count > 0 && note.bottom < hanzi.bottom - 3, `the note ends at ${note.bottom}, hanzi at ${hanzi.bottom}`);

  const [quoteX, quoteY, , quoteEnd] = boxOf('看不见的人');
  const bar = [...Array(60).keys()].map((i) => quoteX + i).find((at) => isAccent(picture, at, (quoteY + quoteEnd) / 2));
  assert.ok(bar !== undefined, 'a bar of the accent stands beside the quotation');
  for (let at = quoteY + 2; at < quoteEnd - 2; ++at) assert.ok(isAccent(picture, bar, at), `and is whole: ${at}`);

  const [listX, listY, , listEnd] = boxOf('旧灯丝');
  const entry = inkIn(picture, [listX, listY, listX + 400, listEnd]);
  const dot = inkIn(picture, [entry.left, listY, entry.left + 7, listEnd]);
  assert.ok(dot.right - dot.left < 7 && dot.bottom - dot.top < 7 && dot.count > 6, 'a dot stands before the entry');

  // Figures end together; a rule above the heads and below the last row.
  const rows = ['310', '二月'].map((words) => boxOf(words));
  const ends = rows.map(([left, top, right, bottom]) => inkIn(picture, [left, top + 6, right, bottom - 6]).right);
  assert.ok(Math.abs(ends[0] - ends[1]) <= 2, `figures end at ${ends}`);
  const rule = inkIn(picture, [rows[1][0], rows[1][3] - 1, rows[1][2], rows[1][3] + 5]);
  assert.ok(rule.bottom - rule.top <= 1 && Math.abs(rule.right - ends[1]) <= 3, `a rule as wide as the table: ${JSON.stringify(rule)}`);
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

test('a caption stands small and quiet below its rule, without a grey box', async () => {
  const page = await openPage({ viewport: { width: 1280, height: 1000 }, colorScheme: 'light', reducedMotion: 'reduce' });
  await hasCjk(page);
  const id = await page.locator('#mirror main [role=link]').first().getAttribute('data-id');
  await page.goTo(`/a/${id.split('.').pop()}`);
  await page.keyboard.press('End');
  await page.idle();
  const caption = page.locator('#mirror [data-id^="block."]').filter({ hasText: '校准台架' }).first();
  const { x, y, width, height } = await caption.boundingBox();
  const picture = readPng(await page.screenshot());
  const rule = inkIn(picture, [x, y - 9, x + width, y - 3]);
  assert.ok(rule.right - rule.left > 80 && rule.right - rule.left < 110 && rule.bottom - rule.top <= 1, JSON.stringify(rule));
  const words = inkIn(picture, [x, y, x + width, y + height]);
  assert.ok(words.bottom - words.top < 18, 'smaller than text');
  assert.ok(words.count < (words.right - words.left) * (words.bottom - words.top) * 0.6, 'and no box');
  const { channels } = picture;
  let darkest = 255;
  for (let at = words.top; at <= words.bottom; ++at)
    for (let across = words.left; across <= words.right; ++across)
      darkest = Math.min(darkest, picture.pixels[(at * picture.width + across) * channels]);
  assert.ok(darkest > 80 && darkest < 140, `soft ink is #6B655B, the darkest is ${darkest}`);
  await page.profile.close();
});

test('a head breaks between the words that the browser knows', async () => {
  const page = await openPage({ viewport: { width: 360, height: 740 }, colorScheme: 'light', reducedMotion: 'reduce' });
  await hasCjk(page);
  const head = page.locator('#mirror main [role=heading], #mirror main h2').filter({ hasText: '搬到车间门口' }).first();
  const { x, y, height } = await head.boundingBox();
  const picture = readPng(await page.screenshot());
  assert.ok(height > 60 && height < 80, `two lines: ${height}`);
  const first = inkIn(picture, [x, y, 360, y + height / 2]);
  // 云麓高新区把试验台 is nine hanzi; behind 试验 a compound would be torn.
  assert.equal(Math.round((first.right - x) / 28), 9);
  await page.profile.close();
});

test('a double click takes a Chinese word whole, and looks for it', async () => {
  const page = await openPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const id = await page.locator('#mirror main [role=link]').first().getAttribute('data-id');
  await page.goTo(`/a/${id.split('.').pop()}`);
  const { x, y } = await page.locator('#mirror [data-id="block.0"]').boundingBox();
  await page.mouse.dblclick(x + 2.5 * 18, y + 16); // 清晨
  await page.idle();
  await page.press(page.locator('#mirror [data-id="select.find"]'));
  assert.equal(await page.locator('#mirror [data-id="find.field"]').textContent(), '清晨');
  await page.profile.close();
});

test('a trackpad scrolls by parts of a pixel and loses none', async () => {
  const page = await openPage({ reducedMotion: 'reduce' });
  const session = await page.profile.newCDPSession(page);
  const top = () => page.evaluate(() => document.querySelector('#mirror main [role=link]').getBoundingClientRect().y);
  const before = await top();
  for (let i = 0; i < 40; ++i)
    await session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 640, y: 400, deltaX: i % 2 ? 1.5 : -1.5, deltaY: 2.5 });
  await page.idle();
  const moved = before - (await top());
  assert.ok(Math.abs(moved - 100) <= 1, `40 times 2.5 px moved it by ${moved}`);
  await page.profile.close();
});

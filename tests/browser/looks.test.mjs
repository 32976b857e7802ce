// Every screen looks as it did when somebody last looked at it (looks.json). After a change that is meant:
//
//     node tests/browser/screenshots.mjs --renew     then open the pictures in .out/ and commit looks.json
//
// Closely where browser, fonts and processor are those of looks.json; elsewhere as well as the eye would see it,
// which is said aloud.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { join } from 'node:path';
import { openPage } from './chromium.mjs';
import { compareLooks, lookOf, machineOf } from './looks.mjs';
import { eachScreen, kSets, nameOf } from './screens.mjs';
import { assert, skip, test } from './suite.mjs';
import { here, root } from './where.mjs';

const file = join(here, 'looks.json');
const looks = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

// What the mirror says stands in a box of device pixels.
function wordsIn(page, [x, y, width, height]) {
  return page.evaluate((box) => {
    const found = [];
    for (const one of document.querySelectorAll('#mirror [data-id]')) {
      const r = one.getBoundingClientRect();
      const inside = r.left < box.x + box.w && r.right > box.x && r.top < box.y + box.h && r.bottom > box.y;
      if (inside && one.children.length === 0) found.push(`${one.dataset.id} “${(one.textContent || one.ariaLabel || '').slice(0, 24)}”`);
    }
    return found.slice(0, 4).join(', ');
  }, { x: x / ratioOf(page), y: y / ratioOf(page), w: width / ratioOf(page), h: height / ratioOf(page) });
}
const ratioOf = (page) => (page.viewportSize().width < 600 ? 2 : 1);

let exactly; // asked once
async function isSameMachine() {
  if (exactly !== undefined) return exactly;
  const page = await openPage();
  if (!(await page.evaluate(() => document.fonts.check('18px "Noto Serif CJK SC"')))) skip('no CJK font here that the pictures were made with');
  exactly = (await machineOf(page)) === looks.machine;
  if (!exactly) console.log('     other browser, fonts or processor than looks.json was made with: compared less closely');
  await page.profile.close();
  return exactly;
}

for (const set of kSets) {
  test(`the screens look as they were last seen: ${nameOf(set)}`, async () => {
    if (!existsSync(file)) skip('nobody has looked at the screens yet: node tests/browser/screenshots.mjs --renew, look, commit looks.json');
    const wrong = [];
    const same = await isSameMachine();
    await eachScreen(set, async (name, page, picture) => {
      if (!looks[name]) {
        wrong.push(`${name}: nobody has looked at it yet`);
        return;
      }
      const found = compareLooks(looks[name], lookOf(picture), same);
      if (!found) return;
      mkdirSync(join(root, '.out'), { recursive: true });
      writeFileSync(join(root, '.out', `${name}.png`), picture);
      const where = await Promise.all(found.boxes.slice(0, 4).map(async (box) => `\n       at ${box}: ${await wordsIn(page, box)}`));
      wrong.push(`${name} ${found.why}; see .out/${name}.png${where.join('')}`);
    });
    assert.equal(wrong.length, 0, `${wrong.join('\n     ')}\n     Meant? node tests/browser/screenshots.mjs --renew, look, commit looks.json`);
  });
}

// A picture by itself, to see that the comparison can fail.
function picture(width, height, lightness) {
  const raw = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) raw.fill(lightness(x, y), y * (width * 3 + 1) + 1 + x * 3, y * (width * 3 + 1) + 4 + x * 3);
  const chunk = (kind, data) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = 2;
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))]);
}

test('a line of text that is gone is a different look, a shade of type is not', async () => {
  const line = (x, y) => (y >= 100 && y < 120 && x % 7 < 2 ? 20 : 250);
  const was = lookOf(picture(640, 480, line));
  assert.equal(compareLooks(was, lookOf(picture(640, 480, line))), null);
  assert.equal(compareLooks(was, lookOf(picture(640, 480, (x, y) => line(x, y) + (line(x, y) < 100 ? 15 : 0)))), null, 'a lighter stroke');
  const mark = lookOf(picture(640, 480, (x, y) => (x < 5 && y < 4 ? 20 : line(x, y))));
  assert.equal(compareLooks(was, mark), null, 'a mark of 5 by 4 pixels, on another machine');
  assert.ok(compareLooks(was, mark, true), 'the same where type is drawn alike');
  const gone = compareLooks(was, lookOf(picture(640, 480, () => 250)));
  assert.ok(gone);
  assert.deepEqual(gone.boxes, [[0, 100, 640, 20]]);
  assert.ok(compareLooks(was, lookOf(picture(640, 480, (x, y) => line(x, y - 20)))), 'moved down by a line');
  assert.ok(compareLooks(was, lookOf(picture(641, 480, line))), 'another size');
});

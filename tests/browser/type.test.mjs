// Type: Latin as wide as the browser sets it, and an atlas that stays small and right however much is read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage } from './chromium.mjs';
import { readPng } from './png.mjs';
import { assert, skip, test } from './suite.mjs';
import { editionFolder } from './where.mjs';

// The faces of web/type.mjs, in the order of view::Face.
const kSerif = '"Noto Serif CJK SC","Source Han Serif SC","Noto Serif SC","Songti SC",SimSun,serif';
const kSans = '"Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif';
const kFaces = [[400, kSerif], [700, kSerif], [400, kSans], [700, kSans]];

test('a run of Latin is as wide as the browser sets it, to half a pixel', async () => {
  const page = await openPage();
  const text = readFileSync(join(editionFolder, 'page-en.txt'), 'utf8');
  // Without apostrophes: the hanzi faces have them as wide as a hanzi, and the typesetter sets them narrow between letters.
  const words = [...new Set(text.split(/[\s—–]+/).filter((word) => /^[\x21-\x7e]+$/.test(word)))];
  // Pairs that are kerned, ligatures, long runs, figures.
  words.push('AVATAR', 'Tarn', 'Wave', 'To', 'Yo.', 'P.A.', 'LYTTON', 'office', 'fjord', 'waffle', '1,520', '2028-2031', '5.3%', 'AlphaFold',
    'Pneumonoultramicroscopicsilicovolcanoconiosis');
  const found = await page.evaluate(({ list, faces }) => {
    const host = document.body.appendChild(document.createElement('div'));
    host.style.cssText = 'position:absolute;left:0;top:0;visibility:hidden;white-space:pre;letter-spacing:normal';
    const out = { compared: 0, worst: 0, of: '', kerned: 0 };
    faces.forEach(([weight, family], face) => {
      for (const size of [13, 16, 18, 24, 40]) {
        const spans = list.map((word) => {
          const span = host.appendChild(document.createElement('span'));
          span.style.cssText = `display:block;width:max-content;font:${weight} ${size}px ${family}`;
          span.textContent = word;
          return span;
        });
        const alone = (word) => [...word].reduce((sum, letter) => sum + window.__broadsheet.widthOf(face, size, letter), 0);
        list.forEach((word, i) => {
          const wanted = spans[i].getBoundingClientRect().width;
          const got = window.__broadsheet.widthOf(face, size, word);
          out.compared += 1;
          if (Math.abs(alone(word) - wanted) > 0.5) out.kerned += 1;
          if (Math.abs(got - wanted) <= out.worst) return;
          out.worst = Math.abs(got - wanted);
          out.of = `“${word}” in face ${face} at ${size} px: ${got}, the browser has ${wanted}`;
        });
        host.replaceChildren();
      }
    });
    host.remove();
    return out;
  }, { list: words, faces: kFaces });
  assert.ok(found.compared > 4000, `${found.compared} compared`);
  assert.ok(found.kerned > 100, `only ${found.kerned} runs are kerned at all: adding letters up would pass as well`);
  assert.ok(found.worst <= 0.5, `${found.worst} px: ${found.of}`);
  await page.profile.close();
});

// 20,000 different hanzi in paragraphs that the parser takes for one story.
function manyHanzi() {
  let text = '万字文\n\n本报记者 林知远\n\n';
  for (let code = 0x4e00, n = 0; n < 20000; ++code, ++n) {
    text += String.fromCodePoint(code);
    if (n % 20 === 19) text += n % 400 === 399 ? '。\n\n' : '，';
  }
  return text;
}

const kAtlas = 32 * 1024 * 1024;

test('after 20,000 different characters at two sizes the atlas is small and what is drawn is right', async () => {
  const page = await openPage({ viewport: { width: 1000, height: 1000 }, deviceScaleFactor: 2, reducedMotion: 'reduce' });
  if (!(await page.evaluate(() => document.fonts.check('18px "Noto Serif CJK SC"')))) skip('no CJK font here');
  await page.drop([{ name: 'hanzi.txt', bytes: Buffer.from(manyHanzi()) }]);
  const id = await page.locator('#mirror main [role=link]').first().getAttribute('data-id');
  await page.evaluate((to) => {
    location.hash = `/a/${to}`;
  }, id.split('.').pop());
  await page.waitForTimeout(50);
  await page.idle();
  // The head of the story, and its end, before the atlas was ever full.
  const shotAt = async (key) => {
    await page.keyboard.press(key);
    await page.idle();
    return page.screenshot();
  };
  await shotAt('End');
  const first = await shotAt('Home');
  const walk = async () => {
    await page.keyboard.press('Home');
    await page.idle();
    let screens = 0;
    for (let last = -1; screens < 200; ++screens) {
      await page.keyboard.press('PageDown');
      await page.idle();
      const at = Number(/\d+/.exec(await page.locator('#mirror [data-id="reader.progress"]').first().evaluate((one) => one.textContent || one.ariaLabel))[0]);
      if (at === 100 && last === 100) break;
      last = at;
    }
    return screens;
  };
  const screens = await walk();
  assert.ok(screens > 10, `${screens} screens`);
  await page.keyboard.press('Control+=');
  await page.keyboard.press('Control+=');
  await page.idle();
  await walk();
  const atlas = await page.evaluate(() => ({ ...window.__broadsheet.atlas }));
  assert.ok(atlas.most > 8 * 1024 * 1024, `the atlas was never filled: ${atlas.most} bytes`);
  assert.ok(atlas.most <= kAtlas, `the atlas grew to ${atlas.most} bytes`);
  await page.keyboard.press('Control+0');
  await page.idle();
  const again = await shotAt('Home');
  const [a, b] = [readPng(first), readPng(again)];
  // The glyphs lie elsewhere in the atlas now: the last bit of a shade may fall otherwise, a wrong glyph is far from it.
  assert.equal(a.pixels.length, b.pixels.length);
  const wrong = a.pixels.reduce((most, value, i) => Math.max(most, Math.abs(value - b.pixels[i])), 0);
  assert.ok(wrong <= 2, `shades of the picture differ by up to ${wrong} after the atlas was emptied`);
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

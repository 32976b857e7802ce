// From a small phone to a wall, one to three device pixels a pixel, zoomed to half and to three times: nothing is
// cut off and no two controls lie on each other, in Chinese and in English.
import { openPage } from './chromium.mjs';
import { readPng } from './png.mjs';
import { showScreen, kScreenNames } from './screens.mjs';
import { assert, test } from './suite.mjs';

// [width, height, device pixels a pixel]; the browser's zoom is a narrower page of more device pixels.
const kSizes = {
  'a small phone': [320, 568, 2],
  'a phone of three device pixels': [360, 740, 3],
  'a tablet held upright': [768, 1024, 2],
  'a laptop zoomed to 300 %': [427, 267, 3],
  'a laptop zoomed to 50 %': [2560, 1600, 0.5],
  'a 4K wall': [3840, 2160, 1],
};

function faults(page) {
  return page.evaluate(() => {
    const wrong = [];
    const canvas = document.getElementById('canvas');
    if (Math.abs(canvas.width - innerWidth * devicePixelRatio) > 1) wrong.push(`the canvas is ${canvas.width} pixels wide`);
    const boxes = [];
    for (const one of document.querySelectorAll('#mirror [data-id]')) {
      const box = one.getBoundingClientRect();
      if (box.width === 0 || box.bottom < 0 || box.top > innerHeight) continue;
      const { id } = one.dataset;
      if (box.left < -1 || box.right > innerWidth + 1) wrong.push(`${id} runs from ${box.left} to ${box.right}`);
      if (/^panel\./.test(id) && (box.top < -1 || box.bottom > innerHeight + 1)) wrong.push(`${id} runs from ${box.top} down to ${box.bottom}`);
      if (/^(nav|filter|jump|tab)\./.test(id)) boxes.push([id, box]);
    }
    for (let i = 0; i < boxes.length; ++i) {
      for (let k = 0; k < i; ++k) {
        const [[a, p], [b, q]] = [boxes[i], boxes[k]];
        const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
        const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
        if (across > 1 && down > 1) wrong.push(`${a} lies on ${b}`);
      }
    }
    return wrong;
  });
}

for (const [name, [width, height, deviceScaleFactor]] of Object.entries(kSizes)) {
  test(`nothing is cut off on ${name}`, async () => {
    for (const locale of ['zh-CN', 'en-GB']) {
      const page = await openPage({ viewport: { width, height }, deviceScaleFactor, locale, reducedMotion: 'reduce' });
      for (const screen of kScreenNames) {
        await showScreen(page, screen);
        assert.deepEqual(await faults(page), [], `${screen}, ${locale}`);
      }
      assert.deepEqual(page.errors, []);
      await page.profile.close();
    }
  });
}

// A head as long as a paragraph, a word as long as three lines, a byline of twenty names; in two languages.
const kWord = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3);
const kLong = [
  `${'云麓高新区把试验台搬到车间门口，'.repeat(12)}完`, `本报记者 ${Array.from({ length: 20 }, (_, i) => `林知${'一二三四五六七八九十'[i % 10]}`).join('、')}`,
  `清晨六点，守塔人推开了门。他念了一遍${kWord}，把灯罩擦得发亮。https://example.org/${'a/'.repeat(80)}`,
  '海上起了雾，三十里外的船都看得见它的光。老周说，这座灯塔停了七年。',
].join('\n\n');
const kLongEnglish = [
  `${'Keeper of the lighthouse carries the lamp to the door '.repeat(9)}at last`, 'By Ann Lee and Bartholomew Featherstonehaugh-Cholmondeley',
  `The keeper opened the door at six. He read ${kWord} aloud and polished the glass until it shone in the fog.`,
  'Ships thirty miles away could see the light. Old Joe said that the tower had been dark for seven years.',
].join('\n\n');

// The outermost columns of pixels hold nothing but paper: no letter runs over an edge.
function edgesAreBlank(picture, top) {
  const { width, height, channels, pixels } = readPng(picture);
  for (const x of [1, 2, width - 3, width - 2])
    for (let y = top + 1; y < height; ++y)
      for (let c = 0; c < 3; ++c)
        if (Math.abs(pixels[(y * width + x) * channels + c] - pixels[(top * width + x) * channels + c]) > 24) return `a letter at ${x}, ${y}`;
  return '';
}

for (const [width, height] of [[320, 640], [768, 1024], [1280, 800]]) {
  test(`a very long head and words longer than a line are whole at ${width} pixels`, async () => {
    for (const [locale, name, dump] of [['zh-CN', 'long.txt', kLong], ['en-GB', 'long-en.txt', kLongEnglish]]) {
      const page = await openPage({ viewport: { width, height }, locale, reducedMotion: 'reduce' });
      await page.drop([{ name, bytes: `${dump}\n` }]);
      for (const screen of ['front', 'reader', 'contents', 'source']) {
        await showScreen(page, screen);
        assert.deepEqual(await faults(page), [], `${screen}, ${locale}`);
        if (screen !== 'source') assert.equal(edgesAreBlank(await page.screenshot(), 60), '', `${screen}, ${locale}`);
      }
      // Every letter of the long word is among what is read.
      await showScreen(page, 'reader');
      const bare = (text) => text.replace(/\s+/g, '');
      const text = bare((await page.getByRole('article').allTextContents()).join(''));
      assert.ok(text.includes(kWord));
      assert.deepEqual(page.errors, []);
      await page.profile.close();
    }
  });
}

// From a small phone to a wall, one to three device pixels a pixel, zoomed to half and to three times: nothing is
// cut off and no two controls lie on each other, in Chinese and in English.
import { openPage } from './chromium.mjs';
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

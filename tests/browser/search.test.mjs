// The search over a thousand pages, on the software renderer, by real keys: no key lost, nobody kept waiting, results right.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage } from './chromium.mjs';
import { assert, test } from './suite.mjs';
import { pagesFolder } from './where.mjs';

const kPages = 1000;
const field = (page) => page.locator('#mirror [data-id="find.field"]');
const count = (page) => page.locator('#mirror [data-id="find.count"]').textContent();

// Our own words, by fixed seed. One story in a hundred has 青石桥 in it, one in all has the words of a remembered half-sentence.
function thousandPages() {
  let seed = 20310504;
  const below = (n) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 4294967296) * n);
  };
  const who = ['河边的人', '值班的师傅', '赶早市的人', '两个学生', '修路的工人', '船上的人', '街角的店家', '守塔的人'];
  const does = ['看见灯亮了', '把门关上', '等着第一班车', '说起去年的水', '数着过去的船', '把账记在纸上', '听见钟敲了六下', '往南边走去'];
  const when = ['天黑以后，', '雨停了，', '清早，', '过了中午，', '封桥那天，', '到了月底，'];
  let bridges = 0;
  const pages = [];
  for (let p = 0; p < kPages; ++p) {
    const articles = [];
    for (let a = 0; a < 8; ++a) {
      const n = p * 8 + a;
      const blocks = [];
      for (let b = 0; b < 5; ++b) {
        let text = '';
        for (let s = 0; s < 6; ++s) text += `${when[below(6)]}${who[below(8)]}${does[below(8)]}，一共${below(900) + 100}步。`;
        if (b === 2 && n % 100 === 7) {
          text += '青石桥还在那里。';
          bridges += 1;
        }
        if (b === 3 && n === 4321) text += '守闸人把最后一盏煤油灯交给了女儿。';
        blocks.push({ kind: 'paragraph', text, spans: [] });
      }
      articles.push({ kind: 'article', headline: `${who[n % 8]}记事之${n}`, blocks, dateline: { date: `2031-05-${String(1 + (p % 28)).padStart(2, '0')}` } });
    }
    pages.push({ number: p + 1, articles });
  }
  return { json: JSON.stringify({ format: 'broadsheet-1', title: '河湾晚报', date: '2031-05-04', pages }), bridges };
}

test('a thousand pages: every key arrives, the answers are right, no frame waits for the reading in', async () => {
  const { json, bridges } = thousandPages();
  const page = await openPage();
  await page.drop([{ name: 'year.json', bytes: Buffer.from(json) }]);
  await page.idle();
  // The longest stretch in which the page answered nothing, and whether progress was told.
  await page.evaluate(() => {
    window.longest = 0;
    window.told = '';
    let last = performance.now();
    const beat = new MessageChannel();
    beat.port1.onmessage = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      window.told ||= document.querySelector('#mirror [data-id="find.count"]')?.textContent?.match(/正在读入.*/)?.[0] ?? '';
      if (!window.still) setTimeout(() => beat.port2.postMessage(0), 4);
    };
    beat.port2.postMessage(0);
  });
  await page.keyboard.press('/');
  // While the pages are still being read in: 23 keys, 30 ms apart.
  const typed = 'qingshiqiao head:bridge';
  for (const key of typed) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await new Promise((done) => setTimeout(done, 30));
  }
  await page.idle();
  assert.equal(await field(page).textContent(), typed, 'every key arrived, in its order');
  const { longest, told } = await page.evaluate(() => ({ longest: window.longest, told: window.told }));
  console.log(`     longest stretch without an answer ${longest.toFixed(0)} ms; progress: ${told}`);
  assert.match(told, /正在读入 [\d,]+ \/ 1,000 版/, 'progress is told while pages are read in');

  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('青石桥');
  await page.idle();
  assert.equal(await count(page), `${bridges} 处，${bridges} 篇`);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('最后一盏煤油灯');
  await page.idle();
  assert.equal(await count(page), '1 处，1 篇');
  await page.keyboard.press('Enter');
  await page.idle();
  assert.ok((await page.getByRole('main').first().textContent()).includes('记事之4321'));
  assert.ok((await page.locator('#mirror [data-id="found.count"]').textContent()).startsWith('第 1 处，共 1 处'));
  await page.keyboard.press('Escape');
  await page.idle();
  assert.equal(await field(page).textContent(), '最后一盏煤油灯');

  // Typed at speed over the whole: each key answered; the last answer is that of the whole query.
  await page.keyboard.press('/');
  await page.idle();
  await page.keyboard.press('Control+a');
  const began = Date.now();
  for (const key of '100..300 page:1..20') await page.keyboard.press(key === ' ' ? 'Space' : key);
  await page.idle();
  console.log(`     19 keys at speed took ${Date.now() - began} ms`);
  assert.equal(await field(page).textContent(), '100..300 page:1..20');
  assert.match(await count(page), /160 篇/);
  assert.deepEqual(page.errors, []);
  await page.evaluate(() => {
    window.still = true;
  });
  await page.profile.close();
});

test('a search is kept over a reload, and the address of a search opens it', async () => {
  const page = await openPage({ hash: '#/find/%E5%B9%B3%E5%8F%B0' });
  await page.idle();
  assert.equal(await field(page).textContent(), '平台');
  const found = await count(page);
  await page.press(page.locator('[data-id="find.keep"]'));
  await page.press(page.locator('[data-id="hit.0"]'));
  await page.goBack();
  await page.idle();
  assert.equal(await count(page), found);
  await page.reload();
  await page.ready();
  assert.equal(await page.locator('[data-id="find.keep"]').getAttribute('aria-pressed'), 'true');
  await page.press(page.locator('[data-id="find.clear"]'));
  assert.equal(await page.getByRole('button', { name: '平台', exact: true }).count(), 2, 'among the kept and among the recent');
  await page.profile.close();
});

// Typed at speed, they are offered when typing rests. The table of readings is in the order of GB 2312, which the page asks the
// browser for: no other test sees that.
test('letters offer the hanzi that are read so', async () => {
  const page = await openPage();
  await page.drop([{ name: 'columns.txt', bytes: readFileSync(join(pagesFolder, 'columns-of-the-page', 'page.txt')) }]);
  await page.idle();
  await page.keyboard.press('/');
  await page.idle();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('chuanpiao');
  const offer = page.getByRole('button', { name: '船票 4', exact: true });
  await offer.waitFor();
  await page.press(offer);
  assert.equal(await field(page).textContent(), '船票');
  assert.match(await count(page), /^4 /);
  await page.profile.close();
});

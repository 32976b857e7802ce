// node tests/bench/kiosk/pictures.mjs [FOLDER [WORDS]]: every face of the kiosk at 1080p, 4K and upright, as
// FOLDER/SIZE-FACE.png (.out/kiosk/), to be looked at; with WORDS only those whose name holds them. The edition is one
// that a paper would not print on one day: a photo, heads and stories far too long and far too short.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { closeBrowser, openBrowser } from '../../browser/chromium.mjs';
import { root, site } from '../../browser/where.mjs';

const out = process.argv[2] ?? join(root, '.out/kiosk');
const wanted = process.argv[3] ?? '';
const kSizes = { '1080p': [1920, 1080], '4k': [3840, 2160], upright: [1080, 1920] };
const kHome = 'https://paper.example/';

const story = (headline, paragraphs, more = {}) => ({ kind: 'article', headline, byline: [], spans: [], repairs: [],
  blocks: paragraphs.map((text) => ({ kind: 'paragraph', text, spans: [] })), ...more });
const edition = (title, language, articles) => JSON.stringify({ format: 'broadsheet-1', title, date: '2031-02-08',
  pages: [{ language, articles: articles.map((one, i) => ({ id: `plate${i + 2}`, ...one })) }] });
const kWaters = '守了三十年的老灯昨晚熄灭，新灯在六点整亮起来，渡船鸣笛三声，岸上站满了提着小灯笼的孩子，没有一个人说话。老站长把钥匙交给了年轻人，转身走下一百零八级台阶。';
const kQuays = 'The old lamp went out at six, and the new one was lit before anybody on the quay had counted to three; the ferry sounded its horn, and the children, who had been told to cheer, said nothing at all.';
const kEditions = {
  zh: edition('江滨晚报', 'zh-Hans', [
    story('全市滨江两岸三十二座老码头改造工程昨日全部完工，从早六点到晚十点向市民免费开放，渡船增加到每十分钟一班，首日即有四万七千人次前来散步、骑行、看江，沿线茶馆、书店与修船作坊一并迎客', [kWaters, kWaters, kWaters], { kicker: '两岸同心，历时九年' }),
    story('灯亮了', ['今晚六点。']),
    story('', ['2月7日，数百只越冬的白鹤在白鹭湾湿地觅食。据湿地管理站监测，今年到此越冬的白鹤已达一千三百四十只，比去年增加二百一十只，创下建站以来的最高纪录。'], { kind: 'photo', byline: [{ name: '罗望', role: '摄', spans: [] }] }),
    story('渡口的茶馆今天开门', [kWaters, '“父亲走的时候说，水开着，门就开着。我把这句话刻在了门槛上，谁进来都要跨过它。”新掌柜何川说。']),
    story('一百二十年的老桥要歇一歇', [kWaters, '据统计，去年从桥上走过的人有1,240.5万人次，比建桥时全市的人口还多三百倍。']),
  ]),
  en: edition('The Quayside Courier', 'en', [
    story('Thirty-two old wharves on both banks open to everybody from six in the morning, with ferries every ten minutes, tea houses, book stalls and boatyards, and forty-seven thousand people came on the very first day to walk, ride and watch the river', [kQuays, kQuays, kQuays], { kicker: 'Nine years in the making' }),
    story('Lit', ['At six.']),
    story('', ['Cranes by the hundred rest on the mud flats off Heron Bay before they fly north; the wardens counted 1,340 of them on Friday, more than in any winter since the station was built.'], { kind: 'photo', byline: [{ name: 'Idris Vane', role: 'Photo by', spans: [] }] }),
    story('The tea house by the ferry opens again', [kQuays, '“My father said that as long as the water boils the door stands open. I have cut it into the threshold, so that everybody has to step over it,” said Maud Pellew, who keeps it now.']),
    story('The bridge is to rest after 120 years', [kQuays, 'A count last year found that 12.4 million people had walked over it, three hundred times as many as lived in the town when it was built.']),
  ]),
};

mkdirSync(out, { recursive: true });
const kTypes = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' };

async function lobby([width, height], settings, told = '') {
  const context = await (await openBrowser()).newContext({ viewport: { width, height }, locale: 'zh-CN', reducedMotion: 'reduce', serviceWorkers: 'block' });
  const page = await context.newPage();
  page.broken = false;
  await page.route(`${kHome}**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (/^\/(zh|en)\.json$/.test(path)) {
      if (page.broken) return route.abort();
      return route.fulfill({ contentType: 'application/json', body: kEditions[path.slice(1, 3)] });
    }
    const file = join(site, normalize(path === '/' ? '/index.html' : path));
    try {
      return route.fulfill({ contentType: kTypes[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) });
    } catch {
      return route.fulfill({ status: 404 });
    }
  });
  await page.goto(`${kHome}?kiosk&pin=2468&night=never&dim=never${settings}${told}`);
  await page.waitForFunction(() => window.__broadsheet?.idle, null, { timeout: 120000 });
  page.idle = () => page.evaluate(() => window.__broadsheet.idle());
  page.leap = async (seconds) => {
    await page.evaluate((by) => window.__broadsheet.leap(by), seconds);
    await page.idle();
  };
  page.turn = async () => {
    await page.leap(15);
    await page.leap(2);
  };
  page.act = async (id) => {
    await page.locator(`[data-id="${id}"]`).first().dispatchEvent('click');
    await page.idle();
  };
  page.corner = async () => {
    for (let i = 0; i < 5; ++i) await page.mouse.click(width - 20, 20);
    await page.idle();
  };
  await page.leap(2);
  return page;
}

let count = 0;
for (const [size, shape] of Object.entries(kSizes)) {
  const shoot = async (face, page) => {
    await page.idle();
    const name = `${size}-${face}`;
    if (!name.includes(wanted)) return;
    writeFileSync(join(out, `${name}.png`), await page.screenshot({ timeout: 120000 }));
    count += 1;
  };
  const none = (faces) => !faces.some((face) => `${size}-${face}`.includes(wanted));
  for (const language of ['zh', 'en']) {
    const kPlates = ['long', 'short', 'photo', 'quote', 'figure'].map((plate) => `plate-${plate}-${language}`);
    if (none([...kPlates, `offline-${language}`])) continue;
    const page = await lobby(shape, `&language=${language}&refresh=${language}.json&every=10`);
    await page.turn();
    for (const face of kPlates) {
      await shoot(face, page);
      await page.turn();
    }
    page.broken = true;
    await page.leap(11);
    await page.turn();
    await shoot(`offline-${language}`, page);
    await page.context().close();
  }
  if (!none(['own-1', 'own-2', 'own-3', 'front', 'reader', 'contents', 'find', 'found', 'countdown', 'pin', 'pin-wrong', 'service'])) {
    const page = await lobby(shape, '&language=zh');
    for (let i = 1; i <= 3; ++i) {
      await shoot(`own-${i}`, page);
      await page.turn();
    }
    await page.mouse.click(shape[0] / 2, shape[1] / 2);
    await page.idle();
    await shoot('reader', page);
    for (const screen of ['front', 'contents', 'find']) {
      await page.act(`nav.${screen}`);
      await shoot(screen, page);
    }
    await page.keyboard.type('公');
    await page.idle();
    await page.waitForTimeout(300);
    await shoot('found', page);
    await page.act('nav.front');
    await page.leap(52);
    await shoot('countdown', page);
    await page.mouse.click(shape[0] / 2, shape[1] / 2);  // keeps the visit, or begins another where a slow machine let it end
    await page.idle();
    await page.corner();
    await shoot('pin', page);
    for (const key of ['1', '3', '5', '7', 'enter', '2', '4']) await page.act(`pin.${key}`);
    await shoot('pin-wrong', page);
    await page.evaluate(() => setTimeout(() => {
      throw new Error(`a message that is longer than any screen is wide: ${'and on it goes, '.repeat(14)}to here`);
    }));
    await Promise.all([page.waitForEvent('load'), page.evaluate(() => setTimeout(() => window.__broadsheet.leap(6), 100))]);
    await page.waitForFunction(() => window.__broadsheet?.idle, null, { timeout: 120000 });
    await page.leap(3);
    await page.corner();
    for (const key of ['2', '4', '6', '8', 'enter']) await page.act(`pin.${key}`);
    await shoot('service', page);
    await page.context().close();
  }
  for (const [face, settings] of [['night', '&night=0-24'], ['night-dim', '&night=0-24&dim=0-24'], ['day-dim', '&dim=0-24'], ['scale-2', '&scale=2']]) {
    if (none([face])) continue;
    const page = await lobby(shape, '&language=zh', settings);
    await shoot(face, page);
    if (face === 'scale-2') {
      await page.mouse.click(shape[0] / 2, shape[1] / 2);
      await page.idle();
      await shoot('scale-2-reader', page);
    }
    await page.context().close();
  }
}
await closeBrowser();
console.log(`${count} pictures in ${out}`);

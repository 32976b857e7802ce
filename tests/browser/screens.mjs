// Every screen at every size and theme that is compared in CI: what is opened, and how to get there.
//
//     for (const set of kSets) await eachScreen(set, async (name, page, picture) => ...);   // picture: PNG bytes
import { openPage } from './chromium.mjs';

const kSizes = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  laptop: { viewport: { width: 1280, height: 800 } },
  wall: { viewport: { width: 2560, height: 1440 } },
};
const kThemes = {
  day: { colorScheme: 'light' },
  night: { colorScheme: 'dark' },
  contrast: { colorScheme: 'light', contrast: 'more' },
};

async function openLead(page) {
  const id = await page.locator('#mirror main [role=link]').first().getAttribute('data-id');
  await page.goTo(`/a/${id.split('.').pop()}`);
}

const kScreens = {
  front: async () => {},
  reader: openLead,
  contents: (page) => page.keyboard.press('t'),
  source: (page) => page.keyboard.press('s'),
  find: (page) => page.goTo(`/find/${encodeURIComponent('平台')}`),
  help: (page) => page.keyboard.press('?'),
  text: (page) => page.keyboard.press('a'),
  keep: (page) => page.keyboard.press('f'),
  // The last: the columns stay.
  columns: async (page) => {
    await openLead(page);
    await page.keyboard.press('c');
  },
};

export const kScreenNames = Object.keys(kScreens);

export async function showScreen(page, screen) {
  await page.keyboard.press('Escape');
  await page.goTo('/');
  await kScreens[screen](page);
  await page.waitForTimeout(30);
  await page.idle();
}

export const kSets = [];
for (const size of Object.keys(kSizes)) {
  for (const theme of Object.keys(kThemes)) kSets.push({ size, theme, locale: 'zh-CN' });
  kSets.push({ size, theme: 'day', locale: 'en-GB' });
}

// Name of a set: phone-night, phone-day-en.
export const nameOf = ({ size, theme, locale }) => `${size}-${theme}${locale.startsWith('zh') ? '' : '-en'}`;

// The clock stands still while a frame is drawn: on a slow machine too every glyph is drawn in the frame that wants it, and so has
// the same place in the atlas, to the pixel.
function holdClock() {
  const real = performance.now.bind(performance);
  let held = 0;
  performance.now = () => held || real();
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (work) => ask((time) => {
    held = real();
    try {
      work(time);
    } finally {
      held = 0;
    }
  });
}

export async function eachScreen(set, visit) {
  const page = await openPage({ init: holdClock, ...kSizes[set.size], ...kThemes[set.theme], locale: set.locale, reducedMotion: 'reduce' });
  for (const screen of kScreenNames) {
    await showScreen(page, screen);
    await visit(`${screen}-${nameOf(set)}`, page, await page.screenshot());
  }
  await page.profile.close();
}

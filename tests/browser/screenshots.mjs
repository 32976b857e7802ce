// node tests/browser/screenshots.mjs [FOLDER]: every screen in three sizes and three themes, as .out/SCREEN-SIZE-THEME.png.
// The same bytes every time on the same browser and fonts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, openPage } from './chromium.mjs';
import { root } from './where.mjs';

const out = process.argv[2] ?? join(root, '.out');
mkdirSync(out, { recursive: true });

const kSizes = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  laptop: { viewport: { width: 1280, height: 800 } },
  wall: { viewport: { width: 2560, height: 1440 } },
};
const kThemes = ['day', 'night', 'contrast'];
const kScreens = {
  front: async () => {},
  reader: async (page) => {
    const id = await page.locator('#mirror main [role=link]').first().getAttribute('data-id');
    await page.evaluate((to) => {
      location.hash = `/a/${to}`;
    }, id.split('.').pop());
  },
  contents: (page) => page.keyboard.press('t'),
  source: (page) => page.keyboard.press('s'),
  find: async (page) => {
    await page.evaluate(() => {
      location.hash = `/find/${encodeURIComponent('平台')}`;
    });
  },
  help: (page) => page.keyboard.press('?'),
};

for (const [size, context] of Object.entries(kSizes)) {
  for (const theme of kThemes) {
    const page = await openPage({ ...context, colorScheme: theme === 'night' ? 'dark' : 'light',
      contrast: theme === 'contrast' ? 'more' : 'no-preference' });
    for (const [screen, show] of Object.entries(kScreens)) {
      await page.evaluate(() => {
        location.hash = '/';
      });
      await page.waitForTimeout(50);
      await page.idle();
      await show(page);
      await page.waitForTimeout(50);
      await page.idle();
      writeFileSync(join(out, `${screen}-${size}-${theme}.png`), await page.screenshot());
    }
    await page.profile.close();
  }
}
await closeBrowser();
console.log(`${Object.keys(kSizes).length * kThemes.length * Object.keys(kScreens).length} pictures in ${out}`);

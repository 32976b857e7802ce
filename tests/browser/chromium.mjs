// Chromium through Playwright: one browser for all tests, a fresh profile and page for each.
import { chromium } from 'playwright-core';
import { patience } from './suite.mjs';
import { firstOf, oneFile } from './where.mjs';

let browser = null;

export const executable = firstOf(['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']);

export async function openBrowser() {
  browser ??= await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--use-angle=swiftshader', '--disable-background-networking',
      '--disable-lcd-text', '--font-render-hinting=none'],
  });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
  browser = null;
}

// Opens the one file from disk with the network cut (or `url`). The page gets: idle(), errors, requests, spot(locator).
export async function openPage({ url = oneFile, hash = '', wait = true, offline = url.startsWith('file:'), init, ...context } = {}) {
  const profile = await (await openBrowser()).newContext({
    viewport: { width: 1280, height: 800 }, locale: 'zh-CN', offline, ...context,
  });
  profile.setDefaultTimeout(30000 * patience);
  const page = await profile.newPage();
  page.profile = profile;
  page.errors = [];
  page.requests = [];
  page.on('pageerror', (error) => page.errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && page.errors.push(message.text()));
  page.on('request', (request) => page.requests.push(request.url()));
  if (init) await page.addInitScript(init);
  page.idle = () => page.evaluate(() => window.__broadsheet.idle());
  page.ready = async () => {
    await page.waitForFunction(() => window.__broadsheet?.idle, null, { timeout: 40000 * patience });
    await page.idle();
  };
  // The middle of an element of the mirror: where a hand would press.
  page.spot = async (locator) => {
    const box = await locator.boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  // Wheels it onto the screen first, as a hand would.
  page.press = async (locator) => {
    const { height } = page.viewportSize();
    for (let i = 0; i < 40; ++i) {
      const { y } = await page.spot(locator);
      if (y > 20 && y < height - 20) break;
      await page.mouse.move(page.viewportSize().width / 2, height / 2);
      await page.mouse.wheel(0, Math.max(-400, Math.min(400, y - height / 2)));
      await page.idle();
    }
    const { x, y } = await page.spot(locator);
    await page.mouse.click(x, y);
    await page.idle();
  };
  // To an address within the page, as a link in it would go.
  page.goTo = async (hash) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.waitForTimeout(50);
    await page.idle();
  };
  page.drop = async (files) => {
    const data = await page.evaluateHandle((given) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      return transfer;
    }, files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })));
    await page.dispatchEvent('#canvas', 'drop', { dataTransfer: data });
    await page.idle();
  };
  await page.goto(url + hash, { waitUntil: wait ? 'load' : 'commit' });
  if (wait) await page.ready();
  return page;
}

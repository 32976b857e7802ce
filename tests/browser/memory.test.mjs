// What the browser remembers: there again after a reload, gone after 'Forget all'.
import { openPage } from './chromium.mjs';
import { assert, test } from './suite.mjs';

const textSize = (page) => page.locator('#mirror [data-id="text.normal"]').textContent();

async function showText(page) {
  await page.keyboard.press('a');
  await page.idle();
}

test('remembered: theme, text size and language, in a storage with a name of its own', async () => {
  const page = await openPage();
  await page.keyboard.press('d');
  await page.keyboard.press('Control+=');
  await page.idle();
  await showText(page);
  await page.press(page.locator('#mirror [data-id="language.en"]'));
  await page.reload();
  await page.ready();
  await showText(page);
  assert.equal(await textSize(page), '110 %');
  assert.equal(await page.locator('#mirror [data-id="nav.contents"]').textContent(), 'Contents');
  assert.equal(await page.locator('#mirror [data-id="theme.night"]').getAttribute('aria-pressed'), 'true');
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  assert.deepEqual(names, ['broadsheet.memory']);
  await page.profile.close();
});

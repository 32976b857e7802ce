// The main job: open from disk, list, read, find; by mouse and by keyboard; through the mirror by role and name.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage } from './chromium.mjs';
import { assert, test } from './suite.mjs';
import { editionFolder, pagesFolder } from './where.mjs';

const names = async (locator) => (await locator.evaluateAll((all) => all.map((one) => one.textContent || one.getAttribute('aria-label') || '')))
  .map((name) => name.replace(/\s+/g, ''));

export async function frontHeadlines(page) {
  return names(page.locator('#mirror main [role=link], #mirror main button, #mirror main h1, #mirror main h2, #mirror main h3, #mirror main a'));
}

function truth(slug) {
  return JSON.parse(readFileSync(join(pagesFolder, slug, 'expected.json'), 'utf8')).articles.filter((one) => one.headline);
}
const bare = (text) => text.replace(/\s+/g, '');

test('the front page lists the articles of the default edition', async () => {
  const page = await openPage();
  const shown = (await frontHeadlines(page)).join('\n');
  for (const { headline } of [...truth('front-zh'), ...truth('front-en')])
    assert.ok(shown.includes(bare(headline)), `${headline} is not on the front page`);
  assert.deepEqual(page.errors, []);
  await page.profile.close();
});

test('an article opens by mouse and can be read', async () => {
  const page = await openPage();
  const [story] = truth('front-zh');
  await page.press(page.locator('#mirror main [data-id]').filter({ hasText: story.headline }).first());
  const article = page.getByRole('article');
  assert.equal(await article.count(), 1);
  const text = bare((await article.allTextContents()).join(''));
  assert.ok(text.includes(bare(story.blocks[0].text).slice(0, 30)), 'the first paragraph is there');
  assert.ok(page.url().includes('#/a/'), page.url());
  await page.goBack();
  await page.idle();
  assert.equal(await page.getByRole('article').count(), 0);
  await page.profile.close();
});

test('an article opens by keyboard alone, is read, and closed again', async () => {
  const page = await openPage();
  const heads = truth('front-zh').map((one) => bare(one.headline));
  let name = '';
  for (let i = 0; i < 40 && !heads.some((head) => name.includes(head)); ++i) {
    await page.keyboard.press('Tab');
    await page.idle();
    name = bare(await page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label') || ''));
  }
  assert.ok(heads.some((head) => name.includes(head)), `Tab reaches a story, got ${name}`);
  await page.keyboard.press('Enter');
  await page.idle();
  assert.equal(await page.getByRole('article').count(), 1);
  const before = await page.screenshot();
  await page.keyboard.press('PageDown');
  await page.idle();
  assert.notDeepEqual(await page.screenshot(), before, 'PageDown scrolls');
  await page.keyboard.press('Escape');
  await page.idle();
  assert.equal(await page.getByRole('article').count(), 0);
  await page.profile.close();
});

test('a word is found in the edition by keys', async () => {
  const page = await openPage();
  await page.keyboard.press('/');
  await page.idle();
  await page.keyboard.type('减速器');
  await page.idle();
  const text = bare((await page.getByRole('main').allTextContents()).join(''));
  assert.ok(text.includes('减速器'), 'a result shows the word');
  await page.profile.close();
});

test('a page dropped on the window is parsed, and its headlines are read back', async () => {
  const page = await openPage();
  const slug = 'photo-news';
  await page.drop([{ name: 'dropped.txt', bytes: readFileSync(join(pagesFolder, slug, 'page.txt')) }]);
  const shown = (await frontHeadlines(page)).join('\n');
  for (const { headline } of truth(slug)) assert.ok(shown.includes(bare(headline)), `${headline} is not shown`);
  assert.ok(!shown.includes(bare(truth('front-zh')[0].headline)), 'the old edition is gone');
  await page.profile.close();
});

test('several files dropped together make one edition', async () => {
  const page = await openPage();
  const slugs = ['front-en', 'photo-news'];
  await page.drop(slugs.map((slug) => ({ name: `${slug}.txt`, bytes: readFileSync(join(pagesFolder, slug, 'page.txt')) })));
  await page.keyboard.press('t');
  await page.idle();
  const shown = (await frontHeadlines(page)).join('\n');
  for (const slug of slugs)
    for (const { headline } of truth(slug)) assert.ok(shown.includes(bare(headline)), `${headline} is not shown`);
  await page.profile.close();
});

test('files are opened by the picker', async () => {
  const page = await openPage();
  const chosen = page.waitForEvent('filechooser');
  await page.keyboard.press('o');
  await (await chosen).setFiles(join(pagesFolder, 'front-en', 'page.txt'));
  await page.waitForTimeout(200);
  await page.idle();
  const shown = (await frontHeadlines(page)).join('\n');
  assert.ok(shown.includes(bare(truth('front-en')[0].headline)));
  await page.profile.close();
});

test('a page pasted as text is parsed', async () => {
  const page = await openPage();
  const text = readFileSync(join(pagesFolder, 'front-en', 'page.txt'), 'utf8');
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.setData('text/plain', given);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await page.idle();
  const shown = (await frontHeadlines(page)).join('\n');
  assert.ok(shown.includes(bare(truth('front-en')[0].headline)), shown);
  assert.ok(!shown.includes(bare(truth('front-zh')[0].headline)));
  await page.profile.close();
});

test('a bad file gets a message that names it, and what was open stays open', async () => {
  const page = await openPage();
  await page.drop([{ name: 'empty.txt', bytes: Buffer.alloc(0) }]);
  const alert = (await page.getByRole('alert').allTextContents()).join('') +
    (await page.getByRole('alert').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')).join('')));
  assert.ok(alert.includes('empty.txt'), alert);
  const shown = (await frontHeadlines(page)).join('\n');
  assert.ok(shown.includes(bare(truth('front-zh')[0].headline)), 'the edition is still there');
  await page.drop([{ name: 'broken.json', bytes: Buffer.from('{"format":"broadsheet-1","pages":[{') }]);
  const second = (await page.getByRole('alert').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') + one.textContent).join('')));
  assert.ok(second.includes('broken.json'), second);
  assert.ok((await frontHeadlines(page)).join('\n').includes(bare(truth('front-zh')[0].headline)));
  await page.profile.close();
});

test('the default edition inside the file is the text in web/edition', async () => {
  const page = await openPage();
  const inside = JSON.parse(await page.evaluate(() => new TextDecoder().decode(document.getElementById('main').parts.edition)));
  assert.equal(await page.evaluate(() => document.getElementById('edition').textContent), '', 'it is packed with the program');
  for (const { name, text } of inside) assert.equal(text, readFileSync(join(editionFolder, name), 'utf8'));
  assert.equal(inside.length, 2);
  await page.profile.close();
});

test('without JavaScript every article can be read', async () => {
  const page = await openPage({ javaScriptEnabled: false, wait: false });
  const text = bare((await page.locator('#plain').allInnerTexts()).join(''));
  for (const slug of ['front-zh', 'front-en'])
    for (const story of truth(slug)) assert.ok(text.includes(bare(story.headline)), story.headline);
  assert.ok(await page.locator('#plain article').first().isVisible());
  await page.profile.close();
});

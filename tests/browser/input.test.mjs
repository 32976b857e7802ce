// Input methods, clipboard, touch, wheel: through real events of the browser.
import { openPage } from './chromium.mjs';
import { arrowTo, enter, keys, log, openProof } from './proof.mjs';
import { assert, test } from './suite.mjs';

const bare = (text) => text.replace(/\s+/g, '');
const field = (page) => page.locator('#mirror [data-id="find.field"]');

// The browser fetches the clipboard in its own time, then the page hears of it.
async function paste(page, keys) {
  await page.evaluate(() => {
    window.pasted = new Promise((resolve) => document.addEventListener('paste', () => setTimeout(resolve), { once: true }));
  });
  await page.keyboard.press(keys);
  await page.evaluate(() => window.pasted);
  await page.idle();
}

async function openFind(page) {
  await page.keyboard.press('/');
  await page.idle();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'field');
}

test('a Chinese input method composes over the caret and is taken once', async () => {
  const page = await openPage();
  await openFind(page);
  const session = await page.profile.newCDPSession(page);
  for (const text of ['p', 'pi', 'ping', '平', '平台']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.idle();
    assert.equal(await page.evaluate(() => document.getElementById('field').classList.contains('composing')), true);
    assert.equal(bare((await field(page).textContent()) ?? ''), '', 'nothing reaches the program while composing');
  }
  const where = await page.locator('#field').boundingBox();
  const target = await field(page).boundingBox();
  assert.ok(where.y >= target.y - 10 && where.y <= target.y + target.height + 10, 'the text area lies over the field');
  await session.send('Input.insertText', { text: '平台' });
  await page.idle();
  assert.equal(await field(page).textContent(), '平台');
  assert.ok(bare((await page.getByRole('main').allTextContents()).join('')).includes('平台'));
  await page.profile.close();
});

test('a composition that is cancelled leaves nothing, and the key that ends one does nothing else', async () => {
  const page = await openPage();
  await openFind(page);
  const session = await page.profile.newCDPSession(page);
  const compose = async (text) => {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.idle();
  };
  await compose('ping');
  await compose('');
  assert.equal((await field(page).textContent()) ?? '', '');
  assert.equal(await page.evaluate(() => document.getElementById('field').classList.contains('composing')), false);
  await compose('pingtai');
  await session.send('Input.insertText', { text: '平台' });
  await page.idle();
  // As Safari sends it: after the end, marked by its code alone.
  await page.evaluate(() => document.getElementById('field').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', keyCode: 229, bubbles: true, cancelable: true })));
  await page.idle();
  assert.equal(await field(page).textContent(), '平台');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'field', 'the field stays open');
  await page.profile.close();
});

test('a Chinese input method writes in the fields of the corrections too', async () => {
  const page = await openPage();
  await page.keyboard.press('s');
  await page.idle();
  await page.keyboard.press('k');
  await page.idle();
  const name = page.locator('#mirror [data-id="log.name"]');
  await page.press(name);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'field');
  const session = await page.profile.newCDPSession(page);
  for (const text of ['w', '王']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    await page.idle();
    assert.equal((await name.textContent()) ?? '', '');
    const [over, under] = [await page.locator('#field').boundingBox(), await name.boundingBox()];
    assert.ok(over.y >= under.y - 10 && over.y <= under.y + under.height + 10, 'the text area lies over the field');
  }
  await session.send('Input.insertText', { text: '王' });
  await page.idle();
  assert.equal(await name.textContent(), '王');
  await page.profile.close();
});

test('a Chinese input method writes in the draft of a correction, and Enter that ends it takes nothing', async () => {
  const page = await openProof();
  await arrowTo(page, '明年春天');
  await keys(page, 'w', 'Control+a');
  const draft = page.locator('#mirror [data-field][data-focused]');
  const before = await draft.textContent();
  const session = await page.profile.newCDPSession(page);
  for (const text of ['q', '秋天']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.idle();
    assert.equal(await draft.textContent(), before, 'nothing reaches the program while composing');
    const [over, under] = [await page.locator('#field').boundingBox(), await draft.boundingBox()];
    assert.ok(over.y >= under.y - 10 && over.y <= under.y + under.height + 10, 'the text area lies over the field');
  }
  await page.evaluate(() => document.getElementById('field').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true })));
  await session.send('Input.insertText', { text: '秋天' });
  await page.idle();
  assert.equal(await draft.textContent(), '秋天');
  assert.equal((await log(page)).length, 0);
  await enter(page);
  assert.equal((await log(page))[0].text, '秋天');
  await page.profile.close();
});

test('emoji, right-to-left text and accents pass through a field unharmed', async () => {
  const page = await openPage();
  await openFind(page);
  const text = 'é👩‍🚀שלום';
  await page.keyboard.insertText(text);
  await page.idle();
  assert.equal(await field(page).textContent(), text);
  await page.profile.close();
});

test('three megabytes pasted into a field are cut to what it can hold, which is said; the find field takes a thousand letters', async () => {
  const page = await openPage({ locale: 'en-GB' });
  const pour = (text) => page.evaluate((given) => {
    const data = new DataTransfer();
    data.setData('text/plain', given.repeat(3e6 / given.length));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  const said = async () => (await page.getByRole('alert').evaluateAll((all) => all.map((one) => one.textContent + one.getAttribute('aria-label')))).join('');
  await openFind(page);
  await pour('平台\n');
  await page.idle();
  assert.equal(await field(page).textContent(), '平台 '.repeat(334).slice(0, 1000));
  assert.match(await said(), /only the first 1000 characters/);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('🗞'.repeat(2000));
  await page.idle();
  assert.equal(await field(page).textContent(), '🗞'.repeat(500), 'no letter is cut in two');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('减速器');
  await page.idle();
  assert.equal(await field(page).textContent(), '减速器', 'and it goes on');
  await page.profile.close();
  const proof = await openProof();
  await arrowTo(proof, '明年春天');
  await keys(proof, 'w', 'Control+a');
  await proof.keyboard.insertText('江'.repeat(3e6));
  await proof.idle();
  await enter(proof);
  assert.equal((await log(proof))[0].text, '江'.repeat(100000));
  assert.match((await proof.getByRole('alert').evaluateAll((all) => all.map((one) => one.textContent + one.getAttribute('aria-label')))).join(''), /只取前 100000 个字符/);
  await proof.profile.close();
});

test('text is pasted into a field, selected and cut out of it again', async () => {
  const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await openFind(page);
  await page.evaluate(() => navigator.clipboard.writeText('减速器\n平台'));
  await paste(page, 'Control+v');
  assert.equal(await field(page).textContent(), '减速器 平台');
  await page.keyboard.press('Control+a');
  await page.idle();
  await page.keyboard.press('Control+x');
  await page.idle();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '减速器 平台');
  assert.equal(await field(page).textContent(), '');
  await page.profile.close();
});

test('text is pasted by a hand that holds Ctrl for a while before and after', async () => {
  const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await openFind(page);
  await page.evaluate(() => navigator.clipboard.writeText('减速器'));
  await page.keyboard.down('Control');
  await page.idle();
  for (const whole of ['减速器', '减速器减速器']) {
    await paste(page, 'v');
    assert.equal(await field(page).textContent(), whole);
  }
  await page.keyboard.up('Control');
  await page.keyboard.type('v');
  await page.idle();
  assert.equal(await field(page).textContent(), '减速器减速器v', 'Ctrl is let go');
  await page.profile.close();
});

test('Tab leaves a field for what stands after it, Shift+Tab for what stands before', async () => {
  const page = await openPage();
  for (const [back, wanted] of [[false, /^ask\.|^find\./], [true, /^nav\./]]) {
    await openFind(page);
    if (back) await page.keyboard.down('Shift');
    await page.idle();
    await page.keyboard.press('Tab');
    await page.idle();
    if (back) await page.keyboard.up('Shift');
    assert.match(await page.evaluate(() => document.activeElement.dataset.id ?? ''), wanted);
    await page.keyboard.press('Escape');
    await page.idle();
  }
  await page.profile.close();
});

test('a finger scrolls with inertia, and a tap opens', async () => {
  const page = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const session = await page.profile.newCDPSession(page);
  const touch = (type, y) => session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 200, y }] });
  const story = page.locator('#mirror main [role=link]').first();
  const start = (await story.boundingBox()).y;
  await touch('touchStart', 700);
  for (let y = 700; y >= 400; y -= 30) {
    await touch('touchMove', y);
    await page.waitForTimeout(12);
  }
  await page.waitForTimeout(20);
  const dragged = (await page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(0), 150))), await story.boundingBox().catch(() => null));
  await touch('touchEnd');
  await page.idle();
  const end = await page.evaluate(() => document.querySelector('#mirror main [role=link]').getBoundingClientRect().y);
  assert.ok(start - end > 250, `moved ${start - end} px for 300 px of finger`);
  assert.ok(dragged === null || dragged.y - end >= -1, 'and does not jump back');
  const target = page.locator('#mirror main [role=link]');
  const boxes = await target.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  const onScreen = boxes.find((box) => box.y > 100 && box.y + 20 < 800);
  await page.touchscreen.tap(onScreen.x + 40, onScreen.y + Math.min(12, onScreen.height / 2));
  await page.idle();
  assert.equal(await page.getByRole('article').count(), 1);
  await page.profile.close();
});

test('two fingers that part make the text larger, and smaller again when they meet', async () => {
  const page = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const session = await page.profile.newCDPSession(page);
  const pinch = async (from, to) => {
    const touch = (type, apart) => session.send('Input.dispatchTouchEvent', {
      type, touchPoints: apart === undefined ? [] : [{ x: 195 - apart / 2, y: 420, id: 0 }, { x: 195 + apart / 2, y: 420, id: 1 }],
    });
    await touch('touchStart', from);
    for (let i = 1; i <= 8; ++i) await touch('touchMove', from + ((to - from) * i) / 8);
    await touch('touchEnd');
    await page.idle();
  };
  const height = async () => (await page.locator('#mirror main [role=link]').first().boundingBox()).height;
  const before = await height();
  await pinch(100, 200);
  const large = await height();
  assert.ok(large > before * 1.2, `${before} to ${large}`);
  await pinch(200, 100);
  assert.equal(await height(), before);
  assert.equal(await page.evaluate(() => visualViewport.scale), 1, 'the page itself is not zoomed');
  await page.profile.close();
});

test('a page pulled beyond its begin follows the finger less and less, and goes back', async () => {
  const page = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const session = await page.profile.newCDPSession(page);
  const touch = (type, y) => session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 200, y }] });
  const top = () => page.evaluate(() => document.querySelector('#mirror main [role=link]').getBoundingClientRect().y);
  const before = await top();
  await touch('touchStart', 200);
  for (let y = 200; y <= 600; y += 20) await touch('touchMove', y);
  await page.waitForTimeout(150);
  const pulled = await top() - before;
  assert.ok(pulled > 20 && pulled < 300, `400 px of finger pull it by ${pulled}`);
  await touch('touchEnd');
  await page.idle();
  assert.ok(Math.abs(await top() - before) < 1, 'it is where it was');
  await page.profile.close();
});

test('the wheel scrolls, and with Ctrl it sets the size of the text', async () => {
  const page = await openPage();
  const top = () => page.evaluate(() => document.querySelector('#mirror main [role=link]').getBoundingClientRect().y);
  const before = await top();
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, 200);
  await page.idle();
  assert.ok(Math.abs(before - (await top()) - 200) < 3, `${before} to ${await top()}`);
  const picture = await page.screenshot();
  await page.keyboard.press('Control+=');
  await page.idle();
  assert.notDeepEqual(await page.screenshot(), picture);
  await page.profile.close();
});

test('dead keys: an accent waits for its letter and is taken once', async () => {
  const page = await openPage();
  await openFind(page);
  const session = await page.profile.newCDPSession(page);
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Dead', code: 'Quote', windowsVirtualKeyCode: 222 });
  await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
  await page.idle();
  assert.equal((await field(page).textContent()) ?? '', '');
  await session.send('Input.insertText', { text: 'é' });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'e', code: 'KeyE', windowsVirtualKeyCode: 69 });
  await page.keyboard.type('tude');
  await page.idle();
  assert.equal(await field(page).textContent(), 'étude');
  await page.profile.close();
});

for (const [way, context, ask] of [
  ['the right button', {}, async (page, x, y) => page.mouse.click(x, y, { button: 'right' })],
  ['a long press', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (page, x, y) => {
    const session = await page.profile.newCDPSession(page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await page.waitForTimeout(650);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }],
]) {
  test(`the clipboard by menu: ${way} in a field`, async () => {
    const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'], locale: 'en-GB', ...context });
    await openFind(page);
    await page.evaluate(() => navigator.clipboard.writeText('平台'));
    const choose = async (name) => {
      const box = await field(page).boundingBox();
      await ask(page, box.x + 20, box.y + box.height / 2);
      await page.getByRole('menuitem', { name, exact: true }).click();
      await page.waitForTimeout(100);
      await page.idle();
    };
    await choose('Paste');
    assert.equal(await field(page).textContent(), '平台');
    await page.keyboard.press('End');
    await page.keyboard.insertText('减速器');
    await page.idle();
    await choose('Select all');
    await choose('Copy');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '平台减速器');
    await choose('Select all');
    await choose('Cut');
    assert.equal(await field(page).textContent(), '');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '平台减速器');
    assert.deepEqual(page.errors, []);
    await page.profile.close();
  });
}

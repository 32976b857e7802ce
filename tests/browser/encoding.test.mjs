// What the page takes from its browser instead of carrying it: the codes of GB18030, the same in every browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gb18030Codes } from '../../web/gb18030.mjs';
import { fromLetters, lettersOf } from '../../web/letters.mjs';
import { openPage } from './chromium.mjs';
import { tableOfTheProgram } from './gb18030_table.mjs';
import { assert, test } from './suite.mjs';
import { pagesFolder } from './where.mjs';

test('GB18030: the browser gives the codes that the native program carries', async () => {
  const wanted = tableOfTheProgram();
  assert.equal(wanted.length, 23940);
  assert.deepEqual(gb18030Codes(), wanted, 'in node');
  const page = await openPage();
  assert.deepEqual(await page.evaluate(`(${gb18030Codes})()`), wanted, 'in Chromium');
  await page.profile.close();
});

test('a page in GB18030 is read as the same page in UTF-8', async () => {
  const text = readFileSync(join(pagesFolder, 'front-zh', 'page.txt'), 'utf8');
  const codes = gb18030Codes();
  const places = new Map(codes.map((code, at) => [code, at]));
  const bytes = [];
  for (const letter of text) {
    const code = letter.codePointAt(0);
    const at = places.get(code);
    if (code < 128) bytes.push(code);
    else bytes.push(0x81 + Math.floor(at / 190), (at % 190) + (at % 190 < 63 ? 0x40 : 0x41));
  }
  const page = await openPage();
  const read = async (given) => {
    await page.drop([{ name: 'page.txt', bytes: Buffer.from(given) }]);
    return (await page.locator('#mirror main').allTextContents()).join('');
  };
  const wanted = await read(Buffer.from(text));
  assert.ok(wanted.length > 500);
  assert.equal(await read(bytes), wanted);
  await page.profile.close();
});

test('bytes as letters come back as they were and no longer, whatever they end in', () => {
  const packed = new Uint8Array(readFileSync(join(pagesFolder, 'front-en', 'page.txt')));
  for (let length = 0; length < 60; ++length) {
    for (const last of [0, 13, 60, 255]) {
      const bytes = packed.slice(0, length + 4).fill(last, length);
      const letters = lettersOf(bytes);
      assert.ok(!/[\0\r]|<[!/]/.test(letters));
      assert.deepEqual(fromLetters(letters), bytes, `${length} bytes and four of ${last}`);
    }
  }
});

test('bytes as letters are seven for every 50 bits, are no tags, and are the same once a page has held them', async () => {
  let seed = 1;
  const bytes = Uint8Array.from({ length: 300000 }, () => {
    seed = Math.imul(seed, 1664525) + 1013904223 | 0;
    return seed >>> 24;
  });
  const letters = lettersOf(bytes);
  const written = Buffer.from(letters);
  assert.ok(written.length < bytes.length * 1.121, `${written.length} for ${bytes.length}`);
  assert.ok(!/[\0\r\ud800-\udfff]|<[!/]/.test(letters));
  for (const kind of [/[\x80-\u07b5]/, /[\u07b6\u07b7]/, /[\u0800-\ud7ff]/, /[\ue000-\ufc4b]/, /</])
    assert.ok(kind.test(letters), `${kind}: none, so nothing is shown of it`);
  const page = await openPage();
  const held = await page.evaluate((text) => new DOMParser().parseFromString(`<script type="a/b">${text}</script>`, 'text/html').querySelector('script').textContent, letters);
  assert.equal(held, letters);
  assert.deepEqual(fromLetters(held), bytes);
  await page.profile.close();
});

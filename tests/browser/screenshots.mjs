// node tests/browser/screenshots.mjs [--renew] [FOLDER]: every screen in three sizes and three themes, Chinese and
// English, as FOLDER/SCREEN-SIZE-THEME.png (.out/). The same bytes every time on the same browser and fonts.
// --renew also writes what they look like to looks.json, which looks.test.mjs compares with: look at them first.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, openPage } from './chromium.mjs';
import { lookOf, machineOf } from './looks.mjs';
import { eachScreen, kSets } from './screens.mjs';
import { here, root } from './where.mjs';

const words = process.argv.slice(2);
const out = words.find((word) => !word.startsWith('--')) ?? join(root, '.out');
mkdirSync(out, { recursive: true });
const looks = {};
for (const set of kSets) {
  await eachScreen(set, async (name, page, picture) => {
    writeFileSync(join(out, `${name}.png`), picture);
    looks[name] = lookOf(picture);
  });
}
const machine = await machineOf(await openPage());
await closeBrowser();
if (words.includes('--renew')) {
  const lines = Object.entries(looks).map(([name, look]) => `${JSON.stringify(name)}: ${JSON.stringify(look)}`);
  writeFileSync(join(here, 'looks.json'), `{\n"machine": "${machine}",\n${lines.join(',\n')}\n}\n`);
}
console.log(`${Object.keys(looks).length} pictures in ${out}`);

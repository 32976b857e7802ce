// node tests/browser/run.mjs [WORD]: the browser tests, or those with WORD in their names. Tests what dist/ holds;
// BROADSHEET_DIST=build/web/dist tests a fresh build. Ends with "N passed, N failed, N skipped".
import { existsSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeDisplay } from './display.mjs';
import { closeBrowser, executable } from './chromium.mjs';
import { runAll } from './suite.mjs';
import { dist, here } from './where.mjs';

if (!existsSync(join(dist, 'broadsheet.html'))) {
  console.error(`run: ${dist}/broadsheet.html is not there. Build it: .ci/web cmake --build --preset web --target dist`);
  process.exit(2);
}
if (!executable) {
  console.error('run: no Chromium found. Install the package chromium.');
  process.exit(2);
}
for (const name of readdirSync(here).sort()) if (name.endsWith('.test.mjs')) await import(join(here, name));
const count = await runAll(process.argv[2]);
await closeBrowser();
closeDisplay();
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exit(count.failed || count.passed === 0 ? 1 : 0);

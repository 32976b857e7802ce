// node tests/bench/kiosk/frugal.mjs [ROUNDS]: what the kiosk's loop costs at 1080p, beside a plain HTML page that fades the
// same words in and out by CSS at the same times, in one run, turn about. CPU seconds of all of Chromium's processes by
// the kernel's account, as a share of one core: while a plate stands, and over the whole loop, turns included. Exit code 1
// where a plate that stands costs more than 5 % and more than the plain page.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { executable } from '../../browser/chromium.mjs';
import { oneFile, root } from '../../browser/where.mjs';

const { chromium } = createRequire(join(root, 'tests/browser/package.json'))('playwright-core');

const rounds = Number(process.argv[2] ?? 3);
const kDwell = 14;
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-frugal-'));

// The process and everything below it: ticks of user and system time.
function ticksOf(root) {
  const parents = new Map();
  const ticks = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(pid), Number(fields[1]));
      ticks.set(Number(pid), Number(fields[11]) + Number(fields[12]));
    } catch {
      // It ended meanwhile.
    }
  }
  const below = (pid) => pid === root || (parents.has(pid) && below(parents.get(pid)));
  return [...ticks].filter(([pid]) => below(pid)).reduce((sum, [, count]) => sum + count, 0);
}

const plain = (plates) => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; background: #fbf9f4; color: #1b1a17; font: 36px/1.62 "Noto Serif CJK SC", serif; }
  section { position: fixed; inset: 0; padding: 100px; opacity: 0; transition: opacity .6s; }
  section.on { opacity: 1; }
  h1 { font: bold 84px/1.28 "Noto Sans CJK SC", sans-serif; width: 1100px; } p { width: 1100px; }
</style>${plates.map(([head, body]) => `<section><h1>${head}</h1><p>${body}</p></section>`).join('')}<script>
  const all = document.querySelectorAll('section');
  let at = 0;
  const show = () => all.forEach((one, i) => one.classList.toggle('on', i === at % all.length));
  show();
  setInterval(() => { at += 1; show(); }, ${kDwell * 1000});
</script>`;

const escape = (text) => text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const plates = [];
async function measure(url) {
  const browser = await chromium.launchServer({ executablePath: executable, args: ['--no-sandbox', '--enable-unsafe-swiftshader',
    '--use-angle=swiftshader', '--disable-background-networking'] });
  const client = await chromium.connect(browser.wsEndpoint());
  const page = await (await client.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN', offline: true })).newPage();
  await page.goto(url);
  await page.waitForTimeout(2500);
  if (!plates.length) {
    for (const story of await page.locator('article').all()) {
      plates.push([escape(await story.locator('h2').first().textContent().catch(() => '')), escape((await story.locator('p').last().textContent()).slice(0, 90))]);
    }
  }
  const root = browser.process().pid;
  const loopBegan = [performance.now(), ticksOf(root)];
  let standing = [0, 0];
  for (let turn = 0; turn < 3; ++turn) {
    await page.waitForTimeout(3000);
    const before = [performance.now(), ticksOf(root)];
    await page.waitForTimeout((kDwell - 7) * 1000);
    standing = [standing[0] + performance.now() - before[0], standing[1] + ticksOf(root) - before[1]];
    await page.waitForTimeout(kDwell * 1000 * (turn + 1) - (performance.now() - loopBegan[0]));
  }
  const whole = [performance.now() - loopBegan[0], ticksOf(root) - loopBegan[1]];
  await client.close();
  await browser.close();
  const share = ([ms, ticks]) => (ticks * 10) / ms * 100;
  return { standing: share(standing), whole: share(whole) };
}

const page = join(folder, 'plain.html');
const results = { kiosk: [], plain: [] };
for (let i = 0; i < rounds; ++i) {
  results.kiosk.push(await measure(`${oneFile}?kiosk&dwell=${kDwell}`));
  writeFileSync(page, plain(plates));
  results.plain.push(await measure(pathToFileURL(page).href));
}
rmSync(folder, { recursive: true, force: true });
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const figures = Object.fromEntries(Object.entries(results).map(([name, runs]) =>
  [name, { standing: median(runs.map((run) => run.standing)), whole: median(runs.map((run) => run.whole)) }]));
for (const [name, { standing, whole }] of Object.entries(figures))
  console.log(`${name.padEnd(6)} ${standing.toFixed(2)} % of a core while a plate stands, ${whole.toFixed(2)} % over the loop`);
const ratio = figures.kiosk.whole / Math.max(figures.plain.whole, 0.01);
console.log(`kiosk / plain page over the loop: ${ratio.toFixed(2)}; medians of ${rounds}`);
if (figures.kiosk.standing > Math.max(5, figures.plain.standing)) {
  console.log('FAIL a plate that stands costs too much');
  process.exit(1);
}

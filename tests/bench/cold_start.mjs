// How long from opening the file to the first article on the screen, beside an empty TiddlyWiki (one file from disk too) and
// pdf.js's viewer component with a one-article PDF (over a local server: it does not run from disk).
//
//     node tests/bench/cold_start.mjs [TRIALS]        BROADSHEET_DIST=build/web/dist for a fresh build
//
// Each trial is a new browser process with an empty profile; they take turns. Prints medians in ms from the start of
// the navigation, for ours twice: the first article as plain elements, which can be read while the program starts, and the
// front page by the program, all of it drawn and at rest. Exits with 1 where our first article is not the first on the screen. Fetches the two others from npm, into build/cold_start.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, root } from '../browser/where.mjs';
import { executable } from '../browser/chromium.mjs';

const { chromium } = createRequire(join(root, 'tests/browser/package.json'))('playwright-core');
const kOthers = ['tiddlywiki@5.4.1', 'pdfjs-dist@6.5.438'];
const folder = join(root, 'build/cold_start');
const packages = join(folder, 'node_modules');
const trials = Number(process.argv[2] ?? 7);

mkdirSync(folder, { recursive: true });
if (!existsSync(join(packages, 'pdfjs-dist')) || !existsSync(join(packages, 'tiddlywiki')))
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', ...kOthers], { stdio: 'inherit' });

const wiki = join(folder, 'wiki/empty.html');
if (!existsSync(wiki))
  execFileSync(process.execPath, [join(packages, 'tiddlywiki/tiddlywiki.js'), join(packages, 'tiddlywiki/editions/empty'),
    '--output', join(folder, 'wiki'), '--render', '$:/core/save/all', 'empty.html', 'text/plain'], { stdio: 'inherit' });

const kArguments = ['--no-sandbox', '--enable-unsafe-swiftshader', '--use-angle=swiftshader', '--disable-background-networking'];
const launch = () => chromium.launch({ executablePath: executable, args: kArguments });

// One page of plain text, as the browser prints it.
const paper = join(folder, 'paper.pdf');
if (!existsSync(paper)) {
  const browser = await launch();
  const page = await browser.newPage();
  const text = readFileSync(join(root, 'web/edition/page-en.txt'), 'utf8').slice(0, 2500);
  await page.setContent(`<pre style="white-space:pre-wrap;font:14px serif">${text.replace(/[&<]/g, ' ')}</pre>`);
  await page.pdf({ path: paper });
  await browser.close();
}
writeFileSync(join(folder, 'viewer.html'), `<!doctype html><meta charset=utf-8><link rel=stylesheet href=node_modules/pdfjs-dist/web/pdf_viewer.css>
<div id=box style="position:absolute;inset:0;overflow:auto"><div id=viewer class=pdfViewer></div></div>
<script type=module>
import * as pdfjs from './node_modules/pdfjs-dist/build/pdf.min.mjs';
globalThis.pdfjsLib = pdfjs;
const { EventBus, PDFViewer } = await import('./node_modules/pdfjs-dist/web/pdf_viewer.mjs');
pdfjs.GlobalWorkerOptions.workerSrc = './node_modules/pdfjs-dist/build/pdf.worker.min.mjs';
const eventBus = new EventBus();
const viewer = new PDFViewer({ container: document.getElementById('box'), eventBus });
eventBus.on('pagesinit', () => { viewer.currentScaleValue = 'page-width'; });
eventBus.on('pagerendered', () => { window.shownByPdf = true; });
viewer.setDocument(await pdfjs.getDocument({ url: 'paper.pdf' }).promise);
</script>`);
const kTypes = { '.html': 'text/html', '.mjs': 'text/javascript', '.css': 'text/css', '.pdf': 'application/pdf' };
const server = createServer(({ url }, response) => {
  try {
    const bytes = readFileSync(join(folder, url));
    response.writeHead(200, { 'Content-Type': kTypes[extname(url)] ?? 'application/octet-stream' }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const own = pathToFileURL(join(dist, 'broadsheet.html')).href;
const kSubjects = {
  'broadsheet.html': { url: own, shown: () => {
    const article = document.querySelector('#plain article p');
    return !!article?.getClientRects().length && getComputedStyle(article).visibility === 'visible';
  } },
  'its viewer ready': { url: own, shown: () => window.__broadsheet?.atRest && !!document.querySelector('#mirror main [role=link]') },
  'empty TiddlyWiki': { url: pathToFileURL(wiki).href, shown: () => !!document.querySelector('.tc-tiddler-frame') },
  'pdf.js viewer': { url: `http://127.0.0.1:${server.address().port}/viewer.html`, shown: () => !!window.shownByPdf },
};
const times = Object.fromEntries(Object.keys(kSubjects).map((name) => [name, []]));
for (let trial = 0; trial < trials; ++trial) {
  for (const [name, { url, shown }] of Object.entries(kSubjects)) {
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // Looked at in every frame; the frame after the one in which it stands has painted it.
    await page.addInitScript(`(() => {
      const shown = ${shown};
      const look = () => requestAnimationFrame(() => (shown() ? requestAnimationFrame(() => { window.painted = performance.now(); }) : look()));
      look();
    })()`);
    await page.goto(url);
    await page.waitForFunction(() => window.painted, null, { timeout: 120000 }).catch((error) => {
      throw new Error(`${name}: nothing was painted`, { cause: error });
    });
    times[name].push(await page.evaluate(() => window.painted));
    await browser.close();
  }
}
server.close();
const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];
const rows = Object.entries(times).map(([name, all]) => [name, median(all), Math.min(...all)]);
for (const [name, middle, best] of rows) console.log(`${name.padEnd(18)} median ${middle.toFixed(0)} ms, best ${best.toFixed(0)} ms`);
const [[, ours], , ...others] = rows;
process.exit(others.every(([, theirs]) => ours < theirs) ? 0 : 1);

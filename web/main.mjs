// The start: finds the program in the page (or beside it), starts it, and says so plainly where it cannot.
import { callWith, instantiate, program, resultOf } from './wasm.mjs';
import { typeAnswers } from './type.mjs';
import { kioskAnswers, kioskLog, kioskSettings, leapKiosk, openKept, startKiosk } from './kiosk.mjs';
import { atlas, canvasAnswers, contextIsLost, startCanvas } from './canvas.mjs';
import { mirrorAnswers, startMirror } from './mirror.mjs';
import { atRest, contextCameBack, drawNow, idle, loop, loopAnswers, startLoop, stir } from './loop.mjs';
import { inputAnswers, startInput } from './input.mjs';
import { fileAnswers, opened, startFiles } from './files.mjs';
import { carried, placeAnswers, startPlace } from './place.mjs';
import { editionAnswers, openFirst, openForHistory, startEditions } from './editions.mjs';
import { memoryAnswers, notTooLong, startMemory, takeDown } from './memory.mjs';
import { pageAsText, saveAnswers } from './save.mjs';
import { fail, failDamaged, hasWebAssembly, showPlainly, watchProgram } from './fail.mjs';
import { keepOffline } from './offline.mjs';
import { kForms } from './forms.mjs';
import { beginStarting } from './elsewhere.mjs';
import { fromLetters } from './letters.mjs';
import { layParser, needParser } from './parser.mjs';
import { parted } from './parts.mjs';
import { lay, printAnswers, startPrint } from './print.mjs';
import { gb18030Answers } from './gb18030.mjs';

const page = document.documentElement;
const surface = document.getElementById('canvas');
// What stands in the page: unpacked by start.mjs, or in a page that was saved from the site, where nothing packs LZMA, as gzip.
async function partsInPage() {
  const main = document.getElementById('main');
  if (main) return main.parts;
  const packed = document.getElementById('wasm');
  if (!packed) return null;
  const stream = new Blob([fromLetters(packed.textContent)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return parted(new Uint8Array(await new Response(stream).arrayBuffer()));
}

// The program, and its parser where that stands in the page with it.
async function compile() {
  const parts = await partsInPage();
  if (!parts) return { module: await WebAssembly.compileStreaming(fetch(document.getElementById('program').href)) };
  const { wasm, parser, tables } = parts;
  const module = await WebAssembly.compile(wasm);
  return { module, parser: parser.length ? await WebAssembly.compile(parser) : null, tables };
}

// Device pixels as the browser counts them: no row of the canvas is ever scaled.
function watchSize() {
  const apply = (across, down) => {
    loop.density = window.devicePixelRatio || 1;
    across = Math.max(1, across);
    down = Math.max(1, down);
    if (surface.width !== across || surface.height !== down) {
      surface.width = across;
      surface.height = down;
    }
    loop.width = across / loop.density;
    loop.height = down / loop.density;
    stir(2);
  };
  const fallback = () => {
    const box = surface.getBoundingClientRect();
    apply(Math.round(box.width * devicePixelRatio), Math.round(box.height * devicePixelRatio));
  };
  fallback();
  const observer = new ResizeObserver(([entry]) => {
    const exact = entry.devicePixelContentBoxSize?.[0];
    // Under an emulated ratio the exact size is that of another ratio: believed only within a pixel.
    const about = entry.contentRect.width * devicePixelRatio;
    if (exact && Math.abs(exact.inlineSize - about) < 2) apply(exact.inlineSize, exact.blockSize);
    else fallback();
  });
  try {
    observer.observe(surface, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(surface);
  }
  const watchDensity = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      fallback();
      watchDensity();
    }, { once: true });
  };
  watchDensity();
}

const kLossPatience = 10000;  // ms

function watchContext() {
  let timer = 0;
  surface.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    timer = setTimeout(() => {
      lay(true);
      fail(
      'The graphics context was lost and did not come back. The articles stand below as plain text; reloading the page starts the viewer again.',
      '图形环境丢失且未能恢复。文章以纯文本列在下方；重新载入页面可再次启动阅读器。');
    }, kLossPatience);
  });
  surface.addEventListener('webglcontextrestored', () => {
    clearTimeout(timer);
    document.getElementById('notice').hidden = true;
    page.classList.add('app');
    contextCameBack();
  });
}

async function start() {
  if (!hasWebAssembly()) return;
  await beginStarting();
  const memory = startMemory(JSON.parse(document.getElementById('settings').textContent));
  const drawable = startCanvas(surface);
  let compiled;
  try {
    compiled = await compile();
  } catch (error) {
    failDamaged(error);
    return;
  }
  page.classList.add('app');
  if (!drawable) {
    fail('This browser gives no WebGL2, which the viewer draws with (it may be switched off in the settings). The articles stand below as plain text.',
      '此浏览器未提供 WebGL2，阅读器无法绘制（可能在设置中被关闭）。文章以纯文本列在下方。');
    return;
  }
  await notTooLong(memory);
  watchProgram(async () => showPlainly(opened.now.length ? opened.now : carried.edition && (await takeDown(carried.edition))));
  try {
    await instantiate(compiled.module, { ...loopAnswers, ...kioskAnswers, ...typeAnswers, ...canvasAnswers, ...mirrorAnswers, ...inputAnswers,
      ...fileAnswers, ...placeAnswers, ...memoryAnswers, ...gb18030Answers, ...editionAnswers, ...saveAnswers, ...printAnswers });
    if (compiled.tables) await layParser(compiled.parser, compiled.tables);
    program.call.bs_start();
  } catch (error) {
    fail('The viewer could not start. The articles stand below as plain text.', '阅读器无法启动。文章以纯文本列在下方。', error);
    return;
  }
  watchSize();
  watchContext();
  startMirror(document.getElementById('mirror'), () => stir(3));
  startFiles();
  startInput(surface, document.getElementById('field'));
  startPlace(openForHistory);
  startPrint();
  const kiosk = kioskSettings();
  if (kiosk) await needParser();
  if (!kiosk || !(await openKept(kiosk))) await openFirst(!!kiosk);
  if (kiosk) startKiosk(kiosk, surface);
  startLoop();
  requestAnimationFrame(() => page.classList.remove('starting', 'elsewhere'));  // behind the first frame
  if (!kiosk) startEditions();
  keepOffline();
}

// For the tests: frames asked for, a promise of rest, the memory, the open edition.
window.__broadsheet = {
  program,
  get frames() {
    return loop.frames;
  },
  get atRest() {
    return atRest();
  },
  get memory() {
    return program.memory?.buffer.byteLength ?? 0;
  },
  idle,
  contextIsLost,
  pageAsText,
  json: () => resultOf('bs_export', [], kForms.json),
  kioskLog,
  leap: leapKiosk,
  draw: drawNow,
  atlas,
  // The width that the typesetter gives to words on one line; face as view::Face, pixels whole.
  widthOf: (face, pixels, words) => callWith('bs_width', [words], face, pixels),
};

await start();

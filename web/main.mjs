// The start: finds the program in the page (or beside it), starts it, and says so plainly where it cannot.
import { callWith, instantiate, program, resultOf } from './wasm.mjs';
import { typeAnswers } from './type.mjs';
import { kioskAnswers, kioskLog, kioskSettings, leapKiosk, openKept, startKiosk } from './kiosk.mjs';
import { atlas, canvasAnswers, contextIsLost, startCanvas } from './canvas.mjs';
import { mirrorAnswers, startMirror } from './mirror.mjs';
import { atRest, contextCameBack, drawNow, idle, loop, loopAnswers, startLoop, stir } from './loop.mjs';
import { inputAnswers, startInput } from './input.mjs';
import { fileAnswers, openFiles, opened, startFiles } from './files.mjs';
import { carried, carriedData, fragment, placeAnswers, startPlace } from './place.mjs';
import { fetchSource, kLongestLink, openSources, packLink, unpackLink } from './links.mjs';
import { memoryAnswers, notTooLong, startMemory } from './memory.mjs';
import { pageAsText } from './save.mjs';
import { kForms } from './forms.mjs';
import { fromSevenBits } from './document.mjs';
import { unlzma } from './lzma.mjs';
import { printAnswers, startPrint } from './print.mjs';
import { gb18030Answers } from './gb18030.mjs';

const page = document.documentElement;
const surface = document.getElementById('canvas');
const chinese = /^zh/i.test(navigator.language || '');

// What happened, and what still works, over the plain articles.
function fail(english, hanzi, error) {
  if (error) console.error(error);
  page.classList.remove('starting', 'app');
  const notice = document.getElementById('notice');
  notice.textContent = chinese ? hanzi : english;
  notice.hidden = false;
}

function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const raw = atob(base64);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; ++i) bytes[i] = raw.charCodeAt(i);
  return bytes;
}

async function compile() {
  const packed = document.getElementById('wasm');
  if (!packed) return WebAssembly.compileStreaming(fetch(document.getElementById('program').href));
  const bytes = fromSevenBits(packed.textContent);
  if (bytes[0] !== 0x1f) return WebAssembly.compile(unlzma(bytes));
  // gzip: a page that was saved from the site, where nothing packs LZMA.
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compileStreaming(new Response(stream, { headers: { 'Content-Type': 'application/wasm' } }));
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

function watchContext() {
  let timer = 0;
  surface.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    timer = setTimeout(() => fail(
      'The graphics context was lost and did not come back. The articles stand below as plain text; reloading the page starts the viewer again.',
      '图形环境丢失且未能恢复。文章以纯文本列在下方；重新载入页面可再次启动阅读器。'), 10000);
  });
  surface.addEventListener('webglcontextrestored', () => {
    clearTimeout(timer);
    document.getElementById('notice').hidden = true;
    page.classList.add('app');
    if (!contextCameBack()) fail('The picture could not be made again. Reload the page.', '画面无法重建，请重新载入页面。');
  });
}

function own(edition) {
  return edition.map(({ name, text, base64 }) =>
    ({ name, bytes: base64 === undefined ? new TextEncoder().encode(text) : bytesOf(base64) }));
}

// The edition in the link, or at the address that the link names, or the one inside the page.
async function openFirst() {
  const data = carriedData();
  let trouble = '';
  if (data) {
    try {
      const sources = await unpackLink(data);
      carried.data = carried.share = data;
      await openFiles(own(sources));
      return;
    } catch {
      trouble = 'The page inside the link cannot be read: the link was cut short or changed. Ask for it again.';
    }
  }
  const address = new URLSearchParams(location.search).get('src');
  if (address) {
    try {
      await openFiles([await fetchSource(address)]);
      return;
    } catch (error) {
      trouble = `${address}: ${error.message}.`;
    }
  }
  await openFiles(own(JSON.parse(document.getElementById('edition').textContent)));
  if (trouble) callWith('bs_complain', [trouble]);
}

// What the reader opened goes into the links that the reader shares, where it is short enough.
async function carry() {
  carried.data = carried.share = '';
  if (typeof CompressionStream !== 'function') return;
  const data = await packLink(openSources());
  if (data.length <= kLongestLink) carried.share = data;
}

async function start() {
  if (typeof WebAssembly !== 'object' || typeof WebAssembly.compileStreaming !== 'function') {
    fail('This browser has no WebAssembly, which the viewer needs. The articles stand below as plain text.',
      '此浏览器不支持 WebAssembly，阅读器无法启动。文章以纯文本列在下方。');
    return;
  }
  page.classList.add('starting');
  const memory = startMemory(JSON.parse(document.getElementById('settings').textContent));
  let compiled;
  try {
    compiled = await compile();
  } catch (error) {
    fail('The viewer could not be loaded: the file may be damaged or cut short. The articles stand below as plain text.',
      '阅读器无法载入，文件可能已损坏。文章以纯文本列在下方。', error);
    return;
  }
  page.classList.add('app');
  if (!startCanvas(surface)) {
    fail('This browser gives no WebGL2, which the viewer draws with (it may be switched off in the settings). The articles stand below as plain text.',
      '此浏览器未提供 WebGL2，阅读器无法绘制（可能在设置中被关闭）。文章以纯文本列在下方。');
    return;
  }
  await notTooLong(memory);
  try {
    await instantiate(compiled, { ...loopAnswers, ...kioskAnswers, ...typeAnswers, ...canvasAnswers, ...mirrorAnswers, ...inputAnswers,
      ...fileAnswers, ...placeAnswers, ...memoryAnswers, ...gb18030Answers });
    if (!program.call.bs_start()) throw new Error('the shaders do not compile');
  } catch (error) {
    fail('The viewer could not start. The articles stand below as plain text.', '阅读器无法启动。文章以纯文本列在下方。', error);
    return;
  }
  watchSize();
  watchContext();
  startMirror(document.getElementById('mirror'), () => stir(3));
  startFiles();
  startInput(surface, document.getElementById('field'));
  startPlace();
  startPrint();
  // Before anything is open: opening writes the address anew.
  if (fragment()) callWith('bs_go', [fragment()]);
  const kiosk = kioskSettings();
  if (!kiosk || !(await openKept(kiosk))) await openFirst();
  if (kiosk) startKiosk(kiosk, surface);
  opened.after = carry;
  startLoop();
  page.classList.remove('starting');
  // Hosted: kept for offline use. From disk there is nothing to keep and no service worker.
  if (document.getElementById('program')) navigator.serviceWorker?.register('sw.js').catch(() => {});
}

// For the tests: frames asked for, a promise of rest, the memory, the open edition.
window.__broadsheet = {
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

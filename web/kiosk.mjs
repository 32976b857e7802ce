// The kiosk outside the program: what a visitor may touch, the wake lock, the newest edition, the log, and getting up
// again after a fall. What stands on the screen and when is src/view/kiosk*.
import { answerWith, callWith, program, resultOf, textAt } from './wasm.mjs';
import { contextIsLost } from './canvas.mjs';
import { during, leap, loop, now, stir } from './loop.mjs';
import { openFiles, saveBytes } from './files.mjs';
import { nameBehind } from './links.mjs';
import { needParser } from './parser.mjs';

const kTick = 5;              // seconds between two looks at everything that is due
const kEvents = 500;          // of the log
const kLogName = 'broadsheet-kiosk-log';
// The tab's own first: Chromium now and then finds localStorage empty where a file on disk is loaded anew on a busy machine.
// The other outlives the tab.
const kLogStorages = ['sessionStorage', 'localStorage'];
const kCache = 'broadsheet kiosk';
const kFalls = 'broadsheet-kiosk-falls';
const kKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Enter',
  'Escape', 'Tab', 'Backspace', 'Delete', 'Process', 'Unidentified'];

let kioskOn = false;
let refreshFrom = '';
let refreshEvery = 300;
let pollAt = 0;
let goodTag = '';
let badTag = '';
let goodAt = '';
let troubled = '';
let reloadAt = 0;
let lostAt = 0;
let lastTick = 0;
let ticking = 0;
let wakeLock = null;
let events = [];

// Storage that may be closed: kept for this visit only, then.
function stored(storage, name, value) {
  try {
    if (value === undefined) return window[storage].getItem(name) ?? '';
    window[storage].setItem(name, value);
  } catch {
    // Nothing is lost but what a reload would forget.
  }
  return '';
}

function kioskNote(event) {
  events.push(`${new Date().toISOString().slice(0, 19)}Z ${event.replace(/\s+/g, ' ').slice(0, 300)}`);
  events = events.slice(-kEvents);
  for (const storage of kLogStorages) stored(storage, kLogName, events.join('\n'));
}

// The log and the edition that was good last.
export async function forgetKiosk() {
  try {
    for (const storage of kLogStorages) window[storage].removeItem(kLogName);
    await caches.delete(kCache);
  } catch {
    // Closed: then nothing is in it.
  }
}

export function kioskLog() {
  return events.join('\n');
}

// --- What a visitor may touch. ---

const tell = (kind, x = 0, y = 0) => kioskOn && program.call.bs_kiosk_input(kind, x, y) !== 0;

function refuse(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function mayType(event) {
  if (event.isComposing) return true;
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  return kKeys.includes(event.key) || /^\d$/.test(event.key) || (loop.takesText && [...event.key].length === 1);
}

function startGates() {
  const gate = (kind, work) => window.addEventListener(kind, (event) => kioskOn && work(event), { capture: true, passive: false });
  for (const kind of ['contextmenu', 'dragenter', 'dragover', 'drop', 'paste', 'copy', 'cut', 'selectstart', 'gesturestart', 'auxclick'])
    gate(kind, refuse);
  gate('pointerdown', (event) => {
    if (event.button > 0 || !event.isPrimary || tell(1, event.clientX, event.clientY)) refuse(event);
  });
  gate('pointermove', (event) => {
    if (!event.isPrimary || tell(0)) refuse(event);
  });
  gate('wheel', (event) => {
    if (event.ctrlKey || tell(2)) refuse(event);
  });
  gate('keydown', (event) => {
    if (!mayType(event) || tell(2)) refuse(event);
  });
  for (const kind of ['compositionupdate', 'input', 'scroll', 'click', 'focusin']) gate(kind, () => tell(0));
  document.documentElement.style.touchAction = 'none';
}

// --- Untended. ---

async function keepAwake() {
  if (wakeLock || document.hidden || !navigator.wakeLock) return;
  try {
    wakeLock = await navigator.wakeLock.request('screen');
    kioskNote('the screen is kept awake');
    wakeLock.addEventListener('release', () => {
      wakeLock = null;
      if (kioskOn) kioskNote('the wake lock was taken away');
    });
  } catch (error) {
    if (!events.some((event) => event.includes('no wake lock'))) kioskNote(`no wake lock: ${error.message}`);
  }
}

// Something is broken past mending: the page loads anew, sooner the first time than the tenth.
function fall(why) {
  if (!kioskOn || reloadAt) return;
  const before = Number(stored('sessionStorage', kFalls)) || 0;
  const pause = Math.min(600, 5 * 2 ** before);
  stored('sessionStorage', kFalls, String(before + 1));
  reloadAt = now() + pause;
  kioskNote(`${why}; reloading in ${pause} s`);
  setTimeout(kioskTick, pause * 1000 + 50);
}

function trouble(what) {
  if (what !== troubled && what) kioskNote(`refresh: ${what}; the old edition stays`);
  if (troubled && !what) kioskNote('refresh: works again');
  troubled = what;
  callWith('bs_kiosk_offline', [goodAt], what ? 1 : 0);
  stir(1);
}

// 2031-02-08 09:00: the plate's language is not the browser's.
const readAt = () => new Date().toLocaleString('sv').slice(0, 16);

// A name of its own: the service worker must not take it for the address itself.
const keptName = () => `${location.origin}/broadsheet-kiosk?${encodeURIComponent(refreshFrom)}`;

async function keepEdition(name, bytes) {
  try {
    const headers = { 'x-name': encodeURIComponent(name), 'x-tag': encodeURIComponent(goodTag), 'x-at': encodeURIComponent(goodAt) };
    await (await caches.open(kCache)).put(keptName(), new Response(bytes, { headers }));
  } catch {
    // No such storage here (a file, an insecure host): after a reload without network the page's own edition stands.
  }
}

async function poll() {
  pollAt = now() + refreshEvery;
  let response;
  try {
    response = await fetch(refreshFrom, { cache: 'no-cache', credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch {
    return trouble(location.protocol === 'file:' ? 'this file may fetch nothing, or the server does not answer' : 'the server does not answer');
  }
  if (!response.ok) return trouble(`the server answers ${response.status}`);
  if (/html/.test(response.headers.get('content-type') ?? '')) return trouble('the address answers with a web page');
  let bytes, name;
  try {
    name = nameBehind(new URL(refreshFrom, document.baseURI));
    bytes = new Uint8Array(await response.arrayBuffer());
    await needParser();
  } catch {
    return trouble('the answer broke off');
  }
  const tag = response.headers.get('etag') ?? `${response.headers.get('last-modified')} ${bytes.length}`;
  if (tag === badTag) return undefined;
  if (tag !== goodTag) {
    const at = readAt();
    callWith('bs_file', [name, bytes]);
    const why = resultOf('bs_kiosk_offer', [at]);
    if (why) {
      badTag = tag;
      return trouble(why);
    }
    goodTag = tag;
    badTag = '';
    goodAt = at;
    kioskNote(`refresh: new edition fetched, ${bytes.length} bytes`);
    await keepEdition(name, bytes);
  }
  goodAt = readAt();
  return trouble('');
}

function kioskTick() {
  if (!kioskOn) return;
  const time = now();
  if (lastTick && time - lastTick > 60) kioskNote(`nothing moved for ${Math.round(time - lastTick)} s: asleep, or hung`);
  lastTick = time;
  if (reloadAt) {
    if (time >= reloadAt) location.reload();
    return;
  }
  if (time > 600) stored('sessionStorage', kFalls, '0');
  if (contextIsLost()) {
    lostAt ||= time;
    if (time - lostAt > 15) fall('the graphics did not come back');
  } else {
    lostAt = 0;
    if (loop.askedAt && time - loop.askedAt > 20 && !document.hidden) fall('no frame came for 20 s');
  }
  keepAwake();
  if (refreshFrom && time >= pollAt) during(poll);
}

// --- The start. ---

// What makes this page a kiosk: the address, or what it was saved with. Empty: it is none.
export function kioskSettings() {
  if (/[?&]kiosk(?=[=&]|$)/.test(location.search)) return location.search;
  return JSON.parse(document.getElementById('settings').textContent).kiosk ?? '';
}

// Opens the edition that was good last; false where none is kept.
export async function openKept(settings) {
  const logs = kLogStorages.map((storage) => stored(storage, kLogName));
  events = (logs[0] || logs[1]).split('\n').filter(Boolean);
  const told = new URLSearchParams(settings);
  refreshFrom = told.get('refresh') ?? '';
  if (!/^(https?:\/\/|[^:]+$)/.test(refreshFrom)) refreshFrom = '';
  // What the program takes for a number of seconds, and nothing else: not 1e9, not Infinity.
  const every = told.get('every') ?? '';
  refreshEvery = /^[\d.]+$/.test(every) && every >= 5 && every <= 86400 ? Number(every) : 300;
  if (!refreshFrom) return false;
  try {
    const kept = await (await caches.open(kCache)).match(keptName());
    if (!kept) return false;
    const headerOf = (name) => decodeURIComponent(kept.headers.get(name));
    await openFiles([{ name: headerOf('x-name'), bytes: new Uint8Array(await kept.arrayBuffer()) }]);
    if (!program.call.bs_sources()) return false;
    goodTag = headerOf('x-tag');
    goodAt = headerOf('x-at');
    return true;
  } catch {
    return false;
  }
}

export function startKiosk(settings, canvas) {
  if (!callWith('bs_kiosk', [settings])) return;
  kioskOn = true;
  kioskNote(`started, ${screen.width} × ${screen.height}`);
  startGates();
  canvas.addEventListener('webglcontextlost', () => kioskNote('the graphics context was lost'));
  canvas.addEventListener('webglcontextrestored', () => kioskNote('the graphics context came back'));
  window.addEventListener('error', ({ error }) => error && fall(`script error: ${error.message ?? error}`));
  window.addEventListener('unhandledrejection', ({ reason }) => fall(`script error: ${reason?.message ?? reason}`));
  document.addEventListener('visibilitychange', keepAwake);
  ticking = setInterval(kioskTick, kTick * 1000);
  kioskTick();
}

const kioskActs = [
  () => {
    kioskOn = false;
    kioskNote('left');
    clearInterval(ticking);
    wakeLock?.release();
    program.call.bs_kiosk_leave();
    stir(3);
  },
  () => location.reload(),
  () => saveBytes('kiosk-log.txt', 'text/plain', new TextEncoder().encode(`${kioskLog()}\n`)),
];

export const kioskAnswers = {
  js_hour: () => {
    const time = new Date(Date.now() + loop.leapt * 1000);
    return time.getHours() + time.getMinutes() / 60;
  },
  js_kiosk_note: (at, length) => kioskNote(textAt(at, length)),
  js_kiosk_log: () => answerWith(kioskLog()),
  js_kiosk_act: (act) => setTimeout(kioskActs[act]),
  js_kiosk_address: () => answerWith(/^http/.test(location.protocol) ? location.origin + location.pathname : ''),
};

// For the tests: the clock jumps, and what is due by then happens.
export function leapKiosk(seconds) {
  leap(seconds);
  kioskTick();
}

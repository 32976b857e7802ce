// Which edition is open: the one in the link, at the address that the link names, opened last in this page, or inside the
// page; and the place in each.
import { answerWith, callWith, program, resultOf, textAt } from './wasm.mjs';
import { during, loop, stir } from './loop.mjs';
import { openFiles, opened } from './files.mjs';
import { addressOfNewEdition, carried, carriedData, editionOfHistory, fragment } from './place.mjs';
import { fetchSource, openSources, packLink, unpackLink } from './links.mjs';
import { forgetAll, keptEditions, note, noteOf, shelve, takeDown } from './memory.mjs';
import { hintElsewhere } from './elsewhere.mjs';
import { inWords } from './fail.mjs';
import { forgetKiosk } from './kiosk.mjs';
import { ownText } from './own.mjs';

const kOwn = 'own';  // in the list of editions: the one inside the page
const kPlacePause = 400;  // ms

// Files from disk share one storage: what was open last belongs to the page with this edition inside.
let pageKey = '';
let placeTimer = 0;
let forgotten = false;
let ownIsOpen = true;
let carries = 0;
let unopened = '';  // why what a link carries did not open
let fetched = null;  // the file that the address names (?src=): it stands for the page's own edition

function hashOfPage(text) {
  let hash = 5381n;
  for (let i = 0; i < text.length; ++i) hash = BigInt.asUintN(64, hash * 33n ^ BigInt(text.charCodeAt(i)));
  return `page.${hash.toString(36)}`;
}

function bytesOf(base64) {
  const raw = atob(base64);
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
}

// A hosted page holds its edition parsed ({name, parsed}: broadsheet-1 with the dumps), all others hold dumps.
const filesOf = (edition) => edition.map(({ name, text, base64, parsed }) =>
  ({ name, bytes: base64 === undefined ? new TextEncoder().encode(parsed ? JSON.stringify(parsed) : text) : bytesOf(base64) }));

const openId = () => resultOf('bs_edition_id');

// What a link must carry: the edition, where it is not the page's own, and what was corrected in it.
async function carry() {
  const turn = ++carries;
  const sources = ownIsOpen ? [] : openSources();
  const log = JSON.parse(noteOf(`${openId()}/log`) || '{}');
  // A byte that is no UTF-8 is another's length in the link: what the log says of places would not hold there.
  const holds = sources.every(({ text }) => !text.includes('\uFFFD'));
  if (log.taken && holds) sources.push({ name: '', text: JSON.stringify({ format: log.format, corrections: log.corrections.slice(0, log.taken) }) });
  const share = sources.length ? await packLink(sources) : '';
  if (turn !== carries) return;
  carried.share = ownIsOpen ? (share ?? '') : share;
  carried.bare = Boolean(log.taken) && (!holds || (ownIsOpen && share === null));
}

// The reader has opened an edition.
async function afterOpening(files) {
  carried.data = '';
  carried.share = null;
  carried.edition = openId();
  ownIsOpen = false;
  addressOfNewEdition();
  const title = resultOf('bs_edition_title') || files.map(({ name }) => name).join(', ');
  note(`${pageKey}/open`, carried.edition, true);
  await shelve(carried.edition, title.replace(/\s+/g, ' ').slice(0, 80), files);
  await carry();
}

// `beside`: files that go with it.
async function openOwn(beside = []) {
  opened.after = () => {};
  const own = JSON.parse(ownText());
  const fresh = await openFiles([...(fetched ?? filesOf(own)), ...beside], !fetched && own.every(({ parsed }) => parsed));
  opened.after = afterOpening;
  carried.data = carried.edition = '';
  ownIsOpen = true;
  await carry();
  return fresh;
}

const askedFor = () => new URLSearchParams(location.search).get('src');

// The file at the address that the link names; what went wrong, if anything did.
async function fetchAsked() {
  try {
    fetched = [await fetchSource(askedFor())];
    return '';
  } catch (error) {
    return inWords(`${askedFor()}: ${error.message}.`, `${askedFor()}：${error.message}。`);
  }
}

// The page inside a link. False where the link was cut short or changed.
async function openCarried(data) {
  opened.after = () => {};
  let fresh = false;
  unopened = '';
  try {
    const sources = await unpackLink(data);
    if (sources.length === 1 && /^\{"format":"broadsheet-corr/.test(sources[0].text)) {
      if (askedFor() && !fetched) unopened = await fetchAsked();
      if (unopened) throw new Error(unopened);
      fresh = await openOwn(filesOf(sources));
    } else {
      fresh = await openFiles(filesOf(sources));
      ownIsOpen &&= !fresh;
    }
  } catch {
    // Said by those who ask.
  }
  opened.after = afterOpening;
  if (fresh) {
    carried.data = data;
    carried.edition = '';
    await carry();
  }
  return fresh;
}

const badLink = () => inWords('The page inside the link cannot be read: the link was cut short or changed. Ask for it again.',
  '链接里的版面无法读取：链接不完整或被改动。请重新索取。');

// A kept edition, or the page's own ('own'). False where it is kept no longer.
async function openAgain(id) {
  if (id === kOwn) {
    await openOwn();
    return true;
  }
  const files = await takeDown(id);
  if (!files) return false;
  opened.after = () => {};
  const fresh = await openFiles(files);
  opened.after = afterOpening;
  if (!fresh) return false;
  carried.data = '';
  carried.edition = id;
  ownIsOpen = false;
  await carry();
  return true;
}

function resume() {
  callWith('bs_resume', [noteOf(`${openId()}/place`)]);
  stir(3);
  return undefined;
}

// Whether the noted place is a line of the article in the address.
const isThere = (place) => place.startsWith('/a/') && noteOf(`${openId()}/place`).startsWith(`${place}/`);

// The reader chose it in the list.
async function reopen(id) {
  notePlace();
  if (!(await openAgain(id))) return;
  note(`${pageKey}/open`, carried.edition);
  addressOfNewEdition();
  resume();
}

// Before a step in the history is taken: its edition.
export async function openForHistory() {
  const data = carriedData();
  const before = carried.data;
  if (data && data === before) return;
  const wanted = editionOfHistory();
  const now = before || carried.edition || kOwn;
  if (!data && wanted === now) return;
  // An address written by hand or a link: the page's own edition, where only that one knows the place.
  const knows = () => callWith('bs_knows', [fragment()]) !== 0;
  if (!data && !wanted && (now === kOwn || knows())) return;
  notePlace();
  carried.still = true;
  if (data) {
    if (!(await openCarried(data))) callWith('bs_complain', [unopened || badLink()]);
  } else {
    await openAgain(wanted || kOwn);
    if (!wanted && !knows()) await (before ? openCarried(before) : openAgain(now));
  }
  carried.still = false;
}

// The edition that this page showed last, unless the program died of it.
async function openLast(id) {
  if (!id) return false;
  if (noteOf(`${pageKey}/opening`) === id) {
    note(`${pageKey}/open`, '');
    return false;
  }
  await note(`${pageKey}/opening`, id);
  return openAgain(id);
}

// `anew`: without what is remembered (a kiosk's visitors leave nothing).
export async function openFirst(anew) {
  pageKey = hashOfPage(ownText());
  const last = anew ? '' : noteOf(`${pageKey}/open`);
  const place = fragment();
  const go = () => {
    if (place) callWith('bs_go', [place]);
  };
  const data = carriedData();
  unopened = '';
  if (data) {
    if (await openCarried(data)) return go();
    unopened ||= badLink();
  }
  const back = anew ? '' : editionOfHistory();
  if (askedFor() && !unopened) {
    unopened = await fetchAsked();
    if (!unopened && (!back || back === kOwn)) {
      await openOwn();
      return go();
    }
  }
  if (unopened) {
    await openOwn();
    callWith('bs_complain', [unopened]);
    return undefined;
  }
  // A reload comes back to its edition; without a place in the address so does a new start. A link means the page's own
  // edition, unless only the last one knows its place.
  if (back && back !== kOwn ? await openLast(back) : !back && !place && (await openLast(last))) {
    if (place && !isThere(place)) go();
    else resume();
    return undefined;
  }
  await openOwn();
  if (back && isThere(place)) return resume();
  if (place && !callWith('bs_knows', [place]) && (await openLast(last)) && !callWith('bs_knows', [place])) await openOwn();
  if (place || anew) go();
  else resume();
  return undefined;
}

function notePlace() {
  clearTimeout(placeTimer);
  placeTimer = 0;
  if (forgotten || !program.call.bs_sources()) return;
  const place = resultOf('bs_place');
  note(`${openId()}/place`, place, true);
  hintElsewhere(place !== '/' || carried.edition || noteOf('theme'));
}

// From now on the place is noted whenever the picture has come to rest.
export function startEditions() {
  note(`${pageKey}/opening`, '');
  loop.atRest = () => {
    clearTimeout(placeTimer);
    placeTimer = setTimeout(notePlace, kPlacePause);
  };
  window.addEventListener('pagehide', notePlace);
}

async function forget() {
  forgotten = true;
  clearTimeout(placeTimer);
  await forgetAll();
  hintElsewhere(false);
  await forgetKiosk();
  history.replaceState(null, '', location.pathname + location.search);
  location.reload();
}

// The page's own edition stands in the list too, while another is open.
function listed() {
  const lines = keptEditions().filter((id) => id !== carried.edition).map((id) => `${id}\t${noteOf(`${id}/title`)}\n`);
  const own = fetched?.[0].name ?? document.querySelector('meta[property="og:title"]').content;
  if (carried.edition) lines.unshift(`${kOwn}\t${own}\n`);
  return lines.join('');
}

export const editionAnswers = {
  js_remember: (keyAt, keyLength, at, length) => {
    const key = textAt(keyAt, keyLength);
    note(key, textAt(at, length));
    if (key.endsWith('/log')) during(async () => {
      await null;  // until the program has answered
      await carry();
    });
  },
  js_kept: () => answerWith(listed()),
  js_reopen: (at, length) => {
    const id = textAt(at, length);
    setTimeout(() => reopen(id));
  },
  js_forget_all: () => setTimeout(forget),
};

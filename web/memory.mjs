// What this browser remembers for the reader, in IndexedDB; nothing of it leaves the machine.
//
//     notes     settings under plain names; of an edition 'ID/place', 'ID/title', 'ID/size', 'ID/turn', 'ID/log', 'ID/took' (the
//               log that came with its files last), 'ID/theirs' (of two logs what is not decided); of a page 'PAGE/open', 'PAGE/opening' (editions.mjs): key -> text
//     editions  the files that the reader opened: ID -> [{name, bytes}]
//
// A private window or a sandbox may refuse the storage: then all this lasts as long as the page, and the panel says so.
import { answerWith, callWith, textAt } from './wasm.mjs';
import { during } from './loop.mjs';
import { inWords, speech } from './fail.mjs';

const kKeptEditions = 12;
const kKeptBytes = 128 << 20;

const kDatabase = 'broadsheet.memory';  // pages from disk may share one storage with all others
const notes = new Map();
// What another window remembers is known here at once: two that correct one edition lose nothing.
const windows = new BroadcastChannel(kDatabase);
windows.onmessage = ({ data: [key, value] }) => notes.set(key, value);
let database = null;
let givenUp = false;

function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// Begins at once, beside the compiling of the program. `settings` are those that the page was saved with; what is
// remembered stands above them.
export async function startMemory(settings) {
  speech.chosen = () => noteOf('language');
  for (const [key, value] of Object.entries(settings)) notes.set(key, String(value));
  try {
    const request = indexedDB.open(kDatabase, 1);
    request.onupgradeneeded = () => ['notes', 'editions'].forEach((name) => request.result.createObjectStore(name));
    const found = await answerOf(request);
    const store = found.transaction('notes').objectStore('notes');
    const [keys, values] = await Promise.all([answerOf(store.getAllKeys()), answerOf(store.getAll())]);
    if (givenUp) return;
    keys.forEach((key, i) => notes.set(key, values[i]));
    database = found;
  } catch {
    // Refused.
  }
}

// A storage that never answers must not keep the page from opening.
export function notTooLong(begun) {
  return Promise.race([begun, new Promise((resolve) => setTimeout(resolve, 1500))]).then(() => {
    givenUp = !database;
  });
}

let saidFull = false;
function storageFails(error) {
  console.warn(error);
  if (saidFull) return;
  saidFull = true;
  callWith('bs_complain', [inWords(
    'The browser has no more room to remember in (or refuses it): what is open, its place and its corrections last until the page is closed. “Save as web page” (Ctrl+S) keeps them in a file.',
    '浏览器的存储空间已满（或被拒绝）：打开的内容、位置和订正只保留到关闭页面为止。用“存为网页”（Ctrl+S）可存入文件。')]);
}

// One change of a store, begun at once; true where it was made. `quiet`: nobody is told where it was not.
function change(name, work, quiet = false) {
  if (!database) return Promise.resolve(false);
  return during(() => new Promise((resolve) => {
    const failed = (error) => {
      if (!quiet) storageFails(error);
      resolve(false);
    };
    try {
      const transaction = database.transaction(name, 'readwrite');
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => failed(transaction.error);
      work(transaction.objectStore(name));
      transaction.commit?.();  // else it waits for this page, which may be closed at once
    } catch (error) {
      failed(error);
    }
  }));
}

export function noteOf(key) {
  return notes.get(key) ?? '';
}

export function note(key, value, quiet = false) {
  if (noteOf(key) === value) return Promise.resolve(true);
  notes.set(key, value);
  windows.postMessage([key, value]);
  return change('notes', (store) => (value ? store.put(value, key) : store.delete(key)), quiet);
}

// --- Editions. ---

// Ids, the one opened last first. In turns, not by the clock, which may be wrong.
export function keptEditions() {
  const turns = [...notes].filter(([key, value]) => key.endsWith('/turn') && value);
  return turns.sort(([, a], [, b]) => b - a).map(([key]) => key.slice(0, -5));
}

// Its corrections stay: they are a person's work, and small.
function dropEdition(id) {
  for (const what of ['title', 'turn', 'size', 'place']) note(`${id}/${what}`, '');
  return change('editions', (store) => store.delete(id));
}

// Keeps the files of an edition, as many editions as there is room for.
export async function shelve(id, title, files) {
  const [latest] = keptEditions();
  const turn = String(latest === undefined ? 1 : Number(noteOf(`${latest}/turn`)) + 1);
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > kKeptBytes || !(await change('editions', (store) => store.put(files, id)))) return;
  note(`${id}/title`, title);
  note(`${id}/size`, String(size));
  await note(`${id}/turn`, turn);
  let room = kKeptBytes;
  keptEditions().forEach((kept, i) => {
    room -= Number(noteOf(`${kept}/size`));
    if (i >= kKeptEditions || room < 0) dropEdition(kept);
  });
}

// The files of a kept edition, or null.
export async function takeDown(id) {
  if (!database) return null;
  try {
    return (await answerOf(database.transaction('editions').objectStore('editions').get(id))) ?? null;
  } catch {
    return null;
  }
}

export const remembers = () => database !== null;

export async function forgetAll() {
  notes.clear();
  await Promise.all(['notes', 'editions'].map((name) => change(name, (store) => store.clear())));
  database = null;  // nothing is written any more
}

// What goes into a page that is saved, in a fixed order: the settings (the reader's name is nobody else's) and the
// corrections of the edition in it.
export function notesToSave(edition) {
  const wanted = [...notes].filter(([key, value]) => value && ((!key.includes('/') && key !== 'who') || key === `${edition}/log`));
  return Object.fromEntries(wanted.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const memoryAnswers = {
  js_remembers: () => (remembers() ? 1 : 0),
  js_recall: (at, length) => answerWith(noteOf(textAt(at, length))),
};

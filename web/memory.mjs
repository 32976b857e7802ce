// What this browser remembers for the reader, in IndexedDB; nothing of it leaves the machine.
//
//     notes     settings under plain names; of an edition 'ID/place', 'ID/title', 'ID/log': key -> text
//     editions  the files that the reader opened: ID -> [{name, bytes}]
//
// A private window or a sandbox may refuse the storage: then all this lasts as long as the page, and nothing is said.
import { answerWith, textAt } from './wasm.mjs';
import { during } from './loop.mjs';

const kDatabase = 'broadsheet.memory';  // pages from disk may share one storage with all others
const notes = new Map();
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

// One change of a store, begun at once. Answers with the error where it failed.
function change(name, work) {
  if (!database) return null;
  return during(() => new Promise((resolve) => {
    try {
      const transaction = database.transaction(name, 'readwrite');
      transaction.oncomplete = () => resolve(null);
      transaction.onabort = () => resolve(transaction.error);
      work(transaction.objectStore(name));
    } catch (error) {
      resolve(error);
    }
  }));
}

export function noteOf(key) {
  return notes.get(key) ?? '';
}

export function note(key, value) {
  if (noteOf(key) === value) return;
  notes.set(key, value);
  change('notes', (store) => store.put(value, key));
}

// What goes into a page that is saved, in a fixed order: the settings (the reader's name is nobody else's) and the
// corrections of the edition in it.
export function notesToSave(edition) {
  const wanted = [...notes].filter(([key, value]) => value && ((!key.includes('/') && key !== 'who') || key === `${edition}/log`));
  return Object.fromEntries(wanted.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const memoryAnswers = {
  js_recall: (at, length) => answerWith(noteOf(textAt(at, length))),
  js_remember: (keyAt, keyLength, at, length) => note(textAt(keyAt, keyLength), textAt(at, length)),
};

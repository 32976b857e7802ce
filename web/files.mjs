// Files in and out: dropped (folders too), picked, pasted; saved as downloads.
import { callWith, memory8, program, textAt } from './wasm.mjs';
import { during, stir } from './loop.mjs';
import { needParser } from './parser.mjs';

const kLargest = 256 << 20;  // bytes of one file

// `after` is told which files the reader has opened as an edition; `now` are those being opened.
export const opened = { after: () => {}, now: [] };

// Takes [{name, file | bytes}], opens them together. `parsed`: all are broadsheet-1 as the parser wrote it.
export function openFiles(given, parsed = false) {
  return during(async () => {
    const good = [];
    for (const { name, file, bytes } of given) {
      try {
        if (file && file.size > kLargest) throw new Error('larger than 256 MB');
        const data = bytes ?? new Uint8Array(await file.arrayBuffer());
        if (!parsed) await needParser();
        callWith('bs_file', [name, data]);
        good.push({ name, bytes: data });
      } catch (error) {
        callWith('bs_complain', [`${name}: cannot be read (${error.message}).`]);
      }
    }
    opened.now = good;
    const fresh = good.length > 0 && program.call.bs_open_files() !== 0;
    stir(3);
    opened.now = [];
    if (fresh) await opened.after(good);
    return fresh;
  });
}

async function filesOfEntry(entry, path, found) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ name: path + entry.name, file });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) break;
    for (const inner of some) await filesOfEntry(inner, `${path}${entry.name}/`, found);
  }
}

function inOrder(files) {
  const shown = files.filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')));
  return shown.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}

function dropped(event) {
  event.preventDefault();
  document.documentElement.classList.remove('dropping');
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const files = [...event.dataTransfer.files].map((file) => ({ name: file.name, file }));
  const text = event.dataTransfer.getData('text/plain');
  during(async () => {
    const found = [];
    try {
      for (const entry of entries) await filesOfEntry(entry, '', found);
    } catch {
      found.length = 0;  // some browsers refuse entries on file://; the plain list has the files, if not the folders
    }
    const all = found.length ? inOrder(found) : files;
    if (all.length) await openFiles(all);
    else if (text) await openFiles([{ name: 'dropped.txt', bytes: new TextEncoder().encode(text) }]);
  });
}

let picker = null;

function save(nameAt, nameLength, mimeAt, mimeLength, at, length) {
  saveBytes(textAt(nameAt, nameLength), textAt(mimeAt, mimeLength), memory8().slice(at, at + length));
}

export function saveBytes(name, mime, bytes) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: mime }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

export function startFiles() {
  picker = document.createElement('input');
  picker.type = 'file';
  picker.multiple = true;
  picker.id = 'picker';
  picker.hidden = true;
  picker.setAttribute('aria-label', 'Open page dumps');
  document.body.append(picker);
  picker.addEventListener('change', async () => {
    await openFiles([...picker.files].map((file) => ({ name: file.name, file })));
    picker.value = '';
  });
  const over = (event) => {
    event.preventDefault();
    document.documentElement.classList.add('dropping');
  };
  document.addEventListener('dragenter', over);
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) document.documentElement.classList.remove('dropping');
  });
  document.addEventListener('drop', dropped);
}

export const fileAnswers = { js_pick_files: () => picker.click(), js_save_file: save };

// Cuts the program in two for the hosted site: what a first visit needs, and the parser, fetched when a dump is opened, with
// the kiosk, fetched where the page is one.
// Binaryen's wasm-split does the cutting; here it is decided where.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberAt, sectionsOf } from './sections.mjs';

// The doors to the parser and to the kiosk: what is reached only through these goes with it. JavaScript sees to it
// (needParser) that nobody goes through one before it is there. What the parser alone calls by its address, as a virtual
// function or from a list, is a door, too.
const kDoors = new RegExp([
  'parse_page\\(',
  '\\(anonymous namespace\\)::[A-Za-z]+Reader::',
  '\\(anonymous namespace\\)::ChineseSeams::',
  'goes_on\\(',
  'taken_[a-z_]+\\(',
  'view::([a-z]+_)*kiosk(_[a-z]+)*\\(',
].map((door) => `^broadsheet::${door}`).join('|'));

// What the program is compiled with, and what tells a table that a place in it is empty.
const kFeatures = ['bulk-memory', 'simd', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'multivalue', 'reference-types']
  .map((name) => `--enable-${name}`);

// Reads numbers and words one after the other, from `at` on.
function readerOf(bytes, at) {
  const number = () => {
    const { value, end } = numberAt(bytes, at);
    at = end;
    return value;
  };
  const text = () => {
    const length = number();
    at += length;
    return new TextDecoder().decode(bytes.subarray(at - length, at));
  };
  return { number, text, skip: (by) => { at += by; }, get at() { return at; } };
}

// Without the names of its functions and other things that only tools read.
export function bare(bytes) {
  return Buffer.concat([bytes.subarray(0, 8), ...sectionsOf(bytes).filter(({ id }) => id !== 0).map(({ start, end }) => bytes.subarray(start, end))]);
}

// The names of the functions that are exported or stand in the table.
function calledFromOutside(bytes) {
  const names = new Map();
  const wanted = new Set();
  for (const { id, at, end } of sectionsOf(bytes)) {
    const read = readerOf(bytes, at);
    if (id === 7) {
      for (let count = read.number(); count > 0; --count) {
        read.text();
        const kind = read.number();
        const index = read.number();
        if (kind === 0) wanted.add(index);
      }
    } else if (id === 9) {
      for (let count = read.number(); count > 0; --count) {
        if (read.number() !== 0) throw new Error('an element segment of a kind that split.mjs does not know');
        read.skip(1);
        read.number();
        read.skip(1);
        for (let inner = read.number(); inner > 0; --inner) wanted.add(read.number());
      }
    } else if (id === 0 && read.text() === 'name') {
      while (read.at < end) {
        const kind = read.number();
        const stop = read.number() + read.at;
        if (kind === 1) for (let count = read.number(); count > 0; --count) names.set(read.number(), read.text());
        read.skip(stop - read.at);
      }
    }
  }
  if (!names.size) throw new Error('the program has no names of functions: link it with --profiling-funcs');
  return [...wanted].map((index) => names.get(index)).filter(Boolean);
}

// Binaryen writes names with \28 for '(' and the like.
const plainName = (name) => name.replace(/\\([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));

// `tool(name)` is the path of a program of Binaryen's. Returns the bytes of both parts.
export function splitParser(file, tool) {
  const graph = execFileSync(tool('wasm-opt'), [file, ...kFeatures, '--print-call-graph'], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const written = new Map();  // as Binaryen writes it, by its plain name
  const calls = new Map();
  for (const line of graph.split('\n')) {
    const node = /^\s*"((?:[^"\\]|\\.)*)"(?: -> "((?:[^"\\]|\\.)*)"; \/\/ call| \[style)/.exec(line);
    if (!node) continue;
    const from = plainName(node[1]);
    written.set(from, node[1]);
    if (node[2] === undefined) continue;
    if (!calls.has(from)) calls.set(from, []);
    calls.get(from).push(plainName(node[2]));
  }
  const kept = new Set();
  const open = calledFromOutside(readFileSync(file)).filter((name) => !kDoors.test(name));
  while (open.length) {
    const name = open.pop();
    if (kept.has(name)) continue;
    kept.add(name);
    for (const next of calls.get(name) ?? []) if (!kDoors.test(next)) open.push(next);
  }
  const away = [...written].filter(([name]) => !kept.has(name)).map(([, name]) => name).sort();
  if (!away.some((name) => kDoors.test(plainName(name)))) throw new Error('no door to the parser found');
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-split-'));
  const at = (name) => join(folder, name);
  writeFileSync(at('away'), away.join('\n'));
  execFileSync(tool('wasm-split'), [file, ...kFeatures, `--split-funcs=@${at('away')}`, '--no-placeholders', '--import-namespace=primary',
    '--export-prefix=%', '-o1', at('program'), '-o2', at('parser')], { stdio: ['ignore', 'ignore', 'ignore'] });
  const parts = { program: bare(readFileSync(at('program'))), parser: bare(readFileSync(at('parser'))) };
  rmSync(folder, { recursive: true });
  return parts;
}

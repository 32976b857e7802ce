// The part of the program that parses dumps, and its tables. In the one file they are there from the start; a hosted page
// holds its edition parsed and fetches them when the first dump is opened.
import { memory8, program } from './wasm.mjs';
import { inWords } from './fail.mjs';

let there = null;  // a promise, while they are on their way and afterwards

// `module` is null where the program is in one piece.
export async function layParser(module, tables) {
  if (module) await WebAssembly.instantiate(module, { primary: program.exports });
  let at = 0;
  for (let i = 0; program.call.bs_table(i); ++i) {
    const size = program.call.bs_table_size(i);
    memory8().set(tables.subarray(at, at + size), program.call.bs_table(i));
    at += size;
  }
  if (at !== tables.length) throw new Error('the tables are of another version');
  there = Promise.resolve();
}

async function bytesBehind(id) {
  const response = await fetch(document.getElementById(id).href);
  if (!response.ok) throw new Error(`${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export const fetchParser = () => Promise.all([bytesBehind('parser'), bytesBehind('tables')]);

// Resolves once a dump can be parsed; rejects with a reason where the parser cannot be had.
export function needParser() {
  there ??= fetchParser().then(async ([wasm, tables]) => layParser(await WebAssembly.compile(wasm), tables)).catch((error) => {
    there = null;
    console.warn(error);
    throw new Error(inWords('a part of the viewer cannot be fetched from its server; try again when the network is back',
      '阅读器的一部分无法从服务器取得，请在网络恢复后重试'));
  });
  return there;
}

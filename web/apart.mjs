// The program as it is packed: its instructions taken apart, what is alike together, for LZMA then makes an eighth less of them.
//
//     apart(wasm, behind)    the bytes to pack: the module and what is to stand behind it
//
// What they are: the module up to its first function, the streams, the module behind its last function, `behind`, and numbers
// of 32 bits: how long the first part and each of the streams are, how long the whole is when it is together again, and how many
// functions there are. A function's length is left out. The streams:
//
//     0  operations, with the few numbers that go best with them: calls, lanes, alignments of vectors
//     1  which local is read, where a load follows it    2  which local, elsewhere
//     3  32-bit numbers, where an addition follows them  4  32-bit numbers, elsewhere
//     5  places in memory    6  branches    7  the functions' locals    8  floats, vectors    9  64-bit numbers
//     10  types of blocks    11  globals
//
// Three things are said in another way than the module says them:
//
// - The alignment of a load or store is left out where it is that of its size; else 0xc5 and the alignment stands before it.
// - A number that is multiplied by, shifted by or the like stands behind that operation, in the same stream.
// - A local of stream 2 is how many others of that stream were named since it was (move to front; where it was not yet, it is
//   behind those that were, in the order of their numbers).
//
// src/browser/unpack/together.cpp puts them together again. The formats are those of the WebAssembly core specification, 5.4.
import { numberAt, sectionsOf } from './sections.mjs';

const kStreams = 12;
const kCode = 10;  // the section of the functions
const kUnaligned = 0xc5;  // an operation that WebAssembly does not have, nor the three behind it
const kNatural = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];  // alignments of the operations from 0x28 on
const kMostLocals = 512;

export function apart(wasm, behind) {
  const streams = Array.from({ length: kStreams }, () => []);
  let at = sectionsOf(wasm).find(({ id }) => id === kCode).at;
  const number = () => {
    const { value, end } = numberAt(wasm, at);
    at = end;
    return value;
  };
  const bytes = (stream, count) => {
    for (; count > 0; --count) streams[stream].push(wasm[at++]);
  };
  const copy = (stream) => {
    do bytes(stream, 1);
    while (wasm[at - 1] >= 128);
  };
  const counted = (stream) => {
    const from = at;
    const value = number();
    streams[stream].push(...wasm.subarray(from, at));
    return value;
  };
  const within = (low, high) => (value) => value >= low && value <= high;
  const isMemory = within(0x28, 0x3e);
  const isAligned = (place) => wasm[place + 1] === kNatural[wasm[place] - 0x28];
  const isLoad = (place) => within(0x28, 0x35)(wasm[place]) && isAligned(place);
  const isFactor = within(0x6c, 0x78);
  const behindNumber = () => {
    let next = at;
    while (wasm[next++] >= 128);
    return next;
  };
  let recent = [];
  const local = () => {
    const rank = recent.indexOf(number());
    if (rank < 0) throw new Error('a function with more locals than the packer knows');
    recent.unshift(...recent.splice(rank, 1));
    streams[2].push(...(rank < 128 ? [rank] : [rank & 127 | 128, rank >> 7]));
  };
  const place = () => {
    copy(0);
    copy(5);
  };
  const vector = () => {
    const which = counted(0);
    if (which <= 11 || within(84, 93)(which)) place();
    if (which === 12 || which === 13) bytes(8, 16);
    if (within(21, 34)(which) || within(84, 91)(which)) bytes(0, 1);
  };
  const operation = (op) => {
    if (within(0x02, 0x04)(op)) copy(10);
    else if (within(0x23, 0x24)(op)) copy(11);
    else if (within(0x3f, 0x40)(op) || op === 0x10) copy(0);
    else if (op === 0x0c || op === 0x0d) copy(6);
    else if (op === 0x0e) for (let left = counted(6) + 1; left > 0; --left) copy(6);
    else if (op === 0x11) for (let left = 2; left > 0; --left) copy(0);
    else if (within(0x20, 0x22)(op)) {
      if (op === 0x20 && isLoad(behindNumber())) copy(1);
      else local();
    } else if (isMemory(op)) {
      ++at;
      copy(5);
    } else if (op === 0x41) {
      const next = wasm[behindNumber()];
      if (isFactor(next)) {
        streams[0].push(next);
        copy(0);
        ++at;
      } else {
        copy(next === 0x6a ? 3 : 4);
      }
    } else if (op === 0x42) copy(9);
    else if (op === 0x43 || op === 0x44) bytes(8, op === 0x43 ? 4 : 8);
    else if (op === 0xfd) vector();
    else if (op === 0xfc) {
      const which = counted(0);
      if (which === 10 || which === 11) bytes(0, 12 - which);
      else if (which > 7) throw new Error(`an operation that the packer does not know: 0xfc ${which}`);
    } else if (!within(0x00, 0x01)(op) && op !== 0x05 && op !== 0x0b && op !== 0x0f && op !== 0x1a && op !== 0x1b && !within(0x45, 0xc4)(op)) {
      throw new Error(`an operation that the packer does not know: 0x${op.toString(16)}`);
    }
  };

  const count = number();
  const first = at;
  for (let left = count; left > 0; --left) {
    const length = number();
    const end = at + length;
    for (let groups = counted(7); groups > 0; --groups) {
      copy(7);
      bytes(7, 1);
    }
    recent = Array.from({ length: kMostLocals }, (_, i) => i);
    while (at < end) {
      const op = wasm[at];
      if (isMemory(op) && !isAligned(at)) streams[0].push(kUnaligned + wasm[at + 1]);
      bytes(0, 1);
      operation(op);
    }
  }
  const parts = [wasm.subarray(0, first), ...streams, wasm.subarray(at), behind];
  const numbers = new Uint32Array([first, ...streams.map(({ length }) => length), wasm.length + behind.length, count]);
  return Buffer.concat([...parts.map((part) => Buffer.from(part)), Buffer.from(numbers.buffer)]);
}

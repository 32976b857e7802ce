// The program as it is packed: its instructions taken apart, what is alike together, for LZMA then makes a tenth less of them.
//
//     apart(wasm, behind)    the bytes to pack: the module and what is to stand behind it
//
// What they are: the module up to its first function, the streams, the module behind its last function, `behind`, and thirteen numbers
// of 32 bits: how long the first part and each of the streams are, how long the whole is when it is together again, and how many
// functions there are. A function's length is left out. The streams:
//
//     0  operations, with the few numbers that go best with them: types, alignments, calls, lanes
//     1  which local is read, where a load follows it    2  which local, elsewhere
//     3  32-bit numbers, where an addition follows them  4  32-bit numbers, elsewhere
//     5  places in memory    6  branches    7  the functions' locals    8  floats, vectors    9  64-bit numbers
//
// src/browser/unpack/together.cpp puts them together again. The formats are those of the WebAssembly core specification, 5.4.
import { numberAt, sectionsOf } from './sections.mjs';

const kStreams = 10;
const kCode = 10;  // the section of the functions

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
  const isLoad = within(0x28, 0x35);
  const isMemory = within(0x28, 0x3e);
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
    if (within(0x02, 0x04)(op) || within(0x23, 0x24)(op) || within(0x3f, 0x40)(op) || op === 0x10) copy(0);
    else if (op === 0x0c || op === 0x0d) copy(6);
    else if (op === 0x0e) for (let left = counted(6) + 1; left > 0; --left) copy(6);
    else if (op === 0x11) for (let left = 2; left > 0; --left) copy(0);
    else if (within(0x20, 0x22)(op)) {
      let next = at;
      while (wasm[next++] >= 128);
      copy(op === 0x20 && isLoad(wasm[next]) ? 1 : 2);
    } else if (isMemory(op)) place();
    else if (op === 0x41) {
      let next = at;
      while (wasm[next++] >= 128);
      copy(wasm[next] === 0x6a ? 3 : 4);
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
    while (at < end) {
      const op = wasm[at];
      bytes(0, 1);
      operation(op);
    }
  }
  const parts = [wasm.subarray(0, first), ...streams, wasm.subarray(at), behind];
  const numbers = new Uint32Array([first, ...streams.map(({ length }) => length), wasm.length + behind.length, count]);
  return Buffer.concat([...parts.map((part) => Buffer.from(part)), Buffer.from(numbers.buffer)]);
}

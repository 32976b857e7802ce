// The parts of a WebAssembly module, as its core specification, 5.5, lays them out.
//
//     numberAt(bytes, at)    an unsigned number in LEB128: {value, end}, where `end` is the place behind it
//     sectionsOf(bytes)      the sections, as {id, start, at, end}: the head of a section begins at `start`, what it holds at `at`
const kHeader = 8;

export function numberAt(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return { value: value >>> 0, end: at };
  }
}

export function sectionsOf(bytes) {
  const found = [];
  for (let start = kHeader; start < bytes.length; start = found.at(-1).end) {
    const { value, end } = numberAt(bytes, start + 1);
    found.push({ id: bytes[start], start, at: end, end: end + value });
  }
  return found;
}

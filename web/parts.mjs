// Program, parser (empty where the program is in one piece), tables, edition and the script (each of these two empty where that
// stands in the page as it is) as one; the lengths of the first four stand at the end.
export function joined(...parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 16));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const lengths = new DataView(bytes.buffer, at);
  parts.slice(0, 4).forEach((part, i) => lengths.setUint32(4 * i, part.length, true));
  return bytes;
}

export function parted(bytes) {
  const lengths = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 16);
  let at = 0;
  const [wasm, parser, tables, edition] = [0, 4, 8, 12].map((which) => bytes.subarray(at, at += lengths.getUint32(which, true)));
  return { wasm, parser, tables, edition, script: bytes.subarray(at, bytes.length - 16) };
}

// Program, parser (empty where the program is in one piece), tables and the script (empty where that stands in the page as it is)
// as one; three lengths stand at the end.
export function joined(wasm, parser, tables, script) {
  const parts = [wasm, parser, tables, script];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 12));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const lengths = new DataView(bytes.buffer, at);
  [wasm, parser, tables].forEach((part, i) => lengths.setUint32(4 * i, part.length, true));
  return bytes;
}

export function parted(bytes) {
  const lengths = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 12);
  const [first, second, third] = [0, 4, 8].map((at) => lengths.getUint32(at, true));
  const tablesAt = first + second;
  const scriptAt = tablesAt + third;
  return { wasm: bytes.subarray(0, first), parser: bytes.subarray(first, tablesAt), tables: bytes.subarray(tablesAt, scriptAt),
    script: bytes.subarray(scriptAt, bytes.length - 12) };
}

// PNG, as browsers write screenshots of it: eight bits a channel, not interlaced. No library.
//
//     const { width, height, channels, pixels } = readPng(bytes);   // pixels: rows of channels, 0 to 255
import { inflateSync } from 'node:zlib';

export function readPng(bytes) {
  let at = 8;
  let width = 0;
  let height = 0;
  let channels = 0;
  const parts = [];
  while (at < bytes.length) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      width = data.readUInt32BE(0);
      height = data.readUInt32BE(4);
      channels = { 2: 3, 6: 4 }[data[9]];
      if (data[8] !== 8 || !channels || data[12] !== 0) throw new Error('not the kind of PNG that screenshots are');
    }
    if (kind === 'IDAT') parts.push(data);
    at += 12 + length;
  }
  const packed = inflateSync(Buffer.concat(parts));
  const pitch = width * channels;
  const pixels = new Uint8Array(pitch * height);
  for (let y = 0; y < height; ++y) {
    const filter = packed[y * (pitch + 1)];
    const from = y * (pitch + 1) + 1;
    const row = y * pitch;
    for (let x = 0; x < pitch; ++x) {
      const left = x >= channels ? pixels[row + x - channels] : 0;
      const up = y > 0 ? pixels[row + x - pitch] : 0;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) {
        const corner = x >= channels && y > 0 ? pixels[row + x - pitch - channels] : 0;
        const p = left + up - corner;
        const a = Math.abs(p - left);
        const b = Math.abs(p - up);
        const c = Math.abs(p - corner);
        guess = a <= b && a <= c ? left : b <= c ? up : corner;
      }
      pixels[row + x] = (packed[from + x] + guess) & 255;
    }
  }
  return { width, height, channels, pixels };
}

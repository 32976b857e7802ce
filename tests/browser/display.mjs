// Screens for browsers that want one: an Xvfb of our own each, on a free number.
//
//     const display = await openDisplay();                    // ':90', the same for all who ask; closeDisplay()
//     const screen = await openScreen(1920, 1080);            // one of one's own
//     screen.display, screen.picture(), screen.close()        // what stands on it, as { width, height, channels, pixels }
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstOf } from './where.mjs';

export const xvfb = firstOf(['/usr/bin/Xvfb']);
let server = null;

// The X window dump that Xvfb keeps of its screen: a header of big-endian words, a table of colours, rows of 32 bits.
function readDump(bytes) {
  const [header, , , depth, width, height, , order] = Array.from({ length: 8 }, (_, i) => bytes.readUInt32BE(i * 4));
  const [bits, pitch] = [bytes.readUInt32BE(44), bytes.readUInt32BE(48)];
  if (depth !== 24 || bits !== 32 || order !== 0) throw new Error(`not the kind of screen that was asked for: ${depth} ${bits} ${order}`);
  const from = header + bytes.readUInt32BE(76) * 12;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; ++y)
    for (let x = 0, at = from + y * pitch; x < width; ++x, at += 4, to += 3) {
      pixels[to] = bytes[at + 2];
      pixels[to + 1] = bytes[at + 1];
      pixels[to + 2] = bytes[at];
    }
  return { width, height, channels: 3, pixels };
}

export async function openScreen(width, height) {
  let number = 90;
  while (existsSync(`/tmp/.X11-unix/X${number}`) || existsSync(`/tmp/.X${number}-lock`)) number += 1;
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-screen-'));
  const child = spawn(xvfb, [`:${number}`, '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-fbdir', folder], { stdio: 'ignore' });
  for (let i = 0; i < 100 && !existsSync(`/tmp/.X11-unix/X${number}`); ++i) await new Promise((r) => setTimeout(r, 50));
  return {
    display: `:${number}`,
    picture: () => readDump(readFileSync(join(folder, 'Xvfb_screen0'))),
    close() {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function openDisplay() {
  server ??= await openScreen(1400, 1000);
  return server.display;
}

export function closeDisplay() {
  server?.close();
  server = null;
}

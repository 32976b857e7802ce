// A screen for browsers that draw WebGL only on one: an Xvfb of our own, on a free number.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { firstOf } from './where.mjs';

export const xvfb = firstOf(['/usr/bin/Xvfb']);
let server = null;

export async function openDisplay() {
  if (server) return server.display;
  let number = 90;
  while (existsSync(`/tmp/.X11-unix/X${number}`) || existsSync(`/tmp/.X${number}-lock`)) number += 1;
  const child = spawn(xvfb, [`:${number}`, '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
  for (let i = 0; i < 100 && !existsSync(`/tmp/.X11-unix/X${number}`); ++i) await new Promise((r) => setTimeout(r, 50));
  server = { child, display: `:${number}` };
  return server.display;
}

export function closeDisplay() {
  server?.child.kill();
  server = null;
}

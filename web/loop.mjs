// When frames are drawn: after input, and when the program asked to be woken. Otherwise never.
import { program } from './wasm.mjs';
import { contextIsLost } from './canvas.mjs';

export const loop = { frames: 0, takesText: false, width: 1, height: 1, density: 1, afterFrame: () => {}, atRest: () => {}, askedAt: 0, leapt: 0 };

const kMirrorPause = 0.1;  // seconds between two updates of the mirror while the picture moves
let started = false;
let asked = 0;
let inFrame = false;
let wanted = 0;
let alarm = 0;
let alarmAt = Infinity;
let mirrorTimer = 0;
let mirrorAt = 0;
let busy = 0;
let waiting = [];

export const now = () => performance.now() / 1000 + loop.leapt;

function ask() {
  if (asked || inFrame || !started || contextIsLost()) return;
  loop.frames += 1;
  loop.askedAt = now();
  asked = requestAnimationFrame(() => {
    asked = 0;
    drawNow();
  });
}

// Input came in: two frames, for ImGui answers a press in the frame after it.
export function stir(frames = 2) {
  wanted = Math.max(wanted, frames);
  ask();
}

function wake(when) {
  const pause = when - now();
  if (pause <= 0.004) {
    wanted = Math.max(wanted, 1);
    ask();
    return;
  }
  if (when >= alarmAt) return;
  clearTimeout(alarm);
  alarmAt = when;
  alarm = setTimeout(() => {
    alarmAt = Infinity;
    stir(1);
  }, pause * 1000);
}

function tellMirror(everything = 0) {
  clearTimeout(mirrorTimer);
  mirrorTimer = 0;
  mirrorAt = now();
  program.call.bs_mirror(everything);
}

export function drawNow() {
  if (!started || contextIsLost()) return;
  wanted = Math.max(0, wanted - 1);
  inFrame = true;
  loop.askedAt = 0;
  const bits = program.call.bs_frame(loop.width, loop.height, loop.density);
  inFrame = false;
  loop.takesText = (bits & 2) !== 0;
  if (bits & 1) wanted = Math.max(wanted, 1);
  loop.afterFrame();
  if (wanted === 0 || now() - mirrorAt > kMirrorPause) tellMirror();
  else if (!mirrorTimer) mirrorTimer = setTimeout(tellMirror, kMirrorPause * 1000);
  if (wanted > 0) ask();
  else settle();
}

function settle() {
  if (!atRest()) return;
  loop.atRest();
  const told = waiting;
  waiting = [];
  for (const tell of told) tell();
}

// For the tests: the clock jumps. The alarm that is due by then rings.
export function leap(seconds) {
  loop.leapt += seconds;
  if (alarmAt > now()) return;
  clearTimeout(alarm);
  alarmAt = Infinity;
  drawNow();
}

// A countdown that draws once a second is at rest between two of its frames.
const kRest = 0.5;

export function atRest() {
  return started && !asked && !inFrame && wanted === 0 && busy === 0 && !mirrorTimer && alarmAt - now() > kRest;
}

// Resolves once nothing moves and nothing is being read.
export function idle() {
  return new Promise((resolve) => {
    const look = () => (atRest() ? resolve() : setTimeout(look, 15));
    setTimeout(look, 0);
  });
}

// Keeps idle() waiting while something outside the frames is going on.
export async function during(work) {
  busy += 1;
  try {
    return await work();
  } finally {
    busy -= 1;
  }
}

export function startLoop() {
  started = true;
  stir(2);
}

export function contextCameBack() {
  program.call.bs_restored();
  asked = 0;
  stir(1);
}

export const loopAnswers = { js_now: now, js_wake: wake };

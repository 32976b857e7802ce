// What a picture looks like, in under 900 characters: its lightness in a grid of 32 by 24 cells, its mean colour and a
// hash. Two browsers or two versions of a font move a cell by a level or two; a line of text that is gone, moved or
// new moves its cells by more.
//
//     const look = lookOf(png);                  // { size, colour, hash, cells }
//     const wrong = compareLooks(was, look);     // null, or { why, boxes: [[x, y, width, height]...] } in pixels
//
// On a machine that draws type as the one did where looks.json was made (machineOf), no cell may move by more than a
// level: compareLooks(was, look, true). Not every pixel is the same: where a glyph lies in the atlas moves the last bit of a shade.
import { createHash } from 'node:crypto';
import { cpus } from 'node:os';
import { readPng } from './png.mjs';

const kColumns = 32;
const kRows = 24;
const kLevels = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const kNoise = 2; // levels of 64 that any cell may move
const kNoisy = 4; // and that one cell in a hundred may

export function lookOf(png) {
  const { width, height, channels, pixels } = readPng(png);
  const sums = new Float64Array(kColumns * kRows);
  const counts = new Float64Array(kColumns * kRows);
  const colour = [0, 0, 0];
  for (let y = 0; y < height; ++y) {
    const row = Math.floor((y * kRows) / height) * kColumns;
    for (let x = 0, at = y * width * channels; x < width; ++x, at += channels) {
      const cell = row + Math.floor((x * kColumns) / width);
      sums[cell] += 0.2126 * pixels[at] + 0.7152 * pixels[at + 1] + 0.0722 * pixels[at + 2];
      counts[cell] += 1;
      for (let i = 0; i < 3; ++i) colour[i] += pixels[at + i];
    }
  }
  let cells = '';
  for (let i = 0; i < sums.length; ++i) cells += kLevels[Math.min(63, Math.floor(sums[i] / counts[i] / 4))];
  return {
    size: [width, height],
    colour: colour.map((sum) => Math.round(sum / (width * height))),
    hash: createHash('sha256').update(pixels).digest('hex').slice(0, 12),
    cells,
  };
}

// What the pixels depend on beside the product: the browser, how it draws letters of our faces, the processor that
// a software renderer makes its code for.
export async function machineOf(page) {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    [canvas.width, canvas.height] = [600, 120];
    ['serif', 'sans-serif'].forEach((last, i) => {
      const cjk = i ? '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei"' : '"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun';
      ['400', '700', 'italic'].forEach((style, k) => {
        pen.font = `${style} 18px ${cjk},${last}`;
        pen.fillText('永和九年，“灯塔” Waffle 1,520 — ①', 4 + (k % 2) * 300, 24 + i * 60 + (k >> 1) * 28);
      });
    });
    const gl = document.createElement('canvas').getContext('webgl2');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    return `${navigator.userAgent} ${gl && info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : ''} ${canvas.toDataURL()}`;
  });
  return createHash('sha256').update(`${drawn} ${page.context().browser().version()} ${cpus()[0]?.model}`).digest('hex').slice(0, 12);
}

export function compareLooks(was, now, exactly = false) {
  if (was.hash === now.hash) return null;
  const noise = exactly ? 1 : kNoise;
  if (String(was.size) !== String(now.size)) return { why: `is ${now.size} pixels, was ${was.size}`, boxes: [] };
  const shift = was.colour.map((value, i) => Math.abs(value - now.colour[i]));
  if (Math.max(...shift) > 3) return { why: `mean colour ${now.colour}, was ${was.colour}`, boxes: [] };
  const moved = [];
  const far = [];
  for (let i = 0; i < was.cells.length; ++i) {
    const by = Math.abs(kLevels.indexOf(was.cells[i]) - kLevels.indexOf(now.cells[i]));
    if (by > noise) moved.push(i);
    if (by > kNoisy) far.push(i);
  }
  if (exactly && moved.length > 0) return { why: `${moved.length} of ${was.cells.length} cells look different`, boxes: boxesOf(moved, was.size) };
  if (far.length === 0 && moved.length <= was.cells.length / 100) return null;
  return { why: `${moved.length} of ${was.cells.length} cells look different`, boxes: boxesOf(moved, was.size) };
}

// Cells that touch are one box.
function boxesOf(cells, [width, height]) {
  const left = new Set(cells);
  const boxes = [];
  for (const first of cells) {
    if (!left.delete(first)) continue;
    const todo = [first];
    let [x0, y0, x1, y1] = [kColumns, kRows, 0, 0];
    while (todo.length > 0) {
      const cell = todo.pop();
      const x = cell % kColumns;
      const y = (cell - x) / kColumns;
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
      for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
        const next = cell + dx + dy * kColumns;
        if (x + dx >= 0 && x + dx < kColumns && left.delete(next)) todo.push(next);
      }
    }
    const [w, h] = [width / kColumns, height / kRows];
    boxes.push([x0 * w, y0 * h, (x1 - x0) * w, (y1 - y0) * h].map(Math.round));
  }
  return boxes;
}

// Type from the browser's own fonts: widths, words and glyphs by Canvas2D.
import { answerWith, memory32, memory8, memoryFloat, textAt } from './wasm.mjs';

// In the order of view::Face.
const kSerif = '"Noto Serif CJK SC","Source Han Serif SC","Noto Serif SC","Songti SC",SimSun,serif';
const kSans = '"Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif';
const kFaces = [
  [400, kSerif],
  [700, kSerif],
  [400, kSans],
  [700, kSans],
  ['italic', kSerif],
  ['italic', kSans],
];

let pen = null;
let penFont = '';
let bitmap = null;
const advances = new Map();

function penAt(face, pixels) {
  if (!pen) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 256;
    canvas.lang = 'zh-Hans';
    pen = canvas.getContext('2d', { willReadFrequently: true });
    penFont = '';
  }
  const font = `${kFaces[face][0]} ${pixels}px ${kFaces[face][1]}`;
  if (font !== penFont) {
    pen.font = '10px sans-serif';
    pen.font = font;
    if ('lang' in pen) pen.lang = 'zh-Hans';
    if ('textRendering' in pen) pen.textRendering = 'geometricPrecision';
    if ('fontKerning' in pen) pen.fontKerning = 'normal';
    penFont = font;
  }
  return pen;
}

function advanceOf(face, pixels, character) {
  const key = `${face} ${pixels} ${character}`;
  let width = advances.get(key);
  if (width === undefined) {
    width = penAt(face, pixels).measureText(character).width;
    if (advances.size > 100000) advances.clear();
    advances.set(key, width);
  }
  return width;
}

function measure(face, pixels, at, length, ends, count) {
  const run = textAt(at, length);
  const pieces = Array.from(run);
  const widths = new Array(count);
  let sum = 0;
  for (let i = 0; i < count; ++i) {
    sum += i < pieces.length ? advanceOf(face, pixels, pieces[i]) : 0;
    widths[i] = sum;
  }
  if (count > 1) {
    // Where the parts do not add up, the run is kerned or shaped: ask for every beginning of it.
    const whole = penAt(face, pixels).measureText(run).width;
    if (Math.abs(whole - sum) > 0.01) {
      // Kerning moves the letter behind: where that one begins is its end without its own width.
      let start = pieces[0];
      for (let i = 1; i < pieces.length; ++i) {
        start += pieces[i];
        const end = i + 1 === pieces.length ? whole : pen.measureText(start).width;
        widths[i - 1] = end - advanceOf(face, pixels, pieces[i]);
      }
      widths[pieces.length - 1] = whole;
    }
  }
  memoryFloat().set(widths, ends >> 2);
}

let segmenter = null;
function wordBounds(at, length) {
  const text = textAt(at, length);
  const bounds = new Set(); // where one word ends the next may begin
  let offset = 0;
  const add = (piece, isWord) => {
    const size = new TextEncoder().encode(piece).length;
    if (isWord) bounds.add(offset).add(offset + size);
    offset += size;
  };
  if (typeof Intl !== 'undefined' && Intl.Segmenter) {
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    for (const { segment, isWordLike } of segmenter.segment(text)) add(segment, isWordLike);
  } else {
    for (const piece of text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? []) add(piece, /[\p{L}\p{N}]/u.test(piece));
  }
  return answerWith(new Uint8Array(Uint32Array.from(bounds).buffer));
}

function drawGlyph(face, pixels, codePoint, stretch, box) {
  const character = String.fromCodePoint(codePoint);
  let brush = penAt(face, pixels);
  const size = brush.measureText(character);
  const left = Math.floor(-size.actualBoundingBoxLeft * stretch) - stretch;
  const right = Math.ceil(size.actualBoundingBoxRight * stretch) + stretch;
  const top = Math.floor(-size.actualBoundingBoxAscent) - 1;
  const bottom = Math.ceil(size.actualBoundingBoxDescent) + 1;
  const width = right - left;
  const height = bottom - top;
  if (size.actualBoundingBoxAscent + size.actualBoundingBoxDescent <= 0 || width <= 2 * stretch) return 0;
  const canvas = brush.canvas;
  if (canvas.width < width || canvas.height < height) {
    canvas.width = Math.max(canvas.width, width);
    canvas.height = Math.max(canvas.height, height);
    penFont = '';
    brush = penAt(face, pixels);
  }
  brush.clearRect(0, 0, width, height);
  brush.setTransform(stretch, 0, 0, 1, -left, -top);
  brush.fillText(character, 0, 0);
  brush.setTransform(1, 0, 0, 1, 0, 0);
  bitmap = brush.getImageData(0, 0, width, height).data;
  memory32().set([left, top, width, height], box >> 2);
  return 1;
}

function glyphBitmap(to) {
  const target = memory8();
  for (let from = 3; from < bitmap.length; from += 4) target[to++] = bitmap[from];
}

export const typeAnswers = {
  js_measure: measure,
  js_words: wordBounds,
  js_advance: (face, pixels, codePoint) => advanceOf(face, pixels, String.fromCodePoint(codePoint)),
  js_glyph: drawGlyph,
  js_glyph_bitmap: glyphBitmap,
};

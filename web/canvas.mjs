// The WebGL2 half of the renderer: textures and draw calls as src/browser/renderer.cpp asks for them.
import { memory8, textAt } from './wasm.mjs';
import { contextOf } from './context.mjs';

let gl = null;
let ink = null;
let display = null;
let vertices = null;
let indices = null;
let textures = new Map();
const sizes = new Map();
// Bytes of the glyph atlas: now, and the most that it ever was.
export const atlas = { now: 0, most: 0 };

function weigh(id, bytes) {
  atlas.now += bytes - (sizes.get(id) ?? 0);
  sizes.set(id, bytes);
  atlas.most = Math.max(atlas.most, atlas.now);
}

// False where the browser has no WebGL2.
export function startCanvas(canvas) {
  gl = contextOf(canvas);
  return gl !== null;
}

export function contextIsLost() {
  return gl === null || gl.isContextLost();
}

function stage(kind, source) {
  const shader = gl.createShader(kind);
  gl.shaderSource(shader, source.trimStart());
  gl.compileShader(shader);
  return shader;
}

function shaders(vertexAt, vertexLength, fragmentAt, fragmentLength) {
  textures = new Map();
  sizes.clear();
  atlas.now = 0;
  ink = gl.createProgram();
  display = null;
  gl.attachShader(ink, stage(gl.VERTEX_SHADER, textAt(vertexAt, vertexLength)));
  gl.attachShader(ink, stage(gl.FRAGMENT_SHADER, textAt(fragmentAt, fragmentLength)));
  gl.linkProgram(ink);
  vertices = gl.createBuffer();
  indices = gl.createBuffer();
}

// Asked as late as can be, by the first frame: the answer waits until the graphics process has compiled them.
function linked() {
  if (!gl.getProgramParameter(ink, gl.LINK_STATUS) && !gl.isContextLost()) {
    const said = gl.getAttachedShaders(ink).map((shader) => gl.getShaderInfoLog(shader));
    throw new WebAssembly.RuntimeError(`the shaders do not compile: ${[gl.getProgramInfoLog(ink), ...said].join(' ')}`);
  }
  display = gl.getUniformLocation(ink, 'u_display');
}

function texture(id, width, height, pixels) {
  weigh(id, width * height);
  if (width === 0) {
    gl.deleteTexture(textures.get(id) ?? null);
    textures.delete(id);
    return;
  }
  const made = gl.createTexture();
  textures.set(id, made);
  gl.bindTexture(gl.TEXTURE_2D, made);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, width, height, 0, gl.RED, gl.UNSIGNED_BYTE,
    memory8().subarray(pixels, pixels + width * height));
}

function texturePart(id, pitch, pixels, x, y, width, height) {
  gl.bindTexture(gl.TEXTURE_2D, textures.get(id) ?? null);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.pixelStorei(gl.UNPACK_ROW_LENGTH, pitch);
  const first = pixels + y * pitch + x;
  gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RED, gl.UNSIGNED_BYTE,
    memory8().subarray(first, first + (height - 1) * pitch + width));
  gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
}

function drawBegin(width, height) {
  if (!display) linked();
  const { width: across, height: down } = gl.canvas;
  gl.viewport(0, 0, across, down);
  gl.disable(gl.SCISSOR_TEST);
  gl.clearColor(0.984, 0.976, 0.957, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.enable(gl.SCISSOR_TEST);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.useProgram(ink);
  gl.uniform2f(display, width, height);
  gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
  for (let i = 0; i < 3; ++i) gl.enableVertexAttribArray(i);
}

function drawList(vertexAt, vertexBytes, indexAt, indexBytes) {
  gl.bufferData(gl.ARRAY_BUFFER, memory8().subarray(vertexAt, vertexAt + vertexBytes), gl.STREAM_DRAW);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, memory8().subarray(indexAt, indexAt + indexBytes), gl.STREAM_DRAW);
}

function draw(id, x, y, width, height, vertexOffset, indexOffset, count) {
  gl.scissor(x, gl.canvas.height - y - height, width, height);
  gl.bindTexture(gl.TEXTURE_2D, textures.get(id) ?? null);
  const base = vertexOffset * 20;
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 20, base);
  gl.vertexAttribPointer(1, 2, gl.FLOAT, false, 20, base + 8);
  gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, 20, base + 16);
  gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, indexOffset * 2);
}

export const canvasAnswers = {
  js_texture_limit: () => gl.getParameter(gl.MAX_TEXTURE_SIZE),
  js_shaders: shaders,
  js_texture: texture,
  js_texture_part: texturePart,
  js_draw_begin: drawBegin,
  js_draw_list: drawList,
  js_draw: draw,
  js_draw_end: () => {},
};


const program = { memory: null, call: null };
const encoder = new TextEncoder();
const decoder = new TextDecoder();
let bytes = new Uint8Array(0);
let words = new Int32Array(0);
let floats = new Float32Array(0);
let answer = new Uint8Array(0);
let result = '';
function memory8() {
if (bytes.buffer !== program.memory.buffer) bytes = new Uint8Array(program.memory.buffer);
return bytes;
}
function memory32() {
if (words.buffer !== program.memory.buffer) words = new Int32Array(program.memory.buffer);
return words;
}
function memoryFloat() {
if (floats.buffer !== program.memory.buffer) floats = new Float32Array(program.memory.buffer);
return floats;
}
function textAt(at, length) {
return decoder.decode(memory8().subarray(at, at + length));
}
function answerWith(value) {
answer = typeof value === 'string' ? encoder.encode(value) : value;
return answer.length;
}
function callWith(name, values, ...rest) {
const laid = [];
for (const value of values) {
const data = typeof value === 'string' ? encoder.encode(value) : value;
const at = program.call.bs_alloc(data.length + 1);
if (!at) throw new Error('out of memory');
memory8().set(data, at);
laid.push(at, data.length);
}
const got = program.call[name](...laid, ...rest);
for (let i = 0; i < laid.length; i += 2) program.call.bs_free(laid[i]);
return got;
}
function resultOf(name, values = [], ...rest) {
result = '';
callWith(name, values, ...rest);
return result;
}
const wasi = {
fd_write(descriptor, vectors, count, written) {
let total = 0;
let line = '';
for (let i = 0; i < count; ++i) {
const at = memory32()[(vectors >> 2) + 2 * i];
const length = memory32()[(vectors >> 2) + 2 * i + 1];
line += textAt(at, length);
total += length;
}
memory32()[written >> 2] = total;
if (line.trim()) console.warn(line.trimEnd());
return 0;
},
proc_exit(code) {
throw new Error(`the program ended itself (${code})`);
},
};
async function instantiate(module, answers) {
const own = {
js_take: (to) => memory8().set(answer, to),
js_result: (at, length) => {
result = textAt(at, length);
},
};
const given = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) {
given[from] ??= {};
given[from][name] = own[name] ?? answers[name] ?? wasi[name] ?? (() => 0);
}
const instance = await WebAssembly.instantiate(module, given);
program.call = instance.exports;
program.memory = instance.exports.memory;
instance.exports._initialize?.();
}
const kSerif = '"Noto Serif CJK SC","Source Han Serif SC","Noto Serif SC","Songti SC",SimSun,serif';
const kSans = '"Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif';
const kMono = '"Noto Sans Mono CJK SC","Source Han Mono SC",Menlo,Consolas,monospace';
const kFaces = [
[400, kSerif],
[700, kSerif],
[400, kSans],
[700, kSans],
[400, kMono],
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
const whole = penAt(face, pixels).measureText(run).width;
if (Math.abs(whole - sum) > 0.01) {
let start = '';
for (let i = 0; i < pieces.length; ++i) {
start += pieces[i];
widths[i] = i + 1 === pieces.length ? whole : pen.measureText(start).width;
}
}
}
memoryFloat().set(widths, ends >> 2);
}
let segmenter = null;
function wordBounds(at, length) {
const text = textAt(at, length);
const bounds = [];
let offset = 0;
const add = (piece, isWord) => {
const size = new TextEncoder().encode(piece).length;
if (isWord) bounds.push(offset, offset + size);
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
const typeAnswers = {
js_measure: measure,
js_words: wordBounds,
js_advance: (face, pixels, codePoint) => advanceOf(face, pixels, String.fromCodePoint(codePoint)),
js_glyph: drawGlyph,
js_glyph_bitmap: glyphBitmap,
};
let gl = null;
let ink = null;
let display = null;
let vertices = null;
let indices = null;
let textures = new Map();
function startCanvas(canvas) {
gl = canvas.getContext('webgl2', {
alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power',
});
return gl !== null;
}
function contextIsLost() {
return gl === null || gl.isContextLost();
}
function stage(kind, source) {
const shader = gl.createShader(kind);
gl.shaderSource(shader, source.trimStart());
gl.compileShader(shader);
if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) console.error(gl.getShaderInfoLog(shader));
return shader;
}
function shaders(vertexAt, vertexLength, fragmentAt, fragmentLength) {
textures = new Map();
ink = gl.createProgram();
gl.attachShader(ink, stage(gl.VERTEX_SHADER, textAt(vertexAt, vertexLength)));
gl.attachShader(ink, stage(gl.FRAGMENT_SHADER, textAt(fragmentAt, fragmentLength)));
gl.linkProgram(ink);
if (!gl.getProgramParameter(ink, gl.LINK_STATUS)) return 0;
display = gl.getUniformLocation(ink, 'u_display');
vertices = gl.createBuffer();
indices = gl.createBuffer();
return 1;
}
function texture(id, width, height, pixels) {
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
const canvasAnswers = {
js_texture_limit: () => gl.getParameter(gl.MAX_TEXTURE_SIZE),
js_shaders: shaders,
js_texture: texture,
js_texture_part: texturePart,
js_draw_begin: drawBegin,
js_draw_list: drawList,
js_draw: draw,
js_draw_end: () => {},
};
const kRoles = [
['main', ''], ['header', 'banner'], ['nav', ''], ['section', 'region'], ['article', ''], ['div', 'search'],
['div', 'dialog'], ['div', 'list'], ['div', 'listitem'], ['h1', ''], ['p', ''], ['a', 'link'],
['button', ''], ['div', 'textbox'], ['div', 'status'], ['div', 'alert'], ['div', 'checkbox'], ['div', 'slider'],
];
const kHeading = 9;
const kText = 10;
const kLink = 11;
const kButton = 12;
const kField = 13;
const kStatus = 14;
const kAlert = 15;
const kCheck = 16;
const kSlider = 17;
let root = null;
let afterAction = () => {};
let elements = new Map();
let settingFocus = false;
function startMirror(element, onAction) {
root = element;
afterAction = onAction;
root.addEventListener('click', (event) => {
const node = event.target.closest('[data-id]');
if (!node) return;
event.preventDefault();
callWith('bs_act', [node.dataset.id]);
afterAction();
});
root.addEventListener('focusin', (event) => {
const node = event.target.closest('[data-id]');
if (!node || settingFocus) return;
callWith('bs_take_focus', [node.dataset.id]);
if (node.dataset.field) callWith('bs_act', [node.dataset.id]);
afterAction();
});
root.addEventListener('keydown', (event) => {
const node = event.target.closest('[data-id]');
if (!node || node.tagName === 'BUTTON' || (event.key !== 'Enter' && event.key !== ' ')) return;
if (node.tabIndex < 0) return;
event.preventDefault();
node.click();
});
}
function mirrorHasFocus() {
return root !== null && root.contains(document.activeElement);
}
function nameOfFocusedField() {
return root?.querySelector('[data-field][data-focused]')?.getAttribute('aria-label') ?? '';
}
function read(at, length) {
const bytes = memory8().slice(at, at + length);
const data = new DataView(bytes.buffer);
const decoder = new TextDecoder();
const nodes = [];
let offset = 0;
const text = () => {
const size = data.getUint32(offset, true);
offset += 4 + size;
return decoder.decode(bytes.subarray(offset - size, offset));
};
while (offset < length) {
const flags = bytes[offset + 3];
const node = {
role: bytes[offset], level: bytes[offset + 1], depth: bytes[offset + 2],
focused: !!(flags & 1), pressed: !!(flags & 2), disabled: !!(flags & 4), current: !!(flags & 8),
x: data.getFloat32(offset + 4, true), y: data.getFloat32(offset + 8, true),
w: data.getFloat32(offset + 12, true), h: data.getFloat32(offset + 16, true),
};
offset += 20;
node.id = text();
node.name = text();
node.value = text();
nodes.push(node);
}
return nodes;
}
function attribute(element, name, value) {
if (value === null || value === '') {
if (element.hasAttribute(name)) element.removeAttribute(name);
} else if (element.getAttribute(name) !== value) {
element.setAttribute(name, value);
}
}
function make(node) {
const [tag, role] = kRoles[node.role] ?? kRoles[kText];
const element = document.createElement(node.role === kHeading ? `h${node.level || 2}` : tag);
if (role) element.setAttribute('role', role);
if (node.role === kButton) element.type = 'button';
if ([kLink, kField, kCheck, kSlider].includes(node.role)) element.tabIndex = 0;
if (node.role === kField) element.dataset.field = '1';
element.dataset.id = node.id;
element.dataset.kind = `${node.role}.${node.level}`;
return element;
}
function dress(element, node, leaf, origin) {
const speaks = leaf && [kHeading, kText, kLink, kButton, kStatus, kAlert].includes(node.role);
if (speaks) {
if (element.firstChild?.nodeType !== 3 || element.childNodes.length !== 1) element.textContent = node.name;
else if (element.firstChild.data !== node.name) element.firstChild.data = node.name;
} else {
if (element.firstChild?.nodeType === 3) element.firstChild.remove();
attribute(element, 'aria-label', node.name);
}
if (node.role === kField && element.textContent !== node.value) element.textContent = node.value;
if (node.role === kButton) {
attribute(element, 'aria-pressed', node.pressed ? 'true' : null);
if (element.disabled !== node.disabled) element.disabled = node.disabled;
}
if (node.role === kCheck) attribute(element, 'aria-checked', String(node.pressed));
if (node.role === kSlider) attribute(element, 'aria-valuenow', node.value || '0');
attribute(element, 'aria-current', node.current ? 'true' : null);
if (node.focused) element.dataset.focused = '1';
else delete element.dataset.focused;
const style = element.style;
const place = `${node.x - origin.x}|${node.y - origin.y}|${node.w}|${node.h}`;
if (element.dataset.place !== place) {
style.left = `${node.x - origin.x}px`;
style.top = `${node.y - origin.y}px`;
style.width = `${Math.max(node.w, 1)}px`;
style.height = `${Math.max(node.h, 1)}px`;
element.dataset.place = place;
}
}
function update(at, length) {
const nodes = read(at, length);
const kept = new Map();
const parents = [{ element: root, next: root.firstChild, x: 0, y: 0 }];
let focused = null;
nodes.forEach((node, index) => {
if (node.depth > parents.length - 1) node.depth = parents.length - 1;
while (parents.length > node.depth + 1) trimTail(parents.pop());
const parent = parents[parents.length - 1];
let element = elements.get(node.id);
if (!element || element.dataset.kind !== `${node.role}.${node.level}` || kept.has(node.id)) element = make(node);
kept.set(node.id, element);
const leaf = !(nodes[index + 1]?.depth > node.depth);
dress(element, node, leaf, parent);
if (parent.next === element) {
parent.next = element.nextSibling;
} else {
const hadFocus = element.contains(document.activeElement);
for (const open of parents) if (open.next === element) open.next = element.nextSibling;
settingFocus = true;
parent.element.insertBefore(element, parent.next);
if (hadFocus && element.tabIndex >= 0) element.focus({ preventScroll: true });
settingFocus = false;
}
if (!leaf) parents.push({ element, next: element.firstChild, x: node.x, y: node.y });
if (node.focused && node.role !== kField) focused = element;
});
while (parents.length) trimTail(parents.pop());
elements = kept;
if (focused && document.activeElement !== focused && document.activeElement?.tagName !== 'TEXTAREA') {
settingFocus = true;
focused.focus({ preventScroll: true });
settingFocus = false;
}
}
function trimTail({ element, next }) {
while (next) {
const following = next.nextSibling;
if (next.nodeType === 1 || element === root) next.remove();
next = following;
}
}
const mirrorAnswers = { js_mirror: update };
const loop = { frames: 0, takesText: false, width: 1, height: 1, density: 1, afterFrame: () => {} };
const kMirrorPause = 0.1;
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
const now = () => performance.now() / 1000;
function ask() {
if (asked || inFrame || !started || contextIsLost()) return;
loop.frames += 1;
asked = requestAnimationFrame(() => {
asked = 0;
drawNow();
});
}
function stir(frames = 2) {
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
function drawNow() {
if (!started || contextIsLost()) return;
wanted = Math.max(0, wanted - 1);
inFrame = true;
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
const told = waiting;
waiting = [];
for (const tell of told) tell();
}
function atRest() {
return started && !asked && !inFrame && wanted === 0 && busy === 0 && !mirrorTimer && alarmAt - now() > 1;
}
function idle() {
return new Promise((resolve) => {
const look = () => (atRest() ? resolve() : setTimeout(look, 15));
setTimeout(look, 0);
});
}
async function during(work) {
busy += 1;
try {
return await work();
} finally {
busy -= 1;
}
}
function startLoop() {
started = true;
stir(2);
}
function contextCameBack() {
if (!program.call.bs_restored()) return false;
asked = 0;
stir(1);
return true;
}
const loopAnswers = { js_now: now, js_wake: wake };
const kLargest = 256 << 20;
const opened = { after: () => {} };
function openFiles(given) {
return during(async () => {
let some = false;
for (const { name, file, bytes } of given) {
try {
if (file && file.size > kLargest) throw new Error('larger than 256 MB');
const data = bytes ?? new Uint8Array(await file.arrayBuffer());
callWith('bs_file', [name, data]);
some = true;
} catch (error) {
callWith('bs_complain', [`${name}: cannot be read (${error.message}).`]);
}
}
if (some) program.call.bs_open_files();
stir(3);
if (some) await opened.after();
});
}
async function filesOfEntry(entry, path, found) {
if (entry.isFile) {
const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
found.push({ name: path + entry.name, file });
return;
}
const reader = entry.createReader();
for (;;) {
const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
if (!some.length) break;
for (const inner of some) await filesOfEntry(inner, `${path}${entry.name}/`, found);
}
}
function inOrder(files) {
const shown = files.filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')));
return shown.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}
function dropped(event) {
event.preventDefault();
document.documentElement.classList.remove('dropping');
const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
const files = [...event.dataTransfer.files].map((file) => ({ name: file.name, file }));
const text = event.dataTransfer.getData('text/plain');
during(async () => {
const found = [];
try {
for (const entry of entries) await filesOfEntry(entry, '', found);
} catch {
found.length = 0;
}
const all = found.length ? inOrder(found) : files;
if (all.length) await openFiles(all);
else if (text) await openFiles([{ name: 'dropped.txt', bytes: new TextEncoder().encode(text) }]);
});
}
let picker = null;
function save(nameAt, nameLength, mimeAt, mimeLength, at, length) {
saveBytes(textAt(nameAt, nameLength), textAt(mimeAt, mimeLength), memory8().slice(at, at + length));
}
function saveBytes(name, mime, bytes) {
const link = document.createElement('a');
link.href = URL.createObjectURL(new Blob([bytes], { type: mime }));
link.download = name;
link.click();
setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
function startFiles() {
picker = document.createElement('input');
picker.type = 'file';
picker.multiple = true;
picker.id = 'picker';
picker.hidden = true;
picker.setAttribute('aria-label', 'Open page dumps');
document.body.append(picker);
picker.addEventListener('change', async () => {
await openFiles([...picker.files].map((file) => ({ name: file.name, file })));
picker.value = '';
});
const over = (event) => {
event.preventDefault();
document.documentElement.classList.add('dropping');
};
document.addEventListener('dragenter', over);
document.addEventListener('dragover', over);
document.addEventListener('dragleave', (event) => {
if (!event.relatedTarget) document.documentElement.classList.remove('dropping');
});
document.addEventListener('drop', dropped);
}
const fileAnswers = { js_pick_files: () => picker.click(), js_save_file: save };
const kForms = { json: 0, ndjson: 1, markdown: 2, text: 3, html: 4, htmlArticles: 5 };
const kLongestLink = 16000;
function openSources() {
const sources = [];
for (let i = 0; i < program.call.bs_sources(); ++i)
sources.push({ name: resultOf('bs_source_name', [], i), text: resultOf('bs_source_text', [], i) });
return sources;
}
async function through(bytes, stream) {
return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
function base64Of(bytes) {
let raw = '';
for (let i = 0; i < bytes.length; i += 32768) raw += String.fromCharCode(...bytes.subarray(i, i + 32768));
return btoa(raw);
}
async function packLink(sources) {
const bytes = new TextEncoder().encode(JSON.stringify(sources.map(({ name, text }) => [name, text])));
const packed = await through(bytes, new CompressionStream('deflate-raw'));
return base64Of(packed).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
async function unpackLink(data) {
const raw = atob(data.replace(/-/g, '+').replace(/_/g, '/'));
const bytes = await through(Uint8Array.from(raw, (letter) => letter.charCodeAt(0)), new DecompressionStream('deflate-raw'));
return JSON.parse(new TextDecoder().decode(bytes)).map(([name, text]) => ({ name: String(name), text: String(text) }));
}
async function fetchSource(address) {
const url = new URL(address, document.baseURI);
if (location.protocol === 'file:')
throw new Error('a file opened from disk fetches nothing. Download the page and drop it on this window');
let response;
try {
response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
} catch {
throw new Error('the server cannot be reached or does not allow other sites to read it (CORS). Download the page and drop it on this window');
}
if (!response.ok) throw new Error(`the server answers ${response.status}. Check the address`);
return { name: decodeURIComponent(url.pathname.split('/').pop() || url.host), bytes: new Uint8Array(await response.arrayBuffer()) };
}
const kEscapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function escapeHtml(text) {
return String(text).replace(/[&<>"]/g, (mark) => kEscapes[mark]);
}
function sevenBits(bytes) {
const letters = [];
let held = 0;
let bits = 0;
const put = (value) => letters.push(value === 0 || value === 10 || value === 13 || value === 60 ? value + 128 : value);
for (const byte of bytes) {
held = (held << 8) | byte;
bits += 8;
while (bits >= 7) {
bits -= 7;
put((held >> bits) & 127);
}
held &= 127;
}
if (bits) put((held << (7 - bits)) & 127);
let text = '';
for (let i = 0; i < letters.length; i += 32768) text += String.fromCharCode(...letters.slice(i, i + 32768));
return text;
}
function fromSevenBits(text) {
const bytes = new Uint8Array(Math.floor((text.length * 7) / 8));
let held = 0;
let bits = 0;
let at = 0;
for (let i = 0; i < text.length; ++i) {
held = (held << 7) | (text.charCodeAt(i) & 127);
bits += 7;
if (bits >= 8) {
bits -= 8;
bytes[at++] = held >> bits;
held &= 127;
}
}
return bytes;
}
function descriptionOf(parsed) {
const heads = parsed.pages.flatMap((page) => page.articles.map((article) => article.headline)).filter(Boolean);
return heads.slice(0, 6).join(' · ');
}
function asData(value) {
return JSON.stringify(value).replace(/</g, '\\u003c');
}
function policyOf({ scriptHash, styleHash, connect }) {
return [
"default-src 'none'", `script-src '${scriptHash}' 'wasm-unsafe-eval'`, `style-src '${styleHash}'`,
'img-src data: blob:', `connect-src ${connect}`, 'worker-src blob:', "base-uri 'none'", "form-action 'none'",
].join('; ');
}
function documentOf(parts) {
return `<!DOCTYPE html>
<html lang="${escapeHtml(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(parts.policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(parts.description)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escapeHtml(parts.title)}">
<meta property="og:description" content="${escapeHtml(parts.description)}">
<title>${escapeHtml(parts.title)}</title>
<link rel="icon" href="data:image/svg+xml,${parts.icon}">
<style id="style">${parts.style}</style>
${parts.head ?? ''}</head>
<body>
<canvas id="canvas" aria-hidden="true"></canvas>
<div id="mirror"></div>
<section aria-label="Writing"><textarea id="field" hidden autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" rows="1" aria-label="Text"></textarea></section>
<div id="notice" role="alert" hidden></div>
<main id="plain">
${parts.plain}
</main>
<script type="application/json" id="edition">${asData(parts.edition)}<\/script>
<script type="application/json" id="settings">${asData(parts.settings ?? {})}<\/script>
${parts.wasm ? `<script type="application/octet-stream" id="wasm">${parts.wasm}<\/script>\n` : ''}${
parts.script ? `<script type="module" id="script">${parts.script}<\/script>\n` : ''}</body>
</html>
`;
}
const kPrefix = 'broadsheet.';
const remembered = new Map();
const carried = { data: '', share: '' };
function fragment() {
const whole = location.hash.slice(1);
if (!whole.startsWith('z=')) return whole;
const end = whole.indexOf('/');
return end < 0 ? '' : whole.slice(end);
}
function carriedData() {
const whole = location.hash.slice(1);
return whole.startsWith('z=') ? whole.slice(2).split('/')[0] : '';
}
function setAddress(at, length, push) {
const wanted = (carried.data ? `z=${carried.data}` : '') + textAt(at, length);
if (wanted === location.hash.slice(1)) return;
const url = wanted ? `#${wanted}` : location.pathname + location.search;
try {
if (push) history.pushState(null, '', url);
else history.replaceState(null, '', url);
} catch {
}
}
function recall(at, length) {
const key = textAt(at, length);
let value = null;
try {
value = localStorage.getItem(kPrefix + key);
} catch {
}
return answerWith(value ?? remembered.get(key) ?? '');
}
function remember(keyAt, keyLength, at, length) {
const key = textAt(keyAt, keyLength);
const value = textAt(at, length);
remembered.set(key, value);
try {
if (value) localStorage.setItem(kPrefix + key, value);
else localStorage.removeItem(kPrefix + key);
} catch {
}
}
function allRemembered() {
const all = new Map(remembered);
try {
for (let i = 0; i < localStorage.length; ++i) {
const key = localStorage.key(i);
if (key.startsWith(kPrefix)) all.set(key.slice(kPrefix.length), localStorage.getItem(key));
}
} catch {
}
return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function rememberAll(settings) {
for (const [key, value] of Object.entries(settings)) remembered.set(key, String(value));
}
const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)',
'(pointer: coarse)'];
function startPlace() {
const moved = () => {
callWith('bs_go', [fragment()]);
stir(3);
};
window.addEventListener('popstate', moved);
window.addEventListener('hashchange', moved);
const changed = () => {
program.call.bs_preferences_changed();
stir(3);
};
for (const query of queries) matchMedia(query).addEventListener?.('change', changed);
window.addEventListener('languagechange', changed);
}
const placeAnswers = {
js_set_title: (at, length) => {
document.title = textAt(at, length);
},
js_set_address: setAddress,
js_link_to: (at, length) => answerWith(`${location.href.split('#')[0]}#${carried.share ? `z=${carried.share}` : ''}${textAt(at, length)}`),
js_recall: recall,
js_remember: remember,
js_preferences: () => queries.reduce((bits, query, i) => bits | (matchMedia(query).matches ? 1 << i : 0), 0),
js_language: () => answerWith(navigator.language || 'en'),
};
async function partOf(id, link) {
const element = document.getElementById(id);
if (element) return element.textContent;
const { href, src } = document.querySelector(link);
return (await fetch(href ?? src)).text();
}
async function packedProgram() {
const element = document.getElementById('wasm');
if (element) return element.textContent;
const response = await fetch(document.getElementById('program').href);
const packed = new Response(response.body.pipeThrough(new CompressionStream('gzip')));
return sevenBits(new Uint8Array(await packed.arrayBuffer()));
}
async function hashOfText(text) {
const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
return `sha256-${base64Of(new Uint8Array(digest))}`;
}
async function pageAsText() {
const style = await partOf('style', 'link[rel=stylesheet]');
const script = await partOf('script', 'script[src]');
const icon = document.querySelector('link[rel=icon]').getAttribute('href').split(',').slice(1).join(',');
return documentOf({
language: document.documentElement.lang, title: 'Broadsheet', icon, style, script,
description: descriptionOf(JSON.parse(resultOf('bs_export', [], kForms.json))),
policy: policyOf({ scriptHash: await hashOfText(script), styleHash: await hashOfText(style), connect: "'none'" }),
wasm: await packedProgram(), edition: openSources(), settings: allRemembered(),
plain: resultOf('bs_export', [], kForms.htmlArticles),
});
}
function saveAsPage() {
return during(async () => {
const bytes = new TextEncoder().encode(await pageAsText());
if (window.showSaveFilePicker) {
try {
const handle = await window.showSaveFilePicker({ suggestedName: 'edition.html',
types: [{ description: 'Web page', accept: { 'text/html': ['.html'] } }] });
const stream = await handle.createWritable();
await stream.write(bytes);
await stream.close();
return;
} catch (error) {
if (error.name === 'AbortError') return;
}
}
saveBytes('edition.html', 'text/html', bytes);
});
}
const kTapReach = 8;
const kLongPress = 500;
const kLinePixels = 40;
const kCursors = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer',
'wait', 'progress', 'not-allowed'];
let canvas = null;
let field = null;
let composing = false;
const fingers = new Map();
let gesture = null;
let copying = null;
const modifiers = (event) =>
(event.ctrlKey ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0) | (event.metaKey ? 8 : 0);
function key(name, code, down, held = 0) {
return callWith('bs_key', [name, code], down ? 1 : 0, held);
}
function click(x, y, button, touch) {
program.call.bs_pointer(x, y, touch ? 1 : 0);
program.call.bs_button(button, 1);
program.call.bs_button(button, 0);
if (touch) program.call.bs_pointer_gone();
stir(5);
}
function pointerDown(event) {
const { clientX: x, clientY: y } = event;
if (event.pointerType !== 'touch') {
canvas.setPointerCapture?.(event.pointerId);
program.call.bs_pointer(x, y, 0);
if (event.button <= 2) program.call.bs_button([0, 2, 1][event.button], 1);
stir();
if (!loop.takesText) event.preventDefault();
if (mirrorHasFocus()) document.activeElement.blur();
return;
}
event.preventDefault();
program.call.bs_fling(0);
fingers.set(event.pointerId, { x, y });
if (fingers.size === 1) {
gesture = { kind: 'press', x, y, trail: [[now(), y]], timer: setTimeout(() => {
if (gesture?.kind !== 'press') return;
gesture.kind = 'held';
click(x, y, 1, true);
}, kLongPress) };
} else if (fingers.size === 2) {
clearTimeout(gesture?.timer);
gesture = { kind: 'pinch', spread: spread() };
}
}
function spread() {
const [a, b] = [...fingers.values()];
return Math.hypot(a.x - b.x, a.y - b.y);
}
function pointerMove(event) {
const { clientX: x, clientY: y } = event;
if (event.pointerType !== 'touch') {
program.call.bs_pointer(x, y, 0);
stir(1);
return;
}
const finger = fingers.get(event.pointerId);
if (!finger || !gesture) return;
const before = { ...finger };
finger.x = x;
finger.y = y;
if (gesture.kind === 'press' && Math.hypot(x - gesture.x, y - gesture.y) > kTapReach) {
clearTimeout(gesture.timer);
gesture.kind = 'pan';
program.call.bs_pointer(gesture.x, gesture.y, 1);
before.x = gesture.x;
before.y = gesture.y;
}
if (gesture.kind === 'pan') {
program.call.bs_scroll(before.x - x, before.y - y);
gesture.trail.push([now(), y]);
if (gesture.trail.length > 12) gesture.trail.shift();
stir(1);
} else if (gesture.kind === 'pinch' && fingers.size === 2) {
const wide = spread();
const factor = wide / gesture.spread;
if (factor > 1.06 || factor < 0.94) {
program.call.bs_zoom(factor);
gesture.spread = wide;
stir();
}
}
}
function pointerUp(event) {
const { clientX: x, clientY: y } = event;
if (event.pointerType !== 'touch') {
program.call.bs_pointer(x, y, 0);
if (event.button <= 2) program.call.bs_button([0, 2, 1][event.button], 0);
stir(3);
return;
}
fingers.delete(event.pointerId);
if (!gesture) return;
clearTimeout(gesture.timer);
if (gesture.kind === 'press' && event.type === 'pointerup') {
click(gesture.x, gesture.y, 0, true);
for (let i = 0; i < 4; ++i) drawNow();
} else if (gesture.kind === 'pan') {
const since = gesture.trail.filter(([at]) => now() - at < 0.1);
if (since.length > 1) {
const [[fromTime, fromY], [toTime, toY]] = [since[0], since[since.length - 1]];
if (toTime > fromTime) program.call.bs_fling((fromY - toY) / (toTime - fromTime));
}
program.call.bs_pointer_gone();
stir();
}
if (fingers.size === 0) gesture = null;
}
function wheel(event) {
event.preventDefault();
if (event.ctrlKey) {
program.call.bs_zoom(Math.exp(-event.deltaY / 300));
} else {
const unit = event.deltaMode === 1 ? kLinePixels : event.deltaMode === 2 ? loop.height : 1;
program.call.bs_pointer(event.clientX, event.clientY, 0);
const sideways = event.shiftKey && !event.deltaX;
program.call.bs_scroll((sideways ? event.deltaY : event.deltaX) * unit, sideways ? 0 : event.deltaY * unit);
}
stir();
}
function isOurs(event) {
const command = event.ctrlKey || event.metaKey;
if (command) return ['f', 'k', 'g', 's', 'z', 'y', 'p', '+', '=', '-', '_', '0'].includes(event.key.toLowerCase()) ||
(!loop.takesText && ['a', 'A', 'Home', 'End'].includes(event.key));
if (event.altKey) return false;
return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Escape', '/',
"'", 'Backspace', 'F3'].includes(event.key);
}
function keyDown(event) {
if (event.isComposing || composing || event.key === 'Process') return;
const command = event.ctrlKey || event.metaKey;
const onElement = mirrorHasFocus();
if (event.key === 'Tab') {
if (event.target !== field || !loop.takesText) return;
event.preventDefault();
key('Tab', 'Tab', true, modifiers(event));
key('Tab', 'Tab', false, 0);
stir(4);
return;
}
if (onElement && (event.key === 'Enter' || event.key === ' ')) return;
if (command && event.key.toLowerCase() === 's') {
event.preventDefault();
saveAsPage();
return;
}
if (command && ['c', 'C', 'x', 'X', 'v', 'V'].includes(event.key)) return;
const inField = event.target === field && loop.takesText;
const isText = [...event.key].length === 1 && !command && !event.altKey;
if (isOurs(event) && !(inField && isText)) event.preventDefault();
key(event.key, event.code, true, modifiers(event));
if (isText && !inField && loop.takesText) callWith('bs_text', [event.key]);
stir(3);
}
function keyUp(event) {
if (event.key === 'Tab') return;
key(event.key, event.code, false, modifiers(event));
stir(1);
}
function typed() {
if (composing || field.value === '') return;
callWith('bs_text', [field.value]);
field.value = '';
stir(3);
}
function placeField(wanted, x, y, height) {
field.style.left = `${Math.max(0, Math.min(x, loop.width - 40))}px`;
field.style.top = `${y + (height - 24) / 2}px`;
}
function showField() {
if (loop.takesText) {
const name = nameOfFocusedField();
if (name && field.getAttribute('aria-label') !== name) field.setAttribute('aria-label', name);
if (field.hidden) field.hidden = false;
if (document.activeElement !== field) field.focus({ preventScroll: true });
} else if (!field.hidden && !composing) {
const had = document.activeElement === field;
field.hidden = true;
field.value = '';
if (had) field.blur();
}
}
function clipboardKey(event, letter) {
if (document.getSelection()?.toString()) return;
copying = event;
key(letter, `Key${letter.toUpperCase()}`, true, 1);
drawNow();
key(letter, `Key${letter.toUpperCase()}`, false, 0);
drawNow();
drawNow();
copying = null;
stir();
}
function copy(plainAt, plainLength, htmlAt, htmlLength) {
const plain = textAt(plainAt, plainLength);
const html = textAt(htmlAt, htmlLength);
const into = (event) => {
event.clipboardData.setData('text/plain', plain);
if (html) event.clipboardData.setData('text/html', html);
event.preventDefault();
};
if (copying) {
into(copying);
return;
}
const byCommand = () => {
document.addEventListener('copy', (event) => {
event.stopImmediatePropagation();
into(event);
}, { once: true, capture: true });
document.execCommand('copy');
};
try {
if (!navigator.clipboard?.write) throw new Error('no clipboard');
const items = { 'text/plain': new Blob([plain], { type: 'text/plain' }) };
if (html) items['text/html'] = new Blob([html], { type: 'text/html' });
navigator.clipboard.write([new ClipboardItem(items)]).catch(byCommand);
} catch {
byCommand();
}
}
function paste(event) {
event.preventDefault();
const files = [...(event.clipboardData?.files ?? [])];
const text = event.clipboardData?.getData('text/plain') ?? '';
if (files.length) openFiles(files.map((file) => ({ name: file.name, file })));
else if (loop.takesText) {
callWith('bs_clipboard', [text.replace(/[\r\n]+/g, ' ')]);
key('v', 'KeyV', true, 1);
key('v', 'KeyV', false, 0);
} else if (text) openFiles([{ name: 'pasted.txt', bytes: new TextEncoder().encode(text) }]);
stir(3);
}
function startInput(onCanvas, textField) {
canvas = onCanvas;
field = textField;
canvas.addEventListener('pointerdown', pointerDown);
canvas.addEventListener('pointermove', pointerMove);
canvas.addEventListener('pointerup', pointerUp);
canvas.addEventListener('pointercancel', pointerUp);
canvas.addEventListener('pointerleave', (event) => {
if (event.pointerType === 'touch') return;
program.call.bs_pointer_gone();
stir(1);
});
canvas.addEventListener('wheel', wheel, { passive: false });
canvas.addEventListener('contextmenu', (event) => event.preventDefault());
window.addEventListener('keydown', keyDown);
window.addEventListener('keyup', keyUp);
window.addEventListener('blur', () => {
program.call.bs_focus(0);
stir(1);
});
window.addEventListener('focus', () => {
program.call.bs_focus(1);
stir(1);
});
field.addEventListener('compositionstart', () => {
composing = true;
field.classList.add('composing');
});
field.addEventListener('compositionend', () => {
composing = false;
field.classList.remove('composing');
typed();
});
field.addEventListener('input', typed);
document.addEventListener('copy', (event) => clipboardKey(event, 'c'));
document.addEventListener('cut', (event) => clipboardKey(event, 'x'));
document.addEventListener('paste', paste);
loop.afterFrame = showField;
}
const inputAnswers = {
js_ime: placeField,
js_copy: copy,
js_cursor: (shape) => {
const cursor = shape < 0 ? 'none' : (kCursors[shape] ?? 'default');
if (canvas && canvas.style.cursor !== cursor) canvas.style.cursor = cursor;
},
};
function unlzma(packed) {
let rest = packed[0];
if (packed.length < 18 || rest >= 225) throw new Error('not LZMA');
const literalBits = rest % 9;
rest = (rest / 9) | 0;
const literalMask = (1 << rest % 5) - 1;
const placeMask = (1 << ((rest / 5) | 0)) - 1;
const out = new Uint8Array(new DataView(packed.buffer, packed.byteOffset).getUint32(5, true));
const kMatch = 0, kRep = 192, kRepFirst = 204, kRepSecond = 216, kRepThird = 228, kRepShort = 240, kSlot = 432;
const kFar = 688, kAlign = 804, kLength = 820, kRepLength = 1334, kLiteral = 1848;
const odds = new Uint16Array(kLiteral + (0x300 << literalBits + (literalMask ? 32 - Math.clz32(literalMask) : 0))).fill(1024);
let at = 18;
let range = 0xffffffff;
let code = new DataView(packed.buffer, packed.byteOffset).getUint32(14);
const narrow = () => {
if (at >= packed.length + 4) throw new Error('cut short');
range = range << 8 >>> 0;
code = (code << 8 | packed[at++]) >>> 0;
};
const bit = (which) => {
const bound = (range >>> 11) * odds[which];
if (code < bound) {
range = bound;
odds[which] += 2048 - odds[which] >> 5;
if (range < 0x1000000) narrow();
return 0;
}
range -= bound;
code -= bound;
odds[which] -= odds[which] >> 5;
if (range < 0x1000000) narrow();
return 1;
};
const tree = (base, bits) => {
let node = 1;
for (let i = 0; i < bits; ++i) node = node << 1 | bit(base + node);
return node - (1 << bits);
};
const backwardTree = (base, bits) => {
let node = 1;
let value = 0;
for (let i = 0; i < bits; ++i) {
const one = bit(base + node);
node = node << 1 | one;
value |= one << i;
}
return value;
};
const lengthAt = (base, place) => {
if (!bit(base)) return tree(base + 2 + (place << 3), 3);
if (!bit(base + 1)) return 8 + tree(base + 130 + (place << 3), 3);
return 16 + tree(base + 258, 8);
};
let state = 0;
let size = 0;
let r0 = 0, r1 = 0, r2 = 0, r3 = 0;
while (size < out.length) {
const place = size & placeMask;
if (!bit(kMatch + (state << 4) + place)) {
const before = size ? out[size - 1] : 0;
const base = kLiteral + 0x300 * (((size & literalMask) << literalBits) + (before >> 8 - literalBits));
let letter = 1;
if (state >= 7) {
let match = out[size - r0 - 1];
while (letter < 0x100) {
const wanted = match >> 7 & 1;
match <<= 1;
const one = bit(base + (1 + wanted << 8) + letter);
letter = letter << 1 | one;
if (one !== wanted) break;
}
}
while (letter < 0x100) letter = letter << 1 | bit(base + letter);
out[size++] = letter;
state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
continue;
}
let length;
if (bit(kRep + state)) {
if (!bit(kRepFirst + state)) {
if (!bit(kRepShort + (state << 4) + place)) {
if (r0 >= size) throw new Error('damaged');
state = state < 7 ? 9 : 11;
out[size] = out[size - r0 - 1];
++size;
continue;
}
} else {
let distance;
if (!bit(kRepSecond + state)) {
distance = r1;
} else {
if (!bit(kRepThird + state)) {
distance = r2;
} else {
distance = r3;
r3 = r2;
}
r2 = r1;
}
r1 = r0;
r0 = distance;
}
length = lengthAt(kRepLength, place);
state = state < 7 ? 8 : 11;
} else {
r3 = r2;
r2 = r1;
r1 = r0;
length = lengthAt(kLength, place);
state = state < 7 ? 7 : 10;
const slot = tree(kSlot + (Math.min(length, 3) << 6), 6);
r0 = slot;
if (slot >= 4) {
const bits = (slot >> 1) - 1;
r0 = (2 | slot & 1) << bits >>> 0;
if (slot < 14) {
r0 += backwardTree(kFar + r0 - slot, bits);
} else {
let high = 0;
for (let i = 4; i < bits; ++i) {
range >>>= 1;
const one = code >= range ? 1 : 0;
if (one) code -= range;
high = (high << 1 | one) >>> 0;
if (range < 0x1000000) narrow();
}
r0 = r0 + high * 16 + backwardTree(kAlign, 4);
}
}
}
if (r0 >= size) throw new Error('damaged');
for (length = Math.min(length + 2, out.length - size); length > 0; --length) {
out[size] = out[size - r0 - 1];
++size;
}
}
return out;
}
function lay() {
const [, kind, id] = fragment().split('/');
const html = (kind === 'a' && resultOf('bs_article_html', [id])) || resultOf('bs_export', [], kForms.htmlArticles);
document.getElementById('plain').innerHTML = html;
}
function startPrint() {
window.addEventListener('beforeprint', lay);
}
const printAnswers = {
js_print: () => {
lay();
window.print();
},
};
const page = document.documentElement;
const surface = document.getElementById('canvas');
const chinese = /^zh/i.test(navigator.language || '');
function fail(english, hanzi, error) {
if (error) console.error(error);
page.classList.remove('starting', 'app');
const notice = document.getElementById('notice');
notice.textContent = chinese ? hanzi : english;
notice.hidden = false;
}
function bytesOf(base64) {
if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
const raw = atob(base64);
const bytes = new Uint8Array(raw.length);
for (let i = 0; i < raw.length; ++i) bytes[i] = raw.charCodeAt(i);
return bytes;
}
async function compile() {
const packed = document.getElementById('wasm');
if (!packed) return WebAssembly.compileStreaming(fetch(document.getElementById('program').href));
const bytes = fromSevenBits(packed.textContent);
if (bytes[0] !== 0x1f) return WebAssembly.compile(unlzma(bytes));
const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
return WebAssembly.compileStreaming(new Response(stream, { headers: { 'Content-Type': 'application/wasm' } }));
}
function watchSize() {
const apply = (across, down) => {
loop.density = window.devicePixelRatio || 1;
across = Math.max(1, across);
down = Math.max(1, down);
if (surface.width !== across || surface.height !== down) {
surface.width = across;
surface.height = down;
}
loop.width = across / loop.density;
loop.height = down / loop.density;
stir(2);
};
const fallback = () => {
const box = surface.getBoundingClientRect();
apply(Math.round(box.width * devicePixelRatio), Math.round(box.height * devicePixelRatio));
};
fallback();
const observer = new ResizeObserver(([entry]) => {
const exact = entry.devicePixelContentBoxSize?.[0];
const about = entry.contentRect.width * devicePixelRatio;
if (exact && Math.abs(exact.inlineSize - about) < 2) apply(exact.inlineSize, exact.blockSize);
else fallback();
});
try {
observer.observe(surface, { box: 'device-pixel-content-box' });
} catch {
observer.observe(surface);
}
const watchDensity = () => {
matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
fallback();
watchDensity();
}, { once: true });
};
watchDensity();
}
function watchContext() {
let timer = 0;
surface.addEventListener('webglcontextlost', (event) => {
event.preventDefault();
timer = setTimeout(() => fail(
'The graphics context was lost and did not come back. The articles stand below as plain text; reloading the page starts the viewer again.',
'图形环境丢失且未能恢复。文章以纯文本列在下方；重新载入页面可再次启动阅读器。'), 10000);
});
surface.addEventListener('webglcontextrestored', () => {
clearTimeout(timer);
document.getElementById('notice').hidden = true;
page.classList.add('app');
if (!contextCameBack()) fail('The picture could not be made again. Reload the page.', '画面无法重建，请重新载入页面。');
});
}
function own(edition) {
return edition.map(({ name, text, base64 }) =>
({ name, bytes: base64 === undefined ? new TextEncoder().encode(text) : bytesOf(base64) }));
}
async function openFirst() {
const data = carriedData();
let trouble = '';
if (data) {
try {
const sources = await unpackLink(data);
carried.data = carried.share = data;
await openFiles(own(sources));
return;
} catch {
trouble = 'The page inside the link cannot be read: the link was cut short or changed. Ask for it again.';
}
}
const address = new URLSearchParams(location.search).get('src');
if (address) {
try {
await openFiles([await fetchSource(address)]);
return;
} catch (error) {
trouble = `${address}: ${error.message}.`;
}
}
await openFiles(own(JSON.parse(document.getElementById('edition').textContent)));
if (trouble) callWith('bs_complain', [trouble]);
}
async function carry() {
carried.data = carried.share = '';
if (typeof CompressionStream !== 'function') return;
const data = await packLink(openSources());
if (data.length <= kLongestLink) carried.share = data;
}
async function start() {
if (typeof WebAssembly !== 'object' || typeof WebAssembly.compileStreaming !== 'function') {
fail('This browser has no WebAssembly, which the viewer needs. The articles stand below as plain text.',
'此浏览器不支持 WebAssembly，阅读器无法启动。文章以纯文本列在下方。');
return;
}
page.classList.add('starting');
let compiled;
try {
compiled = await compile();
} catch (error) {
fail('The viewer could not be loaded: the file may be damaged or cut short. The articles stand below as plain text.',
'阅读器无法载入，文件可能已损坏。文章以纯文本列在下方。', error);
return;
}
page.classList.add('app');
if (!startCanvas(surface)) {
fail('This browser gives no WebGL2, which the viewer draws with (it may be switched off in the settings). The articles stand below as plain text.',
'此浏览器未提供 WebGL2，阅读器无法绘制（可能在设置中被关闭）。文章以纯文本列在下方。');
return;
}
rememberAll(JSON.parse(document.getElementById('settings').textContent));
try {
await instantiate(compiled, { ...loopAnswers, ...typeAnswers, ...canvasAnswers, ...mirrorAnswers, ...inputAnswers,
...fileAnswers, ...placeAnswers });
if (!program.call.bs_start()) throw new Error('the shaders do not compile');
} catch (error) {
fail('The viewer could not start. The articles stand below as plain text.', '阅读器无法启动。文章以纯文本列在下方。', error);
return;
}
watchSize();
watchContext();
startMirror(document.getElementById('mirror'), () => stir(3));
startFiles();
startInput(surface, document.getElementById('field'));
startPlace();
startPrint();
if (fragment()) callWith('bs_go', [fragment()]);
await openFirst();
opened.after = carry;
startLoop();
page.classList.remove('starting');
if (document.getElementById('program')) navigator.serviceWorker?.register('sw.js').catch(() => {});
}
window.__broadsheet = {
get frames() {
return loop.frames;
},
get atRest() {
return atRest();
},
get memory() {
return program.memory?.buffer.byteLength ?? 0;
},
idle,
contextIsLost,
pageAsText,
};
await start();

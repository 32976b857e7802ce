// Mouse, touch, wheel, keys, text with input methods, clipboard: from DOM events to ImGui's queue.
import { callWith, program, textAt } from './wasm.mjs';
import { drawNow, loop, now, stir } from './loop.mjs';
import { focusedField, followFocus, mirrorHasFocus } from './mirror.mjs';
import { openFiles } from './files.mjs';
import { saveAsPage } from './save.mjs';
import { menuIsOpen, openMenu, startMenu } from './menu.mjs';
import { inWords } from './fail.mjs';

const kTapReach = 8;        // px that a finger may wander and still tap
const kLongPress = 500;     // ms
const kLongest = 100000;    // letters that a field takes at once: a long paragraph
const kLongestFind = 1000;  // the one in which every letter is looked for
const kLinePixels = 40;     // a wheel that counts in lines
const kCursors = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer',
  'wait', 'progress', 'not-allowed'];

let canvas = null;
let field = null;
let composing = false;
let byKey = false;  // was the last thing done by a key?
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
  byKey = false;
  const { clientX: x, clientY: y } = event;
  if (event.pointerType !== 'touch') {
    canvas.setPointerCapture?.(event.pointerId);
    program.call.bs_pointer(x, y, 0);
    // In a field the right button belongs to the menu, and leaves the selection as it is.
    if (event.button <= 2 && !(event.button === 2 && isInField(x, y))) program.call.bs_button([0, 2, 1][event.button], 1);
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
      if (isInField(x, y)) openMenu(x, y);
      else click(x, y, 1, true);
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
    // At once, not in the next frame: a keyboard on the screen opens only within the event.
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

// Keys that the browser must not act on as well, because the program scrolls, finds or closes with them.
function isOurs(event) {
  const command = event.ctrlKey || event.metaKey;
  // Pressed again in our own find, it opens the browser's.
  if (command && event.key.toLowerCase() === 'f' && loop.takesText) return false;
  if (command) return ['f', 'k', 'g', 's', 'z', 'y', 'p', '+', '=', '-', '_', '0'].includes(event.key.toLowerCase()) ||
    (!loop.takesText && ['a', 'A', 'Home', 'End'].includes(event.key));
  if (event.altKey) return false;
  return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Escape', '/',
    "'", 'Backspace', 'F3'].includes(event.key);
}

function keyDown(event) {
  byKey = true;
  // 229: the input method's own. Safari sends the key that ends a composition after its end, marked by nothing else.
  if (event.isComposing || composing || event.keyCode === 229) return;
  const command = event.ctrlKey || event.metaKey;
  const onElement = mirrorHasFocus();
  // Tab walks the mirror's elements, Enter and Space press them: the browser does that better than we could. Only out
  // of a field the program itself must lead.
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
  // Copy, cut and paste come as events of their own, in which alone the clipboard is open.
  if (command && ['c', 'C', 'x', 'X', 'v', 'V'].includes(event.key)) return;
  const inField = event.target === field && loop.takesText;
  const isText = [...event.key].length === 1 && !command && !event.altKey;
  if (isOurs(event) && !(inField && isText)) event.preventDefault();
  key(event.key, event.code, true, modifiers(event));
  if (isText && !inField && loop.takesText) callWith('bs_text', [event.key]);
  // What opens a field opens it now: the letters typed next are for it, however long a frame takes.
  if (!inField && (event.key === '/' || (command && ['f', 'k'].includes(event.key.toLowerCase()))))
    for (let i = 0; i < 4 && !loop.takesText; ++i) drawNow();
  stir(3);
}

function keyUp(event) {
  if (event.key === 'Tab') return;
  key(event.key, event.code, false, modifiers(event));
  stir(1);
}

// No more of a text than the field can hold at ease.
function fitting(text) {
  const most = focusedField()?.dataset.id === 'find.field' ? kLongestFind : kLongest;
  if (text.length <= most) return text;
  callWith('bs_complain', [inWords(`Too long for this field: only the first ${most} characters were taken.`, `文字太长，只取前 ${most} 个字符。`)]);
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

function typed() {
  if (composing || field.value === '') return;
  callWith('bs_text', [fitting(field.value)]);
  field.value = '';
  stir(3);
}

function placeField(wanted, x, y, height) {
  field.style.left = `${Math.max(0, Math.min(x, loop.width - 40))}px`;
  field.style.top = `${y + (height - 24) / 2}px`;
}

function showField() {
  if (loop.takesText) {
    const name = focusedField()?.getAttribute('aria-label');
    if (name && field.getAttribute('aria-label') !== name) field.setAttribute('aria-label', name);
    if (field.hidden) field.hidden = false;
    if (document.activeElement !== field && !menuIsOpen()) field.focus({ preventScroll: true });
  } else if (!field.hidden) {
    const had = document.activeElement === field;
    field.hidden = true;
    field.value = '';
    composing = false;  // no engine has to say that a composition ended in a field that went
    field.classList.remove('composing');
    if (had) {
      field.blur();
      if (byKey) followFocus();
    }
  }
}

// Ctrl and the letter, all in this event.
function press(letter) {
  key(letter, `Key${letter.toUpperCase()}`, true, 1);
  drawNow();
  key(letter, `Key${letter.toUpperCase()}`, false, 0);
  for (let i = 0; i < 3; ++i) drawNow();
  stir();
}

// Runs the key through the program inside the clipboard event, so that what it copies can be put into the event.
function clipboardKey(event, letter) {
  if (document.getSelection()?.toString()) return;
  copying = event;
  press(letter);
  copying = null;
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
  else if (loop.takesText) takeIn(text);
  else if (text) openFiles([{ name: 'pasted.txt', bytes: new TextEncoder().encode(text) }]);
  stir(3);
}

// --- The menu of the field that is being typed in. ---

function isInField(x, y) {
  const box = focusedField()?.getBoundingClientRect();
  return loop.takesText && box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

function takeIn(text) {
  // ImGui takes no letters while Ctrl is down: it pastes by its own key.
  callWith('bs_clipboard', [fitting(text.replace(/[\r\n]+/g, ' '))]);
  key('v', 'KeyV', true, 1);
  key('v', 'KeyV', false, 0);
  stir(3);
}

async function actInField(what) {
  if (what !== 'paste') {
    press({ cut: 'x', copy: 'c', all: 'a' }[what]);
    return;
  }
  let text = '';
  try {
    text = await navigator.clipboard.readText();
  } catch {
    callWith('bs_complain', [inWords('The browser keeps the clipboard closed to menus: press Ctrl+V.', '浏览器不许菜单读取剪贴板：请按 Ctrl+V。')]);
    stir(3);
    return;
  }
  if (loop.takesText) takeIn(text);
}

export function startInput(onCanvas, textField) {
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
  const asked = (event) => {
    event.preventDefault();
    if (menuIsOpen()) return;
    if (event.target === field || isInField(event.clientX, event.clientY)) openMenu(event.clientX, event.clientY);
  };
  canvas.addEventListener('contextmenu', asked);
  field.addEventListener('contextmenu', asked);
  startMenu(actInField);
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

export const inputAnswers = {
  js_ime: placeField,
  js_copy: copy,
  js_cursor: (shape) => {
    const cursor = shape < 0 ? 'none' : (kCursors[shape] ?? 'default');
    if (canvas && canvas.style.cursor !== cursor) canvas.style.cursor = cursor;
  },
};

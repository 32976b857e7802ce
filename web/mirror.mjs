// The DOM mirror: real elements for what the canvas shows, laid where it shows them. They are transparent and let the
// pointer through; a screen reader, the keyboard, find-in-page and the tests work on them.
import { callWith, memory8, program } from './wasm.mjs';

// In the order of view::Role: element, ARIA role where the element has not got it by itself.
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

export function startMirror(element, onAction) {
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
  // The browser's own find brings what it found into view by scrolling the mirror: the picture follows.
  root.addEventListener('scroll', ({ target }) => {
    const down = target.scrollTop;
    target.scrollTop = target.scrollLeft = 0;
    // A box of the mirror is scrolled until what was found stands at its very top.
    if (down) program.call.bs_scroll(0, target === root ? down : down - innerHeight * 0.35);
    afterAction();
  }, true);
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection();
    const found = selection.isCollapsed ? null : selection.anchorNode?.parentElement;
    if (!found || !root.contains(found)) return;
    const { top } = selection.getRangeAt(0).getBoundingClientRect();
    if (top > 0 && top < innerHeight) return;
    program.call.bs_scroll(0, top - innerHeight * 0.35);
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

export function mirrorHasFocus() {
  return root !== null && root.contains(document.activeElement);
}

export const focusedField = () => root?.querySelector('[data-field][data-focused]');

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

// Makes the DOM say what the program said last; touches only what differs.
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
  if (focused && document.activeElement !== focused && document.activeElement?.tagName !== 'TEXTAREA') focusOn(focused);
}

function focusOn(element) {
  settingFocus = true;
  element.focus({ preventScroll: true });
  settingFocus = false;
}

// Gives the browser's focus, once the text area has let go of it, to what the program's focus is on already.
export function followFocus() {
  const focused = root.querySelector('[data-focused]:not([data-field])');
  if (focused) focusOn(focused);
}

function trimTail({ element, next }) {
  while (next) {
    const following = next.nextSibling;
    if (next.nodeType === 1 || element === root) next.remove();
    next = following;
  }
}

export const mirrorAnswers = { js_mirror: update };

// The menu of a field (right button, long press, menu key): cut, copy, paste, select all, as elements over the canvas.
import { inWords } from './fail.mjs';

const kItems = [['cut', 'Cut', '剪切'], ['copy', 'Copy', '复制'], ['paste', 'Paste', '粘贴'], ['all', 'Select all', '全选']];

let menu = null;
let cameFrom = null;

export const menuIsOpen = () => menu !== null && !menu.hidden;

export function closeMenu() {
  if (!menuIsOpen()) return;
  menu.hidden = true;
  cameFrom?.focus({ preventScroll: true });
}

export function openMenu(x, y) {
  menu.setAttribute('aria-label', inWords('Editing', '编辑'));
  kItems.forEach(([, ...words], i) => {
    menu.children[i].textContent = inWords(...words);
  });
  cameFrom = document.activeElement;
  menu.hidden = false;
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(x, innerWidth - width - 4))}px`;
  menu.style.top = `${Math.max(4, Math.min(y, innerHeight - height - 4))}px`;
  menu.firstChild.focus({ preventScroll: true });
}

// `act` gets 'cut', 'copy', 'paste' or 'all', inside the event.
export function startMenu(act) {
  menu = document.createElement('div');
  menu.id = 'menu';
  menu.hidden = true;
  menu.setAttribute('role', 'menu');
  for (const [what] of kItems) {
    const item = document.createElement('button');
    item.type = 'button';
    item.dataset.act = what;
    item.setAttribute('role', 'menuitem');
    item.addEventListener('click', () => {
      closeMenu();
      act(what);
    });
    menu.append(item);
  }
  menu.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const items = [...menu.children];
    const at = items.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: items.length - 1 }[event.key];
    if (step) items[(at + step) % items.length].focus();
    else if (event.key === 'Escape' || event.key === 'Tab') closeMenu();
    else return;
    event.preventDefault();
  });
  document.getElementById('field').parentElement.append(menu);
  window.addEventListener('pointerdown', (event) => menuIsOpen() && !menu.contains(event.target) && closeMenu(), true);
}

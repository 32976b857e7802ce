// Where the reader is and what the browser prefers: address, history, title, media queries.
import { answerWith, callWith, program, textAt } from './wasm.mjs';
import { during, stir } from './loop.mjs';
import { inWords } from './fail.mjs';

// A page that travels in the link ('z=…') stays in front of the place in it. `edition` is the id of what the reader has
// opened, '' while it is the page's own or the link's: it stands in the history's state ('own' for the page's own), so that
// Back and a reload come to the same one. `share`: what a link needs to carry ('' nothing, null more than it can). `bare`:
// what was corrected is not in it. `still`: the address is left as it is.
export const carried = { data: '', share: '', bare: false, edition: '', still: false };

// The place as it stands in the address: the program escapes and unescapes what it puts there.
export function fragment() {
  const whole = location.hash.slice(1);
  if (!whole.startsWith('z=')) return whole;
  const end = whole.indexOf('/');
  return end < 0 ? '' : whole.slice(end);
}

export function carriedData() {
  const whole = location.hash.slice(1);
  return whole.startsWith('z=') ? whole.slice(2).split('/')[0] : '';
}

function setAddress(at, length, push) {
  const wanted = (carried.data ? `z=${carried.data}` : '') + textAt(at, length);
  if (wanted === location.hash.slice(1)) return;
  writeAddress(wanted ? `#${wanted}` : location.pathname + location.search, push);
}

function writeAddress(url, push) {
  if (carried.still) return;
  const state = carried.data ? null : { edition: carried.edition || 'own' };
  try {
    if (push) history.pushState(state, '', url);
    else history.replaceState(state, '', url);
  } catch {
    // Too many steps in a short time, or a sandbox: the address stays behind, nothing else does.
  }
}

// Another edition is open: the address no longer carries the one before.
export function addressOfNewEdition() {
  const place = fragment();
  writeAddress(place ? `#${place}` : location.pathname + location.search, false);
}

export const editionOfHistory = () => history.state?.edition ?? '';

// What the reader opened or corrected can be sent on only inside the link.
function tooLongToShare() {
  if (carried.bare) {
    callWith('bs_complain', [inWords('The corrections do not fit into a link: it opens the page without them. Send the saved page or the exported log.',
      '链接里放不下订正：打开的是未订正的版面。请发送存好的网页或导出的订正记录。')]);
  }
  if (carried.share !== null) return false;
  callWith('bs_complain', [inWords(
    'This edition is too long to travel in a link (messengers cut links at some 16,000 characters). “Save as web page” (Ctrl+S) and send the file.',
    '这份版面太长，放不进链接（聊天软件会截断一万六千字符以上的链接）。请“存为网页”（Ctrl+S），把文件发出去。')]);
  return true;
}

const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)',
  '(pointer: coarse)'];

// `before` puts the edition of this step in the history on the screen, where it is another one.
export function startPlace(before) {
  let moves = Promise.resolve();
  const moved = () => {
    moves = moves.then(() => during(async () => {
      await before();
      callWith('bs_go', [fragment()]);
      stir(3);
    }));
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

export const placeAnswers = {
  js_set_title: (at, length) => {
    document.title = textAt(at, length);
  },
  js_set_address: setAddress,
  js_link_to: (at, length) => (tooLongToShare() ? 0 : answerWith(`${location.href.split('#')[0]}#${carried.share ? `z=${carried.share}` : ''}${textAt(at, length)}`)),
  js_preferences: () => queries.reduce((bits, query, i) => bits | (matchMedia(query).matches ? 1 << i : 0), 0),
  js_language: () => answerWith(navigator.language || 'en'),
};

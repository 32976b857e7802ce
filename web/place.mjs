// Where the reader is and what the browser prefers: address, history, title, media queries.
import { answerWith, callWith, program, textAt } from './wasm.mjs';
import { stir } from './loop.mjs';

// A page that travels in the link ('z=…') stays in front of the place in it.
export const carried = { data: '', share: '' };

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
  const url = wanted ? `#${wanted}` : location.pathname + location.search;
  try {
    if (push) history.pushState(null, '', url);
    else history.replaceState(null, '', url);
  } catch {
    // Too many steps in a short time, or a sandbox: the address stays behind, nothing else does.
  }
}

const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)',
  '(pointer: coarse)'];

export function startPlace() {
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

export const placeAnswers = {
  js_set_title: (at, length) => {
    document.title = textAt(at, length);
  },
  js_set_address: setAddress,
  js_link_to: (at, length) => answerWith(`${location.href.split('#')[0]}#${carried.share ? `z=${carried.share}` : ''}${textAt(at, length)}`),
  js_preferences: () => queries.reduce((bits, query, i) => bits | (matchMedia(query).matches ? 1 << i : 0), 0),
  js_language: () => answerWith(navigator.language || 'en'),
};

// Printing: the browser prints elements, not the canvas. The open article goes into them, or the whole edition.
import { resultOf } from './wasm.mjs';
import { fragment } from './place.mjs';
import { kForms } from './forms.mjs';

export function lay(whole = false) {
  const [, kind, id] = fragment().split('/');
  const html = (!whole && kind === 'a' && resultOf('bs_article_html', [id])) || resultOf('bs_export', [], kForms.htmlArticles);
  document.getElementById('plain').innerHTML = html;
}

export function startPrint() {
  window.addEventListener('beforeprint', () => lay());
}

export const printAnswers = {
  js_print: () => {
    lay();
    window.print();
  },
};

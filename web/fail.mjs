// Failing well: a sentence that says what happened and what still works, over the articles as plain elements.
import { program } from './wasm.mjs';

export const chinese = /^zh/i.test(globalThis.navigator?.language ?? '');
export const inWords = (english, hanzi) => (chinese ? hanzi : english);

export function fail(english, hanzi, error) {
  if (error) console.error(error);
  document.documentElement.classList.remove('starting', 'elsewhere', 'app');
  const notice = document.getElementById('notice');
  notice.textContent = inWords(english, hanzi);
  notice.hidden = false;
}

export function hasWebAssembly() {
  if (typeof WebAssembly === 'object' && typeof WebAssembly.compileStreaming === 'function') return true;
  fail('This browser has no WebAssembly, which the viewer needs. The articles stand below as plain text.',
    '此浏览器不支持 WebAssembly，阅读器无法启动。文章以纯文本列在下方。');
  return false;
}

export function failDamaged(error) {
  fail('The viewer could not be loaded: the file may be damaged or cut short. The articles stand below as plain text.',
    '阅读器无法载入，文件可能已损坏。文章以纯文本列在下方。', error);
}

// The plain elements hold these files as they came, where they held another edition.
export function showPlainly(files) {
  if (!files?.length) return;
  const plain = document.getElementById('plain');
  plain.replaceChildren(plain.querySelector('h1'));
  for (const { name, bytes } of files) {
    const article = document.createElement('article');
    const head = document.createElement('h2');
    const text = document.createElement('pre');
    head.textContent = name;
    text.textContent = new TextDecoder().decode(bytes);
    article.append(head, text);
    plain.append(article);
  }
}

// Calls `stopped` once when the program ends itself: out of memory, or an error of its own. Afterwards it is asked
// nothing more.
export function watchProgram(stopped) {
  program.ended = (error) => {
    program.ended = () => {};
    program.stopped = true;
    program.call = new Proxy({}, { get: () => () => 0 });
    fail('The viewer has run out of memory or met an error of its own, and has stopped. What was open stands below as plain text; reloading the page starts the viewer again.',
      '阅读器内存不足或自身出错，已停止。打开的内容以纯文本列在下方；重新载入页面可再次启动阅读器。', error);
    stopped();
  };
}

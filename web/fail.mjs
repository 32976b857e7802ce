// Failing well: a sentence that says what happened and what still works, over the articles as plain elements.
import { program } from './wasm.mjs';

// `chosen()`: the language that the reader chose, '' where none (memory.mjs knows).
export const speech = { chosen: () => '' };
export const inWords = (english, hanzi) => (/^zh/i.test(speech.chosen() || globalThis.navigator?.language) ? hanzi : english);

export function fail(english, hanzi, error) {
  if (error) console.error(error);
  document.documentElement.classList.remove('starting', 'elsewhere', 'app');
  const notice = document.getElementById('notice');
  notice.textContent = inWords(english, hanzi);
  notice.hidden = false;
}

// Something takes long: a sentence with a button. Returns what takes it away.
export function offerCancel(english, hanzi, cancel) {
  const notice = document.getElementById('notice');
  const button = document.createElement('button');
  notice.textContent = `${inWords(english, hanzi)} `;
  button.textContent = inWords('Cancel', '取消');
  button.addEventListener('click', cancel);
  notice.append(button);
  notice.hidden = false;
  button.focus();
  return () => {
    notice.hidden = true;
  };
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

// As src/text/encoding does: by its mark, as UTF-8 where it is that, else as GB18030.
function decoded(bytes) {
  const mark = { 0xfffe: 'utf-16le', 0xfeff: 'utf-16be' }[bytes[0] << 8 | bytes[1]];
  try {
    return new TextDecoder(mark ?? 'utf-8', { fatal: !mark }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
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
    text.textContent = decoded(bytes);
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

// Pages that travel in a link, and pages fetched by address.
//
//     …/#z=DATA/a/k3v9q2xw     DATA: the dumps, as JSON, deflated, base64url; what follows is the place in them. What was corrected
//                              stands behind them as a file without a name; alone, it is about the edition inside the page
//     …/?src=https://…         a dump or edition from a server that allows it
import { inWords, offerCancel } from './fail.mjs';
import { program, resultOf } from './wasm.mjs';

const kLongestLink = 16000;  // characters; common messengers cut or refuse longer ones
const kMostText = 1 << 20;  // characters of dumps: no more than these become so short
const kMostUnpacked = 16 << 20;  // bytes: more than a link of that length can hold, less than fills the memory
const kFetchPatience = 60000;  // ms
const kFetchHush = 2000;  // ms until the reader is asked whether to wait

// The dumps of the open edition as they can be opened again.
export function openSources() {
  const sources = [];
  for (let i = 0; i < program.call.bs_sources(); ++i)
    sources.push({ name: resultOf('bs_source_name', [], i), text: resultOf('bs_source_text', [], i) });
  return sources;
}

async function through(bytes, stream, most = Infinity) {
  const count = new TransformStream({
    transform(part, on) {
      most -= part.length;
      if (most < 0) throw new Error('too large');
      on.enqueue(part);
    },
  });
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream).pipeThrough(count)).arrayBuffer());
}

export function base64Of(bytes) {
  let raw = '';
  for (let i = 0; i < bytes.length; i += 32768) raw += String.fromCharCode(...bytes.subarray(i, i + 32768));
  return btoa(raw);
}

// null where it is too long to be sent.
export async function packLink(sources) {
  if (typeof CompressionStream !== 'function' || sources.reduce((sum, { text }) => sum + text.length, 0) > kMostText) return null;
  const bytes = new TextEncoder().encode(JSON.stringify(sources.map(({ name, text }) => [name, text])));
  const packed = await through(bytes, new CompressionStream('deflate-raw'));
  const data = base64Of(packed).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return data.length <= kLongestLink ? data : null;
}

export async function unpackLink(data) {
  const raw = atob(data.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = await through(Uint8Array.from(raw, (letter) => letter.charCodeAt(0)), new DecompressionStream('deflate-raw'), kMostUnpacked);
  return JSON.parse(new TextDecoder().decode(bytes)).map(([name, text]) => ({ name: String(name), text: String(text) }));
}

// What the file at an address is called. Servers in China escape GBK too, which is no UTF-8: then as it is.
export function nameBehind(url) {
  const name = url.pathname.split('/').pop() || url.host;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const doItByHand = () => inWords('. Download the page and drop it on this window', '。请下载该版面，再拖到本窗口');

// The dump at `address`, or an error that says what a person can do.
export async function fetchSource(address) {
  if (location.protocol === 'file:')
    throw new Error(inWords('a file opened from disk fetches nothing', '从磁盘打开的文件不读取网络') + doItByHand());
  let url, response, bytes, given;
  const stop = new AbortController();
  const give = (why) => {
    given = why;
    stop.abort();
  };
  const late = setTimeout(() => give(inWords(`the server has not sent it within ${kFetchPatience / 1000} s`,
    `服务器 ${kFetchPatience / 1000} 秒内未送达`) + doItByHand()), kFetchPatience);
  let taken = () => {};
  const asked = setTimeout(() => {
    taken = offerCancel(`${address}: waiting for the server.`, `${address}：正在等待服务器。`,
      () => give(inWords('you did not wait for it', '已取消读取')));
  }, kFetchHush);
  try {
    url = new URL(address, document.baseURI);
    response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: stop.signal });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new Error(given ?? inWords('the server cannot be reached or does not allow other sites to read it (CORS)',
      '无法连接服务器，或它不允许其他网站读取（CORS）') + doItByHand());
  } finally {
    clearTimeout(late);
    clearTimeout(asked);
    taken();
  }
  if (!response.ok) throw new Error(inWords(`the server answers ${response.status}. Check the address`, `服务器返回 ${response.status}，请核对地址`));
  return { name: nameBehind(url), bytes };
}

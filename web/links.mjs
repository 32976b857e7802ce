// Pages that travel in a link, and pages fetched by address.
//
//     …/#z=DATA/a/k3v9q2xw     DATA: the dumps, as JSON, deflated, base64url; what follows is the place in them
//     …/?src=https://…         a dump or edition from a server that allows it
import { program, resultOf } from './wasm.mjs';

export const kLongestLink = 16000;  // characters; common messengers cut or refuse longer ones
const kMostUnpacked = 16 << 20;  // bytes: more than a link of that length can hold, less than fills the memory
const kFetchPatience = 60000;  // ms

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

export async function packLink(sources) {
  const bytes = new TextEncoder().encode(JSON.stringify(sources.map(({ name, text }) => [name, text])));
  const packed = await through(bytes, new CompressionStream('deflate-raw'));
  return base64Of(packed).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
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

// The dump at `address`, or an error that says what a person can do.
export async function fetchSource(address) {
  if (location.protocol === 'file:')
    throw new Error('a file opened from disk fetches nothing. Download the page and drop it on this window');
  let url, response, bytes;
  try {
    url = new URL(address, document.baseURI);
    response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout?.(kFetchPatience) });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new Error('the server cannot be reached or does not allow other sites to read it (CORS). Download the page and drop it on this window');
  }
  if (!response.ok) throw new Error(`the server answers ${response.status}. Check the address`);
  return { name: nameBehind(url), bytes };
}

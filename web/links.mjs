// Pages that travel in a link, and pages fetched by address.
//
//     …/#z=DATA/a/k3v9q2xw     DATA: the dumps, as JSON, deflated, base64url; what follows is the place in them
//     …/?src=https://…         a dump or edition from a server that allows it
import { program, resultOf } from './wasm.mjs';

export const kLongestLink = 16000;  // characters; common messengers cut or refuse longer ones

// The dumps of the open edition as they can be opened again.
export function openSources() {
  const sources = [];
  for (let i = 0; i < program.call.bs_sources(); ++i)
    sources.push({ name: resultOf('bs_source_name', [], i), text: resultOf('bs_source_text', [], i) });
  return sources;
}

async function through(bytes, stream) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
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
  const bytes = await through(Uint8Array.from(raw, (letter) => letter.charCodeAt(0)), new DecompressionStream('deflate-raw'));
  return JSON.parse(new TextDecoder().decode(bytes)).map(([name, text]) => ({ name: String(name), text: String(text) }));
}

// The dump at `address`, or an error that says what a person can do.
export async function fetchSource(address) {
  const url = new URL(address, document.baseURI);
  if (location.protocol === 'file:')
    throw new Error('a file opened from disk fetches nothing. Download the page and drop it on this window');
  let response;
  try {
    response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch {
    throw new Error('the server cannot be reached or does not allow other sites to read it (CORS). Download the page and drop it on this window');
  }
  if (!response.ok) throw new Error(`the server answers ${response.status}. Check the address`);
  return { name: decodeURIComponent(url.pathname.split('/').pop() || url.host), bytes: new Uint8Array(await response.arrayBuffer()) };
}

// The first script of the one file. It leaves the plain articles on the screen, unpacks the program and the script packed with it
// (main.mjs and what that uses), and runs the latter, which finds the parts at its own element.
import { fail, failDamaged, hasWebAssembly } from './fail.mjs';
import { contextOf } from './context.mjs';
import { beginStarting } from './elsewhere.mjs';
import { parted } from './parts.mjs';

const kUnpacker = '@UNPACKER@';  // src/browser/unpack as base64: the packer puts it here

async function unpacked() {
  const { instance } = await WebAssembly.instantiate(Uint8Array.from(atob(kUnpacker), (letter) => letter.charCodeAt(0)));
  const { memory, room, unpack, size } = instance.exports;
  const text = new TextEncoder().encode(document.getElementById('wasm').textContent);
  const to = room(text.length);
  if (!to) throw new Error('out of memory');
  new Uint8Array(memory.buffer).set(text, to);
  const at = unpack();
  if (!at) throw new Error('cut short or damaged');
  return new Uint8Array(memory.buffer, at, size());
}

if (hasWebAssembly()) {
  await beginStarting();
  contextOf(document.getElementById('canvas'))?.flush();
  try {
    const parts = parted(await unpacked());
    const main = document.createElement('script');
    main.type = 'module';
    main.id = 'main';
    main.parts = parts;
    main.textContent = new TextDecoder().decode(parts.script);
    document.head.append(main);
  } catch (error) {
    failDamaged(error);
  }
}

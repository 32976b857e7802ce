// Packs the product: node web/pack.mjs --wasm FILE --unpacker FILE --tables FILE,FILE --binaryen FOLDER --terser FILE --out FOLDER
//
// FOLDER/broadsheet.html is the one file: program, default edition and the same edition as plain HTML. FOLDER/site is
// the same for a static host, with the program beside the page. The same inputs give the same bytes (with the same
// xz and terser: always run it with those beside the WebAssembly tool chain).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { apart } from './apart.mjs';
import { asData, descriptionOf, documentOf, policyOf } from './document.mjs';
import { kForms } from './forms.mjs';
import { gb18030Answers } from './gb18030.mjs';
import { lettersOf } from './letters.mjs';
import { layParser } from './parser.mjs';
import { joined } from './parts.mjs';
import { bare, splitParser } from './split.mjs';
import { callWith, instantiate, resultOf } from './wasm.mjs';

const web = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { wasm: { type: 'string' }, unpacker: { type: 'string' }, tables: { type: 'string' }, binaryen: { type: 'string' }, terser: { type: 'string' }, out: { type: 'string' } },
});
const { minify } = createRequire(import.meta.url)(resolve(options.terser));

// One script of all modules reachable from `entry`: each in its place before those that use it, imports and exports
// dropped. Top-level names must therefore be different everywhere; a clash is an error here.
function bundle(entry) {
  const done = new Map();
  const names = new Map();
  const visit = (file) => {
    if (done.has(file)) return;
    done.set(file, '');
    let text = readFileSync(join(web, file), 'utf8');
    for (const [, inner] of text.matchAll(/^import [^;]*? from '\.\/([\w.]+)';$/gms)) visit(inner);
    for (const [, name] of text.matchAll(/^(?:export )?(?:async )?(?:const|let|function|class) (\w+)/gm)) {
      if (names.has(name)) throw new Error(`${file} and ${names.get(name)} both declare ${name}`);
      names.set(name, file);
    }
    text = text.replace(/^import [^;]*? from '\.\/[\w.]+';\n/gms, '').replace(/^export /gm, '');
    done.delete(file);
    done.set(file, text);
  };
  visit(entry);
  return [...done.values()].join('');
}

// Names shortened, blanks and comments dropped: half the bytes.
async function small(text) {
  const { code } = await minify(text, {
    module: true, ecma: 2022, compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false },
    mangle: true, format: { comments: false },
  });
  return code;
}

const smallStyle = (text) => text.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ').replace(/ ?([{};,>]) ?/g, '$1')
  .replace(/: /g, ':').replace(/;}/g, '}').trim();

const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const script = await small(bundle('main.mjs'));
const unpacker = bare(readFileSync(options.unpacker));
const starter = await small(bundle('start.mjs').replace('@UNPACKER@', unpacker.toString('base64')));
for (const text of [script, starter]) if (/<\/script|<!--/i.test(text)) throw new Error('an end tag inside the script would end it');
const style = smallStyle(readFileSync(join(web, 'style.css'), 'utf8'));
const wasm = bare(readFileSync(options.wasm));

const tables = Buffer.concat(options.tables.split(',').map((file) => readFileSync(file)));

const edition = readdirSync(join(web, 'edition')).filter((name) => name.endsWith('.txt')).sort()
  .reverse()  // page-zh before page-en
  .map((name) => ({ name, text: readFileSync(join(web, 'edition', name), 'utf8') }));

// LZMA, its size set in the header (xz leaves it open).
const whole = joined(wasm, new Uint8Array(0), tables, Buffer.from(asData(edition)), Buffer.from(script));
const toPack = apart(wasm, whole.subarray(wasm.length));
const packed = execFileSync('xz', ['--format=lzma', '--lzma1=preset=9e,lc=1,lp=0,pb=0', '--stdout', '--threads=1'],
  { input: toPack, maxBuffer: 1 << 28 });
packed.writeUInt32LE(toPack.length, 5);
packed.writeUInt32LE(0, 9);
const letters = lettersOf(packed);
{
  const { memory, room, unpack, size } = (await WebAssembly.instantiate(unpacker)).instance.exports;
  const text = Buffer.from(letters);
  const to = room(text.length);
  new Uint8Array(memory.buffer).set(text, to);
  const at = unpack();
  if (!at || Buffer.compare(new Uint8Array(memory.buffer, at, size()), whole) !== 0) throw new Error('the program does not unpack to what was packed');
}

await instantiate(await WebAssembly.compile(wasm), gb18030Answers);
await layParser(null, tables);
for (const { name, text } of edition) callWith('bs_convert_page', [name, text]);
const parsed = JSON.parse(resultOf('bs_convert', [], kForms.json, 0));
const title = [parsed.title, parsed.date].filter(Boolean).join(' ') || 'Broadsheet';
const parsedWhole = JSON.parse(resultOf('bs_convert', [], kForms.whole, 0));
const plain = resultOf('bs_convert', [], kForms.htmlArticles, 1);

const icon = encodeURIComponent(readFileSync(join(web, 'icon.svg'), 'utf8').trim());
const parts = {
  language: 'zh-Hans', title, description: descriptionOf(parsed), style, icon, edition: '', plain,
};

mkdirSync(join(options.out, 'site'), { recursive: true });
const one = documentOf({
  ...parts, script: starter, wasm: letters,
  policy: policyOf({ scriptHashes: [starter, script].map(hashOf), styleHash: hashOf(style), connect: "'none'" }),
});
writeFileSync(join(options.out, 'broadsheet.html'), one);

// The site: what the page refers to carries its hash in the address, so that a cached part never meets another version.
const folder = join(options.out, 'site');
const integrityOf = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
const versionOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 12);
const hosted = new Map();
const lay = (name, bytes) => {
  writeFileSync(join(folder, name), bytes);
  const url = `${name}?v=${versionOf(bytes)}`;
  hosted.set(url, integrityOf(bytes));
  return url;
};
const iconUrl = lay('icon.svg', readFileSync(join(web, 'icon.svg')));
const halves = splitParser(options.wasm, (name) => join(options.binaryen, name));
const wasmUrl = lay('broadsheet.wasm', halves.program);
const parserUrl = lay('parser.wasm', halves.parser);
const tablesUrl = lay('tables.bin', tables);
const scriptUrl = lay('broadsheet.js', script);
const styleUrl = lay('broadsheet.css', style);
const manifestUrl = lay('manifest.webmanifest', `${JSON.stringify({
  name: 'Broadsheet', short_name: 'Broadsheet', start_url: './', scope: './', display: 'standalone',
  background_color: '#fbf9f4', theme_color: '#fbf9f4',
  icons: [{ src: iconUrl, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
}, null, 1)}\n`);
const siteParts = {
  ...parts, style: '', edition: asData([{ name: 'edition.json', parsed: parsedWhole }]),
  head: `<link rel="stylesheet" href="${styleUrl}">
<link rel="manifest" href="${manifestUrl}">
<link rel="preload" id="program" href="${wasmUrl}" as="fetch" type="application/wasm" crossorigin>
<link id="parser" rel="alternate" type="application/wasm" href="${parserUrl}">
<link id="tables" rel="alternate" type="application/octet-stream" href="${tablesUrl}">
<script type="module" src="${scriptUrl}"></script>
`,
  policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' https:; manifest-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'",
};
// The worker and the page know by the version whether they belong together.
const version = versionOf(documentOf(siteParts));
const site = documentOf({ ...siteParts, version }).replace('<style id="style"></style>\n', '');
writeFileSync(join(folder, 'index.html'), site);
hosted.set('./', integrityOf(site));
const worker = readFileSync(join(web, 'sw.js'), 'utf8')
  .replace("'@VERSION@'", `'${version}'`)
  .replace("'@FILES@'", JSON.stringify(Object.fromEntries(hosted)));
writeFileSync(join(folder, 'sw.js'), await small(worker));

const size = Buffer.byteLength(one);
console.log(`broadsheet.html ${size} bytes, of them program, tables, edition and script ${packed.length} as LZMA, the first script ${starter.length}; on the site ${brotliCompressSync(halves.program).length} over Brotli, its parser ${brotliCompressSync(halves.parser).length}`);
if (size > 700000) throw new Error('broadsheet.html is larger than 700 KB');

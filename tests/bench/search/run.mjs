// The search of src/search beside its peers, in one run, over some 40 MB of articles: natively, as WebAssembly in node and in
// Chromium.
//
//     npm ci && node run.mjs [FOLDER] [--mb 40] [--out FILE.json] [--no-chromium]
//
// FOLDER holds *.jsonl, an article a line: {"heads": […], "paragraphs": […], "byline"?: […]}; by default ../shared/corpus beside
// the repository. It is repeated with changed numbers until it is that long. Native: build/native/search_bench; as
// WebAssembly: build/web/search_bench.js where that was built (`.ci/web cmake --build --preset web --target search_bench`), with
// the flags of the product. Chromium needs the packages of tests/browser (`npm ci` there).
// Everybody searches the same folded text, so that the table says what the engines do and not what folding does.
// A time is the best of three runs of one query, for everybody; p50 and p99 are over the queries. Seed: 20310504.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import FlexSearch from 'flexsearch';
import sqlite from 'node-sqlite3-wasm';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const args = process.argv.slice(2);
const option = (name, fallback) => {
  const at = args.indexOf(name);
  return at < 0 ? fallback : args.splice(at, 2)[1];
};
const megabytes = Number(option('--mb', 40));
const outFile = option('--out', '');
const filesOnly = option('--files', '');  // write ARTICLES and QUERIES there and stop: for a profiler
const flag = name => args.includes(name) && args.splice(args.indexOf(name), 1).length > 0;
const chromiumToo = !flag('--no-chromium');
const rounds = 3;
const folder = args[0] ?? path.join(root, '../shared/corpus');
if (!fs.existsSync(folder)) {
  console.log(`SKIPPED: the search benchmark needs a folder of articles; ${folder} is not there.`);
  process.exit(0);
}

let seed = 20310504;
const random = () => {  // mulberry32
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = n => Math.floor(random() * n);

// The articles.
const real = [];
for (const name of fs.readdirSync(folder).filter(n => n.endsWith('.jsonl')).sort().reverse())
  for (const line of fs.readFileSync(path.join(folder, name), 'utf8').split('\n'))
    if (line) {
      const a = JSON.parse(line);
      const flat = s => s.replace(/\s+/g, ' ');
      real.push({ head: flat((a.heads ?? [a.headline ?? '']).join(' ')), by: (a.byline ?? []).map(b => flat(b.name ?? b)),
                  body: (a.paragraphs ?? []).map(flat) });
    }
const temporary = filesOnly || fs.mkdtempSync(path.join(os.tmpdir(), 'search-bench-'));
const articlesFile = path.join(temporary, 'articles'), queriesFile = path.join(temporary, 'queries'), foldedFile = path.join(temporary, 'folded');
{
  let bytes = 0, lap = 0;
  const lines = [];
  while (bytes < megabytes * 1e6) {
    for (const a of real) {
      if (bytes >= megabytes * 1e6) break;
      const change = s => lap === 0 ? s : s.replace(/[0-9]/g, d => (Number(d) + lap) % 10);
      for (const [mark, text] of [['H', a.head], ...a.by.map(b => ['B', b]), ...a.body.map(p => ['P', p])]) {
        const line = change(text);
        lines.push(mark + line);
        bytes += Buffer.byteLength(line);
      }
    }
    ++lap;
  }
  fs.writeFileSync(articlesFile, lines.join('\n') + '\n');
}

const native = path.join(root, 'build/native/search_bench'), web = path.join(root, 'build/web/search_bench.js');
fs.writeFileSync(queriesFile, '');
execFileSync(native, [articlesFile, queriesFile, foldedFile]);
const folded = fs.readFileSync(foldedFile).toString('utf16le').split('\n');
folded.pop();
const one = folded.join('\n');

// The queries: hanzi cut from the text, and strings of hanzi of the text that do not stand in it.
const hanzi = /^[\u4e00-\u9fff]+$/;
const counts = [];
for (const length of [1, 2, 4, 8])
  for (let n = 0; n < 125;) {
    const at = below(one.length - length), q = one.slice(at, at + length);
    if (hanzi.test(q)) counts.push({ q, length }), ++n;
  }
for (let n = 0; n < 100;) {
  let q = '';
  while (q.length < 2 + (n % 7)) {
    const c = one[below(one.length)];
    if (hanzi.test(c)) q += c;
  }
  if (!one.includes(q)) counts.push({ q, length: 0 }), ++n;
}
// What readers remember: a head, half a sentence, two pieces of one sentence.
const known = [];
for (let n = 0; n < 600;) {
  const which = below(real.length), a = real[which];
  if (n % 3 === 0) {
    if (a.head.length < 6) continue;
    known.push([which, a.head.replace(/["()“”（）「」『』]/g, ' ').replace(/(^|\s)[-－]+/g, ' ')]);
  } else {
    const runs = a.body.flatMap(p => p.split(/[^\u4e00-\u9fffA-Za-z ]+/)).filter(s => s.length >= (/[a-z]/.test(s) ? 30 : 10));
    if (runs.length === 0) continue;
    const run = runs[below(runs.length)], latin = /[a-z]/.test(run);
    const size = latin ? 24 : 8;
    let piece = run.slice(below(run.length - size + 1));
    piece = latin ? piece.replace(/^\S*\s/, '').slice(0, size).replace(/\s\S*$/, '') : piece.slice(0, size);
    if (piece.trim().length < 4) continue;
    known.push([which, n % 3 === 1 ? piece : latin ? piece : piece.slice(0, 3) + ' ' + piece.slice(5)]);
  }
  ++n;
}
const finds = counts.filter((_, i) => i % 2 === 0).map(c => c.q);
fs.writeFileSync(queriesFile, [...counts.map(c => 'C' + c.q), ...finds.map(q => 'F' + q), ...known.map(([a, q]) => `R${a}\t${q}`)].join('\n') + '\n');

if (filesOnly) process.exit(0);
const rank = (values, part) => values.length ? [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(part * values.length))] : 0;
const timed = work => {
  let best = Infinity, result;
  for (let i = 0; i < rounds; ++i) {
    const from = performance.now();
    result = work();
    best = Math.min(best, performance.now() - from);
  }
  return [result, best];
};

// The truth, and the first peer: indexOf over one string, places counted.
const starts = [];
for (let at = 0, i = 0; i < folded.length; at += folded[i++].length + 1) starts.push(at);
const truth = [], loopTimes = [];
for (const { q } of counts) {
  const [places, time] = timed(() => {
    let n = 0;
    for (let at = one.indexOf(q); at >= 0; at = one.indexOf(q, at + 1)) ++n;
    return n;
  });
  loopTimes.push(time);
  truth.push({ places, articles: new Set(folded.flatMap((text, i) => text.includes(q) ? [i] : [])) });
}

const table = [];
const lengths = [1, 2, 4, 8, 0];
// answers[i]: a Set of articles. Recall and precision over articles, by length.
function score(answers) {
  const recall = [], precision = [];
  for (const length of lengths) {
    let hit = 0, wanted = 0, given = 0;
    counts.forEach((c, i) => {
      if (c.length !== length) return;
      for (const a of answers[i]) hit += truth[i].articles.has(a);
      wanted += truth[i].articles.size;
      given += answers[i].size;
    });
    recall.push(wanted ? hit / wanted : 1);
    precision.push(given ? hit / given : 1);
  }
  return { recall, precision };
}
const perfect = { recall: [1, 1, 1, 1, 1], precision: [1, 1, 1, 1, 1] };
const bytes = folded.reduce((n, t) => n + Buffer.byteLength(t), 0);
table.push({ engine: 'JavaScript indexOf', place: 'node', ...perfect, ready: 0, memory: one.length * 2, p50: rank(loopTimes, .5), p99: rank(loopTimes, .99) });

// Ours says numbers, not sets: places and articles must be equal to the scan's, query by query.
function scoreNumbers(answers) {
  const recall = [], precision = [];
  let wrong = 0;
  for (const length of lengths) {
    let given = 0, wanted = 0, both = 0;
    counts.forEach((c, i) => {
      if (c.length !== length) return;
      const [places, articles] = answers[i];
      wrong += places !== truth[i].places || articles !== truth[i].articles.size;
      given += places, wanted += truth[i].places, both += Math.min(places, truth[i].places);
    });
    recall.push(wanted ? both / wanted : 1);
    precision.push(given ? both / given : 1);
  }
  return { recall, precision, wrong };
}
function ours(name, place, json) {
  const r = JSON.parse(json), { recall, precision, wrong } = scoreNumbers(r.answers);
  const byLength = Object.fromEntries(lengths.map(l => [l, rank(counts.flatMap((c, i) => c.length === l ? [r.answers[i][2]] : []), .99)]));
  table.push({ engine: name, place, ours: true, recall, precision, ready: r.ready_ms, memory: r.bytes_a_byte * r.articles_bytes, p50: r.count.p50, p99: r.count.p99 });
  delete r.answers;
  return { ...r, place, wrong, p99_by_length: byLength };
}
const run = (command, argv) => execFileSync(command, argv, { maxBuffer: 1 << 28 }).toString();
const figures = { native: ours('Broadsheet, native', 'node', run(native, [articlesFile, queriesFile])) };
const haveWeb = fs.existsSync(web);
if (haveWeb) figures['WebAssembly in node'] = ours('Broadsheet, WebAssembly in node', 'node', run(process.execPath, [path.join(here, 'wasm.mjs'), articlesFile, queriesFile]));
else console.log('SKIPPED: WebAssembly; build/web/search_bench.js is not there.');
if (haveWeb && chromiumToo) {
  const { inChromium, flexsearchFile } = await import('./in_chromium.mjs');
  const got = await inChromium({ counts, rounds, files: { '/articles': articlesFile, '/queries': queriesFile, '/folded': foldedFile,
    '/search_bench.js': web, '/search_bench.wasm': web.replace(/js$/, 'wasm'), '/wasm.mjs': path.join(here, 'wasm.mjs'), '/flexsearch.mjs': flexsearchFile(here) } });
  figures['WebAssembly in Chromium'] = ours('Broadsheet, WebAssembly in Chromium', 'Chromium', got.ours);
  const times = got.loop.map(([, time]) => time);
  const right = got.loop.every(([places], i) => places === truth[i].places);
  if (!right) throw new Error('the loop in Chromium counts otherwise than the one in node');
  table.push({ engine: 'JavaScript indexOf, in Chromium', place: 'Chromium', ...perfect, ready: 0, memory: one.length * 2, p50: rank(times, .5), p99: rank(times, .99) });
  const flexTimes = got.flex.checked.map(([, time]) => time);
  table.push({ engine: 'FlexSearch, CJK encoder, each hit checked, in Chromium', place: 'Chromium', ...score(got.flex.checked.map(([ids]) => new Set(ids))), ready: got.flex.ready, memory: NaN, p50: rank(flexTimes, .5), p99: rank(flexTimes, .99) });
}

// FlexSearch with its CJK encoder; it finds articles that hold the characters, so each is looked at once more.
const heap = () => { globalThis.gc?.(); const m = process.memoryUsage(); return m.heapUsed + m.external; };
{
  const before = heap(), from = performance.now();
  const cjk = FlexSearch.Charset.CJK ?? FlexSearch.Charset.CharsetCJK;
  const index = new FlexSearch.Index({ tokenize: 'strict', encoder: new FlexSearch.Encoder(cjk) });
  folded.forEach((text, i) => index.add(i, text));
  const ready = performance.now() - from, memory = heap() - before;
  for (const checked of [false, true]) {
    const times = [];
    const answers = counts.map(({ q }) => {
      const [found, time] = timed(() => {
        const ids = index.search(q, { limit: 1e7 });
        return checked ? ids.filter(i => folded[i].includes(q)) : ids;
      });
      times.push(time);
      return new Set(found);
    });
    table.push({ engine: 'FlexSearch, CJK encoder' + (checked ? ', each hit checked' : ''), ...score(answers), ready, memory, p50: rank(times, .5), p99: rank(times, .99) });
  }
}
// SQLite FTS5, one token a character, asked for the phrase.
{
  const file = path.join(temporary, 'fts.db'), from = performance.now();
  const db = new sqlite.Database(file);
  db.exec("CREATE VIRTUAL TABLE t USING fts5(x, content='', tokenize='unicode61')");
  db.exec('BEGIN');
  const put = db.prepare('INSERT INTO t(rowid, x) VALUES (?, ?)');
  const apart = text => text.replace(/[\u3400-\u9fff]/g, c => ' ' + c + ' ');
  folded.forEach((text, i) => put.run([i + 1, apart(text)]));
  put.finalize();
  db.exec('COMMIT');
  db.exec("INSERT INTO t(t) VALUES ('optimize')");
  const ready = performance.now() - from;
  const count = db.prepare('SELECT count(*) AS n FROM t WHERE t MATCH ?'), list = db.prepare('SELECT rowid AS i FROM t WHERE t MATCH ?');
  for (const checked of [false, true]) {
    const times = [];
    const answers = counts.map(({ q }) => {
      const match = '"' + [...q].join(' ') + '"';
      const [found, time] = timed(() => checked ? list.all([match]).map(r => r.i - 1).filter(i => folded[i].includes(q)) : count.get([match]).n);
      times.push(time);
      return new Set(checked ? found : list.all([match]).map(r => r.i - 1));
    });
    table.push({ engine: 'SQLite FTS5, a token a character' + (checked ? ', each hit checked' : ''), ...score(answers), ready, memory: fs.statSync(file).size, p50: rank(times, .5), p99: rank(times, .99) });
  }
  count.finalize();
  list.finalize();
  db.close();
}
fs.rmSync(temporary, { recursive: true });

const three = v => v.map(x => x.toFixed(3)).join(' ');
console.log(`${folded.length} articles, ${(figures.native.articles_bytes / 1e6).toFixed(1)} MB of UTF-8 (folded ${(bytes / 1e6).toFixed(1)} MB), ${counts.length} queries`);
console.log('| engine | recall 1 2 4 8 absent | precision | ready ms | memory MB | count p50 ms | p99 ms |\n|---|---|---|---|---|---|---|');
for (const t of table)
  console.log(`| ${t.engine} | ${three(t.recall)} | ${three(t.precision)} | ${t.ready.toFixed(0)} | ${(t.memory / 1e6).toFixed(1)} | ${t.p50.toFixed(3)} | ${t.p99.toFixed(3)} |`);
let failed = 0;
for (const [name, f] of Object.entries(figures)) {
  const exact = table.filter(t => !t.ours && (t.place ?? 'node') === f.place && [...t.recall, ...t.precision].every(x => x === 1)).sort((a, b) => a.p99 - b.p99)[0];
  console.log(`\n${name}: fastest exact peer there (${exact.engine}) ${(exact.p99 / f.count.p99).toFixed(1)} times our p99`);
  const reach = (what, value, ok) => { console.log(`  ${ok ? 'reached' : 'MISSED '}  ${what}: ${value}`); failed += !ok; };
  reach('queries answered otherwise than by the scan: 0', f.wrong, f.wrong === 0);
  reach('all matches counted, p99 <= 1.5 ms', f.count.p99.toFixed(3) + ' ms; by length ' + JSON.stringify(f.p99_by_length), f.count.p99 <= 1.5);
  reach('at least 4 times faster than the fastest exact peer', (exact.p99 / f.count.p99).toFixed(1), exact.p99 >= 4 * f.count.p99);
  reach('first 20 ranked with snippets, p99 <= 5 ms', f.find20.p99.toFixed(2) + ' ms', f.find20.p99 <= 5);
  reach('made ready at >= 100 MB/s', f.ready_mb_s.toFixed(0) + ` MB/s (one bare pass over the bytes: ${(f.articles_bytes / f.bare_ms / 1000).toFixed(0)} MB/s)`, f.ready_mb_s >= 100);
  reach('memory <= 1.8 bytes a byte', f.bytes_a_byte.toFixed(3), f.bytes_a_byte <= 1.8);
  reach('one page more, p99 <= 1 ms', f.add_page.p99.toFixed(3) + ` ms (max ${f.add_page.max.toFixed(3)})`, f.add_page.p99 <= 1);
  reach('mean reciprocal rank of known items >= .9', f.mrr.toFixed(4), f.mrr >= 0.9);
}
if (outFile) fs.writeFileSync(outFile, JSON.stringify({ table, figures }, null, 1));
process.exit(failed ? 1 : 0);

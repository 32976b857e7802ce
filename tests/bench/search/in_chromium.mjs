// The benchmark in Chromium: ours as WebAssembly, the JavaScript loop and FlexSearch beside it in the same page.
// Served from here with the headers that give the page a clock of 5 microseconds.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { closeBrowser, openBrowser } from '../../browser/chromium.mjs';

// Runs in the page.
async function measure({ counts, rounds }) {
  const bytes = async name => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const timed = work => {
    let best = Infinity, result;
    for (let i = 0; i < rounds; ++i) {
      const from = performance.now();
      result = work();
      best = Math.min(best, performance.now() - from);
    }
    return [result, best];
  };
  const { searchBench } = await import('/wasm.mjs');
  await new Promise((done, failed) => {
    const script = document.createElement('script');
    Object.assign(script, { src: '/search_bench.js', onload: done, onerror: failed });
    document.head.append(script);
  });
  const ours = await searchBench(globalThis.searchBench, await bytes('/articles'), await bytes('/queries'));
  const one = new TextDecoder('utf-16le').decode(await bytes('/folded'));
  const folded = one.split('\n');
  folded.pop();
  const loop = counts.map(({ q }) => timed(() => {
    let n = 0;
    for (let at = one.indexOf(q); at >= 0; at = one.indexOf(q, at + 1)) ++n;
    return n;
  }));
  const { default: FlexSearch } = await import('/flexsearch.mjs');
  const from = performance.now();
  const index = new FlexSearch.Index({ tokenize: 'strict', encoder: new FlexSearch.Encoder(FlexSearch.Charset.CJK) });
  folded.forEach((text, i) => index.add(i, text));
  const ready = performance.now() - from;
  const checked = counts.map(({ q }) => timed(() => index.search(q, { limit: 1e7 }).filter(i => folded[i].includes(q))));
  return { ours, loop, flex: { ready, checked }, browser: navigator.userAgent, clock: crossOriginIsolated ? 5 : 100 };
}

export async function inChromium({ files, counts, rounds }) {
  const server = http.createServer((request, response) => {
    const file = files[request.url];
    const type = /\.m?js$/.test(request.url) ? 'text/javascript' : /\.wasm$/.test(request.url) ? 'application/wasm' : 'text/html';
    response.writeHead(file || request.url === '/' ? 200 : 404, { 'Content-Type': type, 'Cache-Control': 'no-store',
      'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' });
    if (file) fs.createReadStream(file).pipe(response);
    else response.end('<!doctype html><title>bench</title>');
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  try {
    const page = await (await openBrowser()).newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await page.evaluate(measure, { counts, rounds });
  } finally {
    await closeBrowser();
    server.close();
  }
}

export const flexsearchFile = folder => path.join(folder, 'node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs');

// build/web/search_bench.js over given articles and queries; the same in node and in a browser.
//
//     node wasm.mjs ARTICLES QUERIES        prints the figures as JSON
//
// BENCH_CPU=1: time of this process and not of the clock, for a machine that others use.
export async function searchBench(factory, articles, queries) {
  const lines = [];
  const module = await factory({ noInitialRun: true, print: line => lines.push(line) });
  module.FS.writeFile('/articles', articles);
  module.FS.writeFile('/queries', queries);
  module.callMain(['/articles', '/queries']);
  return lines.join('');
}

if (globalThis.process?.argv[1]?.endsWith('wasm.mjs')) {
  const { createRequire } = await import('node:module');
  const { readFileSync } = await import('node:fs');
  const { fileURLToPath } = await import('node:url');
  if (process.env.BENCH_CPU) {
    performance.now = () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    };
  }
  const factory = createRequire(import.meta.url)(fileURLToPath(new URL('../../../build/web/search_bench.js', import.meta.url)));
  console.log(await searchBench(factory, readFileSync(process.argv[2]), readFileSync(process.argv[3])));
}

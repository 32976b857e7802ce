// A real nginx on a free port, serving a folder; its access log tells what was asked and answered.
//
//     const server = await startNginx(folder);   // server.url, server.log(), server.stop()
//
// `lines` are {http, server} lines of configuration beside our own.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstOf } from './where.mjs';

export const nginx = firstOf(['/usr/sbin/nginx', '/usr/bin/nginx']);
const kModules = ['/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so', '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'];
export const brotli = kModules.every((file) => existsSync(file));

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function startNginx(folder, lines = { http: '', server: 'etag on; add_header Cache-Control no-cache;' }) {
  const home = mkdtempSync(join(tmpdir(), 'broadsheet-nginx-'));
  const port = await freePort();
  writeFileSync(join(home, 'nginx.conf'), `
${brotli ? kModules.map((file) => `load_module ${file};`).join(' ') : ''}
${process.getuid() === 0 ? 'user root;' : ''} worker_processes 1; daemon off; pid ${home}/pid; error_log ${home}/error.log;
events { worker_connections 64; }
http {
  types { text/html html; text/javascript js; text/css css; application/wasm wasm; application/json json; text/plain txt; image/svg+xml svg; }
  log_format short '$status $request_uri $body_bytes_sent'; access_log ${home}/access.log short;
  client_body_temp_path ${home}/b; proxy_temp_path ${home}/p; fastcgi_temp_path ${home}/f; uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
  ${lines.http}
  server { listen 127.0.0.1:${port}; root ${folder}; ${lines.server} }
}
`);
  const run = () => spawn(nginx, ['-c', join(home, 'nginx.conf'), '-p', home, '-e', join(home, 'error.log')], { stdio: 'ignore' });
  let child = run();
  const url = `http://localhost:${port}/`;
  const up = async () => {
    for (let i = 0; i < 100; ++i) {
      try {
        await fetch(url);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    throw new Error(`nginx does not answer: ${existsSync(join(home, 'error.log')) ? readFileSync(join(home, 'error.log'), 'utf8') : ''}`);
  };
  await up();
  const ended = () => new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    else child.once('exit', resolve);
    child.kill('SIGTERM');
  });
  return {
    url,
    log: () => readFileSync(join(home, 'access.log'), 'utf8').split('\n').filter(Boolean),
    pause: ended,
    resume: async () => {
      child = run();
      await up();
    },
    stop: async () => {
      await ended();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

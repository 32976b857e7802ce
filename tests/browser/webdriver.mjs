// WebKitGTK through its WebDriver (the plain W3C protocol over HTTP): the few commands that the smoke test needs.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { firstOf } from './where.mjs';

export const driver = firstOf(['/usr/bin/WebKitWebDriver']);

const kKeys = { PageDown: '\uE00F', Escape: '\uE00C', Enter: '\uE007', Tab: '\uE004' };

function miniBrowser() {
  const folders = readdirSync('/usr/lib').map((name) => join('/usr/lib', name));
  return firstOf(folders.flatMap((folder) => ['4.1', '4.0', '6.0'].map((version) => join(folder, `webkit2gtk-${version}`, 'MiniBrowser'))));
}

export const webkit = driver && miniBrowser();

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function openWebKit(display) {
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } });
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  for (let i = 0; ; ++i) {
    try {
      await call('GET', '/status');
      break;
    } catch (error) {
      if (i > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const { sessionId } = await call('POST', '/session', {
    capabilities: { alwaysMatch: { proxy: { proxyType: 'manual', httpProxy: '127.0.0.1:9', sslProxy: '127.0.0.1:9' }, 'webkitgtk:browserOptions': { binary: webkit, args: ['--automation'] } } },
  });
  const at = `/session/${sessionId}`;
  const session = {
    goto: (url) => call('POST', `${at}/url`, { url }),
    run: (script, ...args) => call('POST', `${at}/execute/sync`, { script, args }),
    runAsync: (script, ...args) => call('POST', `${at}/execute/async`, { script, args }),
    async click(x, y) {
      await call('POST', `${at}/actions`, { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [
        { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pause', duration: 60 }, { type: 'pointerUp', button: 0 }] }] });
    },
    press(name) {
      return session.type(kKeys[name]);
    },
    async chord(letter) {
      const actions = [['keyDown', '\uE009'], ['keyDown', letter], ['keyUp', letter], ['keyUp', '\uE009']].map(([type, value]) => ({ type, value }));
      await call('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    async type(text) {
      const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
      await call('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    screenshot: () => call('GET', `${at}/screenshot`),
    async close() {
      await call('DELETE', at).catch(() => {});
      child.kill();
    },
  };
  return session;
}


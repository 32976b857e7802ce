// Hosted: the service worker keeps the viewer for offline use, and a newer version is offered, never forced. From disk
// there is nothing to keep.
import { callWith } from './wasm.mjs';
import { now, stir } from './loop.mjs';
import { inWords } from './fail.mjs';

const kLookEvery = 3600;  // seconds between two looks for a newer version, when the page is looked at again

function versionIn(worker) {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage('version', [channel.port2]);
  });
}

async function offer(worker) {
  // The page itself may have come from the network, newer than what was kept before.
  const own = document.querySelector('meta[name=version]').content;
  if ((await versionIn(worker)) === own) return;
  callWith('bs_complain', [inWords('A newer version of this page is ready. Reload the page when you have finished reading.',
    '本页有新版本。读完后重新载入页面即可换上。')]);
  stir(3);
}

export async function keepOffline() {
  if (!document.getElementById('program') || !navigator.serviceWorker) return;
  try {
    const registration = await navigator.serviceWorker.register('sw.js');
    const watch = (worker) => {
      if (worker?.state === 'installed') offer(worker);
      else worker?.addEventListener('statechange', () => worker.state === 'installed' && navigator.serviceWorker.controller && offer(worker));
    };
    watch(registration.waiting);
    registration.addEventListener('updatefound', () => watch(registration.installing));
    let looked = now();
    document.addEventListener('visibilitychange', () => {
      if (document.hidden || now() - looked < kLookEvery) return;
      looked = now();
      registration.update().catch(() => {});
    });
  } catch {
    // Blocked, or no secure address: everything works but opening it again without network.
  }
}

// Keeps the hosted viewer for offline use. The packer fills in the version and the files with their hashes.
//
// The page itself comes from the network first, for three seconds, then from the cache; what it refers to carries its
// version in the address and comes from the cache. A new version is laid beside the old one and used by pages opened
// after it: nobody is interrupted in reading.
const kVersion = '@VERSION@';
const kFiles = '@FILES@';
const kCache = `broadsheet ${self.registration.scope} ${kVersion}`;
const kPatience = 3000;  // ms

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(kCache);
    await Promise.all(Object.entries(kFiles).map(async ([url, integrity]) => {
      const response = await fetch(new Request(url, { integrity, cache: 'no-cache' }));
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      await cache.put(new URL(url, self.registration.scope), response);
    }));
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const own = (await caches.keys()).filter((name) => name.startsWith(`broadsheet ${self.registration.scope} `));
    await Promise.all(own.filter((name) => name !== kCache).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

async function page(request) {
  const kept = async () => (await caches.match(self.registration.scope)) ?? Response.error();
  const late = new Promise((resolve) => setTimeout(() => resolve(null), kPatience));
  try {
    const response = await Promise.race([fetch(request), late]);
    return response?.ok ? response : kept();
  } catch {
    return kept();
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});

self.addEventListener('message', (event) => {
  if (event.data === 'version') event.ports[0].postMessage(kVersion);
});

// Keeps the hosted viewer for offline use. The packer fills in the version and the files with their hashes.
//
// The page itself comes from the network first, for three seconds, then from the cache; what it refers to carries its
// version in the address and comes from the cache. A new version is laid beside the old one and used by pages opened
// after it: nobody is interrupted in reading.
const kVersion = '276b11ce7d13';
const kFiles = {
 "icon.svg?v=41312d6c79fb": "sha256-QTEtbHn70ZUTEZKdvCycFvLBKUnhXwemukKEi30vpyw=",
 "broadsheet.wasm?v=526392608784": "sha256-UmOSYIeE6lY0Fa5eiCp8BQiwbBP32Zbo71Ex3L6jd6M=",
 "broadsheet.js?v=b978137e6579": "sha256-uXgTfmV5w7t+EIg3XUP+bkV3vBLRFDQf3NYxXt2jr+U=",
 "broadsheet.css?v=b89fc6e3f2e6": "sha256-uJ/G4/LmqDM7aEFKm1jN7ZRlY4sT37UvYYniw+/rsfw=",
 "manifest.webmanifest?v=1918f7ec5eb8": "sha256-GRj37F645e61Ju0Ax1+NNVmGCyU3vaIiVfsBZWcESAc=",
 "./": "sha256-+NrfDKGnLPCdqsx9Bnw7Y3bVJkDTwTMZZdS/WXq4A1Q="
};
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

// Opens the wall when the server is away: its page and files come from the server, else as they were last seen.
// Kept on purpose to the page and its files: data, steering and every other page go on untouched.

const PATIENCE = 3000; // milliseconds

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const own = pathname === "/screen" || pathname.startsWith("/screen/static/");
  if (own && origin === self.location.origin && event.request.method === "GET") event.respondWith(answer(pathname));
});

async function answer(path) {
  const store = await caches.open("screen");
  const held = await store.match(path);
  try {
    const fresh = await fetch(path, { cache: "no-cache", signal: held && AbortSignal.timeout(PATIENCE) });
    if (fresh.ok && !fresh.redirected) await store.put(path, fresh.clone());
    return fresh.ok || !held ? fresh : held;
  } catch {
    return held ?? Response.error();
  }
}

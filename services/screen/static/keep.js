// What outlives an outage: the last picture in localStorage, the program in the browser's cache (see worker.js).

const PICTURE = "screen.picture";
const SEEN = "screen.seen";
const BLACK = "screen.black";
const AGAIN = 60000; // milliseconds

// A browser that keeps nothing (full, or forbidden) still shows the wall: it only cannot start during an outage.
function tried(work) {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Give the last picture as {data, seen}, null where there is none. */
export function kept() {
  const data = tried(() => JSON.parse(localStorage.getItem(PICTURE)));
  return data?.pages ? { data, seen: Number(tried(() => localStorage.getItem(SEEN))) } : null;
}

/** Keep a picture; without one, only that the server was there at `seen`. */
export function keep(seen, data) {
  tried(() => {
    if (data) localStorage.setItem(PICTURE, JSON.stringify(data));
    localStorage.setItem(SEEN, String(seen));
  });
}

/** Keep whether the wall is black: until this window is closed, or it is lit again. */
export const keepBlack = (black) => black !== keptBlack() && tried(() => sessionStorage.setItem(BLACK, black));

/** Say whether the wall was black. */
export const keptBlack = () => tried(() => sessionStorage.getItem(BLACK)) === "true";

/** Forget the picture: this screen may not show it any more. */
export const forget = () => tried(() => [PICTURE, SEEN].forEach((each) => localStorage.removeItem(each)));

async function store() {
  const files = performance.getEntriesByType("resource").map((each) => new URL(each.name).pathname);
  const own = files.filter((path) => path.startsWith("/screen/static/"));
  await navigator.serviceWorker.register("/screen/static/worker.js", { scope: "/screen" });
  await (await caches.open("screen")).addAll(["/screen", ...new Set(own)]);
}

/** Keep the page and its files, so that it opens without the server. Only https and this machine itself may. */
export function keepProgram() {
  if (window.isSecureContext && navigator.serviceWorker) store().catch(() => setTimeout(keepProgram, AGAIN));
}

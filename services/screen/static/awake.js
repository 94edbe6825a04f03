// The wall as a thing in a room: kept awake, without a pointer, moved a little each minute against burn-in.

import { set } from "./nodes.js";
import { shift } from "./layout.js";

const POINTER = 3000; // milliseconds
const MINUTE = 60000;

/** Keep the display on where the browser can (https and this machine itself). */
export async function stayAwake() {
  const lock = () => document.visibilityState === "visible" && navigator.wakeLock?.request("screen").catch(() => {});
  document.addEventListener("visibilitychange", lock);
  await lock();
}

/** Hide the pointer when it has not moved for a while. */
export function hidePointer() {
  const root = document.documentElement;
  let timer = 0;
  const moved = () => {
    root.removeAttribute("data-still");
    clearTimeout(timer);
    timer = setTimeout(() => root.setAttribute("data-still", ""), POINTER);
  };
  addEventListener("pointermove", moved);
  moved();
}

/** Move `wall` to its place of this minute, and on each minute. */
export function walk(wall) {
  const [x, y] = shift(Math.floor(Date.now() / MINUTE));
  set(wall, "--dx", x);
  set(wall, "--dy", y);
  setTimeout(() => walk(wall), MINUTE - (Date.now() % MINUTE));
}

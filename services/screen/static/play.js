// Which leaf of which page is shown, or none: by itself, by the keyboard, by steering from the phone.

import { turn } from "./fit.js";
import { mark, write } from "./nodes.js";

const KEYS = { ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 };
const BLACK = ["b", "B", "."]; // what the presenters in the hand send

/** Fill the display, or leave it; the browser itself leaves it on Esc. */
function fill() {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => {}); // not allowed here: nothing to say on a wall
}

/**
 * Give the player of what `pages()` gives; `ready(page)` sees to a page's plan, `count` is where x/y is written,
 * `black` lies over all while nothing is to be seen.
 */
export function player(pages, ready, count, black) {
  const at = { page: 0, leaf: 0, paused: false, blank: false };
  let until = 0; // when the leaf has been shown long enough
  let timer = 0;
  let counter = null;

  /** Show what is due; the time a leaf has goes on through a new picture. */
  function show() {
    const all = pages();
    clearTimeout(timer);
    if (black.hidden === at.blank) black.hidden = !at.blank;
    if (!all.length) return write(count, "");
    at.page = Math.min(at.page, all.length - 1);
    const page = all[at.page];
    ready(page);
    at.leaf = Math.min(at.leaf, page.plan.leaves - 1);
    turn(page, at.leaf);
    for (const each of all) mark(each, "data-now", each === page ? "" : null);
    const leaf = page.plan.leaves > 1 ? ` · ${at.leaf + 1}/${page.plan.leaves}` : "";
    write(count, `${at.paused ? "‖ 已暂停　" : ""}第${at.page + 1}/${all.length}页${leaf}`);
    until ||= Date.now() + page.seconds * 1000;
    if (!at.paused) timer = setTimeout(() => step(1), until - Date.now());
    return undefined;
  }

  function go(change) {
    Object.assign(at, change);
    until = 0;
    show();
  }

  function step(by) {
    const all = pages();
    if (!all.length) return;
    const leaf = at.leaf + by;
    if (leaf >= 0 && leaf < all[at.page].plan.leaves) return go({ leaf, blank: false });
    const page = (at.page + by + all.length) % all.length;
    ready(all[page]);
    return go({ page, leaf: by > 0 ? 0 : all[page].plan.leaves - 1, blank: false });
  }

  /** Do what was steered since the last time: {counter, page, leaf, paused, blank}; without a page there was nothing. */
  function steer(state) {
    if (state.counter === counter) return;
    counter = state.counter;
    if (state.page === undefined) return;
    go({ page: state.page, leaf: state.leaf, paused: state.paused, blank: state.blank });
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches?.("input")) return;
    if (event.key in KEYS) step(KEYS[event.key]);
    else if (event.key === " ") go(at.blank ? { blank: false } : { paused: !at.paused });
    else if (BLACK.includes(event.key)) go({ blank: !at.blank });
    else if (event.key === "f" || event.key === "F") fill();
    else return;
    event.preventDefault();
  });

  /** Give where the wall stands, as it is reported. */
  const position = () => {
    const leaves = pages().map((page) => page.plan?.leaves ?? 1); // one until its turn to be fitted
    return { ...at, leaves, counter: counter ?? 0 };
  };

  return { show, step, go, steer, position };
}

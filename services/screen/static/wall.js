// The picture in its frame: the pages, the strip below them, and what is said where there is no picture.

import { hidePointer, stayAwake, walk } from "./awake.js";
import { draw } from "./draw.js";
import { fit } from "./fit.js";
import { shapeOf } from "./lay.js";
import { smallest, unit } from "./layout.js";
import { mark, set, write } from "./nodes.js";
import { player } from "./play.js";
import { askForFont, hasChinese } from "./type.js";

const EMPTY = "播放单里还没有页面。请业务员在“屏幕”页里选好要放的页面。";
const root = document.documentElement;
const place = (name) => document.getElementById(name);
let articles = [];
let room = {}; // inches, metres
let sizes = {}; // what fit.js asks of the wall
let later = 0;
let display = screen;

/** Steps through the pages: see play.js. */
export const play = player(() => articles, (page) => fit(page, sizes), place("count"), place("blank"));

/** Set all sizes anew: at once what is shown, then one page after the other. What fits as it was is left alone. */
function resize() {
  const [width, height] = [innerWidth, innerHeight];
  const { size, far } = smallest(room, width, height, display);
  const shape = shapeOf(width, height);
  set(root, "--small", `${size}px`);
  mark(root, "data-shape", shape);
  write(place("far"), far ? "屏幕偏小，最远的座位看不清小字" : "");
  sizes = { width, height: place("stage").clientHeight, small: size, unit: unit(width, height), shape };
  play.show();
  cancelAnimationFrame(later);
  fitNext([...articles]);
}

/** Fit the pages one after the other, once what is shown has been painted. */
function fitNext([page, ...others]) {
  if (!page) return;
  const work = () => {
    fit(page, sizes);
    fitNext(others);
  };
  later = requestAnimationFrame(() => (later = requestAnimationFrame(work)));
}

/**
 * Make the page a wall: awake, without a pointer, walking. False where there is no Chinese font, which is said.
 * `on`: the display, {width, height} in pixels.
 */
export function open(on = screen) {
  display = on;
  if (!hasChinese()) {
    askForFont(place("glyphs"));
    return false;
  }
  hidePointer();
  walk(place("wall"));
  stayAwake();
  new ResizeObserver(resize).observe(place("stage"));
  return true;
}

/** Say something in place of the picture, "" to take it away. */
export const say = (words) => write(place("message"), words);

/** Say of when the picture is; `lost`: that no newer one can come now. */
export function date(data, since, lost) {
  const badge = place("badge");
  write(badge.firstElementChild, data ? `数据截至${data.as_of_words}` : "");
  write(badge.lastElementChild, since);
  mark(badge, "data-lost", lost ? "" : null);
}

/** Show a picture as the server gives it (GET /screen/data), null for none. */
export function show(data) {
  room = data ?? {};
  mark(root, "data-theme", data?.theme === "light" ? "light" : "dark");
  write(place("name"), data?.snapshot);
  say(data && !data.pages.length ? EMPTY : "");
  articles = draw(place("stage"), data ?? { pages: [] });
  resize();
}

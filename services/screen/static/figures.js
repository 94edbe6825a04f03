// A figure: its name, n/N with unit and percent, the bullet bar and a note.

import { keyed, make, mark, set, write } from "./nodes.js";
import { glyph, number, share } from "./words.js";

/** Give an empty bullet bar: a track, the band of the last time, the bar, the tick of the plan. */
export const bornBullet = () => make("div", "bullet", make("u", "before"), make("u", "bar"), make("u", "plan"));

/** Draw shares of 1 into a bullet bar; without a share there is no bar. */
export function drawBullet(place, part, { state, plan, before }) {
  const [band, bar, tick] = place.children;
  place.hidden = part == null;
  set(place, "--share", part);
  mark(bar, "data-state", state ?? "done");
  for (const [each, value, name] of [[tick, plan, "--plan"], [band, before, "--before"]]) {
    const read = number(value);
    each.hidden = read == null;
    set(place, name, read == null ? null : Math.min(1, Math.max(0, read)));
  }
}

function bornFigure() {
  const name = make("h2", "", make("i", "glyph"), make("span"));
  const count = make("p", "number", make("span", "of", make("b"), make("small")), make("em"));
  return make("section", "figure", name, count, bornBullet(), make("p", "note"));
}

function drawFigure(place, figure) {
  const [name, count, bullet, note] = place.children;
  const [sign, label] = name.children;
  const state = figure.state === "done" ? null : figure.state; // the common case needs no sign
  write(sign, glyph(state));
  mark(sign, "data-state", state);
  write(label, figure.label);
  write(count.firstChild.firstChild, figure.n);
  write(count.firstChild.lastChild, `${figure.of ? `/${figure.of}` : ""}${figure.unit ?? ""}`);
  write(count.lastChild, figure.percent);
  drawBullet(bullet, share(figure), figure);
  write(note, figure.note);
}

/** Draw a page's figures, and into `key` what the marks on their bars mean where there are any. */
export function drawFigures(place, key, figures) {
  place.items = keyed(place, figures, (figure) => figure.label, bornFigure, drawFigure);
  const bars = figures.filter((figure) => share(figure) != null);
  const marks = [["plan", "计划应到"], ["before", "上次"]].filter(([name]) => bars.some((bar) => number(bar[name]) != null));
  key.hidden = !marks.length;
  keyed(key, marks, ([name]) => name, ([name, word]) => make("span", "", make("u", name), word), () => {});
}

// Named tiles of one size, with what their colours and glyphs mean above them.

import { tiled } from "./layout.js";
import { keyed, make, mark, set, write } from "./nodes.js";
import { em } from "./type.js";
import { STATES, glyph } from "./words.js";

const LEAST = 1.7; // em: the height of a tile of one line
const TALLEST = 4.2;

export const bornTiles = () => make("div", "tiles", make("ul", "legend"), make("ul", "grid room"));

const bornTile = () => make("li", "tile", make("i", "glyph"), make("span"));
const bornSign = () => make("li", "", make("i", "glyph"), make("span"));

function drawTile(place, { state, label }) {
  mark(place, "data-state", state);
  mark(place, "aria-label", `${label} ${STATES[state]?.[1] ?? ""}`);
  write(place.firstChild, glyph(state));
  write(place.lastChild, label);
}

/** Draw what each state looks like: [{state, word, count}]. */
export function drawLegend(place, signs) {
  place.hidden = !signs.length;
  keyed(place, signs, (each) => each.word, bornSign, (sign, { state, word, count }) => {
    mark(sign.firstChild, "data-state", state);
    write(sign.firstChild, glyph(state));
    write(sign.lastChild, count == null ? word : `${word} ${count}`);
  });
}

export function drawTiles(place, body) {
  const [legend, tiles] = place.children;
  place.items = keyed(tiles, body.items ?? [], (item) => item.id, bornTile, drawTile);
  place.names = (body.items ?? []).map((item) => em(item.label));
  drawLegend(legend, body.legend ?? []);
}

/** Give how the tiles would stand in a room of this size in pixels. */
export const planTiles = (place, width, height, small, large) => tiled(place.names, width, height, small, large);

/** Set the tiles as planned and give the leaf of each. */
export function setTiles(place, plan) {
  set(place, "--text", `${plan.size}px`);
  set(place, "--columns", plan.columns);
  set(place, "--gap", `${plan.gap}px`);
  set(place, "--row", `${Math.min(TALLEST, LEAST + plan.spare)}em`);
  return plan.of;
}

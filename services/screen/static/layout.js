// The arithmetic of the wall: lengths in CSS pixels of the browser, text widths in em.

const ANGLE = 0.004654; // tangent of 16′, the smallest angle a text may be seen under
const MILLIMETRES = 25.4; // in an inch
const LINES_LEFT = 18; // of the smallest text, however far the seat: below that nothing can be set
const SIGNS_LEFT = 28;

/** Give a thousandth of the picture's height, or of its width where that is narrower than 16:9. */
export const unit = (width, height) => Math.min(width / 1920, height / 1080);

/** Give the smallest text: 16′ from the farthest seat, 20/1080 of the height at least; `far`: the screen is small. */
export function smallest({ inches, metres }, width, height, display) {
  const across = Math.max(Math.hypot(width, height), Math.hypot(display.width, display.height));
  const seen = inches && metres ? (metres * 1000 * ANGLE * across) / (inches * MILLIMETRES) : 0;
  const most = Math.min(height / LINES_LEFT, width / SIGNS_LEFT);
  return { size: Math.ceil(Math.min(most, Math.max(seen, 20 * unit(width, height)))), far: seen > most };
}

/** Give the largest whole number in lo…hi for which `holds`, lo where none does. */
export function largest(lo, hi, holds) {
  let low = Math.ceil(lo);
  let high = Math.max(low, Math.floor(hi));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

const BESIDE_NAME = 1.65; // em of a tile: its glyph, the gaps, the padding
const WIDE = 24; // em a tile is wide at most, as in screen.css
const LINE = 1.2;
const AROUND = 0.5; // em above and below the lines of a tile

/** Put names of these widths in em into tiles of one width, `columns` side by side: the leaf of each, or null. */
function packed(names, columns, width, height, gap, size) {
  const room = Math.min(WIDE, ((width + gap) / columns - gap) / size) - BESIDE_NAME;
  const lines = (em) => (em <= room ? 1 : Math.ceil(em / (room - 1))); // in a full line a sign may not find its place
  const of = [];
  const leaves = []; // {used, rows}
  for (let first = 0; first < names.length; first += columns) {
    const row = names.slice(first, first + columns);
    const high = (LINE * Math.max(...row.map(lines)) + AROUND) * size + gap;
    if (high > height + gap || room < 2) return null;
    if (!leaves.length || leaves.at(-1).used + high > height + gap) leaves.push({ used: 0, rows: 0 });
    leaves.at(-1).used += high;
    leaves.at(-1).rows += 1;
    of.push(...row.map(() => leaves.length - 1));
  }
  return { of, leaves: leaves.length, full: leaves, columns, size, gap };
}

/** Give the same tiles with as much on each leaf, and how far each row may be stretched, in em. */
function evened(plan, names, width, height) {
  const again = (share) => packed(names, plan.columns, width, height * share, plan.gap, plan.size);
  const shares = Array.from({ length: 20 }, (_, step) => 0.3 + step * 0.035);
  const even = shares.map(again).find((each) => each?.leaves === plan.leaves) ?? plan;
  const spare = Math.min(...even.full.map(({ used, rows }) => (height + plan.gap - used) / rows / plan.size));
  return { ...even, spare };
}

/** Give the tiles of names of these widths in em: on the fewest leaves, as large as that allows. */
export function tiled(names, width, height, lo, hi) {
  const gap = lo * 0.2;
  const at = (size) => {
    const most = Math.max(1, Math.min(names.length, Math.floor(width / (4 * size))));
    const all = Array.from({ length: most }, (_, less) => packed(names, most - less, width, height, gap, size));
    return all.filter(Boolean).reduce((best, each) => (best && best.leaves <= each.leaves ? best : each), null);
  };
  const leaves = at(lo)?.leaves;
  if (!leaves) return { of: names.map((_, index) => index), leaves: names.length, columns: 1, size: lo, gap, spare: 0 };
  return evened(at(largest(lo, hi, (size) => (at(size)?.leaves ?? Infinity) <= leaves)), names, width, height);
}

/** Give how far the picture is moved in this minute, in units: a slow walk around nine places. */
export function shift(minute) {
  const walk = [[0, 0], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]];
  return walk[minute % walk.length].map((each) => each * 4);
}

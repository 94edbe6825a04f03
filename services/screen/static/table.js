// The arithmetic of tables: widths and heights in em, so that a size can be chosen without setting any type.

import { largest } from "./layout.js";

/** The room between tables side by side, as in screen.css. */
export const BETWEEN = 2;
const WHOLE = 7; // a column up to here is not broken into lines
const WIDEST = 16; // what a column of text may ask for before it wraps
const SPREAD = 2.4; // times its own width a table is spread at most
const LINE = 1.25;
const HEADS = 0.4; // around the headings
const CALM = 1.5; // times the smallest text: from here on a text in one line is better than a larger one in two

const sum = (widths, gap) => widths.reduce((total, each) => total + each + gap, -gap);

/** Give the width of each column for texts of the widths `asked` within `room`; the column `bar` takes what is left. */
function widthsOf(asked, room, gap, bar) {
  const left = room - sum(asked, gap);
  if (left >= 0 && bar != null) return asked.map((each, index) => (index === bar ? each + left : each));
  const whole = (each) => left < 0 && each <= WHOLE && least(asked, gap) <= room;
  const fixed = asked.filter(whole).reduce((total, each) => total + each, 0);
  const shared = sum(asked, 0) - fixed;
  const share = (room - gap * (asked.length - 1) - fixed) / (shared || 1);
  return asked.map((each) => (whole(each) ? each : each * share));
}

/** Give the least width: short columns stay whole, longer ones may wrap. */
const least = (asked, gap) => sum(asked.map((each) => Math.min(each, WHOLE)), gap);

const lines = (text, width) => (text <= width ? 1 : Math.ceil(text / Math.max(0.5, width - 1)));

/** Give how many columns rows of these heights fill. */
function filled(highs, height) {
  let [columns, used] = [1, 0];
  for (const high of highs) {
    if (used + high > height && used) [columns, used] = [columns + 1, 0];
    used += high;
  }
  return columns;
}

/**
 * Give the setting of a table on the fewest leaves, as large as that allows: {size, count, room, widths, leaves, tight,
 * cut}, `count` of them side by side; `cut`: a row is higher than a leaf. `texts`: the widths of each row's texts that may wrap; `heads`: of the headings, or
 * null; `fixed`: the height of a row's other parts; `pad`: above and below it; width, height, lo and hi in pixels.
 */
export function tabled({ asked, texts, heads, gap, pad, fixed, bar }, width, height, lo, hi) {
  const usual = sum(asked.map((each) => Math.min(each, WIDEST)), gap);
  const at = (size, most = Infinity) => {
    const across = width / size;
    const count = Math.max(1, Math.min(most, Math.floor((across + BETWEEN) / (usual + BETWEEN))));
    const single = (across + BETWEEN) / count - BETWEEN;
    const room = bar == null ? Math.min(single, SPREAD * sum(asked, gap)) : single;
    const widths = widthsOf(asked, room, gap, bar);
    const high = (row) => Math.max(fixed, LINE * Math.max(...row.map((each, index) => lines(each, widths[index]))));
    const under = height / size - (heads ? high(heads) + HEADS : 0);
    const highs = texts.map((row) => high(row) + 2 * pad + 0.05);
    const columns = filled(highs, under);
    const [tight, cut] = [room < least(asked, gap), Math.max(...highs) > under];
    return { size, count, room, widths, columns, leaves: Math.ceil(columns / count), tight, cut };
  };
  const { leaves } = at(lo);
  const calm = Math.floor(width / sum(asked, gap));
  const most = calm > CALM * lo ? Math.min(calm, hi) : hi;
  const size = largest(lo, most, (each) => at(each).leaves <= leaves && !at(each).tight);
  const found = at(size);
  const fewer = at(size, found.columns);
  return fewer.leaves <= leaves ? fewer : found;
}

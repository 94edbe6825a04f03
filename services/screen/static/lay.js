// One page in one way: the title, the figures and the room of the body as large as the wall allows, never below the
// smallest text.

import { largest } from "./layout.js";
import { mark, set } from "./nodes.js";
import { planRows } from "./rows.js";
import { planTiles } from "./tiles.js";

const PLANS = { tiles: planTiles, rows: planRows };
const LEAST = 6; // lines a body needs beside figures
const TALLEST = 0.36; // of the page, where the figures stand above the body
// How the figures may stand beside the body: in how many columns, on which share of the page's width.
const BESIDE = {
  normal: [[1, 0.23], [1, 0.3], [2, 0.38]],
  ultra: [[1, 0.24], [2, 0.32], [3, 0.42]],
  tall: [],
};

const CLAUSES = 0.8; // of its size a title gives up at most, so that no line ends within a clause

/** Times its size a title is set at least, before its figures are spread over leaves. */
export const SMALL = 0.45;

/** Give the shape of the wall: what stands where, see screen.css. */
export function shapeOf(width, height) {
  if (width / height >= 2) return "ultra";
  return width / height >= 1.5 ? "normal" : "tall";
}

/** Give how a title is set: its size in pixels, and whether its lines end with its clauses. */
export const titleOf = ({ firstChild: title }) => [parseFloat(title.style.getPropertyValue("--title")), title.dataset.clauses];

/** Set a title as `titleOf` gave it. */
export function setTitle({ firstChild: title }, [size, clauses]) {
  set(title, "--title", `${size}px`);
  mark(title, "data-clauses", clauses);
}

function fitTitle(page, { small, unit, shape }, scale) {
  const title = page.firstChild;
  const stand = page.dataset.stand;
  const lines = stand === "alone" || shape === "tall" ? 3 : shape === "ultra" && stand === "beside" ? 4 : 2;
  const most = scale * (stand === "alone" ? 104 : 68) * (shape === "ultra" ? 1.3 : 1) * unit;
  const holds = (size, clauses) => {
    setTitle(page, [size, clauses]);
    return title.offsetHeight <= lines * 1.2 * size + 2 && title.scrollWidth <= title.clientWidth + 1;
  };
  const free = largest(small, most, (size) => holds(size));
  const whole = largest(Math.max(small, CLAUSES * free), free, (size) => holds(size, ""));
  if (!holds(whole, "")) setTitle(page, [free]);
  return titleOf(page)[0];
}

/** Give the largest numerals up to `most` for which the figures fit into their place, 0 where none do. */
function fitFigures(page, small, most) {
  const box = page.children[1];
  const [cells] = box.children;
  const room = page.dataset.stand === "above" ? TALLEST * page.clientHeight : Infinity;
  const least = Math.min(most, Math.ceil(1.25 * small));
  const holds = (size) => {
    set(box, "--number", `${size}px`);
    if (cells.offsetHeight > Math.min(box.clientHeight + 1, room)) return false;
    // Number and percent stand in one line; only the smallest may have two.
    const line = size > least ? 1.3 * size : Infinity;
    return cells.items.every(({ children: [, it] }) => it.scrollWidth <= it.clientWidth + 1 && it.offsetHeight <= line);
  };
  const size = largest(least, most, holds);
  return holds(size) ? size : 0;
}

/** Give the best setting of a body in the room there is, null where it has less than `least` lines. */
export function planBody(body, { small, unit }, title, least) {
  const room = body.querySelector(".room") ?? body;
  const { clientWidth: width, clientHeight: height } = room;
  if (height < least * small || width < 2 * least * small) return null;
  const large = Math.round(Math.max(small, Math.min(2 * small, 50 * unit, title))); // nothing is larger than the title
  return PLANS[body.className](body, width, height, small, large);
}

/** Give the ways to set a page, as {stand, columns, side, title, number}, the best looking first. */
export function waysOf(figures, body, shape) {
  const columns = [...new Set([1, 2, 3].map((part) => Math.ceil(figures.length / part)))];
  const titled = (ways, titles) => titles.flatMap((title) => ways.map((way) => ({ ...way, title })));
  if (!body) return titled(columns.map((each) => ({ stand: "alone", columns: each })), [1, 0.7, SMALL]);
  const beside = BESIDE[shape].map(([each, side]) => ({ stand: "beside", columns: each, side }));
  const above = columns.flatMap((each) => [1, 0.6].map((number) => ({ stand: "above", columns: each, number })));
  const across = beside.map((way) => ({ ...way, stand: "across" }));
  const all = figures.length ? [...(shape === "ultra" ? across : []), ...beside, ...(shape === "ultra" ? [] : above)] : [{ stand: "none" }];
  return titled(all, [1, 0.7]);
}

/** Lay a page out in one way and say how it went: how large the numerals, how many leaves; null where it cannot be. */
export function lay(page, wall, { stand, columns = 1, side, title = 1, number = 1 }) {
  const body = page.children[2].firstElementChild;
  mark(page, "data-stand", stand);
  if (stand !== "none") set(page.children[1], "--columns", columns);
  set(page, "--side", side ? `${side * 100}%` : null);
  const most = fitTitle(page, wall, title); // no number is larger than the sentence
  const size = stand === "none" ? most : fitFigures(page, wall.small, Math.max(wall.small, number * most));
  if (!size || page.scrollHeight > page.clientHeight + 1) return null;
  const good = (title * size) / most;
  if (!body || stand === "alone") return { good, title: most, leaves: 1 };
  const plan = planBody(body, wall, most, LEAST);
  return plan && !plan.tight && plan.size >= wall.small ? { good, title: most, plan, leaves: plan.leaves } : null;
}

/** Give the best way for a page: the fewest leaves, then the largest numerals; null where there is none. */
export function choose(page, wall, ways) {
  let best = null;
  for (const way of ways) {
    if (best?.leaves === 1 && way.title < best.way.title) break; // a smaller title is for fewer leaves
    const laid = lay(page, wall, way);
    if (laid && (!best || laid.leaves < best.leaves || (laid.leaves === best.leaves && laid.good > best.good + 0.1)))
      best = { way, ...laid };
    if (best?.leaves === 1 && best.good >= 0.8) break;
  }
  return best;
}

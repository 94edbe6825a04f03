// Rows under a heading: a list, a step matrix, or bars; on a wide wall in several columns side by side.

import { bornBullet, drawBullet } from "./figures.js";
import { keyed, make, mark, set, write } from "./nodes.js";
import { BETWEEN, tabled } from "./table.js";
import { drawLegend } from "./tiles.js";
import { em } from "./type.js";
import { STATES, glyph, share } from "./words.js";

const LOOSEST = 0.8; // em above and below a row at most
const BAR = 1; // the column of the bars
const NUMERIC = /^[\d/.,，%＋+−-]+[家个天人条次年月日项件%]{0,2}$/;

const text = (said) => ({ said });
const chip = ({ state, text: said }) => ({ state, said: said || "" });

// Each kind as its headings and the cells of its rows: {said}, {state, said} or {bar}.
const KINDS = {
  list: (body) => {
    const signed = body.rows.some((row) => row.state);
    const sign = (row) => (signed ? [{ state: row.state, said: "" }] : []);
    return {
      heads: [...(signed ? [""] : []), ...(body.columns ?? [])],
      cells: body.rows.map((row) => [...sign(row), ...row.cells.map(text)]),
    };
  },
  steps: (body) => ({
    heads: ["", ...(body.steps ?? [])],
    cells: body.rows.map((row) => [text(row.label), ...row.cells.map(chip)]),
  }),
  bars: (body) => ({
    heads: [],
    cells: body.rows.map((row) => {
      const count = `${row.n ?? ""}${row.of == null ? "" : `/${row.of}`}`;
      return [text(row.label), { bar: row }, text(count), text(row.percent)];
    }),
  }),
};

/** Give the width in em that a cell asks for. */
const wanted = (cell) => (cell.bar ? 10 : em(cell.said) + ("state" in cell ? 1.6 : 0.2));

export const bornRows = () =>
  make("div", "rows", make("ul", "legend"), make("div", "heads"), make("div", "flow room"), make("p", "empty"));

function drawCell(place, cell) {
  mark(place, "role", "cell");
  if (cell.bar) return drawBullet(place.firstChild, share(cell.bar), cell.bar);
  if ("state" in cell) {
    mark(place, "data-state", cell.state);
    mark(place, "aria-label", [STATES[cell.state]?.[1], cell.said].filter(Boolean).join(" ") || null);
    write(place.firstChild, glyph(cell.state));
    return write(place.lastChild, cell.said);
  }
  mark(place, "class", NUMERIC.test(cell.said ?? "") ? "number" : null);
  return write(place, cell.said);
}

function bornCell(cell) {
  if (cell.bar) return make("div", "", bornBullet());
  return "state" in cell ? make("div", "chip", make("i", "glyph"), make("span")) : make("div");
}

export function drawRows(place, body) {
  const rows = body.rows ?? [];
  const { heads, cells } = KINDS[body.kind]({ ...body, rows });
  const [legend, , flow, empty] = place.children;
  mark(place, "data-kind", body.kind);
  place.titles = heads;
  const numeric = (cell) => cell && !("state" in cell) && NUMERIC.test(cell.said ?? "");
  place.aside = heads.map((_, column) => cells.every((row) => numeric(row[column])));
  place.table = measured(body.kind, heads, cells);
  const kindOf = (cell, column) => `${column}${cell.bar ? "bar" : "state" in cell ? "chip" : ""}`;
  place.items = keyed(flow, rows, (row) => row.id, () => make("div", "row"), (row, item, index) => {
    mark(row, "role", "row");
    keyed(row, cells[index], kindOf, bornCell, drawCell);
  });
  const shown = body.kind === "steps" ? new Set(cells.flat().map((cell) => cell.state)) : new Set();
  const known = Object.keys(STATES).filter((state) => shown.has(state));
  drawLegend(legend, known.map((state) => ({ state, word: STATES[state][1] })));
  write(empty, rows.length ? "" : (body.empty ?? "没有要列的内容"));
}

/** Give what table.js asks of a table, in em. */
function measured(kind, heads, cells) {
  const titled = heads.some(Boolean) ? heads.map((title) => em(title) + 0.2) : null;
  const asked = (cells[0] ?? []).map((_, column) =>
    Math.max(titled?.[column] ?? 0, ...cells.map((row) => (row[column] ? wanted(row[column]) : 0))));
  const texts = cells.map((row) => row.map((cell) => (cell.bar || "state" in cell ? 0 : em(cell.said))));
  const steps = kind === "steps";
  return {
    asked, texts, heads: titled, gap: steps ? 0.3 : 1.3, pad: steps ? 0.1 : 0.3, fixed: steps ? 1.3 : 1.25,
    bar: kind === "bars" ? BAR : null,
  };
}

/** Give how the rows would stand in a room of this size in pixels. */
export function planRows(place, width, height, small, large) {
  if (!place.items.length) return { leaves: 1, size: large };
  const below = place.table.heads ? parseFloat(getComputedStyle(place).rowGap) : 0; // the headings
  const at = (least, most) => tabled(place.table, width, height - below, least, most);
  let plan = at(small, large);
  for (let size = small; plan.cut && size > 1; size -= 1) plan = at(size - 1, size - 1); // too small is better than cut
  return { ...plan, smaller: (size) => (size > small ? at(small, size - 1) : null) };
}

/** Set the rows as planned and give the leaf of each: what the browser makes of the plan counts. */
export function setRows(place, plan) {
  set(place, "--text", `${plan.size}px`);
  if (!place.items.length) return [];
  const { heads, gap } = place.table;
  const { size, count } = plan;
  mark(place, "data-tight", plan.tight ? "" : null);
  set(place, "--count", count);
  set(place, "--room", `${plan.room}em`);
  set(place, "--between", `${gap}em`);
  set(place, "--template", plan.widths.map((each) => `${each}em`).join(" "));
  set(place, "--fill", "auto");
  set(place, "--pad", null);
  drawHeads(place.children[1], heads ? count : 0, place);
  const of = fallen(place, plan).map((column) => Math.floor(column / count));
  const leaves = Math.max(...of) + 1;
  const smaller = leaves > plan.leaves && plan.smaller(size);
  if (smaller) return setRows(place, { ...smaller, smaller: plan.smaller });
  if (leaves === 1 && count > 1) set(place, "--fill", "balance");
  if (leaves === 1 && count === 1) loosen(place, size);
  return of;
}

function drawHeads(heads, count, { titles, aside }) {
  const place = (_, index) => index;
  keyed(heads, Array(count).fill(titles), place, () => make("div", "row"), (row) =>
    keyed(row, titles, place, () => make("div"), (cell, title, index) => {
      write(cell, title);
      mark(cell, "class", aside[index] ? "number" : null);
    }));
}

/** Give the column each row fell into. */
function fallen({ items, children: [, , flow] }, { size, count }) {
  const { left } = flow.getBoundingClientRect();
  const step = (flow.clientWidth + BETWEEN * size) / count;
  return items.map((each) => Math.round((each.getBoundingClientRect().left - left) / step));
}

/** Give the rows of a single column some of the height that is left. */
function loosen(place, size) {
  if (place.dataset.kind === "steps") return;
  const flow = place.children[2].getBoundingClientRect();
  const left = flow.bottom - place.items.at(-1).getBoundingClientRect().bottom;
  const most = Math.min(LOOSEST, place.table.pad + left / 2 / place.items.length / size);
  set(place, "--pad", `${Math.floor(Math.max(most, place.table.pad) * size)}px`);
}

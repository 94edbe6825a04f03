// A burn-up: what was done, how many there are, the plan, and the fan of the forecast.

import { keyed, make, mark, set, write } from "./nodes.js";
import { em } from "./type.js";

const SVG = "http://www.w3.org/2000/svg";
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10000, 20000, 50000, 100000];
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

function vector(tag, name, ...children) {
  const place = document.createElementNS(SVG, tag);
  place.setAttribute("class", name);
  place.append(...children);
  return place;
}

export function bornSeries() {
  const paths = ["fan", "area", "scope", "plan", "line"].map((name) => vector("path", name));
  const chart = vector("svg", "chart", vector("g", "ticks"), ...paths, vector("circle", "dot"), vector("g", "ends"));
  chart.setAttribute("role", "img");
  const place = make("div", "series", chart);
  place.items = [];
  return place;
}

/** Keep what is to be drawn: the picture itself is made for a size, see setSeries. */
export function drawSeries(place, { points = [], plan = [], fan = [], unit = "" }) {
  place.body = { points, plan, fan, unit };
  const last = points.at(-1);
  mark(place.firstChild, "aria-label", last ? `${last[0]}：${last[1]}/${last[2] ?? "—"}${unit}` : null);
}

const time = (day) => Date.parse(`${day}T00:00:00Z`);
const path = (pairs) => pairs.map(([x, y], place) => `${place ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

function texts(place, said) {
  keyed(place, said, (each) => each.text, () => vector("text", ""), (each, { text, x, y, anchor, name }) => {
    mark(each, "class", name ?? "tick");
    mark(each, "x", x.toFixed(1));
    mark(each, "y", y.toFixed(1));
    mark(each, "text-anchor", anchor);
    write(each, text);
  });
}

/** Give the first days of the months between two moments, `most` at most. */
function months(from, to, most) {
  const first = new Date(from);
  const all = [];
  for (let month = first.getUTCMonth(); Date.UTC(first.getUTCFullYear(), month, 1) <= to; month += 1)
    all.push(new Date(Date.UTC(first.getUTCFullYear(), month, 1)));
  const every = MONTHS.find((step) => all.length / step <= most) ?? MONTHS.at(-1);
  return all.filter((day) => day >= from && (day.getUTCFullYear() * 12 + day.getUTCMonth()) % every === 0);
}

/** Give the names of the lines that end at the right, apart from one another, in the order of their values. */
function names({ points, plan, fan, unit }) {
  const goal = points.at(-1)[2];
  const [planned, ahead] = [plan.at(-1), fan.at(-1)];
  const all = [
    goal != null && { text: `应完成 ${goal}${unit}`, value: goal },
    planned && { text: `计划 ${planned[1]}${unit}`, value: planned[1] },
    ahead && { text: `预计 ${ahead[1]}–${ahead[2]}${unit}`, value: (ahead[1] + ahead[2]) / 2 },
  ];
  return all.filter(Boolean).sort((one, other) => other.value - one.value);
}

function drawMonths(from, to, x, [left, right], [width, height], size) {
  const said = months(from, to, Math.max(2, (right - left) / ((em("12月") + 1.6) * size))).map((day, index) => {
    const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + 1];
    const text = index && month > 1 ? `${month}月` : `${year}年${month}月`;
    const half = (em(text) / 2 + 0.1) * size;
    const middle = Math.min(width - half, Math.max(half, x(day.toISOString().slice(0, 10))));
    return { text, x: middle, half, y: height - 0.4 * size, anchor: "middle" };
  });
  const apart = (row, each) => (row.at(-1)?.x + row.at(-1)?.half > each.x - each.half ? row : [...row, each]);
  return said.reduce(apart, []);
}

/** Draw the picture in the size of its place, with text of `size` pixels. */
function chart(place, size) {
  const { points, plan, fan, unit } = place.body;
  const picture = place.firstChild;
  const { clientWidth: width, clientHeight: height } = place;
  const [ticks, fanned, area, scope, planned, line, dot, ends] = picture.children;
  picture.toggleAttribute("hidden", !points.length);
  if (!points.length) return;
  mark(picture, "viewBox", `0 0 ${width} ${height}`);
  const known = points.filter((each) => each[2] != null);
  const days = [...points, ...plan, ...fan].map((each) => time(each[0]));
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const highest = Math.max(1, ...[...points, ...plan, ...fan].flatMap((each) => each.slice(1)));
  const named = names(place.body);
  const said = `${points.at(-1)[1]}${unit}`;
  const left = (em(String(highest)) + 0.6) * size;
  const right = width - (Math.max(em(said), ...named.map((each) => em(each.text))) + 1) * size;
  const [top, bottom] = [0.8 * size, height - 1.7 * size];
  const x = (day) => left + ((time(day) - from) / Math.max(1, to - from)) * (right - left);
  const y = (value) => bottom - (value / (highest * 1.04)) * (bottom - top);
  const along = (rows, column) => rows.map((each) => [x(each[0]), y(each[column])]);
  const curve = along(points, 1);
  const end = curve.at(-1);
  const drawn = (rows) => (rows.length ? path(rows) : null);

  mark(fanned, "d", drawn([...along(fan, 2), ...along(fan, 1).reverse()]));
  mark(area, "d", path([...curve, [end[0], bottom], [curve[0][0], bottom]]));
  mark(line, "d", path(curve));
  mark(scope, "d", drawn(along(known, 2)));
  mark(planned, "d", drawn(along(plan, 1)));
  mark(dot, "cx", end[0].toFixed(1));
  mark(dot, "cy", end[1].toFixed(1));
  mark(dot, "r", (0.28 * size).toFixed(1));

  const rows = Math.max(2, Math.floor((bottom - top) / (2.6 * size)));
  const step = STEPS.find((each) => highest / each <= rows) ?? highest;
  const scale = Array.from({ length: Math.floor(highest / step) + 1 }, (_, count) => count * step);
  const edge = { x: left - 0.4 * size, anchor: "end" };
  const heights = scale.map((value) => ({ ...edge, text: `${value}`, y: y(value) + 0.35 * size }));
  texts(ticks, [...heights, ...drawMonths(from, to, x, [left, right], [width, height], size)]);
  let free = top;
  for (const each of named) free = (each.y = Math.max(y(each.value) + 0.35 * size, free)) + 1.3 * size;
  let floor = bottom + 0.2 * size;
  for (const each of [...named].reverse()) floor = (each.y = Math.min(each.y, floor)) - 1.3 * size;
  const now = { text: said, name: "end", x: end[0] + 0.4 * size, y: end[1] + 1.4 * size, anchor: "start" };
  texts(ends, [now, ...named.map((each) => ({ ...each, x: right + 0.6 * size, anchor: "start" }))]);
}

/** Give the size of the text in a room of this size; a chart is never spread over leaves. */
export const planSeries = (place, width, height, small, large) =>
  ({ leaves: 1, size: Math.max(small, Math.min(large, Math.round(height / 20))) });

/** Draw as planned. */
export function setSeries(place, { size }) {
  set(place, "--text", `${size}px`);
  chart(place, size);
  return [];
}

// Pages: what does not fit on one leaf goes on to a further one, nothing is cut, scrolled or stretched.

import { SMALL, choose, lay, planBody, setTitle, titleOf, waysOf } from "./lay.js";
import { mark, set } from "./nodes.js";
import { setRows } from "./rows.js";
import { setTiles } from "./tiles.js";

const SETS = { tiles: setTiles, rows: setRows };

const unhide = (items) => items.forEach((each) => (each.hidden = false));

/** Set a body as planned, now visible, and give the leaf of each of its parts. */
function setBody(page, body, plan) {
  mark(page, "data-bare", null);
  return body ? SETS[body.className](body, plan) : [];
}

/** Give the leaf of each figure where they stand alone and need more than one. */
function spread(page, wall) {
  const box = page.children[1];
  lay(page, wall, { stand: "alone", title: SMALL });
  set(box, "--number", `${Math.min(titleOf(page)[0], Math.ceil(1.25 * wall.small))}px`);
  let [leaf, start] = [0, null];
  return box.firstChild.items.map((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    start ??= top;
    if (bottom - start > box.clientHeight + 1) [leaf, start] = [leaf + 1, top];
    return leaf;
  });
}

/** Set figures and body on the same leaves, as `whole` says. */
function together(page, items, body, whole) {
  const of = setBody(page, body, whole.plan);
  page.plan = { first: 0, figures: items.map(() => 0), body: of, leaves: Math.max(0, ...of) + 1 };
}

/** Set first the figures, then the body, on leaves of their own: `first` of the plan is how many the figures take. */
function apart(page, wall, items, body) {
  const whole = choose(page, wall, waysOf(items, null, wall.shape));
  if (whole) lay(page, wall, whole.way);
  const figures = whole ? items.map(() => 0) : spread(page, wall);
  const first = Math.max(-1, ...figures) + 1;
  const titles = [titleOf(page)];
  page.plan = { first, titles, figures, body: [], leaves: first };
  if (!body) return;
  const { title } = lay(page, wall, { stand: "none" }) ?? {};
  titles.push(titleOf(page));
  const of = setBody(page, body, planBody(body, wall, title ?? wall.small, 0));
  page.plan = { ...page.plan, body: of, leaves: first + Math.max(0, ...of) + 1 };
}

/** Fit one page to the wall {width, height, small, unit, shape} and keep in it on which leaf each of its parts stands. */
export function fit(page, wall) {
  const key = `${wall.width} ${wall.small} ${wall.height}`;
  if (page.fitted === key) return;
  page.fitted = key;
  mark(page, "data-laid", "");
  const { items } = page.children[1].firstChild;
  const body = page.children[2].firstElementChild;
  unhide([...items, ...(body?.items ?? [])]);
  mark(page, "data-bare", ""); // sizes are tried without what is in the body: setting its type is what takes time
  for (const short of [null, "meaning", "all"]) {
    mark(page, "data-short", short); // what the footer leaves to the desk where there is too little room
    const whole = choose(page, wall, waysOf(items, body, wall.shape));
    const alone = whole?.leaves > 2 && items.length ? lay(page, wall, { stand: "none" }) : null;
    if (alone && alone.leaves + 1 < whole.leaves) return apart(page, wall, items, body);
    if (whole) {
      lay(page, wall, whole.way);
      return together(page, items, body, whole);
    }
    if (short && items.length) return apart(page, wall, items, body);
  }
  // No room even so: what there is, as small as may be.
  lay(page, wall, waysOf(items, body, wall.shape)[0]);
  return together(page, items, body, { plan: body && planBody(body, wall, wall.small, 0) });
}

/** Show one leaf of a page: what belongs to another is hidden. */
export function turn(page, leaf) {
  const { first, titles, figures, body } = page.plan;
  const part = page.children[2].firstElementChild;
  if (first) {
    mark(page, "data-stand", leaf < first ? "alone" : "none");
    setTitle(page, titles[leaf < first ? 0 : 1]);
  }
  const hide = (each, off) => each.hidden === off || (each.hidden = off);
  page.children[1].firstChild.items.forEach((each, index) => hide(each, first > 0 && figures[index] !== leaf));
  part?.items.forEach((each, index) => hide(each, body[index] !== leaf - first));
}

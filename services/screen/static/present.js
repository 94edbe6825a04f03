// The speaker's desk: the page that is shown, the next one, what to say, and the time; steers the same screen.

import { keyed, make, mark, write } from "./nodes.js";
import { list, placed, steering } from "./steer.js";

const STARTED = "present.started";
const KEYS = { ArrowLeft: "back", PageUp: "back", ArrowRight: "next", PageDown: "next", " ": "pause", b: "blank", B: "blank" };
const SWITCHES = { pause: ["paused", "▶ 继续", "‖ 暂停"], blank: ["blank", "□ 恢复显示", "■ 黑屏"] };
const part = (name) => document.getElementById(name);
let picture = { pages: [] };
let where = { page: 0, leaf: 0, leaves: [1] };
let came = Date.now(); // when this page came

const command = steering("present", part("pair"), {
  content: (json) => {
    picture = json;
    if (where.online) draw();
    else alone("goto", Math.min(where.page, json.pages.length - 1));
  },
  stands: (now) => {
    stand(now.online ? now : { ...where, ...now });
  },
  fault: (words) => write(part("told"), words),
});

function stand(now) {
  if (now.page !== where.page) came = Date.now();
  where = now;
  draw();
  tick();
}

/** Without a screen the speaker leafs alone, to prepare. */
function alone(name, to) {
  const count = picture.pages.length;
  const page = { next: (where.page + 1) % count, back: (where.page + count - 1) % count, goto: to }[name] ?? where.page;
  if (count) stand({ ...where, page, leaf: 0, leaves: Array(count).fill(1) });
}

function steer(name, to) {
  if (!where.online) alone(name, to);
  else command(name, name in SWITCHES ? Number(!where[SWITCHES[name][0]]) : to);
}

const bornFigure = () => make("li", "", make("span"), make("b"));

function drawFigure(place, figure) {
  const [label, count] = place.children;
  write(label, figure.label);
  write(count, `${figure.n}${figure.of ? `/${figure.of}` : ""}${figure.unit ?? ""}${figure.percent ? `　${figure.percent}` : ""}`);
}

function draw() {
  const { pages } = picture;
  const page = pages[where.page];
  const after = pages[(where.page + 1) % pages.length];
  write(part("screen"), where.screen);
  write(part("as_of"), picture.as_of_words ? `截至${picture.as_of_words}` : "");
  write(part("place"), page ? placed(where) : "");
  write(part("title"), page?.title);
  write(part("coming"), after ? `${where.page + 1 < pages.length ? "" : "回到第1页："}${after.title}` : "");
  keyed(part("figures"), page?.figures ?? [], (figure) => figure.label, bornFigure, drawFigure);
  keyed(part("notes"), page?.notes ?? [], (note) => note, () => make("li"), (place, note) => write(place, note));
  list(part("pages"), pages, where.page, (index) => steer("goto", index));
  for (const [name, [field, on, off]] of Object.entries(SWITCHES)) {
    write(part(name).firstChild, where[field] ? on : off);
    mark(part(name), "aria-pressed", Boolean(where[field]));
  }
}

const two = (value) => String(value).padStart(2, "0");

function lasted(from) {
  const seconds = Math.max(0, Math.floor((Date.now() - from) / 1000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

function started() {
  const kept = Number(sessionStorage.getItem(STARTED));
  if (!kept) sessionStorage.setItem(STARTED, Date.now());
  return kept || Date.now();
}

function tick() {
  const now = new Date();
  write(part("clock"), `${two(now.getHours())}:${two(now.getMinutes())}`);
  write(part("here"), lasted(came));
  write(part("spent"), lasted(started()));
}

for (const name of ["next", "back", "pause", "blank"]) part(name).onclick = () => steer(name);
part("restart").onclick = () => {
  sessionStorage.removeItem(STARTED);
  came = Date.now();
  tick();
};
addEventListener("keydown", (event) => {
  const name = KEYS[event.key];
  if (!name || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, button")) return;
  event.preventDefault();
  steer(name);
});
tick();
setInterval(tick, 1000);

// The pages of the picture as articles, all of them in the document, one of them visible: see fit.js for their sizes.

import { bornRows, drawRows } from "./rows.js";
import { bornTiles, drawTiles } from "./tiles.js";
import { drawFigures } from "./figures.js";
import { keyed, make, mark, write } from "./nodes.js";

const BODIES = {
  tiles: [bornTiles, drawTiles],
  list: [bornRows, drawRows], steps: [bornRows, drawRows], bars: [bornRows, drawRows],
};

const words = new Intl.Segmenter("zh", { granularity: "word" });

const CLOSES = /^[\p{P}\s%％]/u; // what no line begins with: punctuation, a bracket that says more of what is before it
const OPENS = /[\p{Ps}\p{Pi}\d/]$/u; // what no line ends with: a bracket, a number without its unit, half of n/N

const ENDS = /[，；：。]$/u; // a clause
const LONGEST = 14; // signs that stay together

/** Write a title that is broken between words only: left to itself a browser breaks Chinese anywhere. */
function writeWords(place, text) {
  if (place.textContent === text) return;
  const groups = [];
  for (const { segment } of words.segment(text)) {
    const last = groups.at(-1);
    if (last && (CLOSES.test(segment) || OPENS.test(last))) groups.push(groups.pop() + segment);
    else groups.push(segment);
  }
  const whole = (group) => make("span", group.length > LONGEST ? "" : "whole", group);
  const after = (index) => make("wbr", ENDS.test(groups[index - 1]) ? "clause" : "");
  place.replaceChildren(...groups.flatMap((group, index) => [after(index), whole(group)]).slice(1));
}

function bornPage() {
  const foot = make("footer", "", make("div", "key"), make("span"), make("span"), make("span"));
  const figures = make("div", "figures", make("div", "cells"));
  const page = make("article", "", make("h1"), figures, make("div", "body"), foot);
  page.setAttribute("aria-roledescription", "页");
  return page;
}

function drawPage(place, page, about) {
  const said = JSON.stringify([page, about]);
  if (place.said === said) return;
  place.said = said;
  place.fitted = null;
  const [title, figures, body, foot] = place.children;
  writeWords(title, page.title);
  mark(place, "data-kind", page.kind);
  drawFigures(figures.firstChild, foot.firstChild, page.figures ?? []);
  const known = BODIES[page.body?.kind] ? [page.body] : [];
  const fill = (part, content) => BODIES[content.kind][1](part, content);
  keyed(body, known, ({ kind }) => kind, ({ kind }) => BODIES[kind][0](), fill);
  place.seconds = page.seconds || 20;
  const { source, meaning, as_of: asOf } = page.footer ?? {};
  write(foot.children[1], source);
  write(foot.children[2], asOf === `截至${about}` ? "" : asOf); // the strip below says it for all pages
  write(foot.children[3], meaning);
}

/** Draw every page into `stage` and give the articles. Those that are as before are not touched. */
export const draw = (stage, data) =>
  keyed(stage, data.pages, (page) => page.kind, bornPage, (place, page) => drawPage(place, page, data.as_of_words));

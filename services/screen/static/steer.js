// Steering from a phone or a speaker's desk: asks where the screen stands, sends commands.

import { keyed, make, mark, write } from "./nodes.js";
import { pair } from "./pair.js";

const EACH = 1000; // milliseconds
const PATIENCE = 4000;

const sleep = (time) => new Promise((done) => setTimeout(done, time));

/** Ask for a path; `body` posts. Gives null where this browser is not paired; raises what to tell a person. */
async function ask(path, body) {
  const post = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const options = { cache: "no-store", signal: AbortSignal.timeout(PATIENCE), ...(body ? post : {}) };
  const answer = await fetch(path, options).catch(() => {
    throw new Error("连不上服务器，正在重连…");
  });
  if (answer.status === 401) return null;
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.message ?? "服务器没有答复，正在重连…");
  return said;
}

/**
 * Follow the screen for ever, pairing in a `role` by `form` where it is needed. Calls `content(json)` with what is
 * played, `stands(json)` with where the screen stands and `fault(words)`, empty where all is well.
 * Gives `command(name, to)`.
 */
export function steering(role, form, { content, stands, fault }) {
  let [sent, version] = [0, null];

  /** Look once; false where this browser is not paired. */
  async function look() {
    const before = sent;
    const where = await ask("/remote/now");
    if (!where) return false;
    if (where.version !== version) {
      const picture = await ask("/present/data");
      if (!picture) return false;
      content(picture);
      version = picture.version;
    }
    if (before === sent) stands(where); // else a command was sent meanwhile and knows better
    fault(where.online ? "" : "屏幕没有连上，请看一下屏幕是否开着。");
    return true;
  }

  async function follow() {
    for (;;) {
      try {
        if (await look()) await sleep(EACH);
        else await pair(form, `/${role}/pair`);
      } catch (told) {
        fault(told.message);
        await sleep(EACH);
      }
    }
  }

  async function command(name, to) {
    const mine = (sent += 1);
    try {
      const where = await ask(`/remote/${name}`, to == null ? {} : { to });
      if (where && mine === sent) stands(where);
    } catch (told) {
      fault(told.message);
    }
  }

  follow();
  return command;
}

/** Give where a screen stands in words: 第2/7页 · 1/3. */
export function placed({ page, leaf, leaves }) {
  const part = leaves[page] > 1 ? ` · ${leaf + 1}/${leaves[page]}` : "";
  return `第${page + 1}/${leaves.length}页${part}`;
}

/** List the pages to `go(index)` to, with the one at `now` marked. */
export function list(place, pages, now, go) {
  const born = () => make("li", "", make("button", "", make("i"), make("b"), make("span")));
  keyed(place, pages, (page) => page.kind, born, ({ firstChild: button }, page, index) => {
    const [number, name, title] = button.children;
    write(number, index + 1);
    write(name, page.name);
    write(title, page.title);
    mark(button, "aria-current", index === now ? "page" : null);
    button.onclick = () => go(index);
  });
}

// The phone in the hand: next, back, pause, black, go to.

import { mark, write } from "./nodes.js";
import { list, placed, steering } from "./steer.js";

const part = (name) => document.getElementById(name);
let pages = [];
let where = { page: null };

const command = steering("remote", part("pair"), {
  content: (picture) => {
    pages = picture.pages;
    draw();
  },
  stands: (now) => {
    where = now;
    draw();
  },
  fault: (words) => write(part("told"), words),
});

function draw() {
  const there = where.page != null;
  write(part("screen"), where.screen);
  write(part("place"), there ? placed(where) : "");
  write(part("title"), where.blank ? "屏幕现在是黑的" : (pages[where.page]?.title ?? ""));
  write(part("pause"), where.paused ? "▶ 继续" : "‖ 暂停");
  write(part("blank"), where.blank ? "□ 恢复显示" : "■ 黑屏");
  mark(part("pause"), "aria-pressed", Boolean(where.paused));
  mark(part("blank"), "aria-pressed", Boolean(where.blank));
  for (const button of document.querySelectorAll("footer button")) button.disabled = !where.online;
  list(part("pages"), pages, where.page, (index) => command("goto", index));
}

part("next").onclick = () => command("next");
part("back").onclick = () => command("back");
part("pause").onclick = () => command("pause", Number(!where.paused));
part("blank").onclick = () => command("blank", Number(!where.blank));

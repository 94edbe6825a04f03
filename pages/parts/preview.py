"""What a playlist will show: the wall itself in small, fed by this page. Nothing is asked of the screens' addresses."""

from typing import NamedTuple

import streamlit as st

from services.screen.playlist import KINDS
from services.screen.shape import Content


class Wall(NamedTuple):
    """The pixels of a wall: what counts is how wide it is for its height."""

    width: int
    height: int


SHAPES = {"16:9": Wall(1920, 1080), "4:3": Wall(1440, 1080), "21:9": Wall(2560, 1080), "拼接长屏": Wall(4011, 1080)}
HTML = """
<div class="wall"><iframe src="/screen/preview" title="预览：大屏上的画面"></iframe></div>
<nav aria-label="预览的页面">
  <button class="back" title="上一页">◀</button><button class="pause">暂停／继续</button>
  <button class="next" title="下一页">▶</button><span class="pages"></span><button class="full">全屏</button>
</nav>
"""
LOOK = """
.wall { overflow: hidden; border-radius: 4px; background: #10161F; }
iframe { display: block; border: 0; transform-origin: 0 0; }
nav { display: flex; flex-wrap: wrap; gap: 0.35rem; padding-top: 0.5rem; }
.pages { display: contents; }
button { font: inherit; font-size: 0.8125rem; line-height: 1.5; color: inherit; background: none; cursor: pointer;
         border: 1px solid var(--st-border-color); border-radius: 4px; padding: 0.2rem 0.6rem; white-space: nowrap; }
button:hover, button:focus-visible { border-color: currentColor; }
.full { margin-left: auto; }
"""
# The frame is made once and told each change. What is told before it has loaded is lost, so it is told then again.
SCRIPT = """
export default function ({ data, parentElement }) {
  const part = (name) => parentElement.querySelector(name);
  const [wall, frame] = [part(".wall"), part("iframe")];
  const tell = (what) => frame.contentWindow.postMessage(what, location.origin);
  const size = () => {
    const scale = wall.clientWidth / data.width;
    frame.style.transform = `scale(${scale})`;
    wall.style.height = `${data.height * scale}px`;
  };
  frame.style.width = `${data.width}px`;
  frame.style.height = `${data.height}px`;
  size();
  const seen = new ResizeObserver(size);
  seen.observe(wall);
  frame.onload = () => tell({ picture: data.picture });
  frame.onload();
  part(".back").onclick = () => tell({ step: -1 });
  part(".next").onclick = () => tell({ step: 1 });
  part(".pause").onclick = () => tell({ pause: true });
  part(".full").onclick = () => frame.requestFullscreen();
  part(".pages").replaceChildren(...data.names.map((name, page) => {
    const button = document.createElement("button");
    button.textContent = name;
    button.onclick = () => tell({ go: page });
    return button;
  }));
  return () => seen.disconnect();
}
"""

_mount = st.components.v2.component("preview", html=HTML, css=LOOK, js=SCRIPT)


def preview(content: Content) -> None:
    """Show what a screen will be sent, as a wall of the chosen shape draws it."""
    shape = st.segmented_control(
        "屏幕形状", list(SHAPES), key="preview_shape", default="16:9", required=True, label_visibility="collapsed"
    )
    names = [KINDS[page["kind"]] for page in content["pages"]]
    _mount(key="preview", data={**SHAPES[shape]._asdict(), "names": names, "picture": content})

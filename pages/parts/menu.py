"""The pages there are, in the order of the menu, and links between them that keep 截至 and the filters."""

from collections.abc import Callable

import streamlit as st

from pages.parts.data import Now
from pages.parts.view import View

LEADERS = {
    "overview": "总览", "coverage": "涉改覆盖", "training": "教育培训", "rectification": "督查整改",
    "changes": "本期变化", "unit": "单位",
}  # fmt: skip
ANALYSTS = {
    "upload": "上传", "history": "历史", "snapshots": "快照", "screens": "屏幕", "quality": "质量",
    "aliases": "别名", "definitions": "口径",
}  # fmt: skip
HIDDEN = {"rows": "名单", "source": "出处"}


def pages(start: Callable[[], None]) -> list[st.Page]:
    """Give every page; `start` answers the bare address, which shows no page of its own."""
    named = {**LEADERS, **ANALYSTS, **HIDDEN}
    shown = [
        st.Page(f"{path}.py", title=f"{title} · 机关党建看板", url_path=path, visibility="hidden")
        for path, title in named.items()
    ]
    return [st.Page(start, title="机关党建看板", url_path="start", default=True, visibility="hidden"), *shown]


def link(label: str, page: str, view: View, now: Now, icon: str | None = None, **params: str) -> None:
    """Show a link to another page that keeps the view and adds `params` to it."""
    st.page_link(f"{page}.py", label=label, icon=icon, query_params=view.params(now.day, **params), help="")


def go(page: str, view: View, now: Now, **params: str) -> None:
    """Turn to another page at once, as `link` would."""
    st.switch_page(f"{page}.py", query_params=view.params(now.day, **params))

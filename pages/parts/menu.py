"""The pages there are, in the order of the menu, and links between them that keep 截至 and the filters."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.parts import person
from pages.parts.data import Now
from pages.parts.plain import plain
from pages.parts.view import View
from services.errors import NotAllowed

LEADERS = {
    "overview": "总览", "registers": "全部台账", "coverage": "涉改覆盖", "training": "教育培训",
    "rectification": "督查整改", "changes": "本期变化", "unit": "单位",
}  # fmt: skip
ANALYSTS = {
    "upload": "上传", "history": "历史", "snapshots": "快照", "screens": "屏幕", "quality": "质量",
    "aliases": "别名", "definitions": "口径",
}  # fmt: skip
OFFICES = {"people": "账号", "audit": "审计"}
HIDDEN = {"ledger": "台账", "rows": "名单", "source": "出处"}
NOTHING = "这个账号还没有可以看的页面，请找系统管理员。"
# The right (services/access/operations.py) without which a page is not there; the services ask for theirs again.
RIGHTS = {
    **dict.fromkeys([*LEADERS, "definitions", "ledger"], "figures.read"),
    **dict.fromkeys(["rows", "source"], "rows.read"),
    **dict.fromkeys(["history", "snapshots", "quality"], "history.read"),
    "upload": "file.upload", "screens": "screen.read", "aliases": "alias.read",
    "people": "account.read", "audit": "audit.read",
}  # fmt: skip


def allowed(titles: Mapping[str, str]) -> dict[str, str]:
    """Give those of these pages (title by path) that the person of this run may see."""
    return {path: title for path, title in titles.items() if person.allowed(RIGHTS[path])}


def first() -> str:
    """Give the path of the page a person comes in by. Raises NotAllowed where there is none for them."""
    for path in allowed({**LEADERS, **ANALYSTS, **OFFICES}):
        return path
    raise NotAllowed(NOTHING)


def pages(start: Callable[[], None]) -> list[st.Page]:
    """Give the pages the person of this run may see; `start` answers the bare address, which shows no page of its own.

    Any other page is unknown to this run, by its name and by its hash.
    """
    named = allowed({**LEADERS, **ANALYSTS, **OFFICES, **HIDDEN})
    shown = [
        st.Page(f"{path}.py", title=f"{title} · 机关党建看板", url_path=path, visibility="hidden")
        for path, title in named.items()
    ]
    return [st.Page(start, title="机关党建看板", url_path="start", default=True, visibility="hidden"), *shown]


def link(label: str, page: str, view: View, now: Now, icon: str | None = None, **params: str) -> None:
    """Show a link to another page that keeps the view and adds `params` to it; none to a page that is not there."""
    if person.allowed(RIGHTS[page]):
        st.page_link(f"{page}.py", label=plain(label), icon=icon, query_params=view.params(now.day, **params), help="")


def go(page: str, view: View, now: Now, **params: str) -> None:
    """Turn to another page at once, as `link` would."""
    if person.allowed(RIGHTS[page]):
        st.switch_page(f"{page}.py", query_params=view.params(now.day, **params))

"""A figure on the wall is the figure on the dashboard's page at the same 截至, batch and 领域."""

from typing import Any

import pytest

from services.screen.words import day
from services.snapshots import snapshot
from tests.pages.analyst import opened, seen, store
from tests.pages.town import AS_OF, build
from tests.screen.wall import shown

WHERE = {
    "overview": ("涉改单位处置完成率", "履职培训覆盖率", "整改完成率"),
    "coverage": ("涉改单位处置完成率", "新组建单位选举完成率"),
    "training": ("履职培训覆盖率", "学时达标率"),
    "rectification": ("整改完成率", "逾期数", "软弱涣散整顿完成率"),
}


def as_drawn(figure: Any) -> str:
    """Give a figure of the wall as a card of the dashboard draws it."""
    if figure["of"] is None:
        return f"<b>{figure['n']}</b><span> {figure['unit']}</span>"
    return f"<b>{figure['n']}</b><span>/{figure['of']} {figure['unit']}</span><em>{figure['percent']}</em>"


@pytest.mark.parametrize("domain", [None, "机关"])
def test_the_wall_shows_what_the_pages_show(domain: str | None) -> None:
    build(store(), units=30)
    snapshot(store(), "9月例会", AS_OF.replace(month=9, day=28), "业务员甲")
    content = shown(store(), domain=domain)
    figures = {figure["label"]: figure for page in content["pages"] for figure in page["figures"]}
    query = {"as_of": "2023-09-28", **({"domain": domain} if domain else {})}
    for name, labels in WHERE.items():
        words = seen(opened(name, **query))
        for label in labels:
            assert as_drawn(figures[label]) in words, (name, label)
    assert content["as_of_words"] == day(AS_OF.replace(month=9, day=28))


def test_the_headline_is_the_headline_of_the_overview() -> None:
    build(store(), units=30)
    assert shown(store())["pages"][0]["title"] in seen(opened("overview"))

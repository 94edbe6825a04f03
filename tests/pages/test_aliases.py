"""别名: who confirmed what, when; and taking it back."""

from services import aliases
from services.batches import Options, commit, preview
from tests.pages.analyst import opened, seen, store
from tests.pages.workbooks import units


def test_without_any_the_page_says_where_they_come_from() -> None:
    assert "还没有确认过别名" in seen(opened("aliases"))


def test_one_is_listed_with_who_and_kind_and_can_be_taken_back() -> None:
    into = store()
    commit(into, preview(into, "名册.xlsx", units(), Options("units")), "业务员甲")
    aliases.add(into, "财<i>局", "市财政局", "简称", "业务员乙")
    app = opened("aliases")
    said = seen(app)
    assert "财&lt;i&gt;局" in said
    assert "市财政局 · 简称" in said
    assert "业务员乙" in said
    app.button(key="take 财<i>局").click().run()
    assert not app.exception
    assert "已收回" in seen(app)
    assert aliases.listed(into) == []

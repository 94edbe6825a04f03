"""口径: on an empty store and on a filled one, whole and filtered."""

import pytest

from services.ledgers import indicators, ledgers
from tests.pages.analyst import opened, seen, store
from tests.pages.town import build


def test_every_indicator_and_rule_is_there_before_any_data() -> None:
    said = seen(opened("definitions"))
    for each in indicators().values():
        assert f"<td>{each.id}</td><td>{each.name}</td>" in said
    assert said.count("核对规则") == 1
    assert all(rule.text in said for ledger in ledgers().values() for rule in ledger.rules)
    assert "系统预设" in said


@pytest.fixture
def town() -> None:
    build(store())


@pytest.mark.usefixtures("town")
def test_figures_and_settings_are_those_of_the_day() -> None:
    said = seen(opened("definitions"))
    assert "<td>涉改任务基数</td><td>10</td>" in said
    assert "rows?k=K01&amp;part=n" in said
    earlier = seen(opened("definitions", as_of="2000-01-01"))
    assert "<td>涉改任务基数</td><td>87</td>" in earlier


@pytest.mark.usefixtures("town")
def test_the_box_filters_all_tables() -> None:
    app = opened("definitions")
    app.text_input(key="find").set_value("K19").run()
    said = seen(app)
    assert "<td>K19</td>" in said
    assert "<td>K01</td>" not in said
    app.text_input(key="find").set_value("没有这个词").run()
    assert "没有找到" in seen(app)

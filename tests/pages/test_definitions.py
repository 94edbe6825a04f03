"""口径: on an empty store and on a filled one, whole and filtered."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from services.codes import Figure, codes
from services.ledgers import indicators, ledgers
from services.store.tables import Batch
from tests.pages.analyst import opened, seen, store
from tests.pages.town import AS_OF, build


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


@pytest.mark.usefixtures("town")
def test_a_code_leads_to_the_same_list_even_after_a_later_upload() -> None:
    figure = Figure("K17", "rest", AS_OF, 1, {"domain": "机关"})
    code = codes(store(), [figure])[figure.named()]
    before = opened("rows", k="K17", part="rest", domain="机关").dataframe[0].value
    with store().write() as connection:
        connection.execute(
            sa.insert(Batch).values(
                id=2,
                made_at=datetime(2023, 11, 30, tzinfo=UTC),
                made_by="业务员甲",
                action="import",
                file="later.xlsx",
                counts={},
            )
        )
        connection.execute(sa.text("UPDATE findings SET batch_out = 2"))
    assert "没有这样的记录" in seen(opened("rows", k="K17", part="rest", domain="机关"))
    app = opened("definitions")
    app.text_input(key="code").set_value(code.lower().removeprefix("整改-")).run()
    assert "整改完成率" in seen(app)
    assert len(app.dataframe[0].value) == len(before) > 0


@pytest.mark.usefixtures("town")
def test_a_code_nobody_gave_is_said() -> None:
    app = opened("definitions")
    app.text_input(key="code").set_value("覆盖-9999").run()
    assert "没有编号“覆盖-9999”" in seen(app)

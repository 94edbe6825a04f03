"""单位一页清: who it is, what is open first, its timeline, and everything received from it."""

import sqlalchemy as sa

from tests.pages.analyst import opened, seen, store
from tests.pages.town import build


def page(unit: str, **query: str) -> str:
    app = opened("unit", unit=unit, **query)
    assert not app.error
    return seen(app)


def test_a_unit_stands_with_its_names_its_open_things_and_its_files() -> None:
    build(store())
    with store().write() as connection:
        connection.execute(sa.text("UPDATE units SET former_names = '[\"市老局\"]' WHERE name = '市第2局'"))
    said = page("市第2局")
    assert "市老局" in said
    assert "第2位" in said
    assert "<i>隶属</i>在管" in said
    assert "项没有办结" in said
    assert said.index("项没有办结") < said.index("进度时间线") < said.index("报来过")
    assert "督查问题整改台账.xlsx" in said
    assert "source?ledger=findings&amp;row=" in said


def test_the_open_things_say_how_late_they_are() -> None:
    build(store())
    said = page("市第2局", as_of="2023-10-01")
    assert '<p class="late"><i>▲</i><b>逾期</b>' in said
    assert "逾期1天" in said


def test_a_unit_that_was_handed_over_is_said_to_be_gone() -> None:
    build(store())
    said = page("市第4局")
    assert "已移交，不再在管" in said
    assert "在管" not in page("市第4局", as_of="2023-01-01").split("不再")[0].split("<i>隶属</i>")[0]


def test_a_unit_with_nothing_says_so() -> None:
    build(store())
    with store().write() as connection:
        values = {"key": "新", "batch_in": 1, "source_id": 1, "line": 99, "kept": {}, "marks": {}, "name": "市新局",
                  "domain": "机关", "is_reform": False, "is_new": False}  # fmt: skip
        connection.execute(sa.insert(sa.table("units", *map(sa.column, values))), {
            **values, "kept": "{}", "marks": "{}"})  # fmt: skip
    said = page("市新局")
    assert "目前没有未办结的事项" in said
    assert "没有涉改、选举、督查和培训的记录" in said
    assert "报来过1次，共1行" in said


def test_many_open_things_are_shortened() -> None:
    build(store())
    with store().write() as connection:
        connection.execute(sa.text("UPDATE findings SET unit = '市第2局', closed_on = NULL, status_text = NULL"))
    said = page("市第2局")
    assert said.count('<p class="late">') == 10
    assert "另有" in said

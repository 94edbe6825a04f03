"""质量: what the page says is what it lists, whole, filtered, and with nothing in the store."""

import sqlalchemy as sa

from pages.parts import data
from pages.parts.prompt_list import table
from pages.parts.view import View
from services.ledgers.prompts import PROMPTS
from tests.pages.analyst import opened, seen, store
from tests.pages.town import AS_OF, build


def test_an_empty_store_says_what_to_do() -> None:
    store()
    app = opened("quality")
    assert not app.error
    assert "还没有数据" in seen(app)


def test_every_prompt_opens_to_as_many_rows_as_it_counts() -> None:
    build(store())
    with store().write() as connection:
        connection.execute(sa.text("UPDATE units SET is_reform = 0 WHERE name = '市第1局'"))
    app = opened("quality")
    assert not app.error
    looks = data.quality(data.now().stamp, View(AS_OF, 1))["looks"]
    there = [prompt for prompt, rows in looks.items() if rows]
    assert "Q02" in there
    assert [each.label for each in app.expander] == [
        f"**{len(looks[prompt])}** {PROMPTS[prompt].unit_word}　{PROMPTS[prompt].name}" for prompt in there
    ]
    assert f"有{len(there)}类{sum(map(len, looks.values()))}处建议看一看" in seen(app)
    assert "只是提示，不是结论" in seen(app)


def test_a_row_names_its_cell_and_nobody_from_ledgers_that_are_about_units() -> None:
    build(store())
    found = data.quality(data.now().stamp, View(AS_OF, 1))["looks"]
    lines = [line for rows in found.values() for line in table(rows).to_dict("records")]
    assert lines
    assert all(line["单元格"] and line["文件"] for line in lines)
    assert "领导甲" not in str(lines)


def test_a_filter_keeps_to_its_units() -> None:
    build(store())
    app = opened("quality", domain="机关")
    assert app.selectbox(key="domain").value == "机关"
    filled = data.quality(data.now().stamp, View(AS_OF, 1, {"domain": "机关"}))["filled"]
    assert {each["domain"] for each in filled} == {"机关"}
    whole = data.quality(data.now().stamp, View(AS_OF, 1))["filled"]
    assert len(filled) < len(whole)

"""名单: exactly as many rows as the figure says, for every figure and both of its parts."""

import re

import pytest

from pages.parts import data
from pages.parts.measured import measure
from pages.parts.view import View
from services.codes import find
from services.ledgers import indicators
from tests.pages.analyst import opened, seen, store
from tests.pages.town import AS_OF, build


@pytest.fixture
def view() -> View:
    build(store())
    return View(AS_OF, 1)


def test_every_list_is_as_long_as_its_figure(view: View) -> None:
    stamp = data.now().stamp
    for indicator, declared in indicators().items():
        measured = measure(stamp, view, indicator)
        assert measured is not None
        expected = {} if declared.sums else {"n": measured.n}
        if measured.of is not None:
            expected |= {"of": measured.of, "rest": measured.of - measured.n}
        listed = {part: len(data.behind(stamp, view, indicator, part)) for part in expected}
        assert (indicator, listed) == (indicator, expected)


def test_the_list_page_shows_the_rows_and_their_cells(view: View) -> None:
    app = opened("rows", k="K17", part="n")
    frame = app.dataframe[0].value
    assert f"共{len(frame)}行" in seen(app)
    assert f"整改完成率 {len(frame)}/24项（33.3%）" in seen(app)
    assert ">整改完成率</div>" in seen(opened("rows", k="K17", part="of", state="整改中")), "a state has no share"
    assert set(frame["工作表"]) == {"Sheet1"}
    assert all(cell.rstrip("0123456789").isalpha() for cell in frame["单元格"])


def test_a_list_can_be_of_one_unit(view: View) -> None:
    app = opened("rows", k="K08", part="of", unit="市第1局")
    assert list(app.dataframe[0].value["单位名称"]) == ["市第1局"] * 3


def test_a_slice_the_figure_does_not_know_is_said(view: View) -> None:
    app = opened("rows", k="K01", part="n", post="书记")
    assert "不能按" in app.warning[0].value


def test_no_figure_named_is_said(view: View) -> None:
    assert "请从图上" in opened("rows").warning[0].value


def test_a_row_that_is_picked_shows_its_source(view: View) -> None:
    app = opened("rows", k="K17", part="n")
    app.session_state["rows_K17_n"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    app.run()
    assert "这一行的出处" in seen(app)


def test_hours_stand_beside_each_person(view: View) -> None:
    frame = opened("rows", k="K10", part="of").dataframe[0].value
    assert {"56", "0"} <= set(frame["本年学时"])


def test_the_list_bears_a_code_that_leads_back_to_it(view: View) -> None:
    (code,) = re.findall(r"整改-\w{4}", seen(opened("rows", k="K17", part="rest", domain="机关")))
    figure = find(store(), code)
    assert figure is not None
    assert (figure.indicator, figure.part, figure.where, figure.batch) == ("K17", "rest", {"domain": "机关"}, 1)

"""What each page says: the finding, n/N, units in official order, and nobody named where something is behind."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services.changes import Amount, Change, Split
from services.ledgers import ledger
from services.screen.pages.changes import by_class
from services.screen.pages.elections import cells
from services.snapshots import snapshot
from services.store import Store
from tests.pages.later import change
from tests.pages.town import AS_OF
from tests.screen.wall import page, points, shown, town, written

NAMED = re.compile("第[0-9]+局")
NEGATIVE = ("summary", "changes", "training", "rectification", "weak")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = town(tmp_path)
    yield opened
    opened.engine.dispose()


def emptied(store: Store, name: str) -> None:
    with store.write() as connection:
        connection.execute(sa.delete(ledger(name).versions))


def told(figure: Any) -> tuple[str, str | None, str | None]:
    return figure["n"], figure["of"], figure["state"]


def test_every_unit_is_a_tile_in_official_order_and_the_gap_too(store: Store) -> None:
    change(store, 2, targets={"value": "10"})
    shown_ = page(store, "tiles")
    body: Any = shown_["body"]
    assert [tile["label"] for tile in body["items"]] == [
        "第1局", "第2局", "第3局", "第4局", "第6局", "第7局", "第8局", "第9局", "未登记", "未登记",
    ]  # fmt: skip
    signs = {sign["word"]: (sign["state"], sign["count"]) for sign in body["legend"]}
    assert signs == {"已完成": ("done", 4), "进行中": ("doing", 2), "未启动": ("todo", 2), "未登记": ("unknown", 2)}
    assert shown_["title"] == "涉改单位党组织处置完成4/10（40.0%），还有6家没有完成。"
    assert "任务基数10家，名册登记8家，差额-2家" not in points(store, "tiles")


def test_postponed_and_withdrawn_are_neither_done_nor_begun(store: Store) -> None:
    change(store, 2, reform={"completed_on": None, "status_text": "暂缓"})
    body: Any = page(store, "tiles")["body"]
    assert [(sign["state"], sign["word"]) for sign in body["legend"]] == [("na", "暂缓"), ("unknown", "未登记")]


def test_nothing_done_and_everything_done(store: Store) -> None:
    change(store, 2, reform={"completed_on": None}, targets={"value": "8"})
    assert "0/8（0%）" in page(store, "tiles")["title"]
    assert told(page(store, "summary")["figures"][0]) == ("0", "8", None)
    change(store, 3, reform={"completed_on": date(2023, 9, 1), "approved_on": date(2023, 9, 1)})
    assert "全部完成8/8（100%）。" in page(store, "tiles")["title"]
    assert told(page(store, "summary")["figures"][0]) == ("8", "8", "done")


def test_a_ledger_not_uploaded_is_no_zero(store: Store) -> None:
    for name, kind in (
        ("reform", "tiles"),
        ("elections", "elections"),
        ("attendance", "training"),
        ("findings", "rectification"),
    ):
        emptied(store, name)
        sent = page(store, kind)
        assert sent["title"].startswith(f"还没有上传{ledger(name).title}。")
        assert (sent["figures"], sent["seconds"]) == ([], 8)
        assert f"{ledger(name).title}（未报）" in sent["footer"]["source"]
    assert page(store, "summary")["title"].startswith("还没有")


def test_in_the_summary_what_is_not_reported_stands_beside_what_is(store: Store) -> None:
    emptied(store, "attendance")
    coverage, training, closed = page(store, "summary")["figures"]
    assert told(coverage) == ("4", "10", None)
    assert (told(training), training["note"]) == (("未报", None, "unknown"), "还没有上传参训台账")
    assert told(closed)[:2] == ("8", "24")


def test_not_yet_due_is_not_the_same_as_nothing_late(store: Store) -> None:
    later = {"due_on": date(2024, 1, 1), "original_due_on": date(2024, 1, 1)}
    change(store, 2, findings=later, weak_orgs={"due_on": date(2024, 1, 1), "closed_on": None})
    late = page(store, "rectification")["figures"][1]
    assert (told(late), late["note"]) == (("0", None, "todo"), "都还没有到整改时限")
    weak = page(store, "weak")["figures"][0]
    assert (told(weak), weak["note"]) == (("0", "2", "todo"), "都还没有到整顿时限")
    change(
        store,
        3,
        findings={"closed_on": date(2023, 10, 1), "due_on": date(2023, 9, 1), "original_due_on": date(2023, 9, 1)},
    )
    assert told(page(store, "rectification")["figures"][1]) == ("0", None, None)
    assert page(store, "rectification")["body"]["rows"] == []


def test_nothing_in_the_denominator_is_not_applicable(store: Store) -> None:
    change(store, 2, weak_orgs={"listed_on": date(2022, 3, 1)})
    weak = page(store, "weak")
    assert told(weak["figures"][0]) == ("不适用", None, "na")
    assert weak["title"].startswith("今年没有列入整顿的党组织；")


def test_overdue_is_counted_by_domain_and_named_only_when_switched_on(store: Store) -> None:
    by_domain, by_unit = (page(store, "rectification", list_units=on)["body"] for on in (False, True))
    assert by_domain["columns"][0] == "领域"
    assert [row["cells"][0] for row in by_domain["rows"]] == [
        "机关",
        "事业单位",
        "国有企业",
        "非公经济组织",
        "社会组织",
    ]
    assert by_unit["columns"][0] == "单位"
    names = [row["cells"][0] for row in by_unit["rows"]]
    assert names == sorted(names, key=lambda name: int(name.strip("第局")))
    late = int(page(store, "rectification")["figures"][1]["n"])
    for body in (by_domain, by_unit):
        assert sum(int(row["cells"][1].removesuffix("项")) for row in body["rows"]) == late


def test_what_to_take_up_is_the_same_number_of_matters_either_way(store: Store) -> None:
    by_domain, by_unit = (page(store, "weak", list_units=on) for on in (False, True))
    matters = int(by_domain["figures"][1]["n"])
    assert matters == len(by_unit["body"]["rows"])
    assert matters == sum(int(row["cells"][1].removesuffix("件")) for row in by_domain["body"]["rows"])
    assert by_unit["body"]["columns"] == ["单位", "事由", "天数"]
    assert "党支部" not in written(by_unit)


@pytest.mark.parametrize("kind", NEGATIVE)
def test_no_unit_is_named_where_it_is_behind(store: Store, kind: str) -> None:
    snapshot(store, "6月例会", date(2023, 6, 30), "业务员甲")
    change(store, 2, reform={"completed_on": None})
    snapshot(store, "10月例会", AS_OF, "业务员甲")
    assert NAMED.findall(written(page(store, kind))) == []
    assert kind == "changes" or NAMED.findall(points(store, kind)) == []


def test_who_came_in_may_be_named_and_who_went_only_when_switched_on(store: Store) -> None:
    snapshot(store, "6月例会", date(2023, 6, 30), "业务员甲")
    change(store, 2, reform={"completed_on": None})
    snapshot(store, "10月例会", AS_OF, "业务员甲")
    switched_off, switched_on = (
        {line.partition("率")[0][:3]: line for line in points(store, "changes", list_units=on).splitlines()}
        for on in (False, True)
    )
    assert switched_off["涉改单"] == "涉改单位处置完成率4/10 → 0/10家，减少4家。"
    assert switched_on["涉改单"] == "涉改单位处置完成率4/10 → 0/10家，减少4家（第3局、第4局、第7局等4家单位）。"
    assert not NAMED.search(switched_off["逾期数"])
    assert NAMED.search(switched_on["逾期数"])
    assert NAMED.search(switched_off["整改完"])


def test_the_changes_say_how_far_and_why(store: Store) -> None:
    snapshot(store, "6月例会", date(2023, 6, 30), "业务员甲")
    assert page(store, "changes")["title"].startswith("还没有可以对比的上一次。")
    snapshot(store, "10月例会", AS_OF, "业务员甲")
    sent = page(store, "changes")
    assert sent["title"].startswith("与“6月例会”相比，销号增4项。")
    notes = {figure["label"]: figure["note"] for figure in sent["figures"]}
    assert notes["整改完成率"] == "增4项，都是真变化"
    assert "新增" in points(store, "changes")
    change(store, 2, weak_orgs={"remark": "x"})
    snapshot(store, "又一次", AS_OF, "业务员甲")
    assert page(store, "changes")["title"] == "与“10月例会”相比，各项指标没有变化。"
    assert page(store, "changes")["seconds"] == 8


def test_last_year_s_count_is_nothing_to_compare_a_yearly_figure_with(store: Store) -> None:
    snapshot(store, "去年底", date(2022, 12, 31), "业务员甲")
    snapshot(store, "10月例会", AS_OF, "业务员甲")
    assert "履职培训覆盖率" not in [figure["label"] for figure in page(store, "changes")["figures"]]
    assert page(store, "training")["figures"][0]["note"] is None


def test_gains_and_losses_are_told_by_class() -> None:
    def split(now: int, *changes: tuple[Any, int]) -> Split:
        return Split("K01", (5, 10), (now, 10), tuple(Change(kind, None, "", Amount(n), "") for kind, n in changes))

    assert by_class(split(11, ("真变化", 5), ("补报", 1)), "家") == "增6家：真变化+5、补报+1"
    assert by_class(split(6, ("真变化", 1)), "家") == "增1家，都是真变化"
    assert by_class(split(5, ("真变化", 1), ("更正", -1)), "家") == "没有增减：真变化+1、更正−1"
    only_scope = Split("K17", (5, 10), (5, 12), (Change("真变化", None, "", Amount(0, 2), ""),))
    assert by_class(only_scope, "项") == "没有增减，分母+2"


def test_a_step_passed_over_is_not_reported_and_the_next_is_under_way() -> None:
    taken = (date(2022, 12, 5), None, date(2023, 3, 15), None, date(2023, 12, 1), None)
    assert [(cell["state"], cell["text"]) for cell in cells(taken, AS_OF)] == [
        ("done", "22.12.5"), ("unknown", ""), ("done", "3.15"), ("doing", ""), ("todo", "12.1"), ("todo", ""),
    ]  # fmt: skip
    assert {cell["state"] for cell in cells((None,) * 6, AS_OF)} == {"todo"}
    assert {cell["state"] for cell in cells(None, AS_OF)} == {"unknown"}


def test_under_a_filter_every_page_says_whose_it_speaks_of(store: Store) -> None:
    for sent in shown(store, domain="机关")["pages"]:
        assert sent["title"].startswith("机关：") or "还没有" in sent["title"]
    body: Any = page(store, "training", domain="机关")["body"]
    assert [row["label"] for row in body["rows"]] == ["书记", "委员"]
    assert [tile["label"] for tile in page(store, "tiles", domain="机关")["body"]["items"]] == ["第1局", "第6局"]

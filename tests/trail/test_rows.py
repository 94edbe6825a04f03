"""The trail as an auditor reads it: filtered, in pages, in words, and as a harmless file."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest

from services import snapshots
from services.access import permit
from services.access.origin import address
from services.errors import BadRequest, NotAllowed
from services.store import Store
from services.trail import PAGE, Wanted, actors, exported, listed, rows
from services.trail.words import said
from tests.access.people import ADMIN, ANALYST, AUDITOR, everybody


def table(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), strict=True))


@pytest.fixture
def told(store: Store) -> Store:
    address.set("10.0.0.9")
    permit(store, "甲", "ledger.export", "单位名册", rows=4)
    permit(store, "乙", "ledger.export", "=cmd|' /C calc'!A0", rows=2)
    snapshots.snapshot(store, "5月", date(2023, 5, 31), "甲")
    with pytest.raises(BadRequest):
        snapshots.snapshot(store, "5月", date(2023, 5, 31), "甲")
    address.set(None)
    return store


def numbers(store: Store, **wanted: object) -> list[int]:
    found, total = listed(store, "丙", Wanted(**wanted))  # type: ignore[arg-type]
    assert total == len(found)
    return [each.id for each in found]


def test_rows_are_told_in_words_the_newest_first(told: Store) -> None:
    (last, published, _, first), total = listed(told, "丙", Wanted())
    assert total == 4
    assert (first.id, first.actor, first.address, first.operation, first.thing, first.outcome, first.detail) == (
        1, "甲", "10.0.0.9", "导出台账", "单位名册", "已办", "4条",
    )  # fmt: skip
    assert published.detail == "截至2023-05-31；第0批；月度"
    assert (last.outcome, last.detail) == ("被拒绝", "请求不成立")


def test_they_are_filtered(told: Store) -> None:
    today = datetime.now().astimezone().date()
    assert numbers(told, actor="甲") == [4, 3, 1]
    assert numbers(told, operation="ledger.export") == [2, 1]
    assert numbers(told, outcome="refused") == [4]
    assert numbers(told, actor="甲", operation="ledger.export", outcome="done") == [1]
    assert numbers(told, actor="没有的") == []
    assert numbers(told, first=today, last=today) == [4, 3, 2, 1]
    assert numbers(told, last=today - timedelta(days=1)) == numbers(told, first=today + timedelta(days=1)) == []
    assert actors(told, "丙") == ["乙", "甲"]


def test_a_day_is_that_of_the_clock_on_the_wall(told: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    day = date(2026, 3, 1)
    ends = Wanted(first=day, last=day).conditions()
    since, until = datetime.fromisoformat(ends["since"]), datetime.fromisoformat(ends["until"])
    assert since == datetime(2026, 3, 1).astimezone()
    assert until - since == timedelta(days=1)
    assert since.tzinfo == UTC


def test_they_come_in_pages(store: Store) -> None:
    for n in range(PAGE + 3):
        permit(store, "甲", "ledger.export", str(n))
    (newest, *_), total = listed(store, "甲", Wanted())
    assert (newest.id, total) == (PAGE + 3, PAGE + 3)
    rest, _ = listed(store, "甲", Wanted(), 1)
    assert [each.id for each in rest] == [3, 2, 1]


def harmless_file(content: bytes) -> bool:
    return not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for line in table(content) for cell in line)


def test_the_file_has_all_rows_and_no_formula(told: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    content = exported(told, "丙", Wanted())
    head, *lines = table(content)
    assert head == ["序号", "时间", "操作人", "地址", "事项", "对象", "结果", "说明", "校验码"]
    assert [line[0] for line in lines] == ["1", "2", "3", "4"]
    assert lines[1][5] == "'=cmd|' /C calc'!A0"
    assert harmless_file(content)
    monkeypatch.setattr(rows, "harmless", lambda text: text)
    assert not harmless_file(exported(told, "丙", Wanted()))


def test_taking_the_file_is_written_down_with_what_was_asked_for(told: Store) -> None:
    exported(told, "丙", Wanted(actor="甲", first=date(2023, 1, 1)))
    (row, *_), _ = listed(told, "丙", Wanted(operation="audit.export"))
    assert (row.actor, row.detail) == (
        "丙",
        f"操作人：甲；3条；起于{Wanted(first=date(2023, 1, 1)).conditions()['since'][:10]}",
    )


def test_only_an_auditor_reads_it(store: Store) -> None:
    everybody(store)
    for by in (ADMIN, ANALYST, "nobody"):
        for read in (lambda by: listed(store, by, Wanted()), lambda by: exported(store, by, Wanted()),
                     lambda by: actors(store, by)):  # fmt: skip
            with pytest.raises(NotAllowed):
                read(by)
    assert listed(store, AUDITOR, Wanted(outcome="refused"))[1] == 9


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ({"roles": ["领导", "业务员"], "domains": None, "persons": True}, "角色：领导、业务员；可看人员名单：是"),
        ({"roles": [["领导"], ["领导", "审计员"]]}, "角色：领导 → 领导、审计员"),
        ({"domains": [["机关", "事业单位"], None]}, "负责领域：机关、事业单位 → 全部"),
        ({"title": ["", "张三"], "expires_on": [None, "2026-01-01"]}, "姓名：无 → 张三；到期日：无 → 2026-01-01"),
        ({"counts": {"units": {"new": 3, "changed": 0}, "gone": {"new": 0}}}, "单位名册 新增3，gone 没有变化"),
        ({"why": "not_allowed"}, "没有权限"),
        ({"why": "something_new", "other": 1}, "something_new；other 1"),
        ({"role": "remote", "minutes": 10}, "遥控；10分钟内有效"),
    ],
)
def test_what_a_row_says_besides_is_told_in_words(detail: dict[str, object], words: str) -> None:
    assert said(detail) == words

"""The demonstration: always the same bytes, of the promised size, without a person's number."""

import itertools
import re
from collections import Counter
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from services.demo import (
    AS_OF,
    attendance,
    boards,
    demonstration,
    elections,
    findings,
    orgs,
    reform,
    sessions,
    units,
    weak_orgs,
)
from services.demo.registers import registers
from services.demo.schedule import MONTHS
from services.ledgers import ledgers

ROUNDS = ("2022-1", "2022-2", "2023-1")


@pytest.fixture(scope="module")
def files():
    return list(demonstration())


@pytest.fixture(scope="module")
def tables(files):
    """Give each file's header and rows as written."""
    found = []
    for file in files:
        book = openpyxl.load_workbook(BytesIO(file.content), read_only=True)
        rows = list(book.worksheets[0].iter_rows(values_only=True))
        found.append((file, rows[1], rows[2:]))
    return found


def test_the_same_bytes_at_every_call(files):
    assert [file.content for file in demonstration()] == [file.content for file in files]


def test_the_office_sends_its_files_in_the_order_of_time(files):
    assert sum(file.ledger not in registers() for file in files) == 45
    assert all(1 <= sum(file.ledger == id for file in files) <= 2 for id in registers())
    assert [file.made_at for file in files] == sorted({file.made_at for file in files})
    assert files[-1].made_at.date() == AS_OF
    assert {file.ledger for file in files} == set(ledgers())
    assert len({file.name for file in files}) == len(files)


def test_every_header_is_a_title_of_its_ledger(tables):
    for file, header, _ in tables:
        titles = {column.title for column in ledgers()[file.ledger].columns}
        assert header[0] == "序号"
        assert set(header[1:]) <= titles, file.name


def test_nothing_reads_like_a_persons_number(tables):
    for file, _, rows in tables:
        for row in rows:
            for value in row:
                assert not re.search(r"\d{15,17}[\dXx]?", str(value)), file.name


def test_no_event_lies_after_the_day_a_file_was_sent(tables):
    plans = {"计划完成日期", "届满日期", "延期至", "整改时限", "整顿时限", "完成时限", "生效日期"}
    for file, header, rows in tables:
        for row in rows:
            for title, value in zip(header, row, strict=True):
                if hasattr(value, "date") and title not in plans:
                    assert value.date() <= file.made_at.date(), (file.name, title, value)


def test_no_key_appears_twice_in_a_file(tables):
    keys = {"units": "单位名称", "reform": "单位名称", "orgs": "党组织代码", "findings": "问题编号"}
    for file, header, rows in tables:
        if file.ledger in keys:
            place = header.index(keys[file.ledger])
            assert Counter(row[place] for row in rows).most_common(1)[0][1] == 1, file.name


def test_units_as_promised():
    rows = units.rows(AS_OF)
    assert len(rows) == 112
    assert sum(unit.disposition is not None for unit in units.units()) == 87
    assert sum(row["is_reform"] for row in rows) == 85
    assert sum(row["is_new"] for row in rows) == 28
    names = [name for row in rows for name in (row["name"], row["short_name"], *(row["former_names"] or ())) if name]
    assert len(names) == len(set(names)), "a spelling must mean one unit"


def test_reform_grows_month_by_month_to_71_with_every_disposition_and_a_few_put_off():
    ends = [date(2023, month, day) for month, day in ((3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 30))]
    done = [sum(row["completed_on"] is not None for row in reform.rows(day)) for day in (*ends, AS_OF)]
    assert done[-1] == 71
    assert all(earlier < later for earlier, later in itertools.pairwise(done))
    monthly = [later - earlier for earlier, later in itertools.pairwise(done)]
    assert monthly[0] < max(monthly) > monthly[-1], "slow, fast, slow"
    rows = reform.rows(AS_OF)
    assert len(rows) == 85
    assert {row["disposition"] for row in rows} == {"优化", "调整", "划转", "移交"}
    assert sum(row["status_text"] == "暂缓" for row in rows) == 3
    assert all(row["remark"] for row in rows if row["status_text"] == "暂缓")
    assert all(row["to_org"] for row in rows if row["completed_on"] and row["disposition"] in ("划转", "移交"))


def test_first_elections_as_promised():
    rows = [row for row in elections.rows(AS_OF) if row["type"] == "首次选举"]
    assert len(rows) == 28
    assert sum(row["founded_approved_on"] is not None for row in rows) == 24
    assert sum(row["result_approved_on"] is not None for row in rows) == 19


def test_organisations_and_people_as_promised():
    assert 155 <= len(orgs.rows(AS_OF)) <= 165
    people = {(tenure.org.unit.name, tenure.name) for tenure in boards.tenures() if tenure.holds(AS_OF)}
    assert 880 <= len(people) <= 930
    assert sum(tenure.ended_on is not None for tenure in boards.tenures()) >= 100
    heads = [tenure for tenure in boards.tenures() if tenure.post == "书记" and tenure.holds(AS_OF)]
    assert sum(head.started_on > date(2022, 10, 31) for head in heads) > 20


def test_training_as_promised():
    assert len(sessions.SESSIONS) == 30
    assert 5800 <= sum(len(lines) for lines in attendance.rolls().values()) <= 6200
    sent = sum(len(rows) for month in MONTHS if "attendance" in month.ledgers for rows in [_sent(month.day)])
    assert sent == sum(len(lines) for lines in attendance.rolls().values()), "every roll is sent once"


def _sent(day):
    earlier = [month.day for month in MONTHS if "attendance" in month.ledgers and month.day < day]
    return attendance.rows(day, max(earlier, default=date.min))


def test_findings_as_promised():
    rows = findings.rows(AS_OF, ROUNDS)
    assert len(rows) == 400
    assert 0.68 <= sum(row["closed_on"] is not None for row in rows) / 400 <= 0.74
    still = [row for row in rows if not row["closed_on"] and row["status_text"] != "撤销"]
    still = [row for row in still if isinstance(row["due_on"], date)]
    late = [(AS_OF - row["due_on"]).days for row in still if row["due_on"] < AS_OF]
    assert 15 <= len(late) <= 25
    assert min(late) <= 30 < sorted(late)[len(late) // 2] <= 90 < max(late)
    assert 8 <= sum(0 <= (row["due_on"] - AS_OF).days <= 15 for row in still) <= 12
    assert sum(row["due_on"] == "长期坚持" for row in rows) > 10
    assert sum(row["status_text"] == "已完成" for row in rows) > 10


def test_a_later_deadline_always_comes_with_a_reason():
    known = {}
    for month in (month for month in MONTHS if "findings" in month.ledgers):
        rows = findings.rows(month.day, month.rounds)
        moved = [row["no"] for row in rows if known.get(row["no"], row["due_on"]) != row["due_on"]]
        assert bool(moved) == bool(month.reason), (month.day, moved)
        known |= {row["no"]: row["due_on"] for row in rows}


def test_weak_organisations_as_promised():
    rows = weak_orgs.rows(AS_OF)
    assert len(rows) == 20
    assert all(row["verdict"] == "合格" and row["accepted_on"] for row in rows if row["closed_on"])
    assert 3 <= sum(row["closed_on"] is not None for row in rows if row["year"] == 2023) < 11

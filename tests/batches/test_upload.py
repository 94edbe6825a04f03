"""Preview, commit, undo: what was seen is what is written, and nothing is ever lost."""

from datetime import date

import pytest

from services.batches import Options, Preview, batch_changes, commit, history, preview, undo
from services.errors import BadRequest, Stale
from services.ledgers import ledger, ledgers
from services.store import Store, bulk, versions
from tests.sheets import FINDINGS, UNITS, changed, workbook, xlsx


def see(store: Store, name: str, *rows: object, **options: object) -> Preview:
    return preview(store, f"{name}.xlsx", xlsx(*rows), Options(ledger=name, **options), date(2023, 12, 31))  # type: ignore[arg-type]


def put(store: Store, name: str, *rows: object, **options: object) -> int:
    return commit(store, see(store, name, *rows, **options), "业务员甲")


def rows(store: Store, name: str) -> list[dict[str, object]]:
    with store.read() as connection:
        return versions.current(connection, ledger(name).versions)


@pytest.fixture
def filled(store: Store) -> Store:
    put(store, "units", *UNITS)
    put(store, "findings", *FINDINGS)
    return store


def test_batches_are_numbered_from_one(filled: Store) -> None:
    assert [(each.id, each.by, each.action) for each in history(filled)] == [
        (2, "业务员甲", "import"),
        (1, "业务员甲", "import"),
    ]
    assert len(rows(filled, "findings")) == 3


def test_the_same_file_again_changes_nothing(filled: Store) -> None:
    seen = see(filled, "findings", *FINDINGS)
    assert seen.outcome == "unchanged"
    assert seen.sheets[0].counts == {"new": 0, "changed": 0, "unchanged": 3, "missing": 0}
    with pytest.raises(BadRequest, match="不需要提交"):
        commit(filled, seen, "业务员甲")


def test_a_changed_cell_shows_old_and_new_and_keeps_both(filled: Store) -> None:
    put(filled, "findings", *changed(changed(FINDINGS, 1, 7, "已销号"), 1, 8, "2023.5.20"))
    (change,) = [each for each in batch_changes(filled, 3) if each.kind == "changed"]
    assert set(change.fields) == {"status_text", "closed_on"}
    assert change.before is not None
    assert change.before["closed_on"] is None
    assert change.after is not None
    assert change.after["closed_on"] == date(2023, 5, 20)
    assert change.after["original_due_on"] == date(2023, 5, 31)


def test_an_empty_cell_clears_nothing_unless_asked(filled: Store) -> None:
    without = changed(FINDINGS, 1, 9, None)
    assert see(filled, "findings", *without).outcome == "unchanged"
    put(filled, "findings", *without, clear_empty=frozenset({"measures"}))
    assert {row["no"]: row["measures"] for row in rows(filled, "findings")}["1-1"] is None


def test_what_an_older_file_gave_leads_to_the_older_file(filled: Store) -> None:
    moved = [FINDINGS[0], *FINDINGS[2:], FINDINGS[1]]
    put(filled, "findings", *changed(changed(moved, 3, 9, None), 3, 7, "未整改"))
    (row,) = [row for row in rows(filled, "findings") if row["no"] == "1-1"]
    assert row["line"] == 4
    assert row["kept"] == {"measures": [2, 2]}


def test_a_missing_row_is_kept_unless_dropped(filled: Store) -> None:
    seen = see(filled, "findings", *FINDINGS[:3])
    assert seen.sheets[0].counts["missing"] == 1
    assert seen.outcome == "unchanged"
    put(filled, "findings", *FINDINGS[:3], drop_missing=True)
    assert len(rows(filled, "findings")) == 2


def test_missing_is_looked_for_only_in_the_rounds_the_file_names(filled: Store) -> None:
    second = [FINDINGS[0], ("2023年第二轮党建督查", "2-1", *FINDINGS[1][2:])]
    assert see(filled, "findings", *second).sheets[0].counts == {"new": 1, "changed": 0, "unchanged": 0, "missing": 0}


def test_a_unit_others_speak_of_cannot_be_dropped(filled: Store) -> None:
    seen = see(filled, "units", *UNITS[:2], drop_missing=True)
    with pytest.raises(BadRequest, match="引用"):
        commit(filled, seen, "业务员甲")
    assert len(rows(filled, "units")) == 4
    assert filled.version() == 2


def test_a_later_deadline_needs_a_reason(filled: Store) -> None:
    later = changed(FINDINGS, 1, 6, "2023.8.31")
    assert [p.code for p in see(filled, "findings", *later).sheets[0].problems] == ["reason_needed"]
    put(filled, "findings", *later, reason="经同意延期")
    (row,) = [row for row in rows(filled, "findings") if row["no"] == "1-1"]
    assert (row["due_on"], row["original_due_on"]) == (date(2023, 8, 31), date(2023, 5, 31))


def test_a_deadline_may_become_standing_with_a_reason(filled: Store) -> None:
    standing = changed(FINDINGS, 1, 6, "长期坚持")
    assert see(filled, "findings", *standing).outcome == "blocked"
    put(filled, "findings", *standing, reason="制度性工作")
    (row,) = [row for row in rows(filled, "findings") if row["no"] == "1-1"]
    assert (row["due_on"], row["due_kind"], row["original_due_on"]) == (None, "长期坚持", date(2023, 5, 31))


def test_an_error_blocks_the_file_unless_only_the_right_rows_are_taken(filled: Store) -> None:
    wrong = [*FINDINGS, ("2023年第一轮党建督查", "1-4", "市不存在局", *FINDINGS[1][3:])]
    seen = see(filled, "findings", *changed(wrong, 2, 7, "已完成"))
    assert not seen.content  # what is never committed is never kept
    assert seen.outcome == "blocked"
    with pytest.raises(BadRequest, match="没有写入"):
        commit(filled, seen, "业务员甲")
    put(filled, "findings", *changed(wrong, 2, 7, "已完成"), only_valid=True)
    assert [row["no"] for row in rows(filled, "findings")].count("1-4") == 0
    assert history(filled)[0].counts["findings"]["rejected"] == 1


def test_an_organisation_is_named_as_it_is_registered(filled: Store) -> None:
    orgs = ["党组织名称", "组织类型", "所属单位"]
    put(filled, "orgs", orgs, ["市教育局第1党支部", "党支部", "市教育局"], ["第1党支部", "党支部", "市财政局"])
    posts = ["姓名", "单位名称", "党组织名称", "党内职务", "任职日期"]
    people = [
        ["张三", unit, written, "书记", "2020.1.1"]
        for unit, written in (("教育局", "市教育局 第１党支部"), ("市财政局", "第１党支部"), ("市教育局", "第１党支部"))
    ]
    put(filled, "posts", posts, *people)
    assert {row["org"] for row in rows(filled, "posts")} == {"市教育局第1党支部", "第1党支部", "第１党支部"}


def test_a_fill_in_line_that_nobody_needs_is_in_nobodys_way(filled: Store) -> None:
    for day, outcome in (("2023.3.1", "ready"), (None, "blocked")):
        lines = changed(FINDINGS[:2], 1, 5, day)
        lines = changed(lines, 1, 1, "9-9")
        assert see(filled, "findings", ["反馈时间：2023年春"], *lines).outcome == outcome


def test_what_is_given_for_the_sheet_stands_in_for_a_required_column(filled: Store) -> None:
    roster = [["年度", "单位名称", "考核类别", "得分"], [None, UNITS[1][1], "年度目标责任考核", 90]]
    without = [line[1:] for line in roster]
    assert see(filled, "assessments", *without).outcome == "blocked"
    for lines in (roster, without):
        (change,) = see(filled, "assessments", *lines, given={"year": "2023年"}).sheets[0].changes
        assert change.after is not None
        assert change.after["year"] == 2023
    unread = see(filled, "assessments", *without, given={"year": "去年"}, only_valid=True)
    assert (unread.outcome, unread.sheets[0].changes) == ("blocked", ())


def test_a_preview_of_yesterday_is_stale(filled: Store) -> None:
    seen = see(filled, "findings", *changed(FINDINGS, 1, 7, "未整改"))
    put(filled, "findings", *changed(FINDINGS, 2, 7, "未整改"))
    with pytest.raises(Stale):
        commit(filled, seen, "业务员乙")
    assert filled.version() == 3


def test_undo_and_undo_of_the_undo(filled: Store) -> None:
    before = rows(filled, "findings")
    put(filled, "findings", *changed(FINDINGS, 1, 7, "未整改"))
    after = rows(filled, "findings")
    assert undo(filled, 3, "业务员甲").batch == 4
    assert content(rows(filled, "findings")) == content(before)
    assert undo(filled, 4, "业务员甲").batch == 5
    assert content(rows(filled, "findings")) == content(after)


def content(found: list[dict[str, object]]) -> list[dict[str, object]]:
    system = ("id", "batch_in")
    plain = ({name: value for name, value in row.items() if name not in system} for row in found)
    return sorted(plain, key=lambda row: str(row["key"]))


def test_what_was_changed_since_is_a_conflict(filled: Store) -> None:
    put(filled, "findings", *changed(FINDINGS, 1, 7, "未整改"))
    done = undo(filled, 2, "业务员甲")
    assert done.outcome == "conflict"
    assert [(c.ledger, c.changed_by_batch) for c in done.conflicts] == [("findings", 3)]
    assert filled.version() == 3


def test_a_change_taken_back_is_in_nobodys_way(filled: Store) -> None:
    put(filled, "findings", *changed(FINDINGS, 1, 7, "未整改"))
    undo(filled, 3, "业务员甲")
    assert undo(filled, 2, "业务员甲").outcome == "undone"
    assert rows(filled, "findings") == []
    assert undo(filled, 5, "业务员甲").outcome == "undone"
    assert {row["status_text"] for row in rows(filled, "findings")} == {"整改中"}
    assert undo(filled, 4, "业务员甲").outcome == "undone"
    put(filled, "findings", *changed(FINDINGS, 2, 7, "未整改"))
    assert undo(filled, 2, "业务员甲").outcome == "conflict"


def test_units_others_speak_of_cannot_be_undone(filled: Store) -> None:
    done = undo(filled, 1, "业务员甲")
    assert {(c.ledger, c.changed_by_batch) for c in done.conflicts} == {("findings", 2)}
    assert len(rows(filled, "units")) == 4


def test_a_file_may_bring_units_and_what_refers_to_them(store: Store) -> None:
    content = workbook({"督查": FINDINGS, "名册": [row[:2] + row[4:] for row in UNITS]})
    seen = preview(store, "两张表.xlsx", content, today=date(2023, 12, 31))
    assert [(sheet.ledger, sheet.counts["new"]) for sheet in seen.sheets] == [("findings", 3), ("units", 4)]
    commit(store, seen, "业务员甲")
    assert history(store)[0].counts.keys() == {"units", "findings"}


def test_undo_of_nothing_says_so(store: Store) -> None:
    with pytest.raises(BadRequest, match="没有第7批"):
        undo(store, 7, "业务员甲")


def test_organisations_are_one_with_and_without_their_code(store: Store) -> None:
    put(store, "units", *UNITS)
    header = ("党组织名称", "组织类型", "所属单位", "党组织代码", "本届选举日期")
    put(store, "orgs", header, ("市教育局机关党委", "机关党委", "市教育局", None, "2018.6.10"))
    put(store, "orgs", header, ("市教育局机关党委", "机关党委", "市教育局", "001401", "2018.6.10"))
    put(store, "orgs", header[:3] + header[4:], ("市教育局机关党委", "机关党委", "市教育局", "2023.6.9"))
    (row,) = rows(store, "orgs")
    assert (row["code"], row["term_ends_on"], row["previous_term_ends_on"]) == (
        "001401",
        date(2028, 6, 9),
        date(2023, 6, 10),
    )


def test_every_ledger_refuses_a_second_current_version(filled: Store) -> None:
    from sqlalchemy.exc import IntegrityError

    for each in ledgers().values():
        found = rows(filled, each.id)
        if found:
            with pytest.raises(IntegrityError), filled.write() as connection:
                bulk.insert(connection, each.versions, [{**found[0], "batch_in": 2}])

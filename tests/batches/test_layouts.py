"""A correction holds for the file it was made in, and after the commit for the next one with the same titles."""

from datetime import date

import pytest

from services.batches import SECTION, Correction, Options, Preview, commit, forget, preview
from services.cli import answers
from services.ingest.correction import NONE
from services.ledgers import ledger
from services.store import Store, provenance, versions
from tests.sheets import xlsx

HEADS = ("单位全名", "领域", "是否涉改", "是否新组建", "联系方式", "备考")
ROWS = (HEADS, ("市教育局", "机关", "否", "否", "13900000001", "甲"), ("市图书馆", "事业单位", "否", "否", None, "乙"))
SAID = Correction("units", None, {"A": "name", "F": "remark"})


def see(store: Store, *rows: object, name: str = "units.xlsx", **options: object) -> Preview:
    return preview(store, name, xlsx(*rows), Options(**options), date(2023, 12, 31))  # type: ignore[arg-type]


def corrected(store: Store, said: Correction = SAID, *rows: object) -> Preview:
    return see(store, *(rows or ROWS), corrections={"Sheet1": said})


def test_a_file_that_cannot_be_read_still_shows_what_may_be_corrected(store: Store) -> None:
    seen = see(store, *ROWS)
    assert seen.outcome == "refused"
    (sheet,) = seen.sheets
    assert (sheet.header, sheet.ledger, sheet.buckets) == ((1, 1), None, ("header", "data", "data"))


def test_what_is_said_is_what_is_read_and_written(store: Store) -> None:
    seen = corrected(store)
    assert seen.outcome == "ready"
    assert dict(seen.sheets[0].columns) == {
        "name": "A", "domain": "B", "is_reform": "C", "is_new": "D", "phone": "E", "remark": "F",
    }  # fmt: skip
    assert commit(store, seen, "业务员甲") == 1


def test_a_correction_is_remembered_for_the_next_file_of_the_layout(store: Store) -> None:
    commit(store, corrected(store), "业务员甲", remember=True)
    seen = see(store, ("单位情况",), *ROWS, ("市档案馆", "事业单位", "否", "否", None, None))
    (sheet,) = seen.sheets
    assert sheet.counts == {"new": 1, "changed": 0, "unchanged": 2, "missing": 0}
    assert sheet.layout.remembered is not None
    assert (sheet.layout.remembered.made_by, sheet.layout.remembered.file) == ("业务员甲", "units.xlsx")
    forget(store, sheet.layout.remembered)
    assert see(store, *ROWS).outcome == "refused"


def test_the_command_line_reads_alike_and_says_so(store: Store) -> None:
    commit(store, corrected(store), "业务员甲", remember=True)
    answer = answers.imported(see(store, *ROWS), None, records=False)
    assert answer["sheets"][0]["read_as"]["by"] == "业务员甲"
    assert "照业务员甲改正“units.xlsx”的读法读取" in answers.lines(answer)


def test_a_refused_sheet_of_a_known_ledger_shows_its_columns(store: Store) -> None:
    rows = (("单位全名", "党员人数", "正式党员"), ("市教育局", 20, 18), ("市图书馆", 10, 9))
    seen = see(store, *rows, ledger="units")
    assert seen.refusal is not None
    assert seen.sheets[0].layout.ledger == "units"
    assert dict(seen.sheets[0].layout.titles) == {"A": "单位全名", "B": "党员人数", "C": "正式党员"}
    assert dict(seen.sheets[0].columns) == {"members": "B", "full_members": "C"}


def test_it_is_remembered_only_where_that_was_asked_and_the_commit_went_through(store: Store) -> None:
    corrected(store)
    assert see(store, *ROWS).outcome == "refused"
    commit(store, corrected(store), "业务员甲")
    assert see(store, *ROWS).outcome == "refused"


def test_other_titles_are_another_layout(store: Store) -> None:
    commit(store, corrected(store), "业务员甲", remember=True)
    assert see(store, (*HEADS[:-1], "附记"), *ROWS[1:]).outcome == "refused"


def test_a_header_the_guess_misses_is_found_again(store: Store) -> None:
    rows = (("单位名称", "领域", "是否涉改", "是否新组建"), ("甲", "乙", "丙", "丁"), *ROWS[1:])
    said = Correction("units", (2, 2), {"A": "name", "B": "domain", "C": "is_reform", "D": "is_new"})
    commit(store, corrected(store, said, *rows), "业务员甲", remember=True)
    (sheet,) = see(store, ("单位情况",), *rows).sheets
    assert sheet.header == (3, 3)
    assert sheet.counts["unchanged"] == 2


def test_back_to_the_guess_is_for_good_once_committed(store: Store) -> None:
    rows = (("单位名称", *HEADS[1:]), *ROWS[1:])
    commit(store, corrected(store, Correction("units", None, {"F": "remark"}), *rows), "业务员甲", remember=True)
    assert see(store, *rows).sheets[0].columns["remark"] == "F"
    back = corrected(store, NONE, *rows, ("市档案馆", "事业单位", "否", "否", None, None))
    assert "remark" not in back.sheets[0].columns
    commit(store, back, "业务员乙", remember=True)
    assert see(store, *rows).sheets[0].layout.remembered is None


def test_a_ledger_chosen_against_the_guess_is_remembered_one_it_agrees_with_is_not(store: Store) -> None:
    plain = (("单位名称", *HEADS[1:]), *ROWS[1:])
    commit(store, see(store, *plain, ledger="units"), "业务员甲", remember=True)
    assert see(store, *plain).sheets[0].layout.remembered is None


def test_what_was_said_of_another_ledger_is_not_used(store: Store) -> None:
    seen = see(store, *ROWS, ledger="reform", corrections={"Sheet1": SAID})
    assert seen.sheets[0].ledger == "reform" or seen.refusal is not None
    assert not any(sheet.columns.get("remark") for sheet in seen.sheets)


def test_sections_are_offered_and_lead_to_no_wrong_cell(store: Store) -> None:
    rows = (("单位名称", "是否涉改", "是否新组建"), ("一、机关", None, None), ("市教育局", "否", "否"),
            ("二、事业单位", None, None), ("市图书馆", "否", "否"))  # fmt: skip
    assert see(store, *rows, ledger="units").sheets[0].layout.sections == ("一、机关", "二、事业单位")
    seen = corrected(store, Correction("units", None, {SECTION: "domain"}), *rows)
    assert seen.outcome == "ready"
    assert [change.after and change.after["domain"] for change in seen.sheets[0].changes] == ["机关", "事业单位"]
    assert "domain" not in {**seen.sheets[0].columns, **seen.sheets[0].cells}


def test_a_value_from_a_section_leads_to_the_title_of_the_section(store: Store) -> None:
    rows = (("单位名称", "是否涉改", "是否新组建"), ("一、机关", None, None), ("市教育局", "否", "否"),
            ("二、事业单位", None, None), ("市图书馆", "否", "否"))  # fmt: skip
    said = Correction("units", None, {SECTION: "domain"})
    above = {"市教育局": "A2", "市图书馆": "A4"}
    assert places(store, commit(store, corrected(store, said, *rows), "业务员甲")) == above
    # Where a later file has the column, the cell is that of its own row; where it only moves the row, the section's.
    named = (*rows[:-1], ("市图书馆", "否", "是"))
    assert places(store, commit(store, corrected(store, said, *named), "业务员甲")) == above
    with_column = (("单位名称", "领域", "是否涉改", "是否新组建"), ("市教育局", "事业单位", "否", "否"))
    batch = commit(store, see(store, *with_column), "业务员甲")
    assert places(store, batch) == {"市教育局": "B2", "市图书馆": "A4"}


def places(store: Store, batch: int) -> dict[str, str | None]:
    """Give, by unit, the cell that its 领域 was read from."""
    with store.read() as connection:
        rows = [dict(each) for each in versions.current(connection, ledger("units").versions)]
        known = provenance.sources(connection, rows)
        return {row["name"]: provenance.place(row, "domain", known)[2] for row in rows}


@pytest.mark.parametrize("field", ["remark", "contact"])
def test_private_things_stay_private_whatever_is_said(store: Store, field: str) -> None:
    rows = (("单位名称", "领域", "是否涉改", "是否新组建", "手机号码", "身份证号"),
            ("市教育局", "机关", "否", "否", "13912345678", "110101199001011234"))  # fmt: skip
    for source in ("E", "F"):
        seen = corrected(store, Correction("units", None, {source: field}), *rows)
        assert "13912345678" not in str(seen.sheets)
        assert "110101199001011234" not in str(seen.sheets)
    # A header said to stand lower does not make data of the titles above.
    said = Correction("units", (2, 2), {"A": "name", "B": "domain", "C": "is_reform", "D": "is_new", "F": field})
    seen = corrected(store, said, *rows, ("市图书馆", "事业单位", "否", "否", None, "110101199001011235"))
    assert "110101199001011235" not in str([sheet.changes for sheet in seen.sheets])


def test_emptying_everything_forgets(store: Store) -> None:
    from services.store import records

    commit(store, corrected(store), "业务员甲", remember=True)
    with store.write() as connection:
        records.delete_everything(connection)
    assert see(store, *ROWS).outcome == "refused"

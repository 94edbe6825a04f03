"""An annotated copy that comes back is read without its annotations."""

from services.ingest.annotation import COLUMN, COLUMN_OF_TEXTS, LIST_TITLES, is_list, unannotated
from services.ingest.grid import Cell, CellError, Sheet, Uncached, Workbook

HEADER: list[Cell] = ["单位名称", "党员数", COLUMN]


def plain(*rows: list[Cell]) -> Sheet:
    return unannotated(Workbook((Sheet("表", True, list(rows)),))).sheets[0]


def test_the_column_is_taken_off_and_words_for_errors_are_errors_again() -> None:
    found = plain(["名册", None, None], HEADER, ["甲", "#REF!", "错误 B3"], ["乙", "（公式没有结果）", None])
    assert [row[:2] for row in found.rows[2:]] == [["甲", CellError("#REF!")], ["乙", Uncached()]]
    assert {row[2] for row in found.rows} == {None}
    assert found.typed


def test_a_copy_of_a_text_file_is_still_one_of_texts() -> None:
    assert not plain(["单位名称", COLUMN_OF_TEXTS], ["甲", "错误 A2"]).typed


def test_a_file_of_the_users_own_is_left_as_it_is() -> None:
    rows: list[list[Cell]] = [["单位名称", "存在问题"], ["甲", COLUMN], ["乙", "#REF!"]]
    assert plain(*rows).rows == rows


def test_the_list_is_known_by_its_titles() -> None:
    ours, theirs = Sheet("错误清单", True, [[*LIST_TITLES]]), Sheet("错误清单", True, [["单位名称", "问题"]])
    assert (is_list(ours), is_list(theirs)) == (True, False)
    assert unannotated(Workbook((ours,))).sheets == (ours,)

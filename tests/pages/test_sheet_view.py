"""How a sheet was read, in words that add up and in which nothing of the file is markup."""

from pages.parts.sheet_view import lines, rows_said
from services.batches import SheetPreview

SHEET = SheetPreview(
    "Sheet1", True, "findings", header=(4, 5),
    rows={"title": 3, "header": 2, "data": 3, "section": 0, "total": 1, "note": 2, "blank": 0, "other": 0},
    columns={"unit": "B", "text": "AA", "due_on": "C"}, cells={"round": "A2"},
    unknown_columns=("<b>领导批示</b>",), dropped_columns=("身份证号",),
)  # fmt: skip


def test_the_rows_add_up_and_empty_buckets_are_left_out() -> None:
    assert rows_said(SHEET) == "共 11 行：标题 3、表头 2、数据 3、合计 1、说明 2"


def test_columns_stand_in_the_order_of_the_sheet_with_what_a_title_gave_first() -> None:
    html = lines(SHEET)[2]
    assert [html.index(f"<i>{at}</i>") for at in ("A2", "B", "C", "AA")] == sorted(
        html.index(f"<i>{at}</i>") for at in ("A2", "B", "C", "AA")
    )


def test_columns_left_out_are_named_and_their_words_are_only_words() -> None:
    html = "".join(lines(SHEET))
    assert "&lt;b&gt;领导批示&lt;/b&gt;" in html
    assert "不读取的列：身份证号" in html
    assert "表头在第 4—5 行" in html

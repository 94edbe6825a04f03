"""A list to take away holds what the table shows, and no formula."""

from pages.parts.list_file import made

ROW = {
    "ledger": "units", "values": {"name": "=HYPERLINK(1)", "domain": "机关"}, "file": "名册.xlsx", "sheet": "Sheet1",
    "cell": "B3", "batch": 1,
}  # fmt: skip


def test_it_holds_the_tables_columns_and_words() -> None:
    file = made([ROW], "名单.csv")
    assert file.name == "名单.csv"
    assert file.content.decode("utf-8-sig").splitlines() == [
        "单元格,单位名称,领域,文件,工作表,批次", "B3,'=HYPERLINK(1),机关,名册.xlsx,Sheet1,1",
    ]  # fmt: skip

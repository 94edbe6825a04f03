"""改正读法: header rows, meanings and sections on the upload page; remembered, said, and forgotten."""

from streamlit.testing.v1 import AppTest

from pages.parts.correction import corrected, meanings, wanting
from services.batches import SECTION, Correction, SheetPreview
from services.batches.plan import Layout
from tests.pages.analyst import opened, seen, store
from tests.pages.workbooks import workbook

HEADS = ("单位全名", "领域", "是否涉改", "是否新组建", "备考")
ROWS = (HEADS, ("市财政局", "机关", "否", "否", "甲"), ("市图书馆", "事业单位", "否", "否", "乙"))


def uploaded(content: bytes, name: str = "名册.xlsx") -> AppTest:
    app = opened("upload")
    app.file_uploader[0].upload(name, content).run()
    return app


def box(app: AppTest, kind: str, name: str):
    return next(each for each in app.get(kind) if (each.key or "").startswith(name))


def button(app: AppTest, label: str):
    return next(each for each in app.button if each.label == label)


def unfolded(app: AppTest, name: str = "Sheet1") -> AppTest:
    """Open the form of a sheet that was read."""
    file = box(app, "selectbox", "ledger ").key.removeprefix("ledger ")
    app.session_state[f"correct {name} {file}"] = True
    return app.run()


def sheet(**layout: object) -> SheetPreview:
    return SheetPreview(
        "表", True, "units", header=(1, 1), columns={"name": "A", "domain": "B"}, buckets=("header", "data"),
        layout=Layout(ledger="units", titles={"A": "单位", "B": "领域", "C": "备考"}, **layout),  # type: ignore[arg-type]
    )  # fmt: skip


def test_only_what_was_changed_is_a_correction() -> None:
    assert corrected(sheet(), (1, 1), None, meanings(sheet())) == Correction()
    assert corrected(sheet(), (2, 3), None, {}) == Correction(None, (2, 3))
    assert corrected(sheet(), (1, 1), None, {"C": "remark"}) == Correction("units", None, {"C": "remark"})
    assert corrected(sheet(), (1, 1), "orgs", {"C": "remark"}) == Correction("orgs")


def test_a_meaning_moves_from_one_column_to_another() -> None:
    before = sheet(correction=Correction("units", None, {"A": "name"}))
    assert corrected(before, (1, 1), None, {"C": "name"}).columns == {"C": "name"}
    assert corrected(before, (1, 1), None, {"A": "", "C": "name"}).columns == {"A": "", "C": "name"}


def test_sections_are_one_more_column() -> None:
    assert SECTION not in meanings(sheet())
    divided = sheet(sections=("一、机关",), section="domain")
    assert meanings(divided)[SECTION] == "domain"
    assert corrected(divided, (1, 1), None, {SECTION: ""}).columns == {SECTION: ""}


def test_what_is_required_and_not_placed_is_named() -> None:
    assert wanting(sheet()) == ["是否涉改", "是否新组建"]
    assert wanting(SheetPreview("表", True)) == []


def test_a_refused_sheet_can_be_corrected_and_the_next_one_is_read_alike() -> None:
    app = uploaded(workbook(*ROWS))
    assert "这个文件没有读取" in seen(app)
    unfolded(box(app, "selectbox", "ledger").select("units").run())
    box(app, "selectbox", "A ").select("name")
    box(app, "selectbox", "E ").select("remark")
    button(app, "照此重新读取").click().run()
    assert "单位名册：新增 2" in seen(app)
    next(each for each in app.button if (each.key or "").startswith("submit ")).click().run()
    assert store().version() == 1
    app = uploaded(workbook(("单位情况",), *ROWS), "下月.xlsx")
    assert "这张表已照此读取" in seen(app)
    assert "单位名册：新增 0，变更 0，未变 2" in seen(app)
    button(app, "以后不再照此读取").click().run()
    assert "这个文件没有读取" in seen(app)


def test_a_header_in_another_row() -> None:
    app = unfolded(uploaded(workbook(("单位名称", *HEADS[1:]), *ROWS[1:])))
    box(app, "number_input", "first ").set_value(2)
    box(app, "number_input", "last ").set_value(2)
    button(app, "照此重新读取").click().run()
    assert "没有读取" in seen(app)
    button(app, "恢复自动识别").click().run()
    assert "表头在第 1 行" in seen(app)


def test_titles_of_the_file_are_only_words() -> None:
    app = uploaded(workbook(("单位名称", "领域", "是否涉改", "是否新组建", "<b>备考</b>"), *ROWS[1:]))
    assert "<b>备考</b>" not in seen(app)

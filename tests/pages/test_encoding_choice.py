"""上传: a file of texts whose encoding is unclear reads by the analyst's choice, and stays read."""

from tests.pages.analyst import opened, seen, store

BIG5 = "單位名稱,領域,是否涉改,是否新組建\n市財政局,機關,否,否\n".encode("big5")
DOUBT = "文字编码认不出来"


def test_the_lines_are_shown_and_the_choice_is_kept() -> None:
    app = opened("upload")
    app.file_uploader[0].upload("名册.csv", BIG5).run()
    said = seen(app)
    assert DOUBT in said
    assert "市財政局,機關,否,否" in said
    app.radio[0].set_value("big5").run()
    assert DOUBT not in seen(app)
    app.run()
    assert DOUBT not in seen(app)
    assert app.radio[0].value == "big5"
    assert "正按“繁体中文 Big5”读取" in app.expander[0].label
    assert store().version() == 0

"""How spellings are compared."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text import INVISIBLE, header, normal, normals, outer


@pytest.mark.parametrize("written", ["张 三", "张　三", "张\u00a0三 ", "\u200b张三", "张三\ufeff"])
def test_blanks_never_make_two_people(written: str) -> None:
    assert normal(written) == "张三"


@given(st.text() | st.text("（）：，；！？。、甲a1 é\u0301\u3000\u200b\n"))
def test_every_text_is_compared_in_nfkc(written: str) -> None:
    assert normal(written) == "".join(unicodedata.normalize("NFKC", INVISIBLE.sub("", written)).split())


@given(st.lists(st.text() | st.text("（）：，甲a1 e\u0301\u1100\u1161\u3000\u200b\0\n")))
def test_many_texts_at_once_are_compared_as_each_alone(written: list[str]) -> None:
    assert normals(written) == [normal(each) for each in written]


def test_outer_keeps_what_stands_inside() -> None:
    assert outer("　张　三\u00a0") == "张　三"


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("整改\n时限", "整改时限"), ("*单位名称", "单位名称"), ("转接党员数（人）", "转接党员数"), ("★ 领 域", "领域"),
        ("应到/实到", "应到/实到"), ("任期(年)", "任期"), ("ＡＢ", "AB"), ("备注：", "备注"),
    ],
)  # fmt: skip
def test_header(written: str, compared: str) -> None:
    assert header(written) == compared

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Refused
from services.ingest.encoding import CHOICES, candidates, certain, decoded, recoded

TEXT = "序号,单位名称,备注\n1,市一局,经办人王𬱖\n"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_accepted_encoding_is_found_by_the_bytes_alone(name: str) -> None:
    assert decoded(TEXT.encode(name)) == TEXT


def test_fourteen_bytes_of_gb2312_are_not_taken_for_utf_16() -> None:
    assert decoded("栏位1\n世界你好".encode("gb2312")) == "栏位1\n世界你好"


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(Refused) as refusal:
        decoded(b"\xff\xff\x81")
    assert refusal.value.code == "encoding"


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4))
def test_chinese_text_comes_back_from_utf_8_and_gb18030(words: str) -> None:
    for name in ("utf-8", "gb18030"):
        assert decoded(f"单位,{words}\n".encode(name)) == f"单位,{words}\n"


BIG5 = "單位名稱,領域\n市財政局,機關\n".encode("big5")


@pytest.mark.parametrize("choice", CHOICES)
def test_a_chosen_encoding_is_taken_at_its_word(choice: str) -> None:
    words = {"shift_jis": "局,あ\n", "euc-kr": "한,국\n", "windows-1252": "é,ü\n"}.get(choice, "機關,1\n")
    assert decoded(recoded(words.encode(CHOICES[choice][1]), choice)) == words


def test_bytes_that_are_not_in_the_chosen_encoding_are_refused() -> None:
    with pytest.raises(Refused, match="Big5") as refusal:
        recoded(b"\xff\xff\x81", "big5")
    assert refusal.value.code == "encoding"


def test_the_candidates_show_how_the_first_lines_would_read() -> None:
    shown = candidates(BIG5 * 2_000)
    assert shown["big5"] == ["單位名稱,領域", "市財政局,機關", "單位名稱,領域", "市財政局,機關", "單位名稱,領域"]
    assert "utf-8" not in shown


def test_only_bytes_that_do_not_speak_for_themselves_are_in_doubt() -> None:
    assert certain("单位,1\n".encode() * 5_000)
    assert certain(b"PK\x03\x04\xff\xff")
    assert not certain(BIG5)

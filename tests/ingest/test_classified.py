import pytest

from services.errors import Refused
from services.ingest.classified import marked
from services.ingest.sniff import Format
from tests.ingest.grids import workbook


@pytest.mark.parametrize(
    "text",
    [
        "机密★1年",
        "绝 密 ★",
        "秘密",
        "　机密　",
        "【秘密】",
        "密级：秘密",
        "秘密★长期",
        "本表 机密★ 请妥善保管",
        "机密10年",
    ],
)
def test_marks(text: str) -> None:
    assert marked(text)


@pytest.mark.parametrize("text", ["涉及机密事项的，须按规定保密", "保密承诺书", "秘密书写", "机密室建设", "无", "★★★"])
def test_words_that_only_mention_it(text: str) -> None:
    assert not marked(text)


def test_the_whole_file_is_refused_without_a_word_of_it() -> None:
    with pytest.raises(Refused) as refusal:
        workbook(Format.TEXT, "单位,备注\n市教育局,机密★1年\n不得外泄,x\n".encode())
    assert refusal.value.code == "classified"
    assert "不得外泄" not in refusal.value.message

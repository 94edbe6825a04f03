from functools import partial

import pytest

from services.errors import Refused
from services.ingest.classified import marked, nameable, named
from services.ingest.sniff import Format, turn_away
from tests.ingest.grids import answer, workbook


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
        "秘密（3年）",
        "秘密＊1年",
        "〔秘密〕",
        "★机密",
        "密级：机密  保密期限：10年",
        "保密等级：绝密",
    ],
)
def test_marks(text: str) -> None:
    assert marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "涉及机密事项的，须按规定保密",
        "保密承诺书",
        "秘密书写",
        "机密室建设",
        "无",
        "★★★",
        "密级：无",
        "文件（机密）未收回",
    ],
)
def test_words_that_only_mention_it(text: str) -> None:
    assert not marked(text)


@pytest.mark.parametrize("name", ["机密★名册.xlsx", "机密.xls", "【秘密】名册.csv", "名册（机密）", "绝密"])
def test_names_that_bear_a_mark(name: str) -> None:
    assert named(name)
    assert "密★" not in nameable(name)
    assert answer(partial(turn_away, name, b"a,b")).code == "classified"


@pytest.mark.parametrize("name", ["保密工作.xlsx", "机密要求落实情况.xlsx", "名册（保密）.xls", "v1.0"])
def test_names_that_do_not(name: str) -> None:
    assert nameable(name) == name


def test_the_whole_file_is_refused_without_a_word_of_it() -> None:
    with pytest.raises(Refused) as refusal:
        workbook(Format.TEXT, "单位,备注\n市教育局,机密★1年\n不得外泄,x\n".encode())
    assert refusal.value.code == "classified"
    assert "不得外泄" not in refusal.value.message

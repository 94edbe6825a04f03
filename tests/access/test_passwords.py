"""Passwords: long enough, not common, not one's own name; kept as argon2id, and unknown ones take as long."""

import unicodedata

import argon2
import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from services.access import passwords
from services.access.passwords import COMMON, DIFFERENT, LONGEST, SHORTEST, check, digest, matches, objection
from services.errors import BadRequest


@pytest.mark.parametrize(
    "good",
    [
        "江边的灯 亮到三点钟才熄", "tapir-quilt-9-marzipan", "Vb7!kq2Zr#9m", "早上八点半乘二路车去看海",
        "correct horse battery staple",
    ],
)  # fmt: skip
def test_words_that_do_not_belong_together_will_do(good: str) -> None:
    assert objection(good, "zhangsan", "张三") is None


@pytest.mark.parametrize(
    "common",
    [
        "password1234", "Passw0rd!234", "P@ssw0rd2023", "123456789012", "qwertyuiop12", "1qaz2wsx3edc", "aaaaaaaaaaaa",
        "abababababab", "admin@123456", "Admin12345678", "woaini5201314", "iloveyou1314", "dangjian2023!",
        "机关党建看板2023", "jiguandangjian1", "DashBoard2023",
        "ｐａｓｓｗｏｒｄ１２３４", "138001380001", "110101199003071234",
    ],
)  # fmt: skip
def test_common_ones_are_refused(common: str) -> None:
    assert objection(common)


@pytest.mark.parametrize("own", ["ZhangSan2023!", "zhangsan@12345", "张三张三张三123456", "zhang.san.123456"])
def test_ones_own_names_do_not_count(own: str) -> None:
    assert objection(own, "zhangsan", "张三", "zhang.san")
    assert objection("tapir-quilt-9-marzipan", "zhangsan", "", " ", "a") is None


def test_what_is_counted_are_characters_as_people_see_them() -> None:
    twelve = "é" * 3 + "ñüöäåçøßæ"
    decomposed = unicodedata.normalize("NFD", twelve)
    assert len(twelve) == SHORTEST < len(decomposed)
    assert objection(twelve) is None
    assert objection(unicodedata.normalize("NFD", twelve[1:]))
    assert matches(digest(decomposed), twelve)


def test_too_short_and_too_long_say_how_long() -> None:
    assert objection("二十一点关灯睡觉哟") == f"密码至少要{SHORTEST}个字符，现在是9个。"
    assert objection("x" * (LONGEST + 1)) == f"密码不能超过{LONGEST}个字符。"
    with pytest.raises(BadRequest, match="至少"):
        check("short")


def test_every_word_of_the_list_is_refused_at_any_length() -> None:
    words = COMMON.read_text(encoding="utf-8").split()
    assert len(words) > 300
    assert words == sorted(set(words), key=lambda word: (len(word), word))
    for word in words:
        assert objection((word * SHORTEST)[: max(SHORTEST, len(word))]), word


@given(st.text(st.characters(codec="utf-8"), min_size=SHORTEST, max_size=40), st.text(max_size=8))
def test_any_text_gets_a_verdict_and_an_accepted_one_is_varied(text: str, name: str) -> None:
    if objection(text, name) is None:
        assert len(set(unicodedata.normalize("NFKC", text).casefold())) >= DIFFERENT


def test_a_kept_password_is_argon2id_and_known_again() -> None:
    kept = digest("江边的灯 亮到三点钟才熄")
    assert kept.startswith("$argon2id$")
    assert "江边" not in kept
    assert matches(kept, "江边的灯 亮到三点钟才熄")
    assert not matches(kept, "江边的灯 亮到三点钟才灭")
    assert digest("江边的灯 亮到三点钟才熄") != kept


def test_nobodys_password_is_looked_at_just_as_long(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> bool:
            looked.append(str(hash))
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "hasher", Counting(time_cost=1, memory_cost=8, parallelism=1))
    assert not matches(None, "whatever is typed")
    assert not matches(digest("the right one"), "a wrong one")
    parameters = [argon2.extract_parameters(hash_) for hash_ in looked]
    assert len(parameters) == 2
    assert parameters[0] == parameters[1]


def test_the_parameters_are_those_the_library_advises_now(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap = digest("x")
    monkeypatch.undo()
    assert argon2.extract_parameters(passwords.hasher.hash("x")) == argon2.profiles.get_default_parameters()
    assert passwords.outdated(cheap)


def test_a_temporary_password_is_long_and_never_the_same() -> None:
    made = {passwords.temporary() for _ in range(100)}
    assert len(made) == 100
    assert all(objection(each) is None for each in made)

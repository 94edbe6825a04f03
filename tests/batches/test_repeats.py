"""Texts that nearly repeat an earlier one: what is found is what comparing each with each would find."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from services.batches import repeats as module
from services.batches.repeats import LIKENESS, repeats


def one_by_one(texts: Sequence[str], start: int, compared: int) -> dict[int, int]:
    found: dict[int, int] = {}
    different: list[int] = []
    for place, text in enumerate(texts):
        equal = [other for other in different if texts[other] == text]
        near = [other for other in different[-compared:] if fuzz.ratio(texts[other], text) >= LIKENESS]
        if text and place >= start and (equal or near):
            found[place] = equal[0] if equal else near[-1]
        if text and not equal:
            different.append(place)
    return found


few_letters = st.text("甲乙丙丁", max_size=12)
# Long texts that differ here and there are near, and nearly near.
base = "组织生活会会前没有广泛征求意见，谈心谈话记录不完整😀"
worn = st.lists(st.tuples(st.integers(0, len(base) - 1), st.sampled_from("甲乙（")), max_size=4).map(
    lambda changes: "".join({**dict(enumerate(base)), **dict(changes)}.values())
)


@pytest.mark.parametrize("compared", [2, 300])
@given(st.lists(few_letters | worn, max_size=30), st.integers(0, 30))
def test_what_is_found_is_what_comparing_each_with_each_finds(compared: int, texts: list[str], start: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "COMPARED", compared)
        found = list(repeats(texts, start))
    assert len(found) == len(dict(found))
    assert dict(found) == one_by_one(texts, start, compared)


def test_an_equal_text_is_found_however_far_back() -> None:
    texts = [chr(0x4E00 + number) * 10 for number in range(3 * module.COMPARED)]
    assert list(repeats([*texts, texts[0]], 0)) == [(len(texts), 0)]


def test_a_flood_of_texts_alike_in_their_letters_is_compared_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["党费未收缴到位的问题", "党费未收缴到位的问题。", "党费未收"]
    assert list(repeats([*texts, texts[2]], 0)) == [(3, 2), (1, 0)]
    monkeypatch.setattr(module, "COST", 0)
    assert list(repeats([*texts, texts[2]], 0)) == [(3, 2), (1, None)]


def test_only_new_texts_are_said_to_repeat() -> None:
    assert list(repeats(["党费未收", "党费未收", "党费未收"], 2)) == [(2, 0)]

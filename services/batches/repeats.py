"""Texts that nearly repeat an earlier one, found without comparing each with each."""

from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz

LIKENESS = 90  # of 100, by rapidfuzz
# An equal text is found wherever it stands, a nearly equal one among so many before: a unit has some dozen findings,
# and a file of one unit's 20 000 must not compare each with each.
COMPARED = 300
# Words of 64 bits in which the characters of a text are noted.
WORDS = 2


def repeats(texts: Sequence[str], start: int) -> Iterator[tuple[int, int]]:
    """Give the place of each text from `start` on that nearly repeats an earlier one, with the place of that one.

    That is the first equal one, else the last of the nearly equal ones. Blank texts repeat nothing.
    """
    first: dict[str, int] = {}
    for place, text in enumerate(texts):
        if text not in first:
            first[text] = place
        elif text and place >= start:
            yield place, first[text]
    first.pop("", None)
    places = list(first.values())
    known = sum(place < start for place in places)
    for each, other in _nearly(list(first), known):
        yield places[each], places[other]


def _nearly(texts: list[str], start: int) -> Iterator[tuple[int, int]]:
    """Give the same of texts that all differ.

    A character that only one of two texts has makes them unlike; those with too many of these need no comparison.
    """
    lengths = np.array([len(text) for text in texts], np.int64)
    noted = _noted(texts, lengths)
    # What a text's length may bear, in bytes as the counts are: two of the highest and what rounding took fit one.
    bearable = np.minimum(lengths * (100 - LIKENESS) // 100, 127).astype(np.uint8)
    order = np.arange(len(texts), dtype=np.int32)
    for top in range(start, len(texts), COMPARED):
        these, before = slice(top, top + COMPARED), slice(max(0, top - COMPARED), top + COMPARED)
        unlike = sum(np.bitwise_count(word[these, None] ^ word[before]) for word in noted)
        gap = order[these, None] - order[before]
        possible = (unlike <= bearable[these, None] + bearable[before] + 1) & (gap > 0) & (gap <= COMPARED)
        found = -1
        for each, other in np.add(np.argwhere(possible), (top, before.start))[::-1].tolist():
            if each != found and fuzz.ratio(texts[each], texts[other], score_cutoff=LIKENESS):
                yield each, other
                found = each


def _noted(texts: list[str], lengths: np.ndarray) -> list[np.ndarray]:
    """Give one bit for each character of a text. Two characters may share a bit: that hides a difference at most."""
    characters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    bits = np.uint64(1) << (characters % 64).astype(np.uint64)
    starts = lengths.cumsum() - lengths
    words = characters // 64 % WORDS
    return [np.bitwise_or.reduceat(np.where(words == word, bits, np.uint64(0)), starts) for word in range(WORDS)]

"""Texts that nearly repeat an earlier one, found without comparing each with each."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from rapidfuzz.fuzz import ratio

LIKENESS = 90  # of 100, by rapidfuzz
# An equal text is found wherever it stands, a nearly equal one among so many before: a unit has some dozen findings,
# and a file of one unit's 20 000 must not compare each with each.
COMPARED = 200
# What all comparisons together may cost: that of two texts grows with the square of their length.
COST, LEAST = 10**11, 200
# Texts that are compared with those before them in one go, and words of 64 bits in which their characters are noted.
BLOCK, WORDS = 128, 3


def repeats(texts: Sequence[str], start: int) -> Iterator[tuple[int, int | None]]:
    """Give the place of each text from `start` on that nearly repeats an earlier one, with the place of that one.

    That is the first equal one, else the last of the nearly equal ones. Blank texts repeat nothing. A text without
    another place, the last that is given, is where comparing would have cost too much: from there on only equal ones
    are known.
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
        yield places[each], None if other is None else places[other]


def _nearly(texts: list[str], start: int) -> Iterator[tuple[int, int | None]]:
    """Give the same of texts that all differ.

    A character that only one of two texts has makes them unlike; those with too many of these need no comparison.
    """
    lengths = np.array([len(text) for text in texts], np.int64)
    noted = [(word[:, None], _before(word)) for word in _noted(texts, lengths)]
    # What a text's length may bear, in bytes as the counts are: two of the highest and what rounding took fit one.
    bearable = np.minimum(lengths * (100 - LIKENESS) // 100, 127).astype(np.uint8)
    borne = _before(bearable + np.uint8(1))
    costs, left = ((lengths + LEAST) ** 2).tolist(), COST
    for top in range(start, len(texts), BLOCK):
        these = slice(top, top + BLOCK)
        unlike = sum(np.bitwise_count(word[these] ^ before[these]) for word, before in noted)
        possible = unlike <= bearable[these, None] + borne[these]
        # The last text and its nearest neighbour first; flat, for that takes a ninth of the time.
        rows, columns = np.divmod(np.flatnonzero(possible)[::-1], COMPARED)
        pairs = zip((rows + top).tolist(), (rows + columns + (top - COMPARED)).tolist(), strict=True)
        found = -1
        for each, other in pairs:
            left -= costs[each]
            if left < 0:
                yield each, None
                return
            if each != found and other >= 0 and ratio(texts[each], texts[other], score_cutoff=LIKENESS):
                yield each, other
                found = each


def _before(values: np.ndarray) -> np.ndarray:
    """Give for each value those before it, as many as are compared; 0 where there are not so many."""
    return sliding_window_view(np.concatenate([np.zeros(COMPARED, values.dtype), values]), COMPARED)[:-1]


def _noted(texts: list[str], lengths: np.ndarray) -> list[np.ndarray]:
    """Give one bit for each character of a text. Two characters may share a bit: that hides a difference at most."""
    characters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    bits = np.uint64(1) << (characters & 63).astype(np.uint64)
    starts = lengths.cumsum() - lengths
    words = (characters >> 6) % WORDS
    return [np.bitwise_or.reduceat(bits * (words == word), starts) for word in range(WORDS)]

"""Names that nobody bears: an office and one or two of the heavenly stems and earthly branches."""

from collections.abc import Iterator
from itertools import cycle

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
TAILS = (
    *STEMS,
    *(first + second for first in STEMS for second in BRANCHES),
    *(first + second for first in STEMS for second in STEMS if first != second),
)


def names(office: str) -> Iterator[str]:
    """Give 书记甲, 书记乙 … for one office; a name comes back only after all 220 were given."""
    return (office + tail for tail in cycle(TAILS))

"""“上次说71，怎么变69”: the answer in one sentence."""

from collections import Counter
from collections.abc import Callable, Sequence

from services.changes.change import KINDS, Change, Kind, Split, total
from services.indicators import Indicator
from services.share import signed, written

NAMES = 3
REASONS = 2
Short = Callable[[str], str]


def sentence(split: Split, indicator: Indicator, then: str, short: Short = str) -> str:
    """Say what the figure was, what it is, and what moved it; `then` names the earlier moment.

    `short` gives the name by which a unit is called.
    """
    start = f"上次（{then}）{figure(split.then)}{indicator.unit_word}，现在{figure(split.now)}{indicator.unit_word}"
    return f"{start}：{classes(split, indicator, short)}。" if split.changes else f"{start}，没有变化。"


def classes(split: Split, indicator: Indicator, short: Short = str) -> str:
    """Say what each class did, and who is behind it: 真变化+1（市某局），更正−2（…）."""
    found = [(kind, split.of_kind(kind)) for kind in KINDS]
    return "，".join(_part(changes, kind, indicator, short) for kind, changes in found if changes)


def figure(each: tuple[float | int, int | None]) -> str:
    """Give n/of, or n of a count."""
    n, of = each
    return written(n) if of is None else f"{written(n)}/{of}"


def amounts(changes: Sequence[Change]) -> str:
    """Give what changes did: gains and losses of the numerator, then the denominator: "+5−1、分母+2"."""
    gains, losses = (sum(each.amount.n for each in changes if each.amount.n * sign > 0) for sign in (1, -1))
    n = "".join(signed(each) for each in (gains, losses) if each)
    of = total(change.amount for change in changes).of
    return "、".join(part for part in (n, f"分母{signed(of)}" if of else "") if part) or "0"


def _part(changes: Sequence[Change], kind: Kind, indicator: Indicator, short: Short) -> str:
    if kind in ("更正", "移交核减") and len(changes) <= REASONS:
        said = "；".join(f"{short(each.unit) if each.unit else ''}{each.reason}" for each in changes)
    else:
        said = names(changes, "" if indicator.sums else indicator.unit_word, short)
    return f"{kind}{amounts(changes)}" + (f"（{said}）" if said else "")


def names(changes: Sequence[Change], word: str, short: Short = str, most: int = NAMES) -> str:
    """Give the units concerned, at most so many, each with how many of its things are (none without `word`)."""
    counted = Counter(change.unit for change in changes if change.unit)
    alone = not word or all(not change.name for change in changes)
    said = [short(unit) + ("" if alone else f"{count}{word}") for unit, count in counted.items()]
    more = f"等{len(said)}家单位" if len(said) > most else ""
    return "、".join(said[:most]) + more

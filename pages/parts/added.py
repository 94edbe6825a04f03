"""Who came into a figure since the snapshot compared with."""

from pages.parts.asked import asked
from pages.parts.compared import compared
from pages.parts.data import split
from pages.parts.names import short_names
from services.changes import names
from services.ledgers import indicators
from services.share import written


def added(indicator: str) -> str:
    """Give how many came in and from which units, at most three by name, and how many went; nothing where none did."""
    view, now = asked()
    pair = compared(view, now)
    found = None if pair is None or pair.backwards else split(now.stamp, pair.then, pair.until, view.where, indicator)
    if found is None:
        return ""
    word, short = indicators()[indicator].unit_word, short_names()
    came, went = ([each for each in found.changes if each.amount.n * sign > 0] for sign in (1, -1))
    said = []
    if came:
        who = names(came, word, lambda unit: short.get(unit, unit))
        said.append(f"新增{written(sum(each.amount.n for each in came))}{word}：{who}")
    if went:
        said.append(f"减少{written(-sum(each.amount.n for each in went))}{word}")
    return "，".join(said)

"""Who came into a figure, and who left it, since the snapshot compared with."""

from pages.parts.asked import asked
from pages.parts.compared import compared
from pages.parts.measured import split
from pages.parts.names import short_names
from services.changes import names
from services.ledgers import indicators
from services.share import written


def added(indicator: str) -> str:
    """Give how many came in and how many went, and of which units, at most three by name; nothing where none did."""
    view, now = asked()
    pair = compared(view, now)
    found = None if pair is None or pair.backwards else split(now.stamp, pair.then, pair.until, view.where, indicator)
    if found is None:
        return ""
    word, short = indicators()[indicator].unit_word, short_names()
    said = []
    for verb, sign in (("新增", 1), ("减少", -1)):
        moved = [each for each in found.changes if each.amount.n * sign > 0]
        if moved:
            who = names(moved, word, lambda unit: short.get(unit, unit))
            said.append(f"{verb}{written(sum(each.amount.n for each in moved) * sign)}{word}" + f"：{who}" * bool(who))
    return "；".join(said)

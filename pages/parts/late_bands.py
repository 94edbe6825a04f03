"""How long open findings are past their deadline, and what comes due soon."""

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists, pick
from pages.parts.menu import go
from pages.parts.numbers import Table
from pages.parts.reported import unreported
from pages.parts.theme import dark
from services.figures.ageing import SOON, ageing
from services.indicators import Measure


def late_bands(late: Measure | None, soon: Measure | None, soon_days: int) -> None:
    """Show one bar for what is soon due and one per band of overdue days; a click leads to the findings."""
    view, now = asked()
    n, due = (int(each.n) if each else 0 for each in (late, soon))
    missing = unreported("K19")
    finding = "超过时限和即将到期" if missing else f"超过时限{n}项，{soon_days}天内到期{due}项"
    with block(finding, "只数有时限、未销号的问题 · 点一条看名单", "K19", "K20", key="bands"):
        if missing:
            empty(f"上传{missing}后，这里显示逾期多久、哪些快到期。")
            return
        if not late or not (n or due):
            empty("没有超过时限和即将到期的问题。")
            return
        bands = late.values["bands"]
        alt = "，".join([finding, *(f"逾期{band}天{count}项" for band, count in bands.items())])
        if clicked := pick(ageing(due, soon_days, bands, dark()), alt, "bands"):
            if clicked[0] == SOON:
                go("rows", view, now, k="K20", part="n")
            go("rows", view, now, k="K19", part="n", band=clicked[0])
        table = Table(["情况", "项数"], [[f"{soon_days}天内到期", due], *([f"逾期{b}天", c] for b, c in bands.items())])
        lists(Listed("看超过时限", "K19", "n", n), Listed("看即将到期", "K20", "n", due), table=table)

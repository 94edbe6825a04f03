"""How long open findings are past their deadline, and what comes due soon."""

from pages.parts.chart import block, chart, empty, lists
from pages.parts.reported import unreported
from pages.parts.theme import dark
from services.figures.ageing import ageing
from services.indicators import Measure


def late_bands(late: Measure | None, soon: Measure | None, soon_days: int) -> None:
    """Show one bar for what is soon due and one per band of overdue days."""
    n, due = (int(each.n) if each else 0 for each in (late, soon))
    missing = unreported("K19")
    finding = "超过时限和即将到期" if missing else f"超过时限{n}项，{soon_days}天内到期{due}项"
    with block(finding, "只数有时限、未销号的问题", "K19", "K20", key="bands"):
        if missing:
            empty(f"上传{missing}后，这里显示逾期多久、哪些快到期。")
            return
        if not late or not (n or due):
            empty("没有超过时限和即将到期的问题。")
            return
        alt = "，".join([finding, *(f"逾期{band}天{count}项" for band, count in late.values["bands"].items())])
        chart(ageing(due, soon_days, late.values["bands"], dark()), alt, "bands")
        lists(("看超过时限的", "K19", "n"), ("看即将到期的", "K20", "n"))

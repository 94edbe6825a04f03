"""How the findings moved over the months: closed, awaiting acceptance, under way."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pages.parts.asked import asked
from pages.parts.chart import block, chart, empty, lists
from pages.parts.data import behind, things
from pages.parts.months import months_since
from pages.parts.theme import dark
from services.figures.flow import flow
from services.figures.palette import RECTIFICATION

AT_MOST = 24  # months
OPEN = "整改中"


def findings_flow() -> None:
    """Show the cumulative flow up to 截至."""
    view, now = asked()
    state = {thing["row"]: thing["state"] for thing in things(now.stamp, view, "K17")}
    found = [{**row["values"], "state": state[row["row"]]} for row in behind(now.stamp, view, "K17", "of")]
    if not found:
        with block("问题怎样一步步销号", "", "K17", key="flow"):
            empty("上传督查问题整改台账后，这里显示各月反馈、整改、销号的累计。")
        return
    first = date.fromisoformat(min(each["fed_back_on"] for each in found))
    days = months_since(first, view.as_of, AT_MOST)
    counts = [standing(found, day) for day in days[:-1]] + [standing(found, view.as_of, now=True)]
    last = counts[-1]
    finding = f"已反馈{len(found)}项，销号{last['已销号']}项，待验收{last['待验收']}项"
    with block(finding, f"{last['已销号']}/{len(found)}项 · 按各项日期逐月累计", "K17", key="flow"):
        chart(flow(days, counts, RECTIFICATION, dark()), f"各月累计：{finding}，其余还在整改", "flow")
        lists(("看已销号的", "K17", "n"), ("看未销号的", "K17", "rest"))


def standing(findings: Iterable[Mapping[str, Any]], day: date, now: bool = False) -> Counter[str]:
    """Give how many findings (values with `state` at 截至, dates as ISO text) stood where at the end of `day`.

    What only a word says (待验收 without a day) holds `now`; on earlier days such a finding was under way.
    """
    text = day.isoformat()
    counts: Counter[str] = Counter()
    for each in findings:
        if each["fed_back_on"] > text:
            continue
        reported = each.get("reported_on") or ""
        if (each.get("closed_on") or "9") <= text:
            counts["已销号"] += 1
        elif each["state"] == "长期坚持" or now:
            counts[OPEN if each["state"] == "待整改" else each["state"]] += 1
        else:
            counts["待验收" if reported and reported <= text else OPEN] += 1
    return counts

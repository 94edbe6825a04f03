"""How the findings moved over the months: closed, awaiting acceptance, under way."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, chart, empty, lists
from pages.parts.data import behind, things
from pages.parts.measured import measure
from pages.parts.months import months_since
from pages.parts.numbers import Cell, Table
from pages.parts.theme import dark
from services.figures.flow import flow
from services.figures.palette import RECTIFICATION, State

AT_MOST = 24  # months
OPEN = "整改中、待整改"
SHOWN = tuple(State(OPEN, each.glyph, each.role) if each.word == "整改中" else each for each in RECTIFICATION)
NOT_CLOSED = ("待验收", "整改中", "待整改", "长期坚持")


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
    last, measured = counts[-1], measure(now.stamp, view, "K17")
    open_still = len(found) - last["已销号"]
    finding = (
        f"应整改{len(found)}项，已销号{last['已销号']}项，还有{open_still}项"
        if open_still
        else f"应整改的{len(found)}项都已销号"
    )
    with block(finding, f"{last['已销号']}/{len(found)}项 · 按各项日期逐月累计", "K17", key="flow"):
        chart(flow(days, counts, SHOWN, dark()), f"各月累计：{finding}", "flow")
        exactly = Counter(each["state"] for each in found)
        titles = [word for word in (state.word for state in SHOWN) if any(each[word] for each in counts)]
        rows: list[list[Cell]] = [
            [f"{day:%Y-%m}", *(each[word] for word in titles)] for day, each in zip(days, counts, strict=True)
        ]
        lists(
            Listed("看已销号", "K17", "n", last["已销号"]),
            *(Listed(f"看{word}", "K17", "of", exactly[word], {"state": word}) for word in NOT_CLOSED),
            Listed("看随移交转出", "K17", "beside", measured.values["transferred"] if measured else 0),
            table=Table(["月份", *titles], rows),
        )


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
            counts[OPEN if each["state"] in ("整改中", "待整改") else each["state"]] += 1
        else:
            counts["待验收" if reported and reported <= text else OPEN] += 1
    return counts

"""The four dispositions (优化、调整、划转、移交), each a bar of how many units stand where."""

from collections import Counter

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists, pick
from pages.parts.data import things
from pages.parts.menu import go
from pages.parts.numbers import Table
from pages.parts.reported import unreported
from pages.parts.theme import dark
from services.figures.palette import REFORM
from services.figures.stacked import stacked
from services.ledgers.units import DISPOSITIONS


def disposition_bars() -> None:
    """Show the bars; a click on a piece leads to its units."""
    view, now = asked()
    missing = unreported("K01")
    found = [] if missing else things(now.stamp, view, "K01a")
    counts = {word: Counter(each["state"] for each in found if each["disposition"] == word) for word in DISPOSITIONS}
    rows = [(word, count) for word, count in counts.items() if count]
    counted = f"名册登记{len(found)}家 · 点一段看这些单位" if rows else ""
    with block(_finding(rows), counted, "K01a", key="dispositions"):
        if not rows:
            empty(f"上传{missing or '单位名册和处置台账'}后，这里按优化、调整、划转、移交显示进度。")
            return
        alt = "；".join(f"{word}共{sum(count.values())}家，已完成{count['已完成']}家" for word, count in rows)
        if clicked := pick(stacked(rows, REFORM, "家", dark()), alt, "dispositions"):
            disposition, state = clicked
            go("rows", view, now, k="K01a", part="n", disposition=disposition, state=state)
        states = [state.word for state in REFORM if any(count[state.word] for _, count in rows)]
        table = Table(
            ["处置方式", *states, "合计"],
            [[word, *(count[state] for state in states), sum(count.values())] for word, count in rows],
        )
        lists(Listed("看全部涉改单位", "K01a", "n", len(found)), table=table)


def _finding(rows: list[tuple[str, Counter[str]]]) -> str:
    done = "、".join(f"{word}{count['已完成']}/{sum(count.values())}" for word, count in rows)
    return f"各处置方式已完成：{done}" if rows else "各处置方式的进度"

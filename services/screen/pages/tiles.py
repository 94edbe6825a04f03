"""② Every 涉改 unit as a tile, in official order: the whole of the task, labelled."""

from services import narrative
from services.screen.facts import Facts
from services.screen.shape import Shown, Sign, State, Tile
from services.screen.words import bare, footer, meaning, sliced, unreported
from services.screen.work import ahead

STATES: dict[str, State] = {
    "已完成": "done", "已批复": "doing", "已请示": "doing", "未启动": "todo", "暂缓": "na", "不再涉及": "na",
    "未登记": "unknown",
}  # fmt: skip
UNDER_WAY = "进行中"


def page(facts: Facts) -> Shown:
    """Give the tiles, with those the register lacks at the end, and what each state counts."""
    foot = footer(facts, meaning("K01"), "units", "reform")
    if missing := facts.missing("K01"):
        return bare(unreported(missing, "每家涉改单位是一个方格"), foot)
    units = [(unit["unit"], unit["state"]) for unit in facts.things("K01a")]
    if not units:
        return bare(sliced(facts, "没有涉改单位。"), foot)
    measured = facts.measure("K01")
    units += [("未登记", "未登记")] * max(0, _gap(facts))
    items: list[Tile] = [
        {"id": f"{place} {unit}" if unit == "未登记" else unit, "label": facts.short(unit), "state": STATES[word]}
        for place, (unit, word) in enumerate(units)
    ]
    return {
        "title": sliced(facts, narrative.coverage(measured, None)),
        "figures": [],  # the sentence and the legend say it, and the tiles want the room
        "body": {"kind": "tiles", "items": items, "legend": _legend([word for _, word in units])},
        "footer": foot,
    }


def points(facts: Facts) -> list[str]:
    """Give the stages, the gap to the task, and the pace."""
    stages = facts.reported("K01a")
    if stages is None:
        return []
    said = "、".join(f"{stage}{count}家" for stage, count in stages.values.items() if count)
    task, lacking = facts.measure("K01"), _gap(facts)
    gap = ""
    if task and lacking:
        target, registered = task.values["target"], task.values["registered"]
        gap = f"任务基数{target}家，名册登记{registered}家，差额{lacking}家。"
    return [each for each in (f"阶段：{said}。" if said else "", gap, ahead(facts, "K01")) if each]


def _gap(facts: Facts) -> int:
    measured = facts.measure("K01")
    return int(measured.values.get("gap", 0)) if measured else 0


def _legend(words: list[str]) -> list[Sign]:
    found: dict[State, list[str]] = {}
    for word in words:
        found.setdefault(STATES[word], []).append(word)
    order = dict.fromkeys(STATES.values())
    return [
        {"state": state, "word": _word(state, found[state]), "count": len(found[state])}
        for state in order
        if state in found
    ]


def _word(state: State, words: list[str]) -> str:
    return UNDER_WAY if state == "doing" else "、".join(word for word in STATES if word in words)

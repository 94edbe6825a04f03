"""软弱涣散党组织整顿: how far each organisation listed this year is (K15)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists
from pages.parts.data import rows, things
from pages.parts.measured import measure
from pages.parts.menu import go
from pages.parts.numbers import Table
from pages.parts.picture import picture
from pages.parts.reported import unreported
from services.figures.html.steps import Walk, steps, taken

STEPS = {
    "listed_on": "列入",
    "planned_on": "方案",
    "applied_on": "申请验收",
    "accepted_on": "验收合格",
    "closed_on": "销号",
}


def weak_orgs() -> None:
    """Show the steps of every organisation, those not closed first; a name leads to its unit."""
    view, now = asked()
    measured = measure(now.stamp, view, "K15")
    if not measured or not measured.of:
        missing = unreported("K15")
        with block("软弱涣散党组织整顿", "", "K15", key="weak"):
            said = (
                f"上传{missing}后，这里显示今年列入整顿的党组织办到哪一步。"
                if missing
                else "今年没有列入整顿的党组织。"
            )
            empty(said if measured else "这个指标不能按当前筛选统计。")
        return
    own = {thing["row"]: thing["done"] for thing in things(now.stamp, view, "K15")}
    found = [row for row in rows(now.stamp, view.batch, "weak_orgs") if row["id"] in own]
    walks = [walk(row["values"], view.as_of) for row in found]
    walks.sort(key=lambda each: (taken(each.days, view.as_of) == len(STEPS), not each.late))
    left = measured.of - int(measured.n)
    late = sum(each.late for each in walks)
    finding = f"今年列入整顿{measured.of}个，验收销号{measured.n}个" + (f"，{late}个超过时限" if late else "")
    with block(finding, "点党组织看它所在单位", "K15", "K15a", key="weak"):
        if target := picture(steps(list(STEPS.values()), walks, view.as_of, f"软弱涣散党组织整顿：{finding}"), "weak"):
            go("unit", view, now, unit=target)
        table = Table(
            ["党组织", *STEPS.values(), "情况"],
            [[each.name, *(day.isoformat() if day else "" for day in each.days), each.waits] for each in walks],
        )
        lists(Listed("看已销号", "K15", "n", measured.n), Listed("看未销号", "K15", "rest", left), table=table)


def walk(values: Mapping[str, Any], as_of: date) -> Walk:
    """Give the way of one organisation; what was not accepted as 合格 has not taken that step."""
    days = {step: values[step] if values[step] and values[step] <= as_of else None for step in STEPS}
    failed = days["accepted_on"] is not None and values["verdict"] != "合格"
    if failed:
        days["accepted_on"] = None
    late = days["closed_on"] is None and values["due_on"] < as_of
    over = f"超时限{(as_of - values['due_on']).days}天" if late else f"时限{values['due_on']:%y-%m-%d}"
    waits = "" if days["closed_on"] else f"验收不合格，{over}" if failed else over
    return Walk(values["org"], values["unit"], tuple(days.values()), waits, late)

"""专项行动任务 of the demonstration: three campaigns set out in February and March 2023, with some tasks overdue."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from random import Random
from typing import Any

from services.demo.days import AS_OF, after, between
from services.demo.page import Page, odd
from services.demo.units import Unit, units
from services.ledger import Values

MODEL, FIRMS, NEW = "模范机关创建行动", "国企抓党建促改革提质行动", "“两新”组织党建覆盖提升行动"
BEGUN = {MODEL: date(2023, 2, 27), FIRMS: date(2023, 3, 6), NEW: date(2023, 3, 20)}
# 任务 | 目标 | deadline | how many of a hundred were done by the default day.
TASKS = {
    MODEL: (
        ("制定模范机关创建方案", "一单位一方案", date(2023, 4, 30), 98),
        ("培树一个党建品牌", "有标识、有载体、有成效", date(2023, 9, 30), 78),
        ("开展创建自评", "三方面逐项打分", date(2023, 11, 30), 38),
    ),
    FIRMS: (
        ("党建要求写入公司章程", "集团和子公司全部写入", date(2023, 5, 31), 95),
        ("重大事项党委前置研究清单", "清单修订并公开", date(2023, 6, 30), 88),
        ("改革一线设立党员突击队", "每个改革项目一支", date(2023, 9, 30), 74),
        ("党建考核与薪酬挂钩", "出台办法并执行", date(2023, 12, 31), 22),
    ),
    NEW: (
        ("摸清党员底数和组织底数", "一户一档", date(2023, 5, 31), 92),
        ("符合条件的建立党组织", "应建尽建", date(2023, 9, 30), 66),
        ("选派党建指导员", "没有党组织的全部选派", date(2023, 10, 20), 72),
    ),
}


def _of(campaign: str) -> list[Unit]:
    if campaign == FIRMS:
        return [unit for unit in units() if unit.domain == "国有企业"]
    if campaign == NEW:
        return [unit for unit in units() if unit.domain in ("非公经济组织", "社会组织")]
    return [unit for unit in units() if unit.domain == "机关" and not unit.is_new]


def _rows() -> Iterator[dict[str, Any]]:
    random = Random("campaigns")
    for campaign, tasks in TASKS.items():
        begun = BEGUN[campaign]
        for unit in _of(campaign):
            for task, goal, due, likely in tasks:
                done = random.random() * 100 < likely
                # What is done is mostly done in time, now and then some weeks later.
                last = min(AS_OF, after(due, random.choice((-6, -2, -2, -1, 18))))
                closed = between(random, begun, last) if done else None
                yield {
                    "campaign": campaign, "task": task, "unit": unit.name, "goal": goal,
                    "leader": f"分管领导{'甲乙丙丁戊己'[unit.number % 6]}", "assigned_on": begun, "due_on": due,
                    "status": "已办结" if done else random.choice(("推进中", "推进中", "推进中", "未启动")),
                    "closed_on": closed,
                }  # fmt: skip
            if campaign == MODEL and unit.number % 5 == 0:
                yield {
                    "campaign": campaign, "task": "常态化开展模范机关对标活动", "unit": unit.name,
                    "leader": f"分管领导{'甲乙丙丁戊己'[unit.number % 6]}", "assigned_on": begun, "due_on": "长期坚持",
                }  # fmt: skip


@cache
def _all() -> tuple[dict[str, Any], ...]:
    return tuple(_rows())


def rows() -> list[dict[str, Any]]:
    """Give every task, campaign by campaign in official order of the units."""
    return [dict(row) for row in _all()]


def messy(rows: Sequence[Values]) -> bytes:
    """A section per campaign in place of its column, 任务 wrapped, four spellings of a day, a total below."""
    page = Page("任务台账", 9)
    page.label("附件6")
    page.banner("市直机关三个专项行动任务推进台账", big=True)
    page.headings("序号 责任单位 工作任务 预期目标 牵头领导 启动时间 完成\n时限 完成情况 完成日期")
    number = 0
    for place, (campaign, some) in enumerate(groupby(rows, lambda row: str(row["campaign"]))):
        page.banner(f"{'一二三'[place]}、{campaign}")
        for row in some:
            number += 1
            page.table([[
                number, row["unit"], row["task"], row.get("goal"), row["leader"], odd(row["assigned_on"], number),
                row["due_on"] if isinstance(row["due_on"], str) else odd(row["due_on"], number + 1),
                {"已办结": "已完成", "推进中": "正在推进"}.get(row.get("status") or "", row.get("status")),
                odd(row.get("closed_on"), number + 2),
            ]])  # fmt: skip
    page.table([["合计", f"{len(rows)}项", *[None] * 7]])
    return page.content()

"""清廉机关建设任务 of the demonstration: what ninety units were given to do in two years."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any

from services.demo.days import between
from services.demo.handled import handled
from services.demo.page import Page, odd
from services.demo.units import units
from services.ledger import Values

TASKS: dict[str, tuple[tuple[str, str], ...]] = {
    "制度体系": (
        ("修订“三重一大”事项决策制度", "对照上级规定逐条修订，经党组会审议后印发"),
        ("编制廉政风险点和防控措施清单", "按岗位排查风险点，逐项明确防控措施"),
        ("健全政府采购和合同管理制度", "梳理采购流程，完善合同审核环节"),
        ("完善公务接待和公车使用管理办法", "明确审批权限，每季度公示"),
        ("建立干部廉政档案", "一人一档，动态更新"),
    ),
    "干部队伍": (
        ("开展新任职干部廉政谈话", "任前必谈，谈话记录归档"),
        ("开展重点岗位干部轮岗", "任满五年的重点岗位列入轮岗计划"),
        ("开展酒驾醉驾和违规吃喝专项整治", "组织自查，签订承诺书"),
        ("开展年轻干部廉洁教育", "每季度组织一次专题学习"),
        ("规范领导干部配偶子女经商办企业行为", "组织填报，逐人核查"),
    ),
    "廉洁文化": (
        ("建设廉洁文化长廊", "利用办公楼公共区域布置展板"),
        ("组织参观警示教育基地", "分批组织党员干部参观"),
        ("开展家庭家教家风活动", "举办家属座谈会，发放倡议书"),
        ("开展廉洁书画作品征集", "面向党员干部征集，择优展出"),
    ),
}  # fmt: skip
SPELLED = {"已办结": "完成", "办理中": "推进中", "未启动": "未开始"}


@cache
def _every() -> tuple[dict[str, Any], ...]:
    random, found = Random("integrity"), []
    for unit in units():
        if random.random() < 0.2:
            continue
        for area, tasks in TASKS.items():
            for task, measures in random.sample(tasks, random.choice((0, 1, 1, 2))):
                first = date(2023, 3, 1) if unit.is_new or random.random() < 0.6 else date(2022, 2, 21)
                assigned = between(random, first, first.replace(month=4, day=28))
                found.append(
                    {
                        "unit": unit.name, "area": area, "task": task, "assigned_on": assigned, "measures": measures,
                        "leader": f"分管领导{random.choice('甲乙丙丁戊')}",
                        "owner": f"经办人{random.choice('甲乙丙丁戊己')}",
                        **handled(random, assigned, "已完成并报工委备案", "正在按方案推进"), "remark": None,
                    }
                )  # fmt: skip
    return tuple(found)


def rows() -> list[dict[str, Any]]:
    """Give the tasks in official order of the units."""
    return [dict(row) for row in _every()]


def messy(rows: Sequence[Values]) -> bytes:
    """A section per 方面 instead of a column, the office's own words for the state, deadlines as 9月底, a total."""
    page = Page("清廉机关", 11)
    page.label("附件3")
    page.banner("清廉机关建设重点任务推进台账", big=True)
    page.banner("填报单位（盖章）：市直机关工委　　填表人：业务员戊　　填报时间：2023年10月31日")
    page.headings("序号 责任单位 重点任务 部署日期 主要举措 牵头领导 具体责任人 完成\n时限 完成情况 办结时间 进展")
    number = 0
    for place, area in enumerate(TASKS):
        mine = [row for row in rows if row["area"] == area]
        if mine:
            page.banner(f"{'一二三'[place]}、{area}建设（{len(mine)}项）")
        for row in mine:
            number += 1
            due = row["due_on"]
            page.table([[
                number, row["unit"] + "　" * (number % 2), row["task"], odd(row["assigned_on"], number),
                row["measures"], row["leader"], row["owner"],
                due if isinstance(due, str) else f"{due.year}年{due.month}月底",
                SPELLED.get(row["status"], row["status"]), odd(row["closed_on"], number + 1), row["progress"],
            ]])  # fmt: skip
    page.table([["合计", None, f"{len(rows)}项", *[None] * 8]])
    page.label("注：长期坚持事项每年复核。")
    return page.content()

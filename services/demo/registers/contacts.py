"""联系点走访与诉求 of the demonstration: leaders of the committee, their 联系单位 and what these asked for."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any

from services.demo.days import AS_OF, after, between
from services.demo.findings import findings
from services.demo.page import Page, odd
from services.demo.units import Unit, units
from services.ledger import Values

REQUESTS: dict[str, tuple[tuple[str, str], ...]] = {
    "党建工作": (
        ("希望增加支部书记实务培训名额", "工委组织部"), ("希望明确合并后支部的设置方式", "工委组织部"),
        ("党员活动阵地面积不足", "机关事务管理局"), ("希望派党建指导员帮助规范组织生活", "工委组织部"),
    ),
    "生产经营": (("原材料运输限行时段过长", "公安交管部门"), ("希望帮助对接本地配套企业", "工业和信息化部门")),
    "政策落实": (("稳岗补贴兑付较慢", "人力资源社会保障部门"), ("希望集中解读设备更新政策", "发展改革部门")),
    "审批服务": (("项目用地手续办理时间较长", "自然资源部门"), ("消防验收材料要求不一致", "住房城乡建设部门")),
    "用工人才": (("技术人员子女入学困难", "教育部门"), ("希望组织专场招聘", "人力资源社会保障部门")),
    "资金融资": (("短期周转资金困难", "金融管理部门"),),
    "民生保障": (("职工通勤公交班次少", "交通运输部门"), ("办公楼周边停车难", "城市管理部门")),
}  # fmt: skip
OFFICE = ("党建工作", "党建工作", "党建工作", "政策落实", "民生保障")
FIRM = ("党建工作", "生产经营", "政策落实", "审批服务", "用工人才", "资金融资", "民生保障")
LAST_ROUND, RAISED = "2023-1", (date(2022, 10, 1), date(2023, 4, 1))
SPELLED = {"已办结": "办结", "办理中": "正在办理"}
NOTHING: dict[str, Any] = dict.fromkeys(
    ("category", "handler", "due_on", "status", "progress", "closed_on", "finding", "remark")
)


def _request(random: Random, unit: Unit, visited: date, asked: set[str]) -> dict[str, Any]:
    """Draw what a unit asks for, once each, and what became of it."""
    category = random.choice(FIRM if unit.domain in ("国有企业", "非公经济组织") else OFFICE)
    matter, handler = random.choice(REQUESTS[category])
    if matter in asked:
        return {"matter": "无", **NOTHING}
    asked.add(matter)
    closed = after(visited, random.choice((12, 20, 28, 45, 60, 95, 140)))
    done = closed < AS_OF and random.random() < 0.86
    raised = [each.no for each in findings() if each.unit == unit.name and each.round.code == LAST_ROUND]
    named = raised[0] if raised and category == "党建工作" and RAISED[0] < visited < RAISED[1] else None
    return {
        "matter": matter, "category": category, "handler": handler,
        "due_on": after(visited, random.choice((30, 60, 90))),
        "status": "已办结" if done else "办理中",
        "progress": "已答复联系单位，联系单位表示满意" if done else "已转承办单位研究",
        "closed_on": closed if done else None,
        "finding": named, "remark": None,
    }  # fmt: skip


@cache
def _every() -> tuple[dict[str, Any], ...]:
    random, found = Random("contacts"), []
    chosen = [unit for unit in units() if random.random() < 0.66]
    for number, unit in enumerate(chosen):
        leader, asked = f"工委委员{'甲乙丙丁戊己'[number % 6]}", set[str]()
        for year in (2022, 2023):
            if year == 2022 and unit.is_new:
                continue
            first, last = date(year, 3, 1), date(2022, 12, 20) if year == 2022 else AS_OF
            count = random.choice((0, 1, 1, 1, 2, 2)) if year == 2023 else random.choice((1, 1, 2))
            days = sorted({between(random, first, last) for _ in range(count)})
            plain = {"year": year, "leader": leader, "unit": unit.name}
            if not days:
                found.append({**plain, "visited_on": None, "visitors": None, "matter": "无", **NOTHING})
            for day in days:
                told = _request(random, unit, day, asked) if random.random() < 0.7 else {"matter": "无", **NOTHING}
                found.append({**plain, "visited_on": day, "visitors": f"{leader}、业务员戊", **told})
    return tuple(found)


def rows() -> list[dict[str, Any]]:
    """Give the visits in official order of the units, of a unit in order of time."""
    return [dict(row) for row in _every()]


def messy(rows: Sequence[Values]) -> bytes:
    """挂点领导 and 联系单位 merged downwards, a header of two levels, 年度 with 年, four spellings of a day."""
    page = Page("走访台账", 15)
    page.label("附件1")
    page.banner("市直机关工委领导联系点走访调研情况台账", big=True)
    page.banner("填报单位：市直机关工委办公室　　填报时间：2023年10月31日")
    page.two_levels(
        ["序号", "年度", "挂点领导", "联系点单位", "走访时间", "走访人员",
         ("收集诉求", ["诉求事项", "诉求类别", "承办部门"]),
         ("办理情况", ["办理时限", "办理状态", "办结时间", "答复情况"]), "关联问题编号", "备注"]
    )  # fmt: skip
    page.table(
        [
            [number, f"{row['year']}年", row["leader"], row["unit"], odd(row["visited_on"], number), row["visitors"],
             row["matter"], row["category"], row["handler"], odd(row["due_on"], number + 1),
             SPELLED.get(row["status"]), odd(row["closed_on"], number + 2), row["progress"], row["finding"],
             row["remark"]]
            for number, row in enumerate(rows, 1)
        ],
        merged=(2, 3),
    )  # fmt: skip
    page.table([["合　计", None, None, f"{len(rows)}条", *[None] * 11]])
    page.label("注：走访时间空白为尚未走访。")
    return page.content()

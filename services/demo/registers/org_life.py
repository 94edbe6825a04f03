"""组织生活 of the demonstration: what each 支部 held from January to October 2023, the 软弱涣散 ones far too little."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from services.demo.days import AS_OF, between
from services.demo.organisations import Org, orgs
from services.demo.page import Page, odd
from services.demo.reform import handed_over
from services.demo.weak_orgs import weak_orgs
from services.ledger import Values
from services.ledgers.calendar import month_end

TOPICS = {
    "党员大会": ("讨论上半年支部工作", "学习贯彻上级党代会精神", "讨论接收预备党员", "通报党费收缴情况"),
    "支委会": ("研究支部月度安排", "研究主题教育工作", "研究发展党员", "研究整改措施"),
    "党小组会": ("学习讨论", "开展批评和自我批评", "布置主题党日"),
    "主题党日": ("参观革命旧址", "志愿服务进社区", "重温入党誓词", "服务企业开放日", "植树护绿"),
    "党课": ("书记讲党课", "身边榜样讲党课"),
    "组织生活会": ("年度组织生活会",),
    "民主评议": ("民主评议党员",),
}
CHANCES = {"支委会": 0.9, "主题党日": 0.93, "党小组会": 0.84, "党员大会": 0.95, "党课": 0.8}
GROUPS_FROM = 20


def _months(type: str, month: int) -> bool:
    return (
        month % 3 == 2 if type in ("党员大会", "党课") else month == 2 if type in ("组织生活会", "民主评议") else True
    )


def _row(random: Random, org: Org, type: str, first: date) -> dict[str, Any]:
    due = (org.seats or 3) if type == "支委会" else org.members
    return {
        "org": org.name, "unit": org.unit.name, "type": type,
        "held_on": between(random, first, min(AS_OF, month_end(first) - timedelta(days=2))),
        "topic": random.choice(TOPICS[type]), "due_n": due,
        "present_n": max(due * 3 // 5, due - random.randint(0, 1 + due // 8)),
        "host": f"支部书记{'甲乙丙丁戊己庚辛'[org.unit.number % 8]}",
    }  # fmt: skip


def _rows() -> Iterator[dict[str, Any]]:
    random = Random("org life")
    weak = {each.org.name for each in weak_orgs() if each.listed_on.year == AS_OF.year}
    gone = handed_over(AS_OF)
    branches = [
        org for org in orgs()
        if org.kind in ("党支部", "联合党支部") and not org.dissolved_on and org.unit.name not in gone
    ]  # fmt: skip
    for month in range(1, AS_OF.month + 1):
        first = date(AS_OF.year, month, 1)
        for org in branches:
            for type in TOPICS:
                if org.founded_on > first or not _months(type, month):
                    continue
                if type == "党小组会" and org.members < GROUPS_FROM:
                    continue
                chance = CHANCES.get(type, 0.97) * (0.55 if org.name in weak and month < 7 else 1)
                if random.random() < chance:
                    yield _row(random, org, type, first)


@cache
def _all() -> tuple[dict[str, Any], ...]:
    return tuple(_rows())


def rows() -> list[dict[str, Any]]:
    """Give every meeting, month by month in official order of the units."""
    return [dict(row) for row in _all()]


def messy(rows: Sequence[Values]) -> bytes:
    """The 支部 merged downwards, the office's own words for the types, 人 after numbers, days in four spellings."""
    page = Page("组织生活", 9)
    page.banner("2023年市直机关党支部组织生活开展情况登记表", big=True)
    page.banner("填报单位（盖章）：市直机关工委　　填报时间：2023.10.31")
    page.headings("序号 单位 支部名称 活动类型 开展时间 活动主题 应到 实到 主持人")
    words = {"党员大会": "支部党员大会", "支委会": "支部委员会", "主题党日": "主题党日活动", "民主评议": "民主评议党员"}
    ordered = sorted(rows, key=lambda row: (row["unit"], row["org"], row["held_on"]))
    page.table(
        [
            [number, row["unit"], row["org"], words.get(row["type"], row["type"]), odd(row["held_on"], number),
             row["topic"], f"{row['due_n']}人", f"{row['present_n']}人", row["host"]]
            for number, row in enumerate(ordered, 1)
        ],
        merged=(1, 2),
    )  # fmt: skip
    page.label("注：谈心谈话随时开展，另附记录。")
    return page.content()

"""学习宣讲活动 of the demonstration: two years of 联组研学, 青年理论学习, 宣讲, lectures and 党课."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any

from services.demo.days import AS_OF, workday
from services.demo.page import Page, odd
from services.demo.people import STEMS
from services.demo.units import units
from services.ledger import Values

TOPICS: dict[str, tuple[str, ...]] = {
    "联组研学": ("优化营商环境联组研学", "能源转型联组研学", "机关党建与业务融合联组研学"),
    "青年理论学习": ("青年理论学习小组读书会", "青年干部调研成果交流", "青年理论学习演讲"),
    "宣讲报告会": ("党的二十大精神宣讲报告会", "先进典型事迹报告会", "全会精神宣讲"),
    "专题讲座": ("保密知识专题讲座", "党章党规专题讲座", "公文写作专题讲座", "心理健康专题讲座"),
    "党课开讲啦": ("“党课开讲啦”书记讲党课", "“党课开讲啦”老党员讲党课", "“党课开讲啦”支部微党课"),
}
SPELLED = {"联组研学": "联组学习", "宣讲报告会": "宣讲", "专题讲座": "讲座", "党课开讲啦": None}
HEADS = {
    "联组研学": (25, 60),
    "青年理论学习": (12, 40),
    "宣讲报告会": (80, 320),
    "专题讲座": (40, 160),
    "党课开讲啦": (15, 80),
}
# How busy the months are: quiet in winter, busiest around the first of July.
BUSY = (2, 3, 6, 6, 8, 12, 9, 6, 8, 9, 9, 7)


@cache
def _every() -> tuple[dict[str, Any], ...]:
    random, found = Random("study"), dict[tuple[Any, ...], dict[str, Any]]()
    for year, count in ((2022, 120), (2023, 150)):
        there = [unit for unit in units() if not unit.is_new or year == 2023]
        for month in random.choices(range(1, 13), BUSY, k=count):
            day = workday(date(year, month, random.randint(4, 28)))
            if day > AS_OF or (year == 2023 and month < 3 and random.random() < 0.3):
                continue
            unit = random.choice([each for each in there if not each.is_new or month > 3])
            kind = random.choice(list(TOPICS))
            topic, (low, high) = random.choice(TOPICS[kind]), HEADS[kind]
            speakers = random.sample(STEMS, 2 if kind == "联组研学" else 1)
            found[unit.name, topic, day] = {
                "unit": unit.name, "activity": topic, "kind": kind, "held_on": day,
                "place": random.choice(("机关会议室", "党员活动室", "市委党校", "报告厅")),
                "speakers": "、".join(f"宣讲员{each}" for each in speakers),
                "people": None if random.random() < 0.03 else random.randint(low, high), "remark": None,
                "number": unit.number,
            }  # fmt: skip
    ordered = sorted(found.values(), key=lambda row: (row["held_on"].year, row["number"], row["held_on"]), reverse=True)
    return tuple({name: value for name, value in row.items() if name != "number"} for row in ordered)


def rows() -> list[dict[str, Any]]:
    """Give the events, the newest year first."""
    return [dict(row) for row in _every()]


def messy(rows: Sequence[Values]) -> bytes:
    """形式 blank where the name says it (党课开讲啦), 人次 after numbers, four spellings of a day, 主办单位 merged."""
    page = Page("学习宣讲", 9)
    page.banner("市直机关学习宣讲活动开展情况统计表", big=True)
    page.banner("填报单位：市直机关工委宣传部　　填报时间：2023年10月31日")
    page.headings("序号 主办单位 活动主题 活动\n形式 举办时间 活动地点 宣讲人 参加\n人次 备注")
    page.table(
        [
            [number, row["unit"], row["activity"], SPELLED.get(row["kind"], row["kind"]), odd(row["held_on"], number),
             row["place"], row["speakers"], f"{row['people']}人次" if row["people"] else None, row["remark"]]
            for number, row in enumerate(rows, 1)
        ],
        merged=(1,),
    )  # fmt: skip
    page.table([["总计", f"{len(rows)}场", *[None] * 5, sum(row["people"] or 0 for row in rows), None]])
    page.label("注：参加人次含线上。")
    return page.content()

"""标准化规范化检查 of the demonstration: two rounds in 2023, each half of the units; what failed is checked again."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from random import Random
from typing import Any

from services.demo.days import AS_OF, after, between
from services.demo.founding import foundings
from services.demo.page import Page, odd
from services.demo.reform import handed_over
from services.demo.units import Unit, units
from services.ledger import Values

# 一级指标 | 检查内容 | how many of a hundred meet it.
ITEMS = (
    ("组织设置", "党组织设置与单位性质、党员人数相适应", 96),
    ("组织设置", "按期换届，届满提醒有记录", 84),
    ("班子队伍", "班子成员配备齐全、分工明确", 88),
    ("班子队伍", "书记履职培训有档案", 80),
    ("组织生活", "三会一课按期召开、记录完整", 71),
    ("组织生活", "主题党日主题明确、有签到", 77),
    ("党员教育管理", "党员年度学时有台账", 74),
    ("党员教育管理", "发展党员程序完备", 90),
    ("阵地保障", "活动场所达到“六有”", 86),
    ("阵地保障", "党建经费列入预算", 92),
)
ROUNDS = ((date(2023, 3, 13), date(2023, 4, 28)), (date(2023, 8, 28), date(2023, 9, 26)))
DUTY_FREE = {"社会组织": ("9", "10"), "非公经济组织": ("10",)}
SECTIONS = "一二三四五"


def _founded(unit: Unit) -> date:
    first = {founding.unit.name: founding.founded_on or date.max for founding in foundings()}
    return first.get(unit.name, date.min)


def _result(random: Random, unit: Unit, number: str, likely: int) -> str:
    if number in DUTY_FREE.get(unit.domain, ()):
        return "不适用"
    drawn = random.random() * 100
    return "达标" if drawn < likely else "基本达标" if drawn < likely + 5 else "不达标"


def _check(unit: Unit, day: date, number: str, result: str) -> dict[str, Any]:
    group, text, _ = ITEMS[int(number) - 1]
    return {
        "unit": unit.name, "domain": unit.domain, "item_no": number, "group": group, "text": text,
        "source": f"{unit.domain}党支部标准化规范化建设标准", "points": 10, "result": result, "checked_on": day,
        "remark": "现场已反馈，限一个月内整改" if result == "不达标" else None,
    }  # fmt: skip


def _rows() -> Iterator[dict[str, Any]]:
    random = Random("standards")
    for unit in units():
        day = between(random, *ROUNDS[unit.number % 2])
        if _founded(unit) > day or unit.name in handed_over(day):
            continue
        again = after(day, random.randint(28, 45))
        for place, (_, _, likely) in enumerate(ITEMS, 1):
            missed = place in (9, 10) and random.random() < 0.09
            result = "未检查" if missed else _result(random, unit, str(place), likely)
            yield _check(unit, day, str(place), result)
            if result == "不达标" and again <= AS_OF and random.random() < 0.45:
                yield _check(unit, again, str(place), "达标" if random.random() < 0.7 else "基本达标")


@cache
def _all() -> tuple[dict[str, Any], ...]:
    return tuple(_rows())


def rows() -> list[dict[str, Any]]:
    """Give every check in official order of the units."""
    return [dict(row) for row in _all()]


def messy(rows: Sequence[Values]) -> bytes:
    """A section per 领域 in place of its column, ticks for results, the unit merged downwards, a count below."""
    page = Page("检查台账", 9)
    page.label("附件3")
    page.banner("2023年市直机关党支部标准化规范化建设检查情况表", big=True)
    page.banner("检查单位：市直机关工委　　填表时间：2023年10月31日")
    page.headings("序号 被检查单位 指标\n序号 指标类别 检查要点 标准分 检查结论 检查时间 备注")
    words, number = {"达标": "√", "不达标": "×", "基本达标": "基本合格"}, 0
    for place, (domain, some) in enumerate(groupby(rows, lambda row: str(row["domain"]))):
        page.banner(f"{SECTIONS[place]}、{domain}")
        lines = []
        for row in some:
            number += 1
            lines.append([
                number, row["unit"], int(row["item_no"]), row["group"], row["text"], f"{row['points']}分",
                words.get(row["result"], row["result"]), odd(row["checked_on"], place), row["remark"],
            ])  # fmt: skip
        page.table(lines, merged=(1,))
    page.table([["合计", f"{len(rows)}项", *[None] * 7]])
    page.label("注：√为达标，×为不达标；单位没有的事项填不适用。")
    return page.content()

"""考核评分 of the demonstration: three kinds of 考核, 2021 and 2022; what a unit scored stays near what it scored."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from services.demo.page import Page
from services.demo.units import Unit, units
from services.ledger import Values

WORDS = {
    "机关党组织书记述职评议考核": ("好", "较好", "一般", "差"),
    "年度目标责任考核": ("优秀", "良好", "合格", "不合格"),
    "文明单位创建考核": ("优秀", "良好", "合格", "不合格"),
}
DOMAINS = {
    "机关党组织书记述职评议考核": ("机关", "事业单位", "国有企业"),
    "年度目标责任考核": ("机关", "事业单位"),
    "文明单位创建考核": ("机关",),
}
REASONS = ("党建与业务结合不紧", "组织生活质量不高", "督查问题整改不到位", "党员教育培训学时不足", "责任清单落实不够")
FOLLOW_UPS = ("三个月内报整改方案，下次督查复核", "工委约谈党组织书记，按季度报送整改进展")
FULL = {"文明单位创建考核": 120}
ABSENT = ("市人大机关", "市接待服务中心")  # neither was assessed in 2022: their leaders had just changed


def _grade(kind: str, score: float) -> str:
    share = score * 100 / FULL.get(kind, 100)
    return WORDS[kind][0 if share >= 92 else 1 if share >= 85 else 2 if share >= 78 else 3]


def _row(random: Random, year: int, unit: Unit, kind: str, base: float) -> dict[str, Any]:
    share = min(99.5, max(70.0, base + random.gauss(0.8 if year == 2022 else 0, 2.4)))
    full = FULL.get(kind, 100)
    score = round(share * full * 2 / 100) / 2
    low = score * 100 / full < 80
    return {
        "year": year, "unit": unit.name, "kind": kind, "score": score, "max_score": full,
        "grade": _grade(kind, score),
        "reason": random.choice(REASONS) if share < 88 else None,
        "follow_up": random.choice(FOLLOW_UPS) if low and random.random() < 0.75 else None,
    }  # fmt: skip


def _rows() -> Iterator[dict[str, Any]]:
    random = Random("assessments")
    old = [unit for unit in units() if not unit.is_new]
    strength = {unit.name: random.gauss(89.5, 4.4) for unit in old}
    for year in (2022, 2021):
        for kind, domains in DOMAINS.items():
            for unit in old:
                absent = year == 2022 and (unit.name in ABSENT or unit.short_name in ABSENT)
                if unit.domain in domains and not absent:
                    yield _row(random, year, unit, kind, strength[unit.name])


def rows() -> list[dict[str, Any]]:
    """Give every result, the newest year first."""
    return list(_rows())


def messy(rows: Sequence[Values]) -> bytes:
    """One year and one kind, named by the title alone; 分 after scores, 满分 in the header, ranks nobody asked for."""
    first = rows[0]
    page = Page("考核结果", 8)
    page.label("附件")
    page.banner(f"{first['year']}年度{first['kind']}结果", big=True)
    page.headings("序号 被考核单位 考核得分\n（满分100分） 名次 考核等次 扣分项 督办事项 备注")
    mine = [row for row in rows if row["year"] == first["year"] and row["kind"] == first["kind"]]
    ranked = sorted(mine, key=lambda row: -row["score"])
    page.table(
        [
            [number, row["unit"], f"{row['score']}分", ranked.index(row) + 1, row["grade"], row["reason"],
             row["follow_up"], None]
            for number, row in enumerate(mine, 1)
        ]
    )  # fmt: skip
    page.label("注：得分低于80分的，由工委督促整改。")
    return page.content()

"""模范机关创建 of the demonstration: the 机关 in 2022 and 2023, ten 标兵 named on the first of July."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import Any

from services.demo.page import Page
from services.demo.units import units
from services.ledger import Values

NAMED = {2022: date(2022, 7, 1), 2023: date(2023, 6, 30)}
MEANS = {"goal": 89, "method": 85, "appraisal": 82}
PACESETTERS = {
    "市工业和信息化局": "产业发展", "市商务局": "产业发展", "市农业农村局": "产业发展",
    "市发展和改革委员会": "能源改革", "市科学技术局": "科技创新",
    "市教育局": "科技创新", "市生态环境局": "生态环境", "市水务局": "生态环境",
    "市民政局": "民生保障", "市人力资源和社会保障局": "民生保障",
}  # fmt: skip
EARLIER = ("市财政局", "市司法局", "市民政局", "市生态环境局")
PRACTICES = {
    "产业发展": "党员干部包联重点项目，服务企业清单化", "能源改革": "成立改革攻坚党员先锋队",
    "科技创新": "支部与科研院所结对共建", "生态环境": "党员巡河巡林制度化", "民生保障": "窗口党员先锋岗延时服务",
}  # fmt: skip


def _rows() -> Iterator[dict[str, Any]]:
    random = Random("model units")
    for year in (2023, 2022):
        for unit in units():
            if unit.domain != "机关" or (unit.is_new and year == 2022):
                continue
            lift = 8 if unit.name in PACESETTERS else -4 if unit.is_new else 0
            scores: dict[str, float | None] = {
                name: round(min(99.0, random.gauss(mean + lift, 5)), 1) for name, mean in MEANS.items()
            }
            if year == 2023 and unit.number % 6 == 0:
                scores["appraisal"] = None  # the yearly 考核 of these had not been held
            topic = PACESETTERS.get(unit.name) if year == 2023 else "民生保障" if unit.name in EARLIER else None
            yield {
                "year": year, "unit": unit.name, **scores,
                "is_model": all(score and score >= 85 for score in scores.values()), "is_pacesetter": bool(topic),
                "field": topic, "named_on": NAMED[year] if topic else None, "practice": PRACTICES.get(topic or ""),
            }  # fmt: skip


def rows() -> list[dict[str, Any]]:
    """Give every unit's year, the newest first."""
    return list(_rows())


def messy(rows: Sequence[Values]) -> bytes:
    """A header of two levels over the three scores, √ for 标兵, 年度 merged downwards."""
    page = Page("模范机关", 9)
    page.banner("市直机关模范机关创建情况及标兵单位一览表", big=True)
    page.two_levels(
        ["序号", "创建年度", "创建单位", ("三方面得分", ["目标引领", "方法路径", "考核评价"]),
         ("标兵", ["是否标兵单位", "服务领域"]), "典型做法"]
    )  # fmt: skip
    page.table(
        [
            [number, f"{row['year']}年度", row["unit"], row["goal"], row["method"], row["appraisal"],
             "√" if row["is_pacesetter"] else None, row["field"] and row["field"][:2], row["practice"]]
            for number, row in enumerate(rows, 1)
        ],
        merged=(1,),
    )  # fmt: skip
    page.label("说明：得分均按百分制；考核评价空白的为尚未考核。")
    return page.content()

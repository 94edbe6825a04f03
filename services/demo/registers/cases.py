"""支部创新案例评选 of the demonstration: ten 十佳 and a hundred 百优 in each of two years."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any

from services.demo.boards import board
from services.demo.days import between
from services.demo.organisations import orgs
from services.demo.page import Page, odd
from services.ledger import Values

AWARDED = {2022: date(2022, 6, 28), 2023: date(2023, 6, 29)}
AWARDS = ["十佳"] * 10 + ["百优"] * 100 + ["入围"] * 12 + ["未获奖"] * 28
BRANDS = (
    ("红色引擎", "组织建设"), ("先锋领航", "队伍建设"), ("党建+服务", "服务群众"), ("一支部一品牌", "组织建设"),
    ("书记项目", "攻坚克难"), ("党员积分制", "党员管理"), ("三会一课提质", "组织生活"), ("联学共建", "组织生活"),
    ("项目一线党小组", "攻坚克难"), ("微党课", "党员教育"),
)  # fmt: skip
LEVELS = {"市级": "市直机关", "省级": "省直"}
WORDS = {"十佳": "十佳案例", "百优": "百优案例", "入围": "提名奖", "未获奖": "未入选"}


@cache
def _every() -> tuple[dict[str, Any], ...]:
    random, found = Random("cases"), []
    for year, awarded in sorted(AWARDED.items(), reverse=True):
        lasting = [org for org in orgs() if org.kind != "临时党支部" and org.unit.disposition != "移交"]
        there = [org for org in lasting if org.founded_on.year < year and not org.dissolved_on]
        pairs = random.sample([(org, brand) for org in there for brand in BRANDS], len(AWARDS))
        for award, (org, (brand, theme)) in zip(AWARDS, pairs, strict=True):
            heads = [tenure.name for tenure in board(org, awarded) if tenure.post == "书记"]
            found.append(
                {
                    "year": year, "name": f"{org.name}“{brand}”创新案例", "unit": org.unit.name, "org": org.name,
                    "theme": theme, "owner": heads[0] if heads else None,
                    "submitted_on": between(random, date(year, 3, 15), date(year, 4, 28)),
                    "level": "省级" if award == "十佳" and random.random() < 0.3 else "市级",
                    "award": award, "awarded_on": None if award == "未获奖" else awarded, "remark": None,
                }
            )  # fmt: skip
    return tuple(found)


def rows() -> list[dict[str, Any]]:
    """Give the cases, the newest year first and in it the highest award."""
    return [dict(row) for row in _every()]


def messy(rows: Sequence[Values]) -> bytes:
    """奖项 merged downwards, 年度 with 年, 级别 as 市直 and 省, a count of each award in the total."""
    page = Page("评选结果", 12)
    page.label("附件")
    page.banner("市直机关“十佳百优”支部创新案例评选结果", big=True)
    page.headings(
        "序号 评选年度 获奖等次 评选级别 案例题目 申报支部 申报单位 案例类别 案例负责人 申报时间 公布日期 备注"
    )
    order = list(WORDS)
    rows = sorted(rows, key=lambda row: (-row["year"], order.index(row["award"])))
    page.table(
        [
            [number, f"{row['year']}年", WORDS[row["award"]], LEVELS[row["level"]], row["name"], row["org"],
             row["unit"], row["theme"], row["owner"], odd(row["submitted_on"], number),
             odd(row["awarded_on"], number + 1), row["remark"]]
            for number, row in enumerate(rows, 1)
        ],
        merged=(2,),
    )  # fmt: skip
    page.table([["合计", None, None, None, f"{len(rows)}个", *[None] * 7]])
    return page.content()

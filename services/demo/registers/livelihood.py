"""办实事清单 of the demonstration: the office's own list, which is not the published one (263 and 334)."""

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

COUNTS = {"好政策": 241, "老大难": 318}
ITEMS: dict[str, tuple[tuple[str, str], ...]] = {
    "好政策": (
        ("惠企政策免申即享", "梳理可免申即享的政策，系统自动兑付"),
        ("高频事项“一件事一次办”", "压减材料和环节，线上线下同步办理"),
        ("社保卡服务“一卡通”", "拓展到图书借阅、乘车和景区入园"),
        ("老年人助餐补贴", "新增助餐点，按次补贴"),
        ("青年人才租房补贴", "线上申请，按季发放"),
        ("小微企业贷款贴息", "会同银行开展名单制对接"),
        ("公共场馆延时免费开放", "周末和夜间延长开放时间"),
        ("普惠托育示范", "支持用人单位办托"),
    ),
    "老大难": (
        ("老旧小区办证历史遗留问题", "一楼一策，分类处置"),
        ("农民工工资拖欠问题", "建立专班，逐笔核销"),
        ("背街小巷排水不畅问题", "雨污分流改造，汛前完工"),
        ("停车难问题", "盘活闲置地块，新增共享车位"),
        ("供热管网老化问题", "非供热季集中改造"),
        ("窗口排队等候时间长问题", "增设综合窗口，推行预约办理"),
        ("企业用地手续遗留问题", "联席会议逐宗研究"),
        ("电梯故障维修资金问题", "开通维修资金应急使用通道"),
        ("学校周边交通拥堵问题", "错峰放学，增设临时停靠点"),
    ),
}  # fmt: skip
SPELLED = {"已办结": "办结", "办理中": "正在办理", "未启动": "待办理"}


@cache
def _every() -> tuple[dict[str, Any], ...]:
    random, found = Random("livelihood"), []
    for category, count in COUNTS.items():
        pairs = [(unit, item) for unit in units() for item in ITEMS[category]]
        for unit, (item, measures) in sorted(random.sample(pairs, count), key=lambda pair: pair[0].number):
            first = date(2023, 3, 6) if unit.is_new or random.random() < 0.7 else date(2022, 3, 7)
            listed = between(random, first, first.replace(month=5, day=31))
            far = handled(random, listed, "已落实，群众反映较好", "正在协调推进")
            helped = random.randint(3, 240) * 5 if far["closed_on"] else None
            found.append(
                {
                    "category": category, "item": item, "unit": unit.name, "listed_on": listed, "measures": measures,
                    "beneficiaries": helped, "leader": f"分管领导{random.choice('甲乙丙丁戊')}",
                    "owner": f"经办人{random.choice('甲乙丙丁戊己')}", **far, "remark": None, "number": unit.number,
                }
            )  # fmt: skip
    found.sort(key=lambda row: row["number"])
    return tuple({name: value for name, value in row.items() if name != "number"} for row in found)


def rows() -> list[dict[str, Any]]:
    """Give the list in official order of the units."""
    return [dict(row) for row in _every()]


def messy(rows: Sequence[Values]) -> bytes:
    """类别 merged downwards, the office's own words, numbers with 人, 办理状态 as 是否办结, a total of each kind."""
    page = Page("办实事", 13)
    page.label("附件2")
    page.banner("市直机关“我为群众办实事”清单（好政策、老大难）", big=True)
    page.banner("填报单位：市直机关工委　　填报时间：2023.10.31　　单位：件")
    page.headings(
        "序号 清单类别 事项名称 牵头单位 列入时间 解决措施 责任领导 责任人 完成时限 完成情况 办结时间 惠及人数 办理情况"
    )
    rows = sorted(rows, key=lambda row: list(ITEMS).index(row["category"]))
    words = {"好政策": "好政策清单", "老大难": "“老大难”问题"}
    page.table(
        [
            [number, words[row["category"]], row["item"], row["unit"], odd(row["listed_on"], number), row["measures"],
             row["leader"], row["owner"],
             row["due_on"] if isinstance(row["due_on"], str) else odd(row["due_on"], number + 1),
             SPELLED.get(row["status"], row["status"]), odd(row["closed_on"], number + 2),
             f"{row['beneficiaries']:,}人" if row["beneficiaries"] else None, row["progress"]]
            for number, row in enumerate(rows, 1)
        ],
        merged=(1,),
    )  # fmt: skip
    page.table([["合计", None, f"{len(rows)}件", *[None] * 10]])
    page.label("填表人：业务员戊　　审核人：工委委员乙")
    return page.content()

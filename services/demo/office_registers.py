"""The sample registers as an office would really send them: the same rows, spelled and laid out by hand."""

import csv
from io import StringIO
from itertools import groupby
from typing import Any

from services.demo.excerpt import Rows
from services.demo.page import DOMAINS, Page, odd

SECTIONS = "一二三四五"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def _tick(value: Any) -> str | None:
    return "√" if value else None


def _short(names: Any) -> str | None:
    return "；".join(names) if names else None


def units(rows: Rows) -> bytes:
    """附件, fill-in line, wrapped headers, a section per 领域, √, 人, a total, a note, and an unknown column."""
    page = Page("名册", 15)
    page.label("附件1")
    page.banner("市直机关单位名册（核对稿）", big=True)
    page.banner("填报单位（盖章）：某市市直机关工委　　填表人：业务员甲　　填报时间：2023年10月31日")
    page.headings(
        "序号 单位全称 规范简称 原单位名称 单位\n性质 涉改\n（√） 涉改类型 组织处置方式 新组建单位 "
        "党员人数 其中正式党员\n（人） 联系人 手机 办公楼层 说明"
    )
    number = 0
    for place, (domain, group) in enumerate(groupby(rows, lambda row: str(row["domain"]))):
        page.banner(f"{SECTIONS[place]}、{domain}")
        for row in group:
            number += 1
            reform_type = (row["reform_type"] or "").replace("市级机构改革", "机构改革").replace("重塑性", "")
            members = str(row["full_members"]).translate(FULL_WIDTH)
            page.table([[
                number, row["name"] + "　" * (number % 2), row["short_name"], _short(row["former_names"]),
                DOMAINS[domain], _tick(row["is_reform"]), reform_type or None, row["disposition"], _tick(row["is_new"]),
                f"{row['members']}人", members, row["contact"], row["phone"], f"{number % 9 + 1}层", row["remark"],
            ]])  # fmt: skip
    page.table([["合　计", f"{len(rows)}家", *[None] * 7, sum(row["members"] for row in rows), *[None] * 5]])
    page.label("注：1.单位名称以三定规定为准。2.党员人数含预备党员。")
    return page.content()


def reform(rows: Rows) -> bytes:
    """A header of two levels, 处置方式 merged downwards, four spellings of a day."""
    page = Page("Sheet1", 14)
    page.label("附件2")
    page.banner("涉改单位党组织优化调整划转移交工作台账", big=True)
    page.two_levels(
        ["序号", "单位", "处置方式", "涉改类型", ("隶属关系", ["原隶属", "现隶属"]),
         ("办理进度", ["挂牌日期", "请示日期", "批复时间", "办结日期"]), "文号", "转接党员数", "进展情况", "备注"]
    )  # fmt: skip
    rows = sorted(rows, key=lambda row: "优化调整划转移交".index(row["disposition"]))
    steps = ("reform_on", "requested_on", "approved_on", "completed_on")
    page.table(
        [
            [number, row["unit"], row["disposition"], row["reform_type"], row["from_org"], row["to_org"],
             *(odd(row[step], number + turn) for turn, step in enumerate(steps)), row["doc_no"],
             f"{row['moved_members']}人" if row["moved_members"] else None, row["status_text"], row["remark"]]
            for number, row in enumerate(rows, 1)
        ],
        merged=(2,),
    )  # fmt: skip
    page.table([["合计", f"{len(rows)}家", *[None] * 12]])
    page.label("注：办结日期，划转、移交以整建制转接完成之日为准。")
    return page.content()


def orgs(rows: Rows) -> bytes:
    """Blocks by kind of organisation under the same header, 所属单位 merged downwards, signatures below."""
    page = Page("党组织", 12)
    page.banner("市直机关党组织基本情况台账", big=True)
    titles = (
        "序号 所属单位 党组织全称 党组织代码 党组织类别 上级党组织 党员人数 委员\n应配 现任委员数 "
        "上次换届时间 任期届满时间 状态"
    )
    page.headings(titles)
    boards = [row for row in rows if row["kind"] in ("机关党委", "党总支")]
    branches = [row for row in rows if row not in boards]
    for place, (name, block) in enumerate((("党委、党总支", boards), ("党支部", branches))):
        if place:
            page.label("")
            page.headings(titles)
        page.banner(f"{SECTIONS[place]}、{name}")
        page.table(
            [
                [number, row["unit"], row["name"], row["code"],
                 {"机关党委": "党委", "党总支": "党总支部"}.get(row["kind"], row["kind"]), row["parent"],
                 row["members"], row["seats"], row["filled"], odd(row["elected_on"], number),
                 odd(row["term_ends_on"], number), row["status"]]
                for number, row in enumerate(block, 1)
            ],
            merged=(1,),
        )  # fmt: skip
    page.label("填表人：业务员乙　　审核人：工委委员甲")
    return page.content()


def elections(rows: Rows) -> bytes:
    """A row of column numbers under the header, mixed days, 人 after numbers."""
    page = Page("选举", 13)
    page.label("附件4")
    page.banner("新组建单位党组织首次选举及到期换届工作台账", big=True)
    page.banner("填报单位：市直机关工委组织部　　填报时间：2023.10.31")
    page.headings(
        "序号 单位 党组织全称 选举\n类型 年度 对接日期 批复成立日期 批复召开日期 大会类型 选举日期 "
        "应到会人数 实到会人数 当选结果批复"
    )
    page.headings(" ".join(str(number) for number in range(1, 14)))
    page.table(
        [
            [number, row["unit"], row["org"], {"首次选举": "首次选举（新组建）"}.get(row["type"], row["type"]),
             f"{row['year']}年", odd(row.get("contacted_on"), number), odd(row.get("founded_approved_on"), number + 1),
             odd(row.get("meeting_approved_on"), number), row["meeting"], odd(row["held_on"], number + 2),
             row.get("due_n"), f"{row['present_n']}人" if row.get("present_n") else None,
             odd(row["result_approved_on"], number)]
            for number, row in enumerate(rows, 1)
        ],
    )  # fmt: skip
    page.label("说明：空白为尚未办理。")
    return page.content()


def posts(rows: Rows) -> bytes:
    """A .csv as saved by Excel on a Chinese computer (GB18030), with a title line above the header."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(["市直机关党组织班子成员任职台账", *[""] * 6])
    writer.writerow(["序号", "姓名", "单位", "所在党支部", "职务", "任职时间", "离任日期"])
    for number, row in enumerate(rows, 1):
        post = "支部书记" if row["post"] == "书记" and row["org"].endswith("支部") else row["post"]
        started, ended = (odd(row[field], number % 3) for field in ("started_on", "ended_on"))
        writer.writerow([number, row["name"], row["unit"], row["org"], post, started, ended or ""])
    return text.getvalue().encode("gb18030")

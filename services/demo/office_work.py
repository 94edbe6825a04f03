"""The sample 台账 of work under way as an office would really send them: the same rows, laid out by hand."""

from services.demo.excerpt import Rows
from services.demo.page import DOMAINS, Page, odd


def sessions(rows: Rows) -> bytes:
    """学时 as 24学时 and 3天, 年度 merged downwards, 是否任职培训 ticked."""
    page = Page("培训班次", 11)
    page.banner("2023年市直机关党务干部培训班次安排表", big=True)
    page.headings("序号 年度 培训班 主办单位 主办\n层级 类别 培训方式 是否任职培训 开始日期 结束日期 培训学时")
    page.table(
        [
            [number, f"{row['year']}年", row["name"], row["host"], row["level"], row["category"], row["mode"],
             "√" if row["is_induction"] else "×", odd(row["started_on"], number), odd(row["ended_on"], number + 1),
             f"{row['hours'] // 8}天" if number % 3 == 0 and row["hours"] % 8 == 0 else f"{row['hours']}学时"]
            for number, row in enumerate(rows, 1)
        ],
        merged=(1,),
    )  # fmt: skip
    page.label("注：脱产培训一天折合8学时。")
    return page.content()


def attendance(rows: Rows) -> bytes:
    """The roster of one course: named in the title, a header of two levels, a column that must never be stored."""
    course = rows[0]["session"]
    page = Page("花名册", 9)
    page.banner(f"{course}花名册", big=True)
    page.two_levels(
        ["序号", "姓名", "单位名称", "党组织", "党内职务", "身份证号", ("参训情况", ["应到/实到", "学时", "是否结业"])]
    )
    page.table(
        [
            [number, row["name"] + " " * (number % 2), row["unit"], row["org"], row["post"], "（略）",
             f"1/{row['attended']}", f"{row['hours']}学时" if row["hours"] else None, "√" if row["completed"] else "×"]
            for number, row in enumerate((row for row in rows if row["session"] == course), 1)
        ],
    )  # fmt: skip
    page.label("注：请假人员须履行请假手续。")
    return page.content()


def weak_orgs(rows: Rows) -> bytes:
    """年度 merged downwards, 主要情形 with line breaks, 转化提升 and 继续整顿, deadlines as 9月底."""
    page = Page("整顿台账", 16)
    page.label("附件")
    page.banner("软弱涣散党组织整顿台账", big=True)
    page.headings(
        "序号 年度 党组织全称 单位 所属领域 软弱涣散\n情形 主要问题 确定日期 整顿措施 包联领导 责任人 "
        "整顿时限 申请验收日期 验收日期 验收结论 摘牌日期"
    )
    verdicts = {"合格": "转化提升", "不合格": "继续整顿"}
    page.table(
        [
            [number, row["year"], row["org"], row["unit"], DOMAINS[row["domain"]], "\n".join(row["kinds"]), row["text"],
             odd(row["listed_on"], number), row["measures"], row["leader"], row["owner"],
             f"{row['due_on'].year}年{row['due_on'].month}月底" if row["due_on"].month == 9 else row["due_on"],
             odd(row["applied_on"], number), odd(row["accepted_on"], number + 1), verdicts.get(row["verdict"]),
             odd(row["closed_on"], number + 2)]
            for number, row in enumerate(rows, 1)
        ],
        merged=(1,),
    )  # fmt: skip
    page.table([["合计", None, f"{len(rows)}个", *[None] * 13]])
    page.label("填表人：业务员丁　　审核人：工委委员丙")
    return page.content()


def findings(rows: Rows) -> bytes:
    """The round named by the title, 责任单位 merged downwards, the office's own words for 类别 and 状态, totals."""
    page = Page("整改台账", 12)
    page.label("附件2")
    page.banner(f"{rows[0]['round']}反馈问题整改台账", big=True)
    page.banner("填报单位（盖章）：市直机关工委督查室　　填报时间：2023年10月31日　　单位：项")
    page.headings("序号 编号 责任单位 问题类别 反馈问题 整改措施 责任人 反馈时间 整改\n时限 整改状态 销号日期 备注")
    words = {"组织设置与换届": "换届", "组织生活": "三会一课", "党员教育管理": "教育培训"}
    states = {"整改中": "正在整改", "已完成": "整改到位", "未整改": "未启动"}
    page.table(
        [
            [number, row["no"], row["unit"], words.get(row["category"], row["category"]), row["text"], row["measures"],
             row["owner"], odd(row["fed_back_on"], number),
             row["due_on"] if isinstance(row["due_on"], str) else odd(row["due_on"], number + 1),
             states.get(row["status_text"], row["status_text"]), odd(row["closed_on"], number + 2), row["remark"]]
            for number, row in enumerate(rows, 1)
        ],
        merged=(2,),
    )  # fmt: skip
    closed = sum(row["status_text"] == "已销号" for row in rows)
    page.table([["合　计", f"{len(rows)}项", *[None] * 7, f"已销号{closed}", None, None]])
    page.label("注：1.整改时限为整改方案确定的时限。2.长期坚持事项每年复核。")
    page.label("填表人：业务员丁　　审核人：工委委员丙")
    return page.content()


def targets(rows: Rows) -> bytes:
    """生效日期 in four spellings, bracketed notes in the header."""
    page = Page("目标与口径", 6)
    page.label("附件")
    page.banner("市直机关党建工作目标与统计口径一览表", big=True)
    page.headings("序号 项目 数值\n（见说明） 生效日期 依据 说明")
    page.table(
        [
            [number, row["item"], row["value"], odd(row["effective_on"], number), row["basis"], row["note"]]
            for number, row in enumerate(rows, 1)
        ]
    )
    page.label("注：以最近一次生效的数值为准。")
    return page.content()

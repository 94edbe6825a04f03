"""A findings ledger of any size, filled as an office fills it."""

import io
from datetime import date, timedelta

import xlsxwriter

from services.ledgers.findings import CATEGORIES
from services.ledgers.findings import LEDGER as FINDINGS

Cell = str | date | None
UNITS = 112
UNIT_TITLES = ["单位名称", "领域", "是否涉改", "是否新组建"]
# What a finding says is put together of these, so that few of a unit's findings are nearly the same.
WHERE = ("机关第一党支部", "离退休党支部", "直属单位党总支", "机关党委", "联合党支部", "所属企业党支部", "处室党小组")
WHAT = (
    "组织生活会会前没有广泛征求意见", "党费收缴登记不及时", "民主评议党员走了过场", "发展党员材料缺少公示",
    "换届选举没有按期进行", "书记抓党建述职内容空泛", "责任清单没有细化到人", "主题党日形式单一",
    "谈心谈话没有做到全覆盖", "党员活动阵地长期闲置", "整改措施照搬照抄",
)  # fmt: skip
SIGN = (
    "会议记录与实际情况不符", "近半年只有两次记录", "台账中查不到领导签字", "部分委员说不清要求",
    "上一轮反馈后仍未改正", "与业务工作结合不紧", "参加人数不足三分之二", "材料留存不全", "没有形成闭环",
    "抽查的五名党员都不知情", "问题整改没有时间表", "制度挂在墙上没有执行", "经费使用没有公开",
)  # fmt: skip


def units() -> bytes:
    """Give the roster the findings refer to."""
    return _xlsx([UNIT_TITLES, *([f"市第{number}单位", "机关", "否", "否"] for number in range(1, UNITS + 1))])


def findings(rows: int) -> bytes:
    """Give a workbook of `rows` used rows × 15 columns, header included, dates as date cells.

    Every tenth finding is closed and filled to the last column, the others stand open: 100 000 rows filled
    throughout would pass the limit of 1 000 000 cells.
    """
    titles = [column.title for column in FINDINGS.columns]
    return _xlsx([titles, *(_finding(number) for number in range(1, rows))])


def _finding(number: int) -> list[Cell]:
    start = date(2023, 3, 1)
    closed = number % 10 == 0
    return [
        "2023年第一轮党建督查", f"{number:06}", f"市第{number % UNITS + 1}单位", "实地督查",
        list(CATEGORIES)[number % len(CATEGORIES)], _text(number), start,
        *(["已制定整改方案，明确责任人", "书记甲", "委员乙"] if closed else [None, None, None]),
        start + timedelta(days=60 + number % 90), "已销号" if closed else "整改中",
        *([start + timedelta(days=40), start + timedelta(days=50), "已复查"] if closed else [None, None, None]),
    ]  # fmt: skip


def _text(number: int) -> str:
    year, month = 2019 + number % 5, number % 12 + 1
    where, what = WHERE[number % len(WHERE)], WHAT[number // 7 % len(WHAT)]
    return f"{year}年{month}月，{where}{what}，{SIGN[number // 77 % len(SIGN)]}，涉及{number}人次"


def _xlsx(rows: list[list[Cell]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("Sheet1")
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
    return target.getvalue()

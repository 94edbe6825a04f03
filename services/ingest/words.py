"""The words by which rows of an office's spreadsheet are known, whatever the ledger."""

import re

from services.text import NOTE as BRACKETED
from services.text import header, normal

POSITION = frozenset({"序号", "序", "顺序号", "行号", "no", "no.", "№"})
# What column titles of such sheets end with; a data cell hardly ever does.
TITLE_ENDING = re.compile(
    "(?:名称|姓名|单位|部门|日期|时间|年度|年份|类别|类型|方式|编号|代码|号码|电话|人数|数量|金额|备注|状态|职务|措施|"
    "时限|期限|学时|分值|得分|结果|次数|责任人|责任领导|联系人|依据|批次|形式|结论|领域|等次|序号|性别|性质|简称|"
    "曾用名|任期|层级|成绩|数值|党员数|文号|存在问题|主要问题|情况|情形|内容|项目|去向|隶属|承接党组织)$|^是否|^其中"
)
SHEET_TITLE = re.compile("(?:名册|花名册|台账|名单|清单|(?<!代)表|签到册|统计|汇总)$")
VALUE = re.compile(
    r"[+-]?[\d,.]+%?|\d{2,4}[年./-]\d{1,2}([月./-].*)?|\d{1,2}月\d{1,2}日|[√×✓✗是否有无]|true|false|[A-Z]*\d{4,}", re.I
)
YEAR = re.compile(r"(19|20)\d\d年?")
LABELS = (
    "填报单位", "填表单位", "报送单位", "制表单位", "上报单位", "单位名称", "单位", "填报时间", "填报日期",
    "填表时间", "填表日期", "制表时间", "制表日期", "报送时间", "报送日期", "统计时间", "统计日期", "统计截止时间",
    "截止时间", "截止日期", "截至日期", "截至时间", "反馈时间", "反馈日期", "填报人", "填表人", "制表人", "经办人",
    "审核人", "审批人", "负责人", "单位负责人", "主要负责人", "分管领导", "联系人", "联系电话", "电话", "班次名称",
    "培训班次", "培训时间", "培训地点", "年度", "督查批次", "督查时间",
)  # fmt: skip
KNOWN_LABEL = "|".join(r"\s*".join(label) for label in sorted(LABELS, key=len, reverse=True))
LABEL = re.compile(rf"({KNOWN_LABEL}|[^\s:：\d，。；]{{2,12}}?)\s*(?:[（(][^）)]*[）)])?\s*[:：]")
ATTACHMENT = re.compile(r"附\s*[件表]\s*[\d一二三四五六七八九十]*\s*[-－—]?\s*\d*\s*[:：]?")
ATTACHED = re.compile(r"^附\s*[件表]\s*[\d一二三四五六七八九十]{0,3}(?:\s*[:：]|\s)\s*")
NOTE = re.compile(
    r"(?:附?注|备\s*注|说\s*明|填表说明|填报说明|填表要求|填报要求|填\s*表\s*人|填\s*报\s*人|制\s*表\s*人|经\s*办\s*人|审\s*核\s*人|"
    r"审\s*批\s*人|复\s*核\s*人|负\s*责\s*人|单位负责人|主要负责人|分管领导|主管领导|联\s*系\s*人|联系电话|填报单位|填报时间|填表时间|"
    r"填报日期|填表日期|制表时间|制表日期|数据来源|来源)\s*(?:[（(][^）)]*[）)])?\s*\d?\s*[:：]|[^\s:：]{0,12}(?:人|签\s*[字名]|意见)\s*(?:[（(][^）)]*[）)])?\s*[:：]\s*$|[※＊*]\s*\D|注\s*\d*\s*[、.．]|盖\s*章"
)
TOTAL = re.compile(
    r"(?:.{0,8}?)(?:小计|合计|总计|共计|累计|总合计|合计数|总计数)(?:[(].*[)])?:?(?:共?\d+[\u4e00-\u9fff]{0,3})?|total|subtotal|grandtotal",
    re.I,
)
NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.．]\s*\S|[（(][一二三四五六七八九十]{1,3}[）)]\s*\S")
DOMAIN = re.compile(
    '(党政|市直|市级)?(机关|事业单位|国有企业|国企|非公(经济组织|企业|有制经济组织)?|社会组织|两新组织|[“"]两新[”"]组织)(类|组|单位)?'
)
COUNTED = re.compile(r"共?\d+[个家名人项户]?(单位)?")
COLUMN_NUMBER = re.compile(r"[(]?(\d{1,3})[)]?(=.*)?")
LETTERS_IN_ORDER = "甲乙丙丁戊己庚辛壬癸 ABCDEFGHIJKLMNOPQRSTUVWXYZ"
COLUMN_LETTER = re.compile("[甲乙丙丁戊己庚辛壬癸A-Z]|栏次|列号|行次")
UNIT_WORD = re.compile(r"[(](人|个|家|项|元|万元|%|学时|天|年|月|名|次|分|人次|支部|亿元)[)]|人|个|家|万元|%|学时|人次")
INSTRUCTION = re.compile(
    r"必填|选填|(请|须|需)?(按|如实|准确)?填写|格式|下拉|不超过\d+字|不得为空|^[（(]?(如|例如|例)[:：]|^请|yyyy|填\d位|自动生成",
    re.I,
)
SAMPLE = re.compile(r"[（(【\[]?((填[写报表])?(示例|样例|范例)|例子|例)\d*[）)】\]]?([:：].*)?")


def is_label(text: str) -> bool:
    """Say whether a cell is a label with or without its value (填报单位：…), which no column title is."""
    bare = BRACKETED.sub("", text) if "：" in text or ":" in text else ""
    return ("：" in bare or ":" in bare) and not bare.strip().startswith("其中")


def is_value(text: str) -> bool:
    """Say whether a text is a number, a date or a tick rather than words."""
    return len(text) < 40 and VALUE.fullmatch(normal(text)) is not None


def title_like(text: str) -> bool:
    """Say whether a text could be a column's title: short, no label, no sentence, no value."""
    form = header(text) if len(text) <= 200 else ""
    if not form or len(form) > 30 or is_label(text):
        return False
    return not (is_value(text) and not YEAR.fullmatch(form)) and not re.search("[。；;，,！？]", form)


def is_total(text: str) -> bool:
    """Say whether a cell says 小计, 合计 or 总计 (inner blanks and a number beside it included)."""
    return len(text) < 60 and ("计" in text or "total" in text.lower()) and TOTAL.fullmatch(normal(text)) is not None


def is_section(text: str) -> bool:
    """Say whether a row's only text heads a section: 一、机关, （二）事业单位, 国有企业（21家）."""
    if len(text) > 40:
        return False
    bare = re.sub(r"[（(].*[）)]$", "", text.strip())
    return NUMBERED.match(text.strip()) is not None or DOMAIN.fullmatch(normal(bare)) is not None


def is_ordinary(text: str) -> bool:
    """Say whether a row of data may begin so: no total, no note, no sample, and nothing that titles end with."""
    if text.isascii():
        return not is_total(text) and "*" not in text  # all the other words are Chinese
    odd = (
        is_total(text)
        or NOTE.match(text.strip())
        or SAMPLE.fullmatch(normal(text))
        or TITLE_ENDING.search(header(text))
    )
    return not odd

"""参训台账: who attended which course, and for how many hours (ledgers.md §3.7)."""

import re
from typing import Any

from sqlmodel import Field

from services.ledger import Chart, Ledger, SheetFacts, Values
from services.ledgers.courses import INDICATORS
from services.store import columns as col
from services.store.row import Row
from services.text import normal

ROSTER = re.compile("(.+?)(?:(?:参训|参加|结业)?(?:学员|人员))?(?:花名册|签到表|签到册|名册|名单|参训台账)")
COURSE = re.compile("(.+[训修习]班(?:[（(][^（）()]+[）)])?)")


class Attendance(Row, table=True):
    """One person on the roster of one course; `session_key` is the key of the course, `person` the name as compared."""

    __tablename__ = "attendance"

    session: str = col.ref("sessions", "班次名称", "培训班", "培训班次", required=True)
    name: str = col.text("姓名", required=True, person=True)
    unit: str = col.unit()
    org: str | None = col.text("党组织名称", "党组织", "党支部", "所在党支部")
    post: str | None = col.text("党内职务", "职务")
    attended: int = col.attended("应到/实到", "实到", "是否参训")
    hours: float | None = col.hours("个人学时", "学时")
    completed: bool | None = col.yes("是否结业", "结业")
    score: float | None = col.number("成绩")
    remark: str | None = col.text("备注", "说明")
    person: str | None = Field(default=None, index=True)
    session_key: str | None = Field(default=None, index=True)


def _carry(old: Values | None, new: Values) -> dict[str, Any]:
    return {"person": normal(new["name"])}


def _titled(sheet: SheetFacts) -> dict[str, str]:
    """A roster without the column names its course in the title: 2023年…培训班花名册（第一组）, …培训班考勤表."""
    for title in sheet.titles:
        named = ROSTER.fullmatch(title) or COURSE.match(title)
        if named:
            return {"session": named[1]}
    return {}


LEDGER = Ledger(
    id="attendance", title="参训台账", table=Attendance, keys=(("session_key", "name", "unit"),), unit_word="人次",
    order=70, scope="session_key",
    carry=_carry,
    purpose="谁参加了哪个班，实到没有，多少学时",
    work="培训",
    titled=_titled,
    indicators=INDICATORS,
    charts=(
        Chart("各领域参训率", "K13", "domain", "shares"),
        Chart("各类培养的学时", "K14", "training", "counts"),
    ),
)  # fmt: skip

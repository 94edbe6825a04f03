"""“上次说71，怎么变69”: one thing of every class, with its reason, its cell and its sentence."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from services.changes import Comparison, Split, sentence
from services.indicators import Moment
from services.ledgers import indicators
from services.store.tables import Batch
from tests.indicators.register import Register, in_memory

JUNE, JULY = date(2023, 6, 30), date(2023, 7, 31)


@pytest.fixture
def register() -> Iterator[Register]:
    with in_memory() as empty:
        yield empty


def unit(register: Register, name: str, **reform: Any) -> int:
    register.add("units", name=name, domain="机关", is_reform=True, is_new=False, disposition="优化")
    return register.add("reform", **{"unit": name, "disposition": "优化", "reform_on": date(2023, 1, 1), **reform})


def split(register: Register, id: str, then: Moment, now: Moment, where: Any = None) -> Split:
    found = Comparison(register.connection, then, now).split(indicators()[id], where)
    assert found is not None
    return found


def told(found: Split) -> list[tuple[str, str | None, tuple[float, int], str]]:
    return [(each.kind, each.unit, tuple(each.amount), each.reason) for each in found.changes]


def test_one_of_each_class(register: Register) -> None:
    register.add("targets", item="涉改任务基数", value="6", effective_on=date(2023, 1, 1))
    unit(register, "甲局", completed_on=date(2023, 5, 10))
    happened = unit(register, "乙局")
    late = unit(register, "丙局")
    wrong = unit(register, "丁局", completed_on=date(2023, 6, 20))
    gone = unit(register, "戊局", completed_on=date(2023, 6, 1))
    register.batch(date(2023, 7, 5))
    register.change("reform", happened, completed_on=date(2023, 7, 3))
    register.change("reform", late, completed_on=date(2023, 6, 25))
    register.change("reform", wrong, completed_on=date(2023, 9, 1))
    register.change("reform", gone, status_text="不再涉及", remark="三定调整")
    found = split(register, "K01", Moment(JUNE, 1), Moment(JULY, 2))
    assert (found.then, found.now) == ((3, 6), (3, 5))
    assert told(found) == [
        ("真变化", "乙局", (1, 0), "完成日期2023-07-03"),
        ("补报", "丙局", (1, 0), "完成日期2023-06-25，第2批，业务员甲才报来"),
        ("更正", "丁局", (-1, 0), "完成日期由2023-06-20改为2023-09-01，第2批，业务员甲"),
        ("移交核减", "戊局", (-1, -1), "不再涉及：三定调整（第2批，业务员甲）"),
    ]
    assert [(each.place.file, each.place.batch) for each in found.changes if each.place] == [("reform-2.xlsx", 2)] * 4
    assert sentence(found, indicators()["K01"], "6月例会") == (
        "上次（6月例会）3/6家，现在3/5家：真变化+1（乙局），补报+1（丙局），"
        "更正−1（丁局完成日期由2023-06-20改为2023-09-01，第2批，业务员甲），"
        "移交核减−1、分母−1（戊局不再涉及：三定调整（第2批，业务员甲））。"
    )


def test_a_unit_handed_over_takes_its_open_findings_along(register: Register) -> None:
    moving = unit(register, "甲局", disposition="移交")
    for no, closed in (("1", None), ("2", date(2023, 5, 1))):
        register.add(
            "findings", no=no, text="问题", unit="甲局", fed_back_on=date(2023, 4, 1), due_on=date(2023, 6, 1),
            closed_on=closed,
        )  # fmt: skip
    register.batch(date(2023, 7, 20))
    register.change("reform", moving, completed_on=date(2023, 7, 10), to_org="某区工委")
    assert told(split(register, "K17", Moment(JUNE, 1), Moment(JULY, 2))) == [
        ("移交核减", "甲局", (0, -1), "2023-07-10移交某区工委（第2批，业务员甲）")
    ]
    assert told(split(register, "K19", Moment(JUNE, 1), Moment(JULY, 2))) == [
        ("移交核减", "甲局", (-1, 0), "2023-07-10移交某区工委（第2批，业务员甲）")
    ]


def test_a_deadline_that_passes_is_a_real_change_and_one_put_off_a_correction(register: Register) -> None:
    unit(register, "甲局")
    common = {"text": "问题", "unit": "甲局", "fed_back_on": date(2023, 4, 1)}
    register.add("findings", no="1", due_on=date(2023, 7, 10), **common)
    put_off = register.add("findings", no="2", due_on=date(2023, 6, 10), **common)
    closed = register.add("findings", no="3", due_on=date(2023, 6, 10), **common)
    register.batch(date(2023, 7, 20))
    register.change("findings", put_off, due_on=date(2023, 9, 30))
    register.change("findings", closed, closed_on=date(2023, 7, 15))
    assert set(told(split(register, "K19", Moment(JUNE, 1), Moment(JULY, 2)))) == {
        ("真变化", "甲局", (1, 0), "整改时限2023-07-10已过"),
        ("真变化", "甲局", (-1, 0), "销号日期2023-07-15"),
        ("更正", "甲局", (-1, 0), "整改时限由2023-06-10改为2023-09-30，第2批，业务员甲"),
    }


def test_who_came_who_left_and_who_was_trained(register: Register) -> None:
    unit(register, "甲局")
    post = {"unit": "甲局", "org": "甲支部", "post": "委员", "started_on": date(2020, 1, 1)}
    register.add("posts", **{**post, "name": "一"})
    leaving = register.add("posts", **{**post, "name": "二"})
    register.batch(date(2023, 7, 31))
    register.change("posts", leaving, ended_on=date(2023, 7, 1))
    register.add("posts", **{**post, "name": "三", "started_on": date(2023, 7, 2)})
    course = {"category": "教育培训", "mode": "集中培训", "hours": 8}
    register.add("sessions", name="七月班", started_on=date(2023, 7, 20), **course)
    register.add("attendance", session="七月班", name="一", unit="甲局", attended=1)
    assert told(split(register, "K08", Moment(JUNE, 1), Moment(JULY, 2))) == [
        ("真变化", "甲局", (1, 0), "“七月班”2023-07-20开班"),
        ("真变化", "甲局", (0, -1), "离任日期2023-07-01"),
        ("真变化", "甲局", (0, 1), "任职日期2023-07-02"),
    ]


def test_the_task_itself_has_a_line_of_its_own(register: Register) -> None:
    unit(register, "甲局", completed_on=date(2023, 5, 10))
    register.batch(date(2023, 7, 5))
    register.add("targets", item="涉改任务基数", value="86", effective_on=date(2023, 7, 1))
    (cut,) = split(register, "K01", Moment(JUNE, 1), Moment(JULY, 2)).changes
    assert (cut.kind, cut.unit, cut.name) == ("移交核减", None, "涉改任务基数")
    assert cut.reason == "自2023-07-01起涉改任务基数由87改为86"
    register.batch(date(2023, 7, 6))
    register.add("targets", item="涉改任务基数", value="88", effective_on=date(2023, 2, 1))
    learnt = split(register, "K01", Moment(JUNE, 2), Moment(JUNE, 3)).changes
    assert [(each.kind, tuple(each.amount), each.reason) for each in learnt] == [
        ("更正", (0, 1), "涉改任务基数由87改为88，第3批，业务员甲")
    ]


def test_what_an_undo_takes_back_is_a_correction(register: Register) -> None:
    row = unit(register, "甲局", completed_on=date(2023, 5, 10))
    register.batch(date(2023, 7, 1))
    register.connection.execute(sa.update(Batch).where(Batch.id == 2).values(undoes=1))
    register.change("reform", row, completed_on=None)
    (taken,) = split(register, "K01", Moment(JUNE, 1), Moment(JUNE, 2)).changes
    assert taken.kind == "更正"
    assert taken.reason == "完成日期由2023-05-10改为空，第2批（撤销第1批），业务员甲"


def test_a_slice_tells_of_its_own_things_alone(register: Register) -> None:
    first, second = unit(register, "甲局"), unit(register, "乙局")
    register.batch(date(2023, 7, 5))
    register.change("reform", first, completed_on=date(2023, 7, 3))
    register.change("reform", second, completed_on=date(2023, 7, 4), disposition="划转")
    found = split(register, "K01", Moment(JUNE, 1), Moment(JULY, 2), {"disposition": "优化"})
    assert (found.then, found.now) == ((0, 2), (1, 1))
    assert [(each.kind, each.unit, tuple(each.amount)) for each in found.changes] == [
        ("真变化", "甲局", (1, 0)),
        ("更正", "乙局", (0, -1)),
    ]
    assert Comparison(register.connection, Moment(JUNE, 1), Moment(JULY, 2)).split(
        indicators()["K01"], {"category": "党费"}
    ) is None  # fmt: skip

"""What is open at a unit: due first, never what is done, never what left with the unit."""

from datetime import date

from services.dossier import Roll, open_items
from tests.dossier.records import UNIT, T, finding, record, values


def said(of: object) -> list[tuple[str, str, str]]:
    return [(item.state.word, item.what, item.said) for item in open_items(of)]  # type: ignore[arg-type]


def test_nothing_is_open_where_everything_is_done() -> None:
    done = values("reform", disposition="优化", completed_on=date(2023, 5, 1))
    closed = finding("1", "已销号", date(2023, 5, 1), closed_on=date(2023, 4, 1))
    assert open_items(record(stage="已完成", reform=done, findings=[closed], roll=Roll((3, 3), (3, 3)))) == []


def test_the_longest_late_stands_first_and_what_has_no_deadline_last() -> None:
    reform = values("reform", disposition="划转", planned_on=date(2023, 9, 30))
    found = said(
        record(
            stage="未启动", reform=reform, roll=Roll((2, 3), (0, 3)),
            findings=[
                finding("甲", "长期坚持", None, due_kind="长期坚持"), finding("乙", "待验收", date(2023, 8, 31)),
                finding("丙", "整改中", T), finding("丁", "随移交转出", date(2023, 1, 1)),
            ],
            weak_orgs=[values("weak_orgs", org="第一党支部", listed_on=date(2023, 3, 1), due_on=date(2023, 12, 30))],
        )
    )  # fmt: skip
    assert found == [
        ("逾期", "问题乙，待验收", "逾期61天"),
        ("逾期", "党组织划转未启动", "逾期31天"),
        ("临期", "问题丙，整改中", "今天到期"),
        ("进行中", "第一党支部列入整顿", "还有60天"),
        ("长期坚持", "问题甲", ""),
        ("进行中", "1人今年还没有参加培训", ""),
        ("未启动", "3人今年学时还没有达标", ""),
    ]


def test_an_election_half_way_and_a_term_past_its_end_are_open() -> None:
    found = record(
        unit={**UNIT, "is_new": True},
        elections=[values("elections", type="首次选举", founded_approved_on=date(2023, 5, 1))],
        orgs=[values("orgs", name="机关党委", status="正常", term_ends_on=date(2023, 7, 1)),
              values("orgs", name="党支部", status="正常", term_ends_on=date(2023, 11, 1))],
        overdue=frozenset({"机关党委"}),
    )  # fmt: skip
    assert said(found) == [
        ("逾期", "机关党委届满没有换届", "逾期122天"),
        ("临期", "党支部即将届满", "还有1天"),
        ("进行中", "首次选举办到组建批复（2023-05-01）", ""),
    ]


def test_a_unit_that_was_handed_over_owes_no_terms() -> None:
    moved = values("reform", disposition="移交", completed_on=date(2023, 6, 1))
    org = values("orgs", name="党支部", status="正常", term_ends_on=date(2023, 7, 1))
    found = record(stage="已完成", reform=moved, orgs=[org], overdue=frozenset({"党支部"}))
    assert found.moved_on == date(2023, 6, 1)
    assert open_items(found) == []
    assert record(reform={**moved, "completed_on": date(2023, 11, 1)}).moved_on is None

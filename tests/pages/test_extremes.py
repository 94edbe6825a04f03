"""The leaders' pages where nothing is done, where all is done, and where names are very long."""

import re
from datetime import date

import pytest
import sqlalchemy as sa

from services.snapshots import snapshot
from tests.pages.analyst import opened, seen, store
from tests.pages.town import build

NOTHING = (
    "UPDATE reform SET requested_on = NULL, approved_on = NULL, completed_on = NULL",
    "UPDATE elections SET contacted_on = NULL, founded_approved_on = NULL, requested_on = NULL,"
    " meeting_approved_on = NULL, held_on = NULL, result_approved_on = NULL",
    "UPDATE attendance SET attended = 0",
    "UPDATE findings SET closed_on = NULL, reported_on = NULL, status_text = NULL",
    "UPDATE weak_orgs SET accepted_on = NULL, verdict = NULL, closed_on = NULL",
)
COPIED = "key || 'x', batch_in, source_id, line, kept, marks, name, unit, org, post, person"
ALL = (
    "UPDATE units SET is_reform = 1, disposition = '优化', reform_type = '市级机构改革'",
    "DELETE FROM reform",
    "INSERT INTO reform (key, batch_in, source_id, line, kept, marks, unit, disposition, approved_on, completed_on)"
    " SELECT key || 'x', batch_in, source_id, line, kept, marks, name, '优化', '2023-04-01', '2023-05-01' FROM units",
    "UPDATE elections SET result_approved_on = '2023-08-01'",
    "INSERT INTO attendance (key, batch_in, source_id, line, kept, marks, name, unit, org, post, person, session,"
    f" session_key, attended) SELECT {COPIED}, '集中班', '集中班', 1 FROM posts",
    "DELETE FROM findings WHERE due_on > '2023-10-31'",
    "UPDATE findings SET closed_on = due_on, status_text = '已销号'",
    "UPDATE weak_orgs SET accepted_on = '2023-07-20', verdict = '合格', closed_on = '2023-08-01'",
)
LONG = "人力资源和社会保障事业发展服务中心<b>&"
NAMES = (
    f"UPDATE units SET name = name || '{LONG}', short_name = NULL",
    *(f"UPDATE {ledger} SET unit = unit || '{LONG}'" for ledger in ("reform", "elections", "findings", "posts")),
    f"UPDATE weak_orgs SET unit = unit || '{LONG}', org = org || '{LONG}'",
)


def changed(*statements: str) -> None:
    build(store())
    with store().write() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("coverage", ("处置完成0/10（0%）",)),
        ("training", ("参训0/30（0%）", "30人还没有参训")),
        ("rectification", ("已销号0/30项（0%）", "<b>—</b><span> 天</span>")),
    ],
)
def test_nothing_done(page: str, said: tuple[str, ...]) -> None:
    changed(*NOTHING)
    app = opened(page)
    assert not app.error
    for words in said:
        assert words in seen(app)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("coverage", ("处置全部完成10/10（100%）",)),
        ("training", ("全部参训30/30（100%）", "在任的书记、委员今年都参加过培训")),
        ("rectification", ("全部已销号", "问题都已销号", "没有超过时限的问题", "没有未销号的问题")),
    ],
)
def test_all_done(page: str, said: tuple[str, ...]) -> None:
    changed(*ALL)
    app = opened(page)
    assert not app.error
    for words in said:
        assert words in seen(app)


def test_what_is_not_reported_is_neither_nothing_nor_not_begun() -> None:
    changed("DELETE FROM reform", "DELETE FROM elections", "DELETE FROM findings", "DELETE FROM weak_orgs")
    words = seen(opened("overview"))
    assert "8家涉改单位，还没有上传涉改单位党组织处置台账" in words
    assert "上传台账后，超过时限的事项列在这里" in words
    words = seen(opened("coverage"))
    assert "上传选举台账后，这里显示每家走到哪一步" in words
    assert "0/" not in words


def test_a_mean_of_days_changes_in_days() -> None:
    changed("UPDATE findings SET closed_on = '2023-10-20' WHERE closed_on > '' AND id % 2")
    snapshot(store(), "九月", date(2023, 9, 30), "业务员甲")
    assert re.search("较“九月”[+−][0-9.]+天", seen(opened("rectification")))


@pytest.mark.parametrize("page", ["overview", "coverage", "training", "rectification"])
def test_long_names_are_no_markup_and_stand_in_the_tables(page: str) -> None:
    changed(*NAMES)
    app = opened(page)
    assert not app.error
    assert "中心<b>&" not in seen(app).replace("&lt;b&gt;&amp;", "")

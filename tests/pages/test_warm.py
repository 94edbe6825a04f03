"""After a commit nobody waits: what the pages showed before is measured for the new state before it is asked for."""

from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from pages.parts import ahead, data
from pages.parts.warm import catch_up
from services.ledgers import indicators
from services.snapshots import snapshot
from services.store.tables import Batch
from tests.pages.analyst import opened, seen, store
from tests.pages.town import AS_OF, build

LEADERS = ("overview", "coverage", "training", "rectification")


@pytest.fixture(autouse=True)
def town() -> None:
    ahead._asked.clear()
    build(store())


def commit(number: int) -> None:
    """Add a batch that changes nothing: a new state of the store all the same."""
    with store().write() as connection:
        made_at = datetime(2023, 10, 31, 10, tzinfo=UTC)
        connection.execute(
            sa.insert(Batch).values(id=number, made_at=made_at, made_by="业务员乙", action="import", counts={})
        )


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give a list that grows with everything that is measured."""
    heard: list[str] = []

    def counting(name: str, work: Any) -> Any:
        return lambda *args, **named: heard.append(f"{name} {args[1].id}") or work(*args, **named)

    for name in ("fold", "items", "trace"):
        monkeypatch.setattr(data.engine, name, counting(name, getattr(data.engine, name)))
    return heard


@pytest.mark.parametrize("page", LEADERS)
def test_the_first_visit_after_a_commit_measures_nothing(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    state = catch_up(None)
    opened(page)
    commit(2)
    catch_up(state)
    measured = counted(monkeypatch)
    app = opened(page)
    assert "第2批" in seen(app) or data.now().batch == 2
    assert not app.error
    assert measured == []


def test_nothing_new_is_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    state = catch_up(None)
    measured = counted(monkeypatch)
    assert catch_up(state) == state
    assert measured == []


def test_at_the_start_every_figure_is_measured_today_and_at_the_newest_snapshot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    snapshot(store(), "九月会议", AS_OF.replace(day=1), "业务员甲")
    measured = counted(monkeypatch)
    catch_up(None)
    assert sorted(measured) == sorted(f"fold {each}" for each in [*indicators(), *indicators()])

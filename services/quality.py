"""数据质量: how complete and how new what was uploaded is, and where it is worth a second look. Never a verdict."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.indicators import At, TracedRow, trace
from services.ledgers.completeness import Filled
from services.ledgers.prompts import PROMPTS, Prompt
from services.share import percent
from services.store.engine import Connection


@dataclass(frozen=True)
class Look:
    """One row to look at: its unit, what stands there, and where it was read."""

    unit: str | None
    says: str
    row: TracedRow


@dataclass(frozen=True)
class Lacking:
    """The cells of one unit; `blanks` says how many are empty in which ledger, the most first."""

    domain: str | None
    n: int
    of: int
    blanks: tuple[tuple[str, int], ...]

    @classmethod
    def of_unit(cls, parts: list[Filled]) -> "Lacking":
        """Put a unit's ledgers together."""
        blanks = sorted(((each.ledger, each.of - each.n) for each in parts if each.n < each.of), key=lambda x: -x[1])
        return cls(parts[0].domain, sum(each.n for each in parts), sum(each.of for each in parts), tuple(blanks))


def looks(connection: Connection, at: At, where: Mapping[str, str]) -> dict[str, list[Look]]:
    """Give for every prompt by id the rows to look at, none where all is well."""
    return {id: _looks(connection, prompt, at, where) for id, prompt in PROMPTS.items()}


def _looks(connection: Connection, prompt: Prompt, at: At, where: Mapping[str, str]) -> list[Look]:
    rows = trace(connection, prompt, at, "n", where)
    return [Look(row.facts["unit"], prompt.says.format_map(_local(row.facts)), row) for row in rows]


def _local(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Give the facts with moments on the clock of the wall."""
    return {name: fact.astimezone() if isinstance(fact, datetime) else fact for name, fact in facts.items()}


def shares(filled: Iterable[Filled]) -> dict[str, tuple[int, int]]:
    """Give (cells filled, cells) by ledger."""
    n: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for each in filled:
        n[each.ledger] += each.n
        of[each.ledger] += each.of
    return {ledger: (n[ledger], of[ledger]) for ledger in of}


def incomplete(filled: Iterable[Filled]) -> dict[str, Lacking]:
    """Give the units that lack cells, those that lack most first, else in the order given."""
    own: dict[str, list[Filled]] = {}
    for each in filled:
        if each.unit:
            own.setdefault(each.unit, []).append(each)
    found = {unit: Lacking.of_unit(parts) for unit, parts in own.items()}
    lacking = [(unit, each) for unit, each in found.items() if each.n < each.of]
    return dict(sorted(lacking, key=lambda pair: pair[1].n - pair[1].of))


def total(parts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Give (cells filled, cells) of several parts together."""
    known = list(parts)
    return sum(n for n, _ in known), sum(of for _, of in known)


def sentence(cells: tuple[int, int], found: Mapping[str, int]) -> str:
    """Say in one sentence how complete the data are and how much is worth a look (prompt → rows)."""
    if not cells[1]:
        return "还没有数据。上传台账后，这里显示填得全不全、哪里建议看一看。"
    complete = f"应填的{cells[1]}格填了{cells[0]}格（{percent(*cells)}）"
    kinds = [count for count in found.values() if count]
    if not kinds:
        return f"{complete}，没有发现需要核对的地方。"
    return f"{complete}，有{len(kinds)}类{sum(kinds)}处建议看一看。"

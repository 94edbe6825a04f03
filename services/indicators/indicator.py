"""What an indicator is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select

from services.indicators.counted import Counted
from services.indicators.moment import At
from services.ledger import LOCAL, Source


@dataclass(frozen=True)
class Indicator:
    """One figure: a select with one row per counted thing, from which the figure, its split and its list all come.

    `counts(at)` labels: `ledger`, `row` (id of the row version), `done` (1 in the numerator); where they make sense
    `counted` (0: shown beside the figure, in neither part), `done_ledger`, `done_row`, `done_field` (the cell that
    decided), `field` (the cell of the thing itself), `position` (the unit's official order). Every text column is
    a dimension; columns named in `facts` are at hand for `values`.

    `share`: n of N, else a count. `numerator` and `denominator` are the definition, in words. `decided_by` and
    `counted_by`: the field whose cell put a row into the numerator, into the denominator. `target`: the setting
    that is the denominator of the whole task; `settings`: the other items of 目标与口径 the figure depends on.
    `sums`: the fact that is added up instead of counting things. `orders`: the official order of a dimension whose
    words are not a column's choices; `titles`: what a dimension is called that is no column of a ledger. `adverse`:
    more is worse. `needs`: the ledgers, besides its own, that decide it. `tells`: what `values` says in a few words,
    beside the figure ("走访86次"). `urgent`: what is said of a unit that has things in the numerator and so belongs
    under 需要领导出面 ("专项行动任务超过时限"); the fact `late` then gives the days.
    """

    id: str
    name: str
    unit_word: str
    counts: Callable[[At], Select[Any]]
    numerator: str
    decided_by: str
    denominator: str = ""
    counted_by: str | None = None
    share: bool = True
    note: str = ""
    source: Source = LOCAL
    target: str | None = None
    settings: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    values: Callable[[Counted, At], dict[str, Any]] | None = None
    sums: str | None = None
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    adverse: bool = False
    needs: tuple[str, ...] = ()
    urgent: str = ""
    tells: Callable[[Mapping[str, Any]], str] | None = None

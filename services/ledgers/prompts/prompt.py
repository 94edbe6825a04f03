"""What a prompt is, and the pieces its selects are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select, Subquery

from services.indicators import At, Indicator, live
from services.ledgers.population import split

Kind = Literal["前后对不上", "没有动静", "过于整齐"]


@dataclass(frozen=True, kw_only=True)
class Prompt(Indicator):
    """Rows a person is asked to look at, measured and traced as an indicator's are.

    `numerator` says what is looked for, with `{item}` for each of its `settings`; `note` why it may well be right.
    `says`: what stands there, formatted with the row's facts.
    """

    kind: Kind
    says: str
    share: bool = False

    def looked_for(self, targets: Mapping[str, str]) -> str:
        """Give in words what is looked for, with the settings in force (item → value)."""
        return self.numerator.format_map(targets)


def rows(
    ledger: str, row: ColumnElement[Any], unit: Subquery, name: ColumnElement[Any] | None = None, /, **facts: Any
) -> Select[Any]:
    """Give the select of a prompt: one row of `ledger` each, of `unit` (named by `name` where it may be unknown).

    `facts` are labelled as they are called; `field` among them is the cell to look at.
    """
    return sa.select(
        sa.literal(ledger).label("ledger"), row.label("row"), *split(unit, name), sa.literal(1).label("done"),
        *(fact.label(label) for label, fact in facts.items()),
    )  # fmt: skip


def there(ledger: str, at: At) -> ColumnElement[bool]:
    """Say whether a ledger holds anything: what was never uploaded contradicts nothing."""
    return sa.select(live(ledger, at).c.id).exists()


def registered(at: At) -> Subquery:
    """Give unit and name of every organisation in the register, once each."""
    org = live("orgs", at)
    return sa.select(org.c.unit, org.c.name).distinct().subquery()

"""The rows behind a figure, each with the file, the sheet and the cell it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, RowMapping, Subquery

from services.errors import BadRequest
from services.indicators.indicator import Indicator
from services.indicators.moment import At
from services.indicators.things import dimensions, narrowed, things
from services.ledger import Kind
from services.store.bulk import parts
from services.store.provenance import place, sources
from services.store.row import Table

Part = Literal["n", "of", "rest", "beside"]
UNREGISTERED = "任务基数已列、名册未登记"


@dataclass(frozen=True)
class TracedRow:
    """One counted row: where its deciding cell stands, its filled columns by id (dates as ISO text), its batch.

    `row` is the id of the row version, `facts` the indicator's facts about it. A unit of the task that is in no
    register has nothing but `values`.
    """

    ledger: str
    file: str | None
    sheet: str | None
    line: int | None
    cell: str | None
    values: Mapping[str, Any]
    batch: int | None
    row: int | None = None
    facts: Mapping[str, Any] = dataclass_field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Give the entry of the contract's JSON of `trace`."""
        names = ("ledger", "file", "sheet", "line", "cell", "values")
        return {name: getattr(self, name) for name in names}


def trace(
    connection: Connection, indicator: Indicator, at: At, part: Part = "n", where: Mapping[str, str] | None = None
) -> list[TracedRow]:
    """Give the rows counted in the numerator ("n"), the denominator ("of"), there alone ("rest"), or "beside" it.

    They are as many as the figure says; of a sum of hours: the rows whose hours are added. Raises BadRequest for
    the denominator of a count, and for a dimension the indicator lacks.
    """
    where = where or {}
    if part in ("of", "rest") and not indicator.share:
        raise BadRequest(f"{indicator.id}（{indicator.name}）是个数，没有分母。")
    decided = _deciding(indicator, at, part, where)
    order = (decided.c.ledger, decided.c.position.is_(None), decided.c.position, decided.c.row, decided.c.field)
    listed = connection.execute(sa.select(decided).order_by(*order)).mappings().all()
    rows: dict[tuple[str, int], RowMapping] = {}
    for name in {each["ledger"] for each in listed}:
        table = Table.metadata.tables[name]
        for some in parts({each["row"] for each in listed if each["ledger"] == name}):
            versions = connection.execute(sa.select(table).where(table.c.id.in_(some))).mappings()
            rows.update({(name, version["id"]): version for version in versions})
    sheets = sources(connection, rows.values())
    values = {key: _values(key[0], row) for key, row in rows.items()}
    traced = []
    for each in listed:
        key = each["ledger"], each["row"]
        source, line, cell = place(rows[key], each["field"], sheets)
        at_sheet = (source["file"], source["sheet"], line, cell)
        facts = {name: each[name] for name in indicator.facts if name in each}
        traced.append(TracedRow(each["ledger"], *at_sheet, values[key], source["batch"], each["row"], facts))
    if part in ("of", "rest") and indicator.target and not where:
        found = things(indicator, at)
        registered = connection.scalar(sa.select(sa.func.count()).select_from(found)) or 0
        missing = max(0, at.number(indicator.target) - registered)
        traced += [TracedRow("units", None, None, None, None, {"remark": UNREGISTERED}, None)] * missing
    return traced


def _deciding(indicator: Indicator, at: At, part: Part, where: Mapping[str, str]) -> Subquery:
    """Give `ledger`, `row` and `field` of the cell that put each thing into the part, its `position` and its facts."""
    found = things(indicator, at)
    unknown = [name for name in where if name not in dimensions(found)]
    if unknown:
        raise BadRequest(f"{indicator.id}（{indicator.name}）不能按“{'、'.join(unknown)}”筛选。")

    def column(name: str) -> ColumnElement[Any]:
        return found.c[name] if name in found.c else sa.null()

    conditions = [found.c.counted == (0 if part == "beside" else 1), *narrowed(found, where)]
    if part == "n":
        conditions.append(found.c.done == 1)
        elsewhere = column("done_row").is_not(None)
        ledger: ColumnElement[Any] = sa.case((elsewhere, column("done_ledger")), else_=found.c.ledger)
        row: ColumnElement[Any] = sa.func.coalesce(column("done_row"), found.c.row)
        own = sa.case((elsewhere, column("done_field")), else_=column("field"))
        field = sa.func.coalesce(own, indicator.decided_by)
    else:
        ledger, row = found.c.ledger, found.c.row
        field = sa.func.coalesce(column("field"), indicator.counted_by or indicator.decided_by)
        conditions += [found.c.done == 0] if part == "rest" else []
    named = [ledger.label("ledger"), row.label("row"), field.label("field"), found.c.position]
    named += [found.c[name] for name in indicator.facts if name not in {each.name for each in named}]
    return sa.select(*named).where(*conditions).subquery()


def trace_json(indicator: Indicator, part: Part, at: At, rows: list[TracedRow]) -> dict[str, Any]:
    """Give the contract's JSON of `trace`."""
    return {
        "id": indicator.id,
        "part": part,
        "as_of": at.as_of.isoformat(),
        "batch": at.batch,
        "count": len(rows),
        "rows": [row.as_json() for row in rows],
    }


def _values(ledger: str, row: RowMapping) -> dict[str, Any]:
    values = {}
    for column in Table.metadata.tables[ledger].c:
        declared = column.info.get("column")
        if declared is None or declared.kind is Kind.PHONE:
            continue
        value = row[column.name]
        if value is None and declared.kind is Kind.DUE:
            value = row.get("due_kind")
        if value is not None:
            values[column.name] = value.isoformat() if isinstance(value, date) else value
    return values

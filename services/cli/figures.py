"""The commands about figures: indicators, the rows behind one, and two snapshots side by side."""

import argparse
from typing import Any

from services import snapshots
from services.access import may, permit
from services.changes import KINDS, Comparison, Split, classes
from services.cli.commands import Answer, day, pairs
from services.errors import BadRequest
from services.indicators import At, Indicator, Moment, at, measure_all, trace, trace_json
from services.ingest.collector import paused
from services.ledgers import indicators, ledger
from services.share import percent
from services.store import Store
from services.store.engine import Connection
from services.store.records import newest_batch

LISTED = 50


def _at(store: Store, connection: Connection, asked: argparse.Namespace) -> At:
    as_of = day(asked.as_of) if asked.as_of else store.today()
    return at(connection, Moment(as_of, newest_batch(connection) if asked.batch is None else asked.batch))


def _chosen(ids: list[str]) -> list[Indicator]:
    known = indicators()
    unknown = [each for each in ids if each not in known]
    if unknown:
        raise BadRequest(f"没有“{unknown[0]}”这个指标。可用的有：{'、'.join(known)}")
    return [known[each] for each in ids] if ids else list(known.values())


def indicators_(asked: argparse.Namespace) -> Answer:
    """The figures at a moment."""
    store = Store.open()
    permit(store, asked.actor, "figures.read")
    with store.read() as connection:
        moment = _at(store, connection, asked)
        found = measure_all(connection, _chosen(asked.id), moment, pairs(asked.where), asked.by)
    answer = {
        "as_of": moment.as_of.isoformat(),
        "batch": moment.batch,
        "indicators": [each.as_json() for each in found],
    }
    said = [f"截至{moment.as_of}，第{moment.batch}批"]
    said += [f"{m.id} {m.name}：{m.n}{'' if m.of is None else f'/{m.of}'} {m.percent or ''}".rstrip() for m in found]
    return 0, answer, "\n".join(said)


def trace_(asked: argparse.Namespace) -> Answer:
    """The rows behind a figure."""
    indicator = _chosen([asked.id])[0]
    store = Store.open()
    permit(store, asked.actor, "rows.read")
    with store.read() as connection:
        moment = _at(store, connection, asked)
        rows = trace(connection, indicator, moment, asked.part, pairs(asked.where))
    if any(column.person for row in rows if row.ledger for column in ledger(row.ledger).columns):
        permit(store, asked.actor, "rows.persons")
    said = [f"{indicator.id} {indicator.name}：{len(rows)}条"]
    said += [f"  {row.file or '（未登记）'} {row.sheet or ''} {row.cell or ''}".rstrip() for row in rows]
    return 0, trace_json(indicator, asked.part, moment, rows), "\n".join(said)


def compare(asked: argparse.Namespace) -> Answer:
    """Two snapshots side by side."""
    store = Store.open()
    names = may(permit(store, asked.actor, "figures.read"), "rows.persons")
    sides = [snapshots.named(store, name) for name in (asked.a, asked.b)]
    rows: list[dict[str, Any]] = []
    said = []
    with paused(), store.read() as connection:
        comparison = Comparison(connection, *(Moment(side.as_of, side.batch) for side in sides))
        for id, indicator in indicators().items():
            if (found := comparison.split(indicator)) is not None:
                a, b = (_figure(*side) for side in (found.then, found.now))
                changes = _changes(found, LISTED if names else 0)
                rows.append({"id": id, "name": indicator.name, "a": a, "b": b, "changes": changes})
                said.append(f"{id} {indicator.name}：{_short(a)} → {_short(b)}")
                said += [f"    {classes(found, indicator)}"] if found.changes else []
    a, b = ({"name": side.name, "as_of": side.as_of.isoformat(), "batch": side.batch} for side in sides)
    return 0, {"a": a, "b": b, "indicators": rows}, "\n".join(said)


def _figure(n: float, of: int | None) -> dict[str, Any]:
    return {"n": n, "of": of, "percent": None if of is None else percent(int(n), of)}


def _changes(found: Split, listed: int) -> dict[str, Any]:
    """Give per class what it did and the things behind it, at most so many of them."""
    changes: dict[str, Any] = {}
    for kind in KINDS:
        own, effect = found.of_kind(kind), found.effect(kind)
        things = [
            {"unit": each.unit, "name": each.name, "n": each.amount.n, "of": each.amount.of, "reason": each.reason,
             **{name: getattr(each.place, name, None) for name in ("file", "sheet", "cell", "batch", "by")}}
            for each in own[:listed]
        ]  # fmt: skip
        changes[kind] = {"n": effect.n, "of": effect.of, "count": len(own), "things": things}
    return changes


def _short(figure: dict[str, Any]) -> str:
    return str(figure["n"]) if figure["of"] is None else f"{figure['n']}/{figure['of']}（{figure['percent']}）"

"""The commands about figures: indicators, the rows behind one, and two snapshots side by side."""

import argparse
from typing import Any

from services import snapshots
from services.cli.commands import Answer, day, pairs
from services.errors import BadRequest
from services.indicators import At, Indicator, Moment, at, measure_all, trace, trace_json
from services.ledgers import indicators
from services.store import Store
from services.store.engine import Connection
from services.store.records import newest_batch


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
    with store.read() as connection:
        moment = _at(store, connection, asked)
        rows = trace(connection, indicator, moment, asked.part, pairs(asked.where))
    said = [f"{indicator.id} {indicator.name}：{len(rows)}条"]
    said += [f"  {row.file or '（未登记）'} {row.sheet or ''} {row.cell or ''}".rstrip() for row in rows]
    return 0, trace_json(indicator, asked.part, moment, rows), "\n".join(said)


def compare(asked: argparse.Namespace) -> Answer:
    """Two snapshots side by side."""
    store = Store.open()
    sides: list[dict[str, Any]] = []
    figures: list[dict[str, dict[str, Any]]] = []
    for name in (asked.a, asked.b):
        found = snapshots.named(store, name)
        with store.read() as connection:
            measured = measure_all(connection, indicators().values(), at(connection, Moment(found.as_of, found.batch)))
        sides.append({"name": found.name, "as_of": found.as_of.isoformat(), "batch": found.batch})
        figures.append({each.id: {"n": each.n, "of": each.of, "percent": each.percent} for each in measured})
    a, b = figures
    rows: list[dict[str, Any]] = [
        {"id": key, "name": each.name, "a": a[key], "b": b[key]} for key, each in indicators().items()
    ]
    said = [f"{r['id']} {r['name']}：{_short(r['a'])} → {_short(r['b'])}" for r in rows]
    return 0, {"a": sides[0], "b": sides[1], "indicators": rows}, "\n".join(said)


def _short(figure: dict[str, Any]) -> str:
    return str(figure["n"]) if figure["of"] is None else f"{figure['n']}/{figure['of']}（{figure['percent']}）"

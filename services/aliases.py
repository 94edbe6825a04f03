"""Further names of units: confirmed once by a person, automatic from then on (ledgers.md §3.1)."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime

from services.access import perform
from services.batches import Preview
from services.batches.known import Known
from services.errors import BadRequest
from services.indicators import targets_in_force
from services.ingest.likeness import Suggestion
from services.ingest.names import UnitNames
from services.store import Store, records
from services.store.engine import Connection
from services.text import normal, outer

KINDS = ("简称", "曾用名", "加挂", "错写")


@dataclass(frozen=True)
class Alias:
    """A further name of a unit, its kind, and who confirmed it when. `known`: the unit is in the register."""

    alias: str
    unit: str
    kind: str
    by: str
    at: datetime
    known: bool = True


@dataclass(frozen=True)
class Unknown:
    """A name in a file that no unit bears: where it stands, as (sheet, cell), and which units may be meant."""

    name: str
    places: tuple[tuple[str, str], ...]
    suggestions: tuple[Suggestion, ...]


def add(store: Store, name: str, unit: str, kind: str, by: str) -> Alias:
    """Make `name` a name of `unit`, which may itself be written in any known way.

    Raises BadRequest for an unknown unit or kind, and for a name that means a unit already; NotAllowed.
    """
    name = outer(name)
    with perform(store, by, "alias.add", _mark(name)) as act:
        if not normal(name):
            raise BadRequest("请写明要登记的名称。")
        if kind not in KINDS:
            raise BadRequest(f"名称的种类只能是{'、'.join(KINDS)}，不能是“{kind}”。")
        act.note(kind=kind)
        names = _names(act.connection)
        taken, official = names.official(name), names.official(unit)
        if taken is not None:
            raise BadRequest(f"“{name}”已经是“{taken}”的名称，不能再登记。")
        if official is None:
            near = "、".join(names.suggest(unit))
            raise BadRequest(f"单位名册里没有“{unit}”{f'，是不是：{near}？' if near else '。'}")
        added = Alias(name, official, kind, by, datetime.now(UTC))
        records.add_alias(
            act.connection, alias=normal(name), written=name, unit=official, kind=kind, made_at=added.at, made_by=by
        )
    return added


def remove(store: Store, name: str, by: str) -> Alias:
    """Take a confirmed name back and give what it was.

    Raises BadRequest for a name that was never confirmed; NotAllowed.
    """
    with perform(store, by, "alias.remove", _mark(name)) as act:
        for alias in _listed(act.connection):
            if normal(alias.alias) == normal(name):
                records.take_alias(act.connection, normal(name))
                act.note(kind=alias.kind)
                return alias
        raise BadRequest(f"没有登记过“{name}”这个别名。")


def _mark(name: str) -> str:
    """Give what the audit calls a name: it stood in a cell, so not by itself, and yet the same each time."""
    return f"#{hashlib.sha256(normal(name).encode('utf-8', 'replace')).hexdigest()[:8]}"


def listed(store: Store) -> list[Alias]:
    """Give all confirmed names, newest first."""
    with store.read() as connection:
        return _listed(connection)


def _listed(connection: Connection) -> list[Alias]:
    names = _names(connection)
    return [
        Alias(
            row["written"], row["unit"], row["kind"], row["made_by"], row["made_at"],
            names.official(row["unit"]) is not None,
        )
        for row in records.aliases(connection)
    ]  # fmt: skip


def unknown(store: Store, preview: Preview) -> list[Unknown]:
    """Give the names in a previewed file that no unit bears, the most frequent first."""
    places: dict[str, list[tuple[str, str]]] = defaultdict(list)
    written: dict[str, str] = {}
    for sheet in preview.sheets:
        for problem in sheet.problems:
            if problem.code == "unit_unknown":
                form = normal(problem.value)
                written.setdefault(form, problem.value)
                places[form].append((sheet.name, problem.cell or ""))
    if not places:
        return []
    with store.read() as connection:
        names = _names(connection)
    found = [Unknown(name, tuple(places[form]), names.explain(name)) for form, name in written.items()]
    return sorted(found, key=lambda each: -len(each.places))


def _names(connection: Connection) -> UnitNames:
    return Known(connection, targets_in_force(connection, date.today())["城市名称"]).names()

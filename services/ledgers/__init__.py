"""One declaration per file, discovered: a module here with a `LEDGER` is a ledger of the dashboard."""

import importlib
import pkgutil
from functools import cache

from services.errors import BadRequest
from services.indicators import Indicator
from services.ledger import Ledger

DECIDED_BY_ATTENDANCE = frozenset({"K08", "K09", "K10", "K11", "K12"})  # of persons and boards, counted in posts


@cache
def ledgers() -> dict[str, Ledger]:
    """Give every declared ledger by id, in official order (what others refer to comes first)."""
    modules = (importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    declared = [module.LEDGER for module in modules if hasattr(module, "LEDGER")]
    return {ledger.id: ledger for ledger in sorted(declared, key=lambda ledger: ledger.order)}


def ledger(name: str) -> Ledger:
    """Give the ledger with this id or Chinese title; raises BadRequest for an unknown one."""
    for declared in ledgers().values():
        if name in (declared.id, declared.title):
            return declared
    known = "、".join(f"{each.id}（{each.title}）" for each in ledgers().values())
    raise BadRequest(f"没有“{name}”这种台账。可用的有：{known}")


@cache
def indicators() -> dict[str, Indicator]:
    """Give every declared indicator by id, in the order K01, K01a, K02 …"""
    completeness = importlib.import_module(f"{__name__}.completeness")
    declared = [each for ledger in ledgers().values() for each in ledger.indicators] + [completeness.INDICATOR]
    found = {each.id: each for each in sorted(declared, key=lambda each: (int(each.id[1:3]), each.id))}
    if len(found) < len(declared):
        raise ValueError("two indicators share an id")
    return found


@cache
def works() -> dict[str, str]:
    """Give the piece of work each indicator belongs to, by the indicator's id: that of its ledger, else 质量."""
    named = {each.id: ledger.work for ledger in ledgers().values() for each in ledger.indicators}
    return {id: named.get(id, "质量") for id in indicators()}


@cache
def needs(indicator: str) -> tuple[Ledger, ...]:
    """Give the ledgers without which a figure is unknown, not 0: its own, and the one that decides it."""
    own = tuple(each for each in ledgers().values() if indicator in {known.id for known in each.indicators})
    return (*own, ledgers()["attendance"]) if indicator in DECIDED_BY_ATTENDANCE else own


# Importing the package registers every table, which is how the engine finds them by name.
ledgers()

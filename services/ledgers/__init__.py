"""One declaration per file, discovered: a module here with a `LEDGER` is a ledger of the dashboard."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType

from services.errors import BadRequest
from services.indicators import Indicator
from services.ledger import Ledger


@cache
def ledgers() -> dict[str, Ledger]:
    """Give every declared ledger by id, in official order (what others refer to comes first)."""
    declared = [module.LEDGER for module in _modules() if hasattr(module, "LEDGER")]
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
    """Give every declared indicator by id, in the order K01, K01a, K02 …

    Those of one ledger stand in its declaration; one over all ledgers is the `INDICATOR` of its own module here.
    """
    declared = [each for ledger in ledgers().values() for each in ledger.indicators]
    declared += [module.INDICATOR for module in _modules() if hasattr(module, "INDICATOR")]
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
    return (*own, *(ledgers()[name] for name in indicators()[indicator].needs))


def _modules() -> list[ModuleType]:
    return [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]


# Importing the package registers every table, which is how the engine finds them by name.
ledgers()

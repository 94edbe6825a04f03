"""The commands `alias add`, `alias list` and `alias remove`."""

import argparse
from typing import Any

from services import aliases
from services.access import permit
from services.aliases import Alias
from services.cli.commands import Answer
from services.store import Store


def add(asked: argparse.Namespace) -> Answer:
    """Confirm a further name of a unit."""
    added = aliases.add(Store.open(), asked.name, asked.unit, asked.kind, asked.actor)
    return 0, _plain(added), f"已登记：“{added.alias}”是“{added.unit}”的{added.kind}。"


def list_(asked: argparse.Namespace) -> Answer:
    """All confirmed names."""
    store = Store.open()
    permit(store, asked.actor, "alias.read")
    found = aliases.listed(store)
    said = [f"{each.alias} → {each.unit}（{each.kind}，{each.by}，{each.at:%Y-%m-%d %H:%M}）" for each in found]
    return 0, {"aliases": [_plain(each) for each in found]}, "\n".join(said) or "还没有登记过别名。"


def remove(asked: argparse.Namespace) -> Answer:
    """Take a confirmed name back."""
    taken = aliases.remove(Store.open(), asked.name, asked.actor)
    return 0, _plain(taken), f"已取消：“{taken.alias}”不再当作“{taken.unit}”。"


def _plain(alias: Alias) -> dict[str, Any]:
    return {
        "alias": alias.alias, "unit": alias.unit, "kind": alias.kind, "by": alias.by, "at": alias.at.isoformat(),
    }  # fmt: skip

"""The command `verify`: proof that nothing is damaged."""

import argparse

from services.access.verify import verify
from services.cli.commands import Answer
from services.store import Store

SHOWN = 16  # signs of the digest that are read aloud or written down


def verify_(asked: argparse.Namespace) -> Answer:
    """Check the audit and the database; exit status 1 where anything is damaged."""
    found = verify(Store.open(), asked.actor)
    answer = {
        "outcome": "intact" if found.intact else "damaged", "rows": found.rows, "hash": found.hash,
        "first_bad": found.first_bad, "problems": list(found.complaints),
    }  # fmt: skip
    if not found.intact:
        return 1, answer, "\n".join(["核验没有通过：", *(f"  {each}" for each in found.complaints)])
    return 0, answer, f"核验通过：审计共{found.rows}条，末条校验码 {found.hash[:SHOWN]}。可以记下来，以后再比对。"

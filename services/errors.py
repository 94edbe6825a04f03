"""What can go wrong, said so that an office worker can act on it.

A fault in a file is a value (`Problem`); a request that cannot be served is an exception:

    DashboardError
    ├── Refused         the file cannot be read as a ledger (contract codes: encrypted, no_header, …)
    ├── BadRequest      the request makes no sense: unknown ledger, indicator, field, batch or date
    ├── Stale           somebody committed since the preview was made
    ├── NotAllowed      who asks has not the right to it
    └── StoreUnusable   the database cannot be opened or is not ours
"""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file: where, what stands there, what is wrong and how to mend it."""

    code: str
    level: Level
    cell: str | None
    value: str
    message: str
    fix: str
    line: int | None = None
    field: str | None = None
    suggestions: tuple[str, ...] = ()


class DashboardError(Exception):
    """Anything a person should be told in one Chinese sentence (`str(error)`)."""


class Refused(DashboardError):
    """The file is not taken: `code` is one of the contract's refusal codes."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class BadRequest(DashboardError):
    """A request that cannot be served, whatever the data."""


class Stale(DashboardError):
    """What was previewed is no longer what would be written."""

    code = "stale"


class NotAllowed(DashboardError):
    """Who asks has not the right to what they ask for."""

    code = "not_allowed"


class StoreUnusable(DashboardError):
    """The database cannot be used at all."""

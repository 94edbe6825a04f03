"""What the store keeps besides the ledgers: batches, origins of rows, files, snapshots, names, screens, accounts."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field

from services.store.row import Table


class Batch(Table, table=True):
    """One commit or undo: the unit in which the store's knowledge grows. Numbered 1, 2, 3 …"""

    id: int | None = Field(default=None, primary_key=True, sa_column_kwargs={"autoincrement": False})
    made_at: datetime
    made_by: str
    action: str  # import | undo
    file: str | None = None
    sha256: str | None = Field(default=None, foreign_key="upload.sha256")
    undoes: int | None = Field(default=None, foreign_key="batch.id")
    reason: str | None = None
    counts: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)  # ledger → new/changed/unchanged/missing/…


class Source(Table, table=True):
    """One sheet of one uploaded file: `columns` says which column (or cell) each field was read from."""

    id: int | None = Field(default=None, primary_key=True)
    batch: int = Field(foreign_key="batch.id", index=True)
    ledger: str
    file: str
    sha256: str = Field(foreign_key="upload.sha256")
    sheet: str
    columns: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)


class Upload(Table, table=True):
    """A file as it was uploaded, once per content.

    `sha256` is the digest of the file in the analyst's hands. Where the file held columns that must never be
    stored (身份证号 …) `redacted` is true and `content` is a copy without them.
    """

    sha256: str = Field(primary_key=True)
    name: str
    size: int
    redacted: bool = False
    content: bytes


class Snapshot(Table, table=True):
    """A name for a pair (截至日期, batch). Nothing is copied: row versions keep what was known."""

    name: str = Field(primary_key=True)
    kind: str = "月度"  # 月度 | 会议
    as_of: date
    batch: int
    note: str | None = None
    made_at: datetime
    made_by: str


class UnitAlias(Table, table=True):
    """A further name of a unit, confirmed once by a person."""

    __tablename__ = "unit_alias"

    alias: str = Field(primary_key=True)  # in the form in which names are compared
    written: str
    unit: str
    kind: str = "简称"
    made_at: datetime
    made_by: str


class Layout(Table, table=True):
    """How sheets with the same column titles are read, where a person corrected the guess.

    `fingerprint` digests the titles, `height` is the number of header rows, `columns` says source → field.
    """

    fingerprint: str = Field(primary_key=True)
    ledger: str = Field(primary_key=True)
    height: int
    columns: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)
    file: str
    made_at: datetime
    made_by: str


class FigureCode(Table, table=True):
    """The short code of a figure that was shown; `figure` names it in full, as JSON, and is never changed."""

    __tablename__ = "figure_code"

    code: str = Field(primary_key=True)
    figure: str = Field(unique=True)


class Playlist(Table, table=True):
    """What a screen shows and how: `pages` as [[kind, seconds], …] in their order.

    `snapshot` is a fixed one, None the newest published; `inches` is the screen's diagonal, `metres` the farthest seat.
    """

    name: str = Field(primary_key=True)
    pages: list[Any] = Field(sa_type=sa.JSON)
    snapshot: str | None = None
    domain: str | None = None
    list_units: bool = False
    theme: str
    inches: int
    metres: int
    made_at: datetime
    made_by: str


class Screen(Table, table=True):
    """A screen, and what it shows: a playlist by name."""

    name: str = Field(primary_key=True)
    playlist: str
    made_at: datetime
    made_by: str


class Pairing(Table, table=True):
    """The one device that may act for a screen in a role (screen, remote, present): digests only, never a secret.

    A code waits until `expires_at` to be typed; then it is gone and the device holds a token.
    """

    screen: str = Field(primary_key=True, foreign_key="screen.name")
    role: str = Field(primary_key=True)
    code_hash: str | None = None
    expires_at: datetime | None = None
    token_hash: str | None = Field(default=None, unique=True)
    paired_at: datetime | None = None
    seen_at: datetime | None = None


class Note(Table, table=True):
    """A fact about the store itself, such as that it holds the demonstration data."""

    name: str = Field(primary_key=True)
    value: str


class Account(Table, table=True):
    """A person who may come in. `domains`: the 领域 a 业务员 may change, None for all; `persons`: may see named rows.

    `expires_on` is the last day the account is good for. `subject` is who the person is to the house's own sign-in.
    """

    name: str = Field(primary_key=True)
    title: str
    roles: list[str] = Field(sa_type=sa.JSON)
    domains: list[str] | None = Field(default=None, sa_type=sa.JSON(none_as_null=True))
    persons: bool = False
    password_hash: str | None = None
    must_change: bool = False
    expires_on: date | None = None
    disabled: bool = False
    subject: str | None = Field(default=None, unique=True)
    made_at: datetime
    made_by: str
    changed_at: datetime


class Session(Table, table=True):
    """A browser somebody signed in with: the digest of its token, never the token."""

    token_hash: str = Field(primary_key=True)
    account: str = Field(foreign_key="account.name", index=True)
    made_at: datetime
    seen_at: datetime
    address: str
    agent: str
    ended_at: datetime | None = None


class Attempt(Table, table=True):
    """Failed sign-ins of one account or one address, by `key` ("account 甲", "address 10.0.0.3")."""

    key: str = Field(primary_key=True)
    failures: int
    last_at: datetime
    until: datetime | None = None


class Audit(Table, table=True):
    """Who did what: numbered 1, 2, 3 …; the database itself refuses to change or delete a row.

    `hash` digests the row and the hash before it. `at` (UTC, ISO 8601) and `detail` (JSON) are kept as the very text
    that is digested.
    """

    id: int | None = Field(default=None, primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: str = Field(index=True)
    actor: str
    address: str | None = None
    operation: str
    thing: str
    outcome: str  # done | refused
    detail: str
    previous: str
    hash: str


class AuditHead(Table, table=True):
    """The newest row of the audit once more, so that a tail that was cut off is missed. One row, `id` 1."""

    __tablename__ = "audit_head"

    id: int | None = Field(default=None, primary_key=True, sa_column_kwargs={"autoincrement": False})
    newest: int
    hash: str

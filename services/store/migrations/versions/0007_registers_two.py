"""Contacts, livelihood, cases, pioneers, integrity, study."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TEXT, DAY, NUMBER = sa.Text(), sa.Date(), sa.Integer()
HIDDEN = AutoString()  # of a field that is no column of the spreadsheet
REGISTERS: dict[str, dict[str, Any]] = {
    "contacts": {
        "year": NUMBER, "leader": TEXT, "unit": TEXT, "visited_on": DAY, "visitors": TEXT, "matter": TEXT,
        "category": TEXT, "handler": TEXT, "due_on": DAY, "status": TEXT, "progress": TEXT, "closed_on": DAY,
        "finding": TEXT, "remark": TEXT, "due_kind": HIDDEN,
    },
    "livelihood": {
        "category": TEXT, "item": TEXT, "unit": TEXT, "listed_on": DAY, "measures": TEXT, "beneficiaries": NUMBER,
        "leader": TEXT, "owner": TEXT, "due_on": DAY, "status": TEXT, "progress": TEXT, "closed_on": DAY,
        "remark": TEXT, "due_kind": HIDDEN,
    },
    "cases": {
        "year": NUMBER, "name": TEXT, "unit": TEXT, "org": TEXT, "theme": TEXT, "owner": TEXT, "submitted_on": DAY,
        "level": TEXT, "award": TEXT, "awarded_on": DAY, "remark": TEXT,
    },
    "pioneers": {
        "unit": TEXT, "org": TEXT, "type": TEXT, "name": TEXT, "leader": TEXT, "members": NUMBER, "founded_on": DAY,
        "duties": TEXT, "results": TEXT, "ended_on": DAY, "status": TEXT, "remark": TEXT,
    },
    "integrity": {
        "unit": TEXT, "area": TEXT, "task": TEXT, "assigned_on": DAY, "measures": TEXT, "leader": TEXT, "owner": TEXT,
        "due_on": DAY, "status": TEXT, "progress": TEXT, "closed_on": DAY, "remark": TEXT, "due_kind": HIDDEN,
    },
    "study": {
        "unit": TEXT, "activity": TEXT, "kind": TEXT, "held_on": DAY, "place": TEXT, "speakers": TEXT,
        "people": NUMBER, "remark": TEXT,
    },
}  # fmt: skip
INDEXED = ("batch_in", "batch_out", "source_id", "unit", "year")


def upgrade() -> None:
    """Bring the schema forward."""
    for name, columns in REGISTERS.items():
        op.create_table(
            name,
            sa.Column("id", NUMBER, nullable=False),
            sa.Column("key", TEXT, nullable=False),
            sa.Column("batch_in", NUMBER, nullable=False),
            sa.Column("batch_out", NUMBER, nullable=True),
            sa.Column("source_id", NUMBER, nullable=False),
            sa.Column("line", NUMBER, nullable=False),
            sa.Column("position", sa.Float(), nullable=True),
            sa.Column("kept", sa.JSON(), nullable=False),
            sa.Column("marks", sa.JSON(), nullable=False),
            *(sa.Column(column, kind, nullable=True) for column, kind in columns.items()),
            sa.ForeignKeyConstraint(["batch_in"], ["batch.id"]),
            sa.ForeignKeyConstraint(["batch_out"], ["batch.id"]),
            sa.ForeignKeyConstraint(["source_id"], ["source.id"]),
            sa.PrimaryKeyConstraint("id"),
        )
        for column in INDEXED:
            if column in ("batch_in", "batch_out", "source_id") or column in columns:
                op.create_index(f"ix_{name}_{column}", name, [column])
        current = sa.text("batch_out IS NULL")
        op.create_index(
            f"{name}_current", name, ["key"], unique=True, sqlite_where=current, postgresql_where=current
        )  # fmt: skip


def downgrade() -> None:
    """Take it back."""
    for name in REGISTERS:
        op.drop_table(name)

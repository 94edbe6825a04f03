"""Accounts, sessions, failed attempts and the audit trail."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEPT = "审计记录只能追加，不能修改或删除"
SQLITE = f"""
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, '{KEPT}'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, '{KEPT}'); END;
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, '{KEPT}'); END;
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head BEGIN SELECT RAISE(ABORT, '{KEPT}'); END;
CREATE TRIGGER audit_head_no_insert BEFORE INSERT ON audit_head
BEGIN SELECT RAISE(ABORT, '{KEPT}'); END;
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head WHEN NEW.id <> OLD.id OR NEW.newest <= OLD.newest
BEGIN SELECT RAISE(ABORT, '{KEPT}'); END
"""
POSTGRESQL = f"""
CREATE FUNCTION audit_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{KEPT}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_kept();
CREATE TRIGGER audit_head_kept BEFORE INSERT OR DELETE OR TRUNCATE ON audit_head
FOR EACH STATEMENT EXECUTE FUNCTION audit_kept();
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head FOR EACH ROW
WHEN (NEW.id <> OLD.id OR NEW.newest <= OLD.newest) EXECUTE FUNCTION audit_kept()
"""


def upgrade() -> None:
    """Bring the schema forward."""
    text = sqlmodel.sql.sqltypes.AutoString()
    moment = sqlmodel.sql.sqltypes.UTCDateTime()
    op.create_table(
        "account",
        sa.Column("name", text, nullable=False),
        sa.Column("title", text, nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("domains", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("persons", sa.Boolean(), nullable=False),
        sa.Column("password_hash", text, nullable=True),
        sa.Column("must_change", sa.Boolean(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("subject", text, nullable=True),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("made_by", text, nullable=False),
        sa.Column("changed_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sa.UniqueConstraint("subject"),
    )
    op.create_table(
        "session",
        sa.Column("token_hash", text, nullable=False),
        sa.Column("account", text, nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("seen_at", moment, nullable=False),
        sa.Column("address", text, nullable=False),
        sa.Column("agent", text, nullable=False),
        sa.Column("ended_at", moment, nullable=True),
        sa.ForeignKeyConstraint(["account"], ["account.name"]),
        sa.PrimaryKeyConstraint("token_hash"),
    )
    op.create_index("ix_session_account", "session", ["account"])
    op.create_table(
        "attempt",
        sa.Column("key", text, nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", moment, nullable=False),
        sa.Column("until", moment, nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", text, nullable=False),
        sa.Column("actor", text, nullable=False),
        sa.Column("address", text, nullable=True),
        sa.Column("operation", text, nullable=False),
        sa.Column("thing", text, nullable=False),
        sa.Column("outcome", text, nullable=False),
        sa.Column("detail", text, nullable=False),
        sa.Column("previous", text, nullable=False),
        sa.Column("hash", text, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
    head = op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.Column("hash", text, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.bulk_insert(head, [{"id": 1, "newest": 0, "hash": "0" * 64}])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(POSTGRESQL)
    else:
        for trigger in SQLITE.split(";\nCREATE"):
            op.execute(trigger if trigger.startswith("\n") else f"CREATE{trigger}")


def downgrade() -> None:
    """Take it back."""
    for table in ("audit_head", "audit", "attempt", "session", "account"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_kept()")

"""The ten ledgers and what the store keeps beside them."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    #
    op.create_table(
        "note",
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("value", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "snapshot",
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("made_by", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "unit_alias",
        sa.Column("alias", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("written", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("unit", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("made_by", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("alias"),
    )
    op.create_table(
        "upload",
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("redacted", sa.Boolean(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "batch",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("made_by", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("action", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("file", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["upload.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["undoes"],
            ["batch.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("ledger", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("file", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("sheet", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["upload.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_batch"), ["batch"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("batch_in", sa.Integer(), nullable=False),
        sa.Column("batch_out", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("session", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("org", sa.Text(), nullable=True),
        sa.Column("post", sa.Text(), nullable=True),
        sa.Column("attended", sa.Integer(), nullable=True),
        sa.Column("hours", sa.Float(), nullable=True),
        sa.Column("completed", sa.Boolean(), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("person", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("session_key", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_in"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["batch_out"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(
            "attendance_current",
            ["key"],
            unique=True,
            sqlite_where=sa.text("batch_out IS NULL"),
            postgresql_where=sa.text("batch_out IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_attendance_batch_in"), ["batch_in"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_batch_out"), ["batch_out"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_person"), ["person"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_session"), ["session"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_session_key"), ["session_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_source_id"), ["source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_unit"), ["unit"], unique=False)

    op.create_table(
        "elections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("batch_in", sa.Integer(), nullable=False),
        sa.Column("batch_out", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("org", sa.Text(), nullable=True),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("contacted_on", sa.Date(), nullable=True),
        sa.Column("founded_approved_on", sa.Date(), nullable=True),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("meeting_approved_on", sa.Date(), nullable=True),
        sa.Column("meeting", sa.Text(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("due_n", sa.Integer(), nullable=True),
        sa.Column("present_n", sa.Integer(), nullable=True),
        sa.Column("result_approved_on", sa.Date(), nullable=True),
        sa.Column("extended", sa.Boolean(), nullable=True),
        sa.Column("extended_to", sa.Date(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_in"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["batch_out"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("elections", schema=None) as batch_op:
        batch_op.create_index(
            "elections_current",
            ["key"],
            unique=True,
            sqlite_where=sa.text("batch_out IS NULL"),
            postgresql_where=sa.text("batch_out IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_elections_batch_in"), ["batch_in"], unique=False)
        batch_op.create_index(batch_op.f("ix_elections_batch_out"), ["batch_out"], unique=False)
        batch_op.create_index(batch_op.f("ix_elections_source_id"), ["source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_elections_unit"), ["unit"], unique=False)
        batch_op.create_index(batch_op.f("ix_elections_year"), ["year"], unique=False)

    op.create_table(
        "findings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("batch_in", sa.Integer(), nullable=False),
        sa.Column("batch_out", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("round", sa.Text(), nullable=True),
        sa.Column("no", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("method", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("fed_back_on", sa.Date(), nullable=True),
        sa.Column("measures", sa.Text(), nullable=True),
        sa.Column("leader", sa.Text(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("status_text", sa.Text(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("due_kind", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("original_due_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_in"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["batch_out"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.create_index(
            "findings_current",
            ["key"],
            unique=True,
            sqlite_where=sa.text("batch_out IS NULL"),
            postgresql_where=sa.text("batch_out IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_findings_batch_in"), ["batch_in"], unique=False)
        batch_op.create_index(batch_op.f("ix_findings_batch_out"), ["batch_out"], unique=False)
        batch_op.create_index(batch_op.f("ix_findings_source_id"), ["source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_findings_unit"), ["unit"], unique=False)

    op.create_table(
        "orgs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("batch_in", sa.Integer(), nullable=False),
        sa.Column("batch_out", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("founded_on", sa.Date(), nullable=True),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("full_members", sa.Integer(), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column("filled", sa.Integer(), nullable=True),
        sa.Column("elected_on", sa.Date(), nullable=True),
        sa.Column("term_years", sa.Integer(), nullable=True),
        sa.Column("term_ends_on", sa.Date(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("previous_term_ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_in"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["batch_out"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("orgs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_orgs_batch_in"), ["batch_in"], unique=False)
        batch_op.create_index(batch_op.f("ix_orgs_batch_out"), ["batch_out"], unique=False)
        batch_op.create_index(batch_op.f("ix_orgs_source_id"), ["source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_orgs_unit"), ["unit"], unique=False)
        batch_op.create_index(
            "orgs_current",
            ["key"],
            unique=True,
            sqlite_where=sa.text("batch_out IS NULL"),
            postgresql_where=sa.text("batch_out IS NULL"),
        )

    op.create_table(
        "posts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("batch_in", sa.Integer(), nullable=False),
        sa.Column("batch_out", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("org", sa.Text(), nullable=True),
        sa.Column("post", sa.Text(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("is_newly_appointed", sa.Boolean(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("person", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_in"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["batch_out"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_posts_batch_in"), ["batch_in"], unique=False)
        batch_op.create_index(batch_op.f("ix_posts_batch_out"), ["batch_out"], unique=False)
        batch_op.create_index(batch_op.f("ix_posts_source_id"), ["source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_posts_unit"), ["unit"], unique=False)
        batch_op.create_index(
            "posts_current",
            ["key"],
            unique=True,
            sqlite_where=sa.text("batch_out IS NULL"),
            postgresql_where=sa.text("batch_out IS NULL"),
        )

    op.create_table(
        "reform",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("batch_in", sa.Integer(), nullable=False),
        sa.Column("batch_out", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("disposition", sa.Text(), nullable=True),
        sa.Column("reform_type", sa.Text(), nullable=True),
        sa.Column("from_org", sa.Text(), nullable=True),
        sa.Column("to_org", sa.Text(), nullable=True),
        sa.Column("reform_on", sa.Date(), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("doc_no", sa.Text(), nullable=True),
        sa.Column("moved_members", sa.Integer(), nullable=True),
        sa.Column("status_text", sa.Text(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_in"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["batch_out"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("reform", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reform_batch_in"), ["batch_in"], unique=False)
        batch_op.create_index(batch_op.f("ix_reform_batch_out"), ["batch_out"], unique=False)
        batch_op.create_index(batch_op.f("ix_reform_source_id"), ["source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reform_unit"), ["unit"], unique=False)
        batch_op.create_index(
            "reform_current",
            ["key"],
            unique=True,
            sqlite_where=sa.text("batch_out IS NULL"),
            postgresql_where=sa.text("batch_out IS NULL"),
        )

    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("batch_in", sa.Integer(), nullable=False),
        sa.Column("batch_out", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("host", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("is_induction", sa.Boolean(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("hours", sa.Float(), nullable=True),
        sa.Column("planned_n", sa.Integer(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_in"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["batch_out"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessions_batch_in"), ["batch_in"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_batch_out"), ["batch_out"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_source_id"), ["source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_year"), ["year"], unique=False)
        batch_op.create_index(
            "sessions_current",
            ["key"],
            unique=True,
            sqlite_where=sa.text("batch_out IS NULL"),
            postgresql_where=sa.text("batch_out IS NULL"),
        )

    op.create_table(
        "targets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("batch_in", sa.Integer(), nullable=False),
        sa.Column("batch_out", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("item", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_in"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["batch_out"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("targets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_targets_batch_in"), ["batch_in"], unique=False)
        batch_op.create_index(batch_op.f("ix_targets_batch_out"), ["batch_out"], unique=False)
        batch_op.create_index(batch_op.f("ix_targets_source_id"), ["source_id"], unique=False)
        batch_op.create_index(
            "targets_current",
            ["key"],
            unique=True,
            sqlite_where=sa.text("batch_out IS NULL"),
            postgresql_where=sa.text("batch_out IS NULL"),
        )

    op.create_table(
        "units",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("batch_in", sa.Integer(), nullable=False),
        sa.Column("batch_out", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("short_name", sa.Text(), nullable=True),
        sa.Column("former_names", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("domain", sa.Text(), nullable=True),
        sa.Column("is_reform", sa.Boolean(), nullable=True),
        sa.Column("reform_type", sa.Text(), nullable=True),
        sa.Column("disposition", sa.Text(), nullable=True),
        sa.Column("is_new", sa.Boolean(), nullable=True),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("full_members", sa.Integer(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_in"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["batch_out"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("units", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_units_batch_in"), ["batch_in"], unique=False)
        batch_op.create_index(batch_op.f("ix_units_batch_out"), ["batch_out"], unique=False)
        batch_op.create_index(batch_op.f("ix_units_source_id"), ["source_id"], unique=False)
        batch_op.create_index(
            "units_current",
            ["key"],
            unique=True,
            sqlite_where=sa.text("batch_out IS NULL"),
            postgresql_where=sa.text("batch_out IS NULL"),
        )

    op.create_table(
        "weak_orgs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("batch_in", sa.Integer(), nullable=False),
        sa.Column("batch_out", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("position", sa.Float(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("org", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("domain", sa.Text(), nullable=True),
        sa.Column("kinds", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("listed_on", sa.Date(), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("measures", sa.Text(), nullable=True),
        sa.Column("leader", sa.Text(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("revisited_on", sa.Date(), nullable=True),
        sa.Column("revisit_verdict", sa.Text(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_in"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["batch_out"],
            ["batch.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("weak_orgs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_weak_orgs_batch_in"), ["batch_in"], unique=False)
        batch_op.create_index(batch_op.f("ix_weak_orgs_batch_out"), ["batch_out"], unique=False)
        batch_op.create_index(batch_op.f("ix_weak_orgs_source_id"), ["source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_weak_orgs_unit"), ["unit"], unique=False)
        batch_op.create_index(batch_op.f("ix_weak_orgs_year"), ["year"], unique=False)
        batch_op.create_index(
            "weak_orgs_current",
            ["key"],
            unique=True,
            sqlite_where=sa.text("batch_out IS NULL"),
            postgresql_where=sa.text("batch_out IS NULL"),
        )

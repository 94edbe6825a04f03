"""Standards, assessments, duties, model units, campaigns, organisation life."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TEXT, DAY = sa.Text, sa.Date
# What each register keeps, and which of it is indexed besides what every row version is.
REGISTERS: dict[str, dict[str, type[sa.types.TypeEngine]]] = {
    "standards": {
        "unit": TEXT, "org": TEXT, "domain": TEXT, "item_no": TEXT, "group": TEXT, "text": TEXT, "source": TEXT,
        "points": sa.Float, "result": TEXT, "checked_on": DAY, "remark": TEXT,
    },
    "assessments": {
        "year": sa.Integer, "unit": TEXT, "kind": TEXT, "score": sa.Float, "max_score": sa.Float, "grade": TEXT,
        "reason": TEXT, "finding": TEXT, "follow_up": TEXT, "remark": TEXT,
    },
    "duties": {
        "unit": TEXT, "link": TEXT, "text": TEXT, "holder": TEXT, "owner": TEXT, "assigned_on": DAY, "due_on": DAY,
        "status": TEXT, "progress": TEXT, "closed_on": DAY, "evidence": TEXT, "remark": TEXT,
        "due_kind": sqlmodel.AutoString,
    },
    "model_units": {
        "year": sa.Integer, "unit": TEXT, "goal": sa.Float, "method": sa.Float, "appraisal": sa.Float,
        "is_model": sa.Boolean, "is_pacesetter": sa.Boolean, "field": TEXT, "named_on": DAY, "practice": TEXT,
        "remark": TEXT,
    },
    "campaigns": {
        "campaign": TEXT, "task": TEXT, "unit": TEXT, "goal": TEXT, "leader": TEXT, "owner": TEXT, "assigned_on": DAY,
        "due_on": DAY, "status": TEXT, "progress": TEXT, "closed_on": DAY, "remark": TEXT,
        "due_kind": sqlmodel.AutoString,
    },
    "org_life": {
        "org": TEXT, "unit": TEXT, "team": TEXT, "type": TEXT, "held_on": DAY, "topic": TEXT, "due_n": sa.Integer,
        "present_n": sa.Integer, "host": TEXT, "place": TEXT, "remark": TEXT, "quarter": sqlmodel.AutoString,
    },
}  # fmt: skip
INDEXED = ("unit", "year")


def upgrade() -> None:
    """Bring the schema forward."""
    for name, columns in REGISTERS.items():
        op.create_table(
            name,
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("key", sa.Text(), nullable=False),
            sa.Column("batch_in", sa.Integer(), nullable=False),
            sa.Column("batch_out", sa.Integer(), nullable=True),
            sa.Column("source_id", sa.Integer(), nullable=False),
            sa.Column("line", sa.Integer(), nullable=False),
            sa.Column("position", sa.Float(), nullable=True),
            sa.Column("kept", sa.JSON(), nullable=False),
            sa.Column("marks", sa.JSON(), nullable=False),
            *(sa.Column(column, type(), nullable=True) for column, type in columns.items()),
            sa.ForeignKeyConstraint(["batch_in"], ["batch.id"]),
            sa.ForeignKeyConstraint(["batch_out"], ["batch.id"]),
            sa.ForeignKeyConstraint(["source_id"], ["source.id"]),
            sa.PrimaryKeyConstraint("id"),
        )
        with op.batch_alter_table(name, schema=None) as batch_op:
            current = sa.text("batch_out IS NULL")
            batch_op.create_index(
                f"{name}_current", ["key"], unique=True, sqlite_where=current, postgresql_where=current
            )
            for column in ("batch_in", "batch_out", "source_id", *(each for each in INDEXED if each in columns)):
                batch_op.create_index(batch_op.f(f"ix_{name}_{column}"), [column], unique=False)


def downgrade() -> None:
    """Take it back."""
    for name in reversed(REGISTERS):
        op.drop_table(name)

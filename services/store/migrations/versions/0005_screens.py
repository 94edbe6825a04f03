"""Meeting screens: what they show, and which devices are paired with them."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    text = sqlmodel.sql.sqltypes.AutoString()
    moment = sqlmodel.sql.sqltypes.UTCDateTime()
    op.create_table(
        "playlist",
        sa.Column("name", text, nullable=False),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("snapshot", text, nullable=True),
        sa.Column("domain", text, nullable=True),
        sa.Column("list_units", sa.Boolean(), nullable=False),
        sa.Column("theme", text, nullable=False),
        sa.Column("inches", sa.Integer(), nullable=False),
        sa.Column("metres", sa.Integer(), nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("made_by", text, nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "screen",
        sa.Column("name", text, nullable=False),
        sa.Column("playlist", text, nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("made_by", text, nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "pairing",
        sa.Column("screen", text, nullable=False),
        sa.Column("role", text, nullable=False),
        sa.Column("code_hash", text, nullable=True),
        sa.Column("expires_at", moment, nullable=True),
        sa.Column("token_hash", text, nullable=True),
        sa.Column("paired_at", moment, nullable=True),
        sa.Column("seen_at", moment, nullable=True),
        sa.ForeignKeyConstraint(["screen"], ["screen.name"]),
        sa.PrimaryKeyConstraint("screen", "role"),
        sa.UniqueConstraint("token_hash"),
    )

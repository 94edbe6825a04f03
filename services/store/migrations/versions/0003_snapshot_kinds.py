"""What a snapshot was published for, and a word about it."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    text = sqlmodel.sql.sqltypes.AutoString()
    op.add_column("snapshot", sa.Column("kind", text, nullable=False, server_default="月度"))
    op.add_column("snapshot", sa.Column("note", text, nullable=True))

"""Teaching: what a run said of each track that chooses, epoch by epoch.

Revision: 0.3.0
"""

from pathlib import Path

from alembic import op

revision = "0.3.0"
down_revision = "0.2.0"


def upgrade() -> None:
    op.execute(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"))

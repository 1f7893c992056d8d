"""The first schema, as SQL that never changes again.

Revision: 0.1.0
"""

from pathlib import Path

from alembic import op

revision = "0.1.0"
down_revision = None


def upgrade() -> None:
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n")
    for statement in statements:
        if statement.strip():
            op.execute(statement)

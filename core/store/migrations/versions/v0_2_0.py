"""Teaching: what each epoch told, checkpoints that `verify` looks at, numbers of maps that never come back.

Revision: 0.2.0
"""

from pathlib import Path

from alembic import op

revision = "0.2.0"
down_revision = "0.1.0"


def upgrade() -> None:
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n")
    for statement in statements:
        if statement.strip():
            op.execute(statement)

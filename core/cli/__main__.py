"""`python -m core.cli`: the commands without a window."""

import sys

from core.cli.main import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))

"""Scans and hears many damaged files: `python -m tests.core.library.fuzz_scan --files 2000`."""

from __future__ import annotations

import argparse
import collections
import os
import sys
import tempfile
from pathlib import Path

from core.library import listen, scan
from core.library.ledger import entries
from core.progress import Context
from core.store import create_collection
from tests.core.library.test_scan import make_mutants


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["SOUNDINGS_HOME"] = f"{place}/home"
        folder = Path(place) / "mutants"
        number = make_mutants(folder, arguments.files, arguments.seed)
        with create_collection(Path(place) / "coast") as collection:
            context = Context(collection.folder, 1)
            scanned = scan.run(scan.ScanRequest((str(folder),)), context)
            heard = listen.run(listen.ListenRequest(), context)
            reasons = collections.Counter((e.state, e.reason.split(" (")[0]) for e in entries(collection))
    assert scanned.new == number == heard.ledger.total == sum(heard.ledger.states.values())
    sys.stdout.write(f"{scanned.sentence()}\n{heard.sentence()}\n")
    for (state, reason), count in reasons.most_common(25):
        sys.stdout.write(f"{count:6} {state:12} {reason[:90]}\n")


if __name__ == "__main__":
    main()

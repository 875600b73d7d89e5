"""What was measured of speed: written by `python -m benchmarks.performance --record`, read by publish."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from snippets.problem import Problem
from snippets.recorded import ROOT

FILE = "snippets/recorded/performance.json"


@lru_cache(maxsize=4)
def read_performance(root: Path = ROOT) -> dict[str, Any]:
    """The record; {} where there is none. Raises Problem where it is broken."""
    path = root / FILE
    if not path.exists():
        return {}
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        for name in ("environment", "machine", "measured", "commit", "rounds", "recipes", "threads", "methods"):
            found[name]
    except (ValueError, KeyError) as error:
        fix = f"run: git checkout {FILE}, or measure anew: python -m benchmarks.performance --record"
        raise Problem(FILE, getattr(error, "lineno", 1), "a record of speed", repr(error), fix) from None
    return found

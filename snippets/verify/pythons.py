"""What another Python than the record's gives otherwise: named in recorded/pythons.toml, each with the reason."""

import sys
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path

from snippets.problem import Problem
from snippets.store.releases import is_pinned, read_pinned

PYTHONS = "snippets/recorded/pythons.toml"


def otherwise(root: Path, here: tuple[int, ...] = sys.version_info[:2]) -> dict[str, str]:
    """The examples and facts that Python `here` gives otherwise than the Python of the record: {name: why}."""
    if not (root / PYTHONS).exists() or not is_pinned(root):
        return {}
    recorded, reasons = _numbers(read_pinned(root).environment.python), dict[str, str]()
    for entry in tomllib.loads((root / PYTHONS).read_text(encoding="utf-8"))["otherwise"]:
        since = _numbers(entry["since"])
        if (recorded < since) != (here < since):
            reasons |= dict.fromkeys(entry["names"], f"since Python {entry['since']}: {entry['reason']}")
    return reasons


def _numbers(release: str) -> tuple[int, ...]:
    return tuple(map(int, release.split(".")))


def excused(name: str, file: str, problems: list[Problem], reasons: Mapping[str, str]) -> list[Problem]:
    """What is left of the `problems` of one run: none where `reasons` names it, and one where it then has none."""
    if name not in reasons:
        return problems
    found = f"{name} is as recorded, under Python {sys.version_info.major}.{sys.version_info.minor}"
    return [] if problems else [Problem(file, 1, reasons[name], found, f"remove {name} from {PYTHONS}")]


def not_here(root: Path, names: Collection[str]) -> list[Problem]:
    """What forbids recording `names` here: this Python gives some of them otherwise than the Python of the record."""
    fix = f"use Python {read_pinned(root).environment.python}, or name others to record"
    return [Problem(PYTHONS, 1, why, name, fix) for name, why in otherwise(root).items() if name in names]

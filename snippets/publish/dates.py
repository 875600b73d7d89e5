"""When a page was last changed, by its own text or by what it shows: the sitemap and search engines say so."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

# docs/methods/from_numpy.md, snippets/facts/methods/from_numpy.py, snippets/examples/methods/from_numpy/share.py
PLACE = re.compile(
    r"docs/(?P<page>.+)\.(?:md|ipynb)|snippets/facts/(?P<facts>.+)\.py|snippets/examples/(?P<example>.+)/\w+\.\w+"
)


def changed(root: Path) -> Mapping[str, str]:
    """{page: the day of the last commit that changed it, as 2026-11-27}; nothing where there is no history to ask."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days, day = dict[str, str](), ""
    log = _git(root, "log", "--format=%cs", "--name-only", "--", "docs", "snippets")
    for line in log.split("\n"):  # the newest commit comes first
        if place := PLACE.fullmatch(line):
            days.setdefault(str(place[str(place.lastgroup)]), day)
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", line):
            day = line
    return days


def _git(root: Path, *arguments: str) -> str:
    """What git prints; "" where it is not installed or `root` is no repository."""
    if not shutil.which("git"):
        return ""
    return subprocess.run(["git", "-C", root, *arguments], capture_output=True, text=True, check=False).stdout

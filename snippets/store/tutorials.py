"""Tutorials: snippets/tutorials/NAME.py, in jupytext's percent format, and the recorded docs/tutorials/NAME.ipynb.

They are recorded as examples are; see examples.py.
"""

from pathlib import Path

from snippets.store import examples
from snippets.store.files import RECORDED, names_under

TUTORIALS = "snippets/tutorials"
NOTEBOOKS = "docs/tutorials"

stale = examples.stale


def names(root: Path) -> list[str]:
    """Names of all tutorials, sorted; a module that begins with _ is none."""
    return [name for name in names_under(root / TUTORIALS, ".py", root / "snippets") if "/_" not in name]


def sources(root: Path) -> dict[str, str]:
    """The sources of all tutorials, by their files."""
    return {examples.script_file(name): examples.read_script(root, name) for name in names(root)}


def orphans(root: Path) -> list[str]:
    """Names of notebooks and their fingerprints whose source is not there."""
    notebooks = names_under(root / NOTEBOOKS, ".ipynb", root / "docs")
    return sorted({*notebooks, *names_under(root / RECORDED / "tutorials", ".json", root / RECORDED)} - {*names(root)})


def shown(root: Path) -> dict[str, str]:
    """The notebooks."""
    files = {name: root / examples.output_file(name) for name in names(root)}
    return {name: file.read_text(encoding="utf-8") for name, file in files.items() if file.exists()}

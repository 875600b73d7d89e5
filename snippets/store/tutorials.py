"""Tutorials: snippets/tutorials/NAME.py, in jupytext's percent format, and the recorded docs/tutorials/NAME.ipynb.

snippets/recorded/tutorials/NAME.json knows both by fingerprint.
"""

from collections.abc import Iterable
from pathlib import Path

from snippets.problem import Problem
from snippets.store.examples import Recorded
from snippets.store.files import RECORDED, digest, names_under, read_json, unmatched, write, write_json

TUTORIALS = "snippets/tutorials"
NOTEBOOKS = "docs/tutorials"


def paths(name: str) -> tuple[str, str]:
    """The source and the recorded notebook of tutorial `name` (tutorials/NAME)."""
    return f"snippets/{name}.py", f"docs/{name}.ipynb"


def record_file(name: str) -> str:
    """Path of the fingerprints of a tutorial and its notebook."""
    return f"{RECORDED}/{name}.json"


def record(root: Path, name: str, notebook: bytes) -> bool:
    """Records the notebook that the source of a tutorial gave; whether it is another than before."""
    source, file = paths(name)
    changed = write(root / file, notebook)
    fingerprints = Recorded(digest((root / source).read_bytes()), digest(notebook))
    write_json(root / record_file(name), {"script": fingerprints.script, "output": fingerprints.output})
    return changed


def names(root: Path) -> list[str]:
    """Names of all tutorials, sorted; a module that begins with _ is none."""
    return [name for name in names_under(root / TUTORIALS, ".py", root / "snippets") if "/_" not in name]


def orphans(root: Path) -> list[str]:
    """Names of notebooks and their fingerprints whose source is not there."""
    notebooks = names_under(root / NOTEBOOKS, ".ipynb", root / "docs")
    return sorted({*notebooks, *names_under(root / RECORDED / "tutorials", ".json", root / RECORDED)} - {*names(root)})


def shown(root: Path) -> dict[str, str]:
    """The notebooks."""
    files = {name: root / paths(name)[1] for name in names(root)}
    return {name: file.read_text(encoding="utf-8") for name, file in files.items() if file.exists()}


def stale(root: Path, names: Iterable[str]) -> dict[str, Problem]:
    """Tutorials without a notebook, notebooks without their source, and where one of the two was edited since."""
    return {name: problem for name in names if (problem := _stale(root, name))}


def _stale(root: Path, name: str) -> Problem | None:
    source, notebook = paths(name)
    if problem := unmatched(root, name, source, [notebook, record_file(name)], "a notebook without a source"):
        return problem
    update = f"python -m snippets update {name}"
    recorded = read_json(root, record_file(name), Recorded, update)
    if digest((root / source).read_bytes()) != recorded.script:
        return Problem(source, 1, "the source that was recorded", "edited since it was recorded", f"run: {update}")
    if digest((root / notebook).read_bytes()) != recorded.output:
        return Problem(notebook, 1, "what the source gave", "a notebook edited by hand", f"run: {update}")
    return None

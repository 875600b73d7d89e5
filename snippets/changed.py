"""What a pull request changes of what readers see, in Markdown, and what of that no run here can confirm."""

import difflib
import io
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import msgspec

from snippets.kinds import KINDS
from snippets.store.files import CONTENT, RECORDED
from snippets.store.record import PERFORMANCE
from snippets.store.releases import PLATFORMS, RELEASES, is_pinned, pinned_file

MOST = 6  # changed lines of one thing that are shown
# What may change without a change of what runs: read by people and by the build, and run in isolation.
PLAIN = ("docs/", f"{RECORDED}/", "tests/mutants/", *(f"snippets/{folder}/" for folder in CONTENT))


def report(root: Path, base: str) -> str:
    """What differs between the working tree and where it left `base`. Raises UsageError where git has no `base`."""
    start = _git(root, "merge-base", base, "HEAD").decode().strip()
    with TemporaryDirectory(prefix="snippets-") as folder:
        with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", start))) as archive:
            archive.extractall(folder, filter="data")
        before, after = shown(Path(folder)), shown(root)
    edited = _git(root, "diff", "--numstat", "--no-renames", start).decode().splitlines()
    counts = {file: f"{more} lines more, {less} less" for more, less, file in (line.split("\t") for line in edited)}
    new = _git(root, "ls-files", "--others", "--exclude-standard").decode().splitlines()
    counts |= dict.fromkeys(new, "new, and not committed")
    pages = [
        f"- {file}: {count}" for file, count in counts.items() if file.endswith(".md") and file.startswith("docs/")
    ]
    code = [f"- {file}: {count}" for file, count in counts.items() if not file.startswith(PLAIN)]
    sections = {
        "What runs on the machines of others: read it first": code,
        "What no run here can confirm: ask where it comes from": [*differences(before[False], after[False])],
        "What `python -m snippets check` confirms": [*differences(before[True], after[True])],
        "Prose": pages,
    }
    texts = ("\n".join([f"## {title}", "", *(lines or ["nothing"])]) for title, lines in sections.items())
    return "\n\n".join(texts)


def shown(root: Path) -> dict[bool, dict[str, str]]:
    """What readers see of each recorded thing, by name: of those that a run here confirms (True), and of the others."""
    texts: dict[bool, dict[str, str]] = {True: {}, False: {}}
    for kind in KINDS.values():
        texts[kind.confirmed] |= kind.stored.shown(root)
    files = [*(root / RELEASES).glob("*.json"), *(root / PLATFORMS).glob("*.json"), root / PERFORMANCE]
    for file in files:
        name = file.relative_to(root).as_posix()
        if file.exists() and not (is_pinned(root) and name == pinned_file(root)):
            texts[False][name] = "\n".join(leaves(msgspec.json.decode(file.read_bytes())))
    return texts


def leaves(value: Any, place: str = "") -> Iterator[str]:
    """Every value of a record, with its place, a line each."""
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, f"{place} {key}".strip())
    elif place != "fingerprint":
        yield f"{place}: {value!r}"


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """An entry for each name that is new, gone or other, with the first lines that differ."""
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old != new:
            what = ": new" if old is None else ": gone" if new is None else ""
            lines = [*difflib.unified_diff((old or "").splitlines(), (new or "").splitlines(), n=0, lineterm="")][2:]
            lines = [line for line in lines if not line.startswith("@@")]
            more = [f"and {len(lines) - MOST} more lines"] if len(lines) > MOST else []
            # In a block of code: what a stranger wrote is text here, whatever it holds.
            yield "\n".join([f"- {name}{what}", "", *(f"      {line[:160]}" for line in [*lines[:MOST], *more]), ""])


def _git(root: Path, *command: str) -> bytes:
    done = subprocess.run(["git", *command], cwd=root, capture_output=True, check=False)
    if done.returncode:
        raise click.UsageError(f"git {' '.join(command)}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout

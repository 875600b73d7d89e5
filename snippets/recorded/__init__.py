"""What was recorded, and the one loader of it.

In: NAME.py and NAME.out under snippets/examples/, and the JSON files here. Out: a Record.
Written by verify (`python -m snippets update`), read by verify and publish.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from snippets.problem import Problem
from snippets.recorded.facts import Fact, facts_in
from snippets.recorded.matrix import Matrix

if TYPE_CHECKING:
    from snippets.recorded.pairs import Pair

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = "snippets/examples"
TUTORIALS = "snippets/tutorials"
NOTEBOOKS = "docs/tutorials"
INDEX = "snippets/recorded/examples.json"
ENVIRONMENT = "snippets/recorded/environment.json"

ENDINGS = (
    (re.compile(r"# Raises (?P<raises>[A-Za-z_][\w.]*)\b"), "error"),
    (re.compile(r"# Ends with (?P<signal>SIG[A-Z]+)\b"), "{signal}"),
    (re.compile(r"# Exits with status (?P<status>\d+)\b"), "exit-{status}"),
    (re.compile(r"# Never ends\b"), "timeout"),
)
FORMS = "# Raises ValueError: why | # Ends with SIGABRT: why | # Exits with status 3: why | # Never ends: why"


@dataclass(frozen=True)
class Ending:
    """How a script ends: `exit` as published in data-exit, `raises` the exception's name or ""."""

    exit: str
    raises: str = ""


@dataclass(frozen=True)
class Example:
    """A script and what a terminal showed when it ran, both to the byte."""

    name: str
    script: str
    output: str
    where: str = ""  # the machine, releases and day, where that is not what everything else was recorded on
    stale: str = ""  # why no output is shown, where `mkdocs serve` meets a script that was edited

    @property
    def ending(self) -> Ending:
        """The ending that the script's first line announces; without one, status 0."""
        return announced(self.script)


@dataclass(frozen=True)
class Environment:
    """The versions and the platform that the outputs were recorded on."""

    torch: str
    numpy: str
    python: str
    platform: str


@dataclass(frozen=True, eq=False)  # known by its identity, so that what is made of it can be kept
class Record:
    """Everything that publish may show."""

    examples: Mapping[str, Example] = field(repr=False)
    environment: Environment
    matrix: Matrix = field(default_factory=Matrix)
    facts: Mapping[str, Fact] = field(default_factory=dict, repr=False)
    pairs: Sequence["Pair"] = ()  # other pairs of versions, the newest first
    platforms: Sequence["Pair"] = ()  # the pinned pair on other platforms
    performance: Mapping[str, Any] = field(default_factory=dict, repr=False)
    elsewhere: Mapping[str, Example] = field(default_factory=dict, repr=False)  # what needs another machine
    recorded: str = ""  # the day on which all of it was recorded last


def announced(script: str) -> Ending:
    """How `script` says in its first line that it ends."""
    first = script.partition("\n")[0]
    for pattern, exit_ in ENDINGS:
        if found := pattern.match(first):
            return Ending(exit_.format(**found.groupdict()), found.groupdict().get("raises", ""))
    return Ending("0")


def digest(data: bytes) -> str:
    """The fingerprint by which the index knows a script and its output."""
    return hashlib.sha256(data).hexdigest()[:32]


def script_file(name: str) -> str:
    """Path of example `name`, or of elsewhere/…, a script that needs another machine; relative to the repository."""
    return f"{'snippets' if name.startswith('elsewhere/') else EXAMPLES}/{name}.py"


def output_file(name: str) -> str:
    """Path of the recorded output of example `name`, relative to the repository."""
    return script_file(name).removesuffix(".py") + ".out"


def example_names(root: Path, suffix: str = ".py") -> list[str]:
    """Names of all scripts (or, with ".out", of all outputs), sorted."""
    base = root / EXAMPLES
    files = (path for path in base.rglob(f"*{suffix}") if path.name != "__init__.py")
    return sorted(path.relative_to(base).with_suffix("").as_posix() for path in files)


def read_index(root: Path) -> dict[str, dict[str, str]]:
    """The fingerprints of what was recorded: {name: {"script": …, "output": …}}."""
    path = root / INDEX
    if not path.exists():
        return {}
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        fix = "git checkout this file, or delete it and run: python -m snippets update"
        raise Problem(INDEX, getattr(error, "lineno", 1), "JSON", str(error), fix) from None


def read_environment(root: Path) -> Environment:
    """The environment that the outputs were recorded on."""
    path = root / ENVIRONMENT
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Environment(**{name: found[name] for name in found if name != "recorded"})
    except (OSError, ValueError, TypeError) as error:
        fix = "run: python -m snippets update"
        raise Problem(ENVIRONMENT, 1, "torch, numpy, python, platform", str(error), fix) from None


def read_day(root: Path) -> str:
    """The day on which everything was recorded last; "" is not known."""
    return str(json.loads((root / ENVIRONMENT).read_text(encoding="utf-8")).get("recorded", ""))


def out_of_step(root: Path, name: str, index: Mapping[str, Mapping[str, str]]) -> Problem | None:
    """What is wrong with the files of example `name` as against the index, or None.

    Needs no run: a script that was edited since, an output that was edited by hand or is missing.
    """
    update = f"run: python -m snippets update {name}"
    script, output = root / script_file(name), root / output_file(name)
    if not script.is_file():
        fix = f"restore the script, or run: git rm {output_file(name)}"
        return Problem(output_file(name), 1, f"a script {script_file(name)}", "an output without a script", fix)
    if not output.is_file() or name not in index:
        return Problem(script_file(name), 1, f"its output in {output_file(name)}", "never recorded", update)
    if digest(script.read_bytes()) != index[name]["script"]:
        return Problem(script_file(name), 1, "the script that was recorded", "edited since it was recorded", update)
    if digest(output.read_bytes()) != index[name]["output"]:
        return Problem(output_file(name), 1, "what the script printed", "a record edited by hand", update)
    return None


def read_example(root: Path, name: str, where: str = "") -> Example:
    """One script and its output, "" where there is none. Read as bytes: no line ending is translated."""
    output = root / output_file(name)
    shown = output.read_bytes().decode() if output.is_file() else ""
    return Example(name, (root / script_file(name)).read_bytes().decode(), shown, where)


def load(root: Path = ROOT, names: Iterable[str] | None = None) -> Record:
    """Reads the record: all of it, or only the examples `names` (unknown ones are left out)."""
    from snippets.recorded.cells import read_matrix  # which need this module
    from snippets.recorded.elsewhere import read_elsewhere
    from snippets.recorded.pairs import PLATFORMS, read_pairs, with_spans
    from snippets.recorded.performance import read_performance

    examples = {}
    for name in example_names(root) if names is None else names:
        if (root / script_file(name)).is_file():
            examples[name] = read_example(root, name)
    environment, pairs, platforms = read_environment(root), read_pairs(root), read_pairs(root, PLATFORMS)
    matrix = with_spans(environment, read_matrix(root), tuple(pairs))
    return Record(
        examples,
        environment,
        matrix,
        facts_in(root)[0],
        pairs,
        platforms,
        read_performance(root),
        read_elsewhere(root),
        read_day(root),
    )

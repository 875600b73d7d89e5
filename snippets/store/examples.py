"""Scripts and what they printed: NAME.py, NAME.out beside it, and a small file that knows both by fingerprint.

Of an example, snippets/recorded/examples/NAME.json; of a script that needs another machine (elsewhere/NEED/PAGE/NAME),
snippets/recorded/elsewhere/NEED/PAGE/NAME.json. A file each: two added examples do not meet in a merge. It is the same
of a tutorial (tutorials/NAME), whose output is a notebook in docs/.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from snippets.problem import Problem
from snippets.store.files import RECORDED, digest, names_under, read_json, unmatched, write, write_json
from snippets.store.types import Example

EXAMPLES = "snippets/examples"
INDEX = f"{RECORDED}/examples"


@dataclass(frozen=True)
class Recorded:
    """The fingerprints of a script and its output, and `where` it ran, if that is not where everything else did.

    That of the output is of `where`, too.
    """

    script: str
    output: str
    where: str = ""


def script_file(name: str) -> str:
    """Path of example `name`, or of elsewhere/… or tutorials/…; relative to the repository."""
    return f"snippets/{_place(name)}.py"


def output_file(name: str) -> str:
    """Path of the recorded output of `name`, relative to the repository."""
    return f"docs/{name}.ipynb" if name.startswith("tutorials/") else f"snippets/{_place(name)}.out"


def record_file(name: str) -> str:
    """Path of the fingerprints of `name`, relative to the repository."""
    return f"{RECORDED}/{_place(name)}.json"


def _place(name: str) -> str:
    return name if name.startswith(("elsewhere/", "tutorials/")) else f"examples/{name}"


def names(root: Path) -> list[str]:
    """Names of all examples, sorted."""
    return names_under(root / EXAMPLES, ".py")


def orphans(root: Path) -> list[str]:
    """Names under which an output or fingerprints are recorded, and no script is there."""
    recorded = {*names_under(root / EXAMPLES, ".out"), *names_under(root / INDEX, ".json")}
    return sorted(recorded - set(names(root)))


def read_recorded(root: Path, name: str) -> Recorded:
    """What is recorded of `name`; raises Problem where it is broken."""
    if not (root / record_file(name)).exists():
        return Recorded("", "")
    return read_json(root, record_file(name), Recorded, f"python -m snippets update {name}")


def record(root: Path, name: str, script: bytes, output: bytes, where: str = "") -> bool:
    """Records what `script` printed; whether the output is another than before."""
    changed = write(root / output_file(name), output)
    recorded = asdict(Recorded(digest(script), digest(output + where.encode()), where))
    write_json(root / record_file(name), {key: value for key, value in recorded.items() if value})
    return changed


def read_example(root: Path, name: str) -> Example:
    """One script and its output, "" where there is none. Read as bytes: no line ending is translated."""
    output = root / output_file(name)
    shown = output.read_bytes().decode() if output.is_file() else ""
    return Example(name, read_script(root, name), shown, read_recorded(root, name).where)


def read_script(root: Path, name: str) -> str:
    """The text of script `name`."""
    return (root / script_file(name)).read_bytes().decode()


def shown(root: Path) -> dict[str, str]:
    """The outputs."""
    return {name: read_example(root, name).output for name in names(root)}


def stale(root: Path, names: Iterable[str]) -> dict[str, Problem]:
    """What is wrong with the files of those of `names` that are not as recorded. Needs no run."""
    return {name: problem for name in names if (problem := _stale(root, name))}


def _stale(root: Path, name: str) -> Problem | None:
    """A script that was edited since, an output that was edited by hand or is missing."""
    script, output = script_file(name), output_file(name)
    if problem := unmatched(root, name, script, [output, record_file(name)], "an output without a script"):
        return problem
    recorded = read_recorded(root, name)
    if digest((root / script).read_bytes()) != recorded.script:
        return Problem.of(script, 1, "edited_script", name=name)
    if digest((root / output).read_bytes() + recorded.where.encode()) != recorded.output:
        return Problem.of(output, 1, "edited_output", name=name)
    return None

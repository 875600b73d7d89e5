"""Executes the tutorials and compares the notebooks that come out with the recorded ones."""

import re
import shutil
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from snippets.problem import Problem
from snippets.store.files import write
from snippets.store.tutorials import TUTORIALS, paths, stale
from snippets.verify.examples import difference
from snippets.verify.run.isolate import Setting, environment
from snippets.verify.run.parents import SETTINGS

LINES = 30  # of a diff that are shown; a drawing has hundreds
SECONDS = 120  # time that one cell may take
POINTS = 0.05  # by how much two drawings' coordinates may differ: invisible, and above a processor's rounding
METADATA = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)
NUMBER = re.compile(r"(?<![\w#.])-?\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.])")


def execute(root: Path, name: str, setting: Setting) -> Any:
    """Runs the source of tutorial `name` in a fresh kernel; the executed notebook (nbformat 4).

    Raises Problem, which names the cell's line in the source, where a cell fails.
    """
    import jupytext
    from jupyter_client import AsyncKernelManager
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    source, _ = paths(name)
    text = (root / source).read_text(encoding="utf-8")
    notebook = jupytext.reads(text, fmt="py:percent")
    # SOURCE_DATE_EPOCH: Matplotlib writes no date of its own into a drawing.
    env = environment(setting) | {"SOURCE_DATE_EPOCH": "0", "MATPLOTLIBRC": str(root / TUTORIALS / "matplotlibrc")}
    sockets = tempfile.mkdtemp(prefix="snippets-")
    manager = AsyncKernelManager(kernel_name="python3", transport="ipc", ip=f"{sockets}/kernel")
    client = NotebookClient(notebook, km=manager, timeout=SECONDS)
    client.owns_km = True  # it ends the kernel, too
    client.extra_arguments = ["--InlineBackend.figure_formats=svg"]
    try:
        client.execute(env=env, cwd=str(root))
    except (CellExecutionError, CellTimeoutError) as error:
        raise _failed(name, text, notebook, str(error)) from None
    finally:
        shutil.rmtree(sockets, ignore_errors=True)
    return _cleaned(notebook)


def _failed(name: str, text: str, notebook: Any, error: str) -> Problem:
    """What is wrong with the source `text` of a tutorial, one of whose cells fails with `error`."""
    failed = next(
        (cell for cell in notebook.cells if any(out.output_type == "error" for out in cell.get("outputs", []))),
        notebook.cells[-1],
    )
    # IPython's traceback marks the line within the cell: "----> 2 values[0]".
    plain = re.sub(r"\x1b\[[0-9;]*m", "", error).strip()
    within = re.search(r"^-+> (\d+) ", plain, re.MULTILINE)
    line = text.count("\n", 0, text.find(failed.source)) + (int(within[1]) if within else 1)
    fix = f"correct the cell, then run: python -m snippets update {name}"
    said = f"a cell fails: {plain.splitlines()[-1]}"
    return Problem(paths(name)[0], line, "a cell that runs", said, fix, failed.source)


def _cleaned(notebook: Any) -> Any:
    """Without what differs between runs, machines and versions: times, cell ids, Matplotlib's name in drawings."""
    spec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook.metadata = {"kernelspec": spec, "language_info": {"name": "python"}}
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
        cell.metadata.pop("execution", None)
        streams: list[Any] = []
        for output in cell.get("outputs", []):
            if "image/svg+xml" in output.get("data", {}):
                drawing = METADATA.sub("", output.data["image/svg+xml"])
                output.update(data={"image/svg+xml": drawing}, metadata={})
            if (
                streams
                and output.output_type == "stream" == streams[-1].output_type
                and output.name == streams[-1].name
            ):
                streams[-1].text += output.text
            else:
                streams.append(output)
        if cell.cell_type == "code":
            cell.outputs = streams
    return notebook


def _texts(notebook: Any) -> dict[str, str]:
    """Everything that a reader sees, by place: {"cell 3, image/svg+xml": …}."""
    seen = {}
    for number, cell in enumerate(notebook.cells, 1):
        seen[f"cell {number}, source"] = cell.source
        for place, output in enumerate(cell.get("outputs", []), 1):
            if output.output_type == "stream":
                seen[f"cell {number}, output {place}, {output.name}"] = output.text
            for kind, data in output.get("data", {}).items():
                seen[f"cell {number}, output {place}, {kind}"] = data
    return seen


def same(kind: str, before: str, after: str) -> bool:
    """Whether two outputs are the same: text to the byte, a drawing (SVG) to POINTS in every coordinate."""
    if before == after:
        return True
    if not kind.endswith("svg+xml") or NUMBER.split(before) != NUMBER.split(after):
        return False
    pairs = zip(NUMBER.findall(before), NUMBER.findall(after), strict=True)
    return all(abs(float(old) - float(new)) <= POINTS for old, new in pairs)


def differences(file: str, before: Any, after: Any, names: tuple[str, str] = ("recorded", "now")) -> str:
    """Unified diffs of what a reader would see differ between two notebooks; "" if nothing."""
    old, new = _texts(before), _texts(after)
    found = ""
    for place in sorted({*old, *new}):
        if not same(place, old.get(place, ""), new.get(place, "")):
            lines = difference(old.get(place, ""), new.get(place, ""), f"{file}, {place}", names).splitlines()
            found += "\n".join([*lines[:LINES], *(["..."] if len(lines) > LINES else [])]) + "\n"
    return found


def _read(path: Path) -> Any:
    import nbformat

    return nbformat.read(path, as_version=4)


def check(root: Path, names: Iterable[str]) -> list[Problem]:
    """Executes tutorials `names` afresh and compares them with the recorded notebooks; what differs."""
    return [problem for name in names for problem in stale(root, [name]).values() or _differs(root, name)]


def _differs(root: Path, name: str) -> list[Problem]:
    source, file = paths(name)
    fix = f"correct {source}, or accept: python -m snippets update {name}"
    try:
        found = differences(file, _read(root / file), execute(root, name, SETTINGS[0]))
    except Problem as problem:
        return [problem]
    return [Problem(file, 1, "what is recorded", "a fresh run shows something else", fix, found)] if found else []


def update(root: Path, names: Iterable[str]) -> tuple[list[Problem], list[str]]:
    """Executes and records tutorials `names`; (what was refused, what changed)."""
    problems, changes = list[Problem](), list[str]()
    for name in names:
        try:
            changes += _record(root, name)
        except Problem as problem:
            problems.append(problem)
    return problems, changes


def _record(root: Path, name: str) -> list[str]:
    """Records one tutorial; what changed. Raises Problem where that is refused."""
    import nbformat

    source, file = paths(name)
    with ThreadPoolExecutor() as pool:
        first, second = pool.map(lambda setting: execute(root, name, setting), SETTINGS)
    if found := differences(source, first, second, (str(SETTINGS[0]), str(SETTINGS[1]))):
        fix = "seed it, or show what does not depend on chance, time, threads or order"
        raise Problem(source, 1, "the same outputs in every run", "outputs that are not deterministic", fix, found)
    if (root / file).exists() and not differences(file, _read(root / file), first):
        return []
    write(root / file, (nbformat.writes(first, version=4) + "\n").encode())
    return [f"recorded  {file}"]

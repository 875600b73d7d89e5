"""Executes the tutorials and compares the notebooks that come out with the recorded ones."""

import re
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from snippets.problem import Problem
from snippets.recorded import NOTEBOOKS, TUTORIALS
from snippets.verify.compare import difference, write
from snippets.verify.run.isolate import Setting, environment
from snippets.verify.run.parents import SETTINGS

LINES = 30  # of a diff that are shown; a drawing has hundreds
SECONDS = 120  # time that one cell may take
POINTS = 0.05  # by how much two drawings' coordinates may differ: invisible, and above a processor's rounding
METADATA = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)
NUMBER = re.compile(r"(?<![\w#.])-?\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.])")


def paths(name: str) -> tuple[str, str]:
    """The percent-format source and the recorded notebook of tutorial `name` (tutorials/NAME)."""
    leaf = name.rpartition("/")[2]
    return f"{TUTORIALS}/{leaf}.py", f"{NOTEBOOKS}/{leaf}.ipynb"


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
        failed = next(
            (cell for cell in notebook.cells if any(out.output_type == "error" for out in cell.get("outputs", []))),
            notebook.cells[-1],
        )
        # IPython's traceback marks the line within the cell: "----> 2 values[0]".
        said = re.sub(r"\x1b\[[0-9;]*m", "", str(error)).strip()
        within = re.search(r"^-+> (\d+) ", said, re.MULTILINE)
        line = text.count("\n", 0, text.find(failed.source)) + (int(within[1]) if within else 1)
        fix = f"correct the cell, then run: python -m snippets update {name}"
        found = f"a cell fails: {said.splitlines()[-1]}"
        raise Problem(source, line, "a cell that runs", found, fix, failed.source) from None
    finally:
        shutil.rmtree(sockets, ignore_errors=True)
    return _cleaned(notebook)


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


def check(root: Path, name: str) -> list[Problem]:
    """Executes tutorial `name` afresh and compares it with the recorded notebook."""
    source, file = paths(name)
    fix = f"correct {source}, or accept: python -m snippets update {name}"
    if not (root / file).exists():
        return [Problem(source, 1, f"its notebook {file}", "never recorded", fix)]
    try:
        found = differences(file, _read(root / file), execute(root, name, SETTINGS[0]))
    except Problem as problem:
        return [problem]
    return [Problem(file, 1, "what is recorded", "a fresh run shows something else", fix, found)] if found else []


def update(root: Path, name: str) -> tuple[list[Problem], list[str]]:
    """Executes and records tutorial `name`; (what was refused, what changed)."""
    import nbformat

    source, file = paths(name)
    try:
        with ThreadPoolExecutor() as pool:
            first, second = pool.map(lambda setting: execute(root, name, setting), SETTINGS)
    except Problem as problem:
        return [problem], []
    if found := differences(source, first, second, (str(SETTINGS[0]), str(SETTINGS[1]))):
        fix = "seed it, or show what does not depend on chance, time, threads or order"
        return [
            Problem(source, 1, "the same outputs in every run", "outputs that are not deterministic", fix, found)
        ], []
    path = root / file
    if path.exists() and not differences(file, _read(path), first):
        return [], []
    changed = write(path, (nbformat.writes(first, version=4) + "\n").encode())
    return [], [f"recorded  {file}"] if changed else []

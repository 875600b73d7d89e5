"""Executes the tutorials and compares the notebooks that come out with the recorded ones."""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from snippets.problem import Problem
from snippets.store.examples import output_file, read_script, record, script_file
from snippets.store.tutorials import TUTORIALS, stale
from snippets.store.unseen import unseen_problems
from snippets.verify.examples import difference
from snippets.verify.run import jail
from snippets.verify.run.isolate import Setting, demand_jail, environment
from snippets.verify.run.parents import SETTINGS
from snippets.verify.run.rules import problems_of_output

LINES = 30  # of a diff that are shown; a drawing has hundreds
SECONDS = 120  # time that one cell may take
POINTS = 0.05  # by how much two drawings' coordinates may differ: invisible, and above a processor's rounding
METADATA = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)
NUMBER = re.compile(r"(?<![\w#.])-?\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.])")

# The kernel, without the port that it opens for what its forks print: in the jail it may open none.
KERNEL = """
from ipykernel import iostream, kernelapp
iostream.IOPubThread._setup_pipe_in = lambda thread: setattr(thread, "_pipe_flag", False)
kernelapp.launch_new_instance()
"""


def execute(root: Path, name: str, setting: Setting) -> Any:
    """Runs the source of tutorial `name` in a fresh kernel; the executed notebook (nbformat 4).

    Raises Problem, which names the cell's line in the source, where a cell fails, and one where an output tells the
    machine or the day.
    """
    import jupytext
    from jupyter_client import AsyncKernelManager
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    text = read_script(root, name)
    notebook = jupytext.reads(text, fmt="py:percent")
    # SOURCE_DATE_EPOCH: Matplotlib writes no date of its own into a drawing.
    settings = str(root / TUTORIALS / "matplotlibrc")
    demand_jail()
    with TemporaryDirectory(prefix="snippets-", ignore_cleanup_errors=True) as folder:
        profile = Path(folder, ".ipython/profile_default/startup")
        profile.mkdir(parents=True)
        (profile / "README").touch()  # IPython would copy its own with its mode, which the jail refuses
        own = {"HOME": folder, "TMPDIR": folder, "SOURCE_DATE_EPOCH": "0", "MATPLOTLIBRC": settings}
        manager = AsyncKernelManager(kernel_name="python3", transport="ipc", ip=f"{folder}/kernel")
        manager.connection_file = f"{folder}/connection.json"
        kernel = manager.kernel_spec
        assert kernel
        before = jail.command(folder, jail.shares(text.encode()), [settings])
        kernel.argv = [*before, sys.executable, "-c", KERNEL, "-f", "{connection_file}"]
        client = NotebookClient(notebook, km=manager, timeout=SECONDS)
        client.owns_km = True  # it ends the kernel, too
        client.extra_arguments = ["--InlineBackend.figure_formats=svg"]
        try:
            client.execute(env=environment(setting) | own, cwd=folder)
        except (CellExecutionError, CellTimeoutError) as error:
            raise _failed(name, text, notebook, str(error)) from None
    for problem in _problems_of(script_file(name), text, _texts(_cleaned(notebook))):
        raise problem
    return notebook


def _problems_of(file: str, text: str, shown: Mapping[str, str]) -> Iterator[Problem]:
    """What the source `text` of a tutorial and its outputs (`shown`, see _texts) may not hold."""
    yield from unseen_problems(file, text)
    for place, output in shown.items():
        if place.endswith((", stdout", ", stderr", ", text/plain")):
            yield from problems_of_output(file, text, output)


def _failed(name: str, text: str, notebook: Any, error: str) -> Problem:
    """What is wrong with the source `text` of a tutorial, one of whose cells fails with `error`."""
    failing = (cell for cell in notebook.cells for output in _outputs(cell) if output.output_type == "error")
    source = next(failing, notebook.cells[-1]).source
    # IPython's traceback marks the line within the cell: "----> 2 values[0]".
    plain = re.sub(r"\x1b\[[0-9;]*m", "", error).strip()
    within = re.search(r"^-+> (\d+) ", plain, re.MULTILINE)
    line = text.count("\n", 0, text.find(source)) + (int(within[1]) if within else 1)
    return Problem.of(script_file(name), line, "cell_fails", name=name, error=plain.splitlines()[-1], detail=source)


def _outputs(cell: Any) -> list[Any]:
    """The outputs of a cell; one of text has none."""
    return cell.get("outputs", [])


def _cleaned(notebook: Any) -> Any:
    """Without what differs between runs, machines and versions: times, cell ids, Matplotlib's name in drawings."""
    spec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook.metadata = {"kernelspec": spec, "language_info": {"name": "python"}}
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
        cell.metadata.pop("execution", None)
        for output in _outputs(cell):
            if "image/svg+xml" in output.get("data", {}):
                drawing = METADATA.sub("", output.data["image/svg+xml"])
                output.update(data={"image/svg+xml": drawing}, metadata={})
        if cell.cell_type == "code":
            cell.outputs = [*_joined(cell.outputs)]
    return notebook


def _joined(outputs: list[Any]) -> Iterator[Any]:
    """`outputs`, with the text that was printed in several pieces to one stream as one."""
    for _, pieces in groupby(outputs, key=lambda output: output.get("name") or id(output)):
        first, *more = pieces
        for output in more:
            first.text += output.text
        yield first


def _texts(notebook: Any) -> dict[str, str]:
    """Everything that a reader sees, by place: {"cell 3, output 1, image/svg+xml": …}."""
    seen = {}
    for number, cell in enumerate(notebook.cells, 1):
        seen[f"cell {number}, source"] = cell.source
        for place, output in enumerate(_outputs(cell), 1):
            shown = {output.name: output.text} if output.output_type == "stream" else output.get("data", {})
            seen |= {f"cell {number}, output {place}, {kind}": text for kind, text in shown.items()}
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
    old, new = defaultdict(str, _texts(before)), defaultdict(str, _texts(after))
    diffs = list[str]()
    for place in sorted({*old, *new}):
        if not same(place, old[place], new[place]):
            lines = difference(old[place], new[place], f"{file}, {place}", names).splitlines()
            diffs += [*lines[:LINES], "..."] if len(lines) > LINES else lines
    return "".join(f"{line}\n" for line in diffs)


def _read(path: Path) -> Any:
    import nbformat

    return nbformat.read(path, as_version=4)


def check(root: Path, names: Iterable[str]) -> list[Problem]:
    """Executes tutorials `names` afresh and compares them with the recorded notebooks; what differs."""
    return [problem for name in names for problem in stale(root, [name]).values() or _differs(root, name)]


def _differs(root: Path, name: str) -> list[Problem]:
    file = output_file(name)
    try:
        diffs = differences(file, _read(root / file), execute(root, name, SETTINGS[0]))
    except Problem as problem:
        return [problem]
    return [Problem.of(file, 1, "other_notebook", name=name, detail=diffs)] if diffs else []


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

    source, file = script_file(name), output_file(name)
    with ThreadPoolExecutor() as pool:
        first, second = pool.map(lambda setting: execute(root, name, setting), SETTINGS)
    if diffs := differences(source, first, second, (str(SETTINGS[0]), str(SETTINGS[1]))):
        raise Problem.of(source, 1, "notebook_of_chance", detail=diffs)
    if (root / file).exists() and not differences(file, _read(root / file), first):
        first = _read(root / file)  # a drawing that differs by less than a reader sees stays
    changed = record(root, name, (root / source).read_bytes(), (nbformat.writes(first, version=4) + "\n").encode())
    return [f"recorded  {file}"] if changed else []

"""The command line: python -m snippets list | show | run | check | update | new | cell | explain.

Exit status: 0, 1 (something differs or was refused), 2 (bad usage).
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from snippets.problem import Problem, nearest
from snippets.recorded import (
    EXAMPLES,
    ROOT,
    TUTORIALS,
    example_names,
    out_of_step,
    read_index,
    script_file,
)
from snippets.recorded.cells import MATRIX

TEMPLATE = """import numpy as np
import torch

array = np.array([1.0, 2.0, 3.0])
tensor = torch.from_numpy(array)

print(tensor)
"""


class Usage(Exception):
    """The command was called with something it does not know; exit status 2."""


def tutorial_names(root: Path) -> list[str]:
    """Names of the notebooks' sources: tutorials/NAME."""
    files = (root / TUTORIALS).glob("*.py")
    return sorted(f"tutorials/{path.stem}" for path in files if path.name != "__init__.py")


def matrix_names() -> list[str]:
    """Names of the parts of the matrix that can be measured alone: matrix/METHOD."""
    from snippets.matrix.axes import METHODS

    return [f"matrix/{method.name}" for method in METHODS]


def select(root: Path, wanted: Sequence[str]) -> list[str]:
    """Names of all that `wanted` names, by name, by page or by path; everything if empty.

    The whole matrix is `matrix`, a method of it `matrix/METHOD`.
    """
    known = [*example_names(root), *tutorial_names(root)]
    if (root / MATRIX).exists() or any(name.startswith("matrix") for name in wanted):
        known += ["matrix", *matrix_names()] if wanted else ["matrix"]
    if not wanted:
        return known
    chosen: dict[str, None] = {}
    for text in wanted:
        name = text.removeprefix("./").removeprefix(f"{EXAMPLES}/").removeprefix("snippets/").rstrip("/")
        name = name.removesuffix(".py").removesuffix(".out")
        found = [one for one in known if one == name or (one.startswith(f"{name}/") and name != "matrix")]
        if not found:
            raise Usage(f"{text}: no example has that name; {nearest(name, known)}")
        chosen |= dict.fromkeys(found)
    return list(chosen)


@contextmanager
def progress_bar(what: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar after two seconds where stderr is a terminal; elsewhere nothing."""
    from tqdm import tqdm

    with tqdm(desc=what, total=total, delay=2, disable=None, leave=False) as bar:
        yield lambda: bar.update() and None


def command_list(root: Path, pattern: str) -> int:
    """Prints the names that contain `pattern`, and what is out of step with the record."""
    index = read_index(root)
    for name in [name for name in example_names(root) if pattern in name]:
        problem = out_of_step(root, name, index)
        print(f"{name}  ({problem.found})" if problem else name)
    for name in [*tutorial_names(root), *(["matrix", *matrix_names()] if pattern.startswith("matrix") else [])]:
        if pattern in name:
            print(name)
    return 0


def command_show(root: Path, names: Sequence[str]) -> int:
    """Prints each script and its recorded output."""
    from snippets.recorded import load

    for example in load(root, select(root, names)).examples.values():
        print(f"$ cat {example.name}.py\n{example.script}")
        print(f"$ python {example.name}.py   # ends with {example.ending.exit}\n{example.output}")
    return 0


def command_run(root: Path, names: Sequence[str]) -> int:
    """Runs each script now and prints what a terminal would show."""
    from snippets.verify.parents import SETTINGS, run_all

    scripts = {name: (root / script_file(name)).read_bytes().decode() for name in _examples(root, names)}
    for name, (run,) in run_all(lambda: scripts, SETTINGS[:1]).items():
        print(f"$ python {name}.py\n{run.output}", end="" if run.output.endswith("\n") or not run.output else "\n")
        print(f"(ended with {run.exit})")
        for line, what in run.forbidden:
            print(f"({script_file(name)}:{line}: {what})")
    return 0


def _examples(root: Path, names: Sequence[str]) -> list[str]:
    chosen, *_ = _split(root, names)
    if not chosen:
        fix = "a tutorial is run by `update` and `check` (open it with jupytext), a cell by `snippets cell … | python`"
        raise Usage(fix)
    return chosen


def _split(root: Path, names: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """The chosen examples, tutorials, and methods of the matrix ("" is all of them)."""
    chosen = select(root, names)
    tutorials = [name for name in chosen if name.startswith("tutorials/")]
    matrix = [name for name in chosen if name.partition("/")[0] == "matrix"]
    methods = [""] if "matrix" in matrix else [name.partition("/")[2] for name in matrix]
    return [name for name in chosen if name not in (*tutorials, *matrix)], tutorials, methods


def command_check(root: Path, names: Sequence[str]) -> int:
    """Compares what is named, or everything, with fresh runs; prints each difference."""
    from snippets.verify import cells, compare, notebook

    examples, tutorials, methods = _split(root, names)
    problems = compare.environment_problems(root)
    if not problems:
        total = 2 * (len(examples) + sum(len(cells.everything(method)) for method in methods)) + len(tutorials)
        with progress_bar("check", total) as step:
            problems = compare.check(root, examples, step)
            for name in tutorials:
                problems += notebook.check(root, name)
                step()
            for method in methods:
                problems += cells.check(root, method, step)
        if not names:
            problems += compare.orphans(root)
    return _report(problems, f"as recorded: {_counted(examples, tutorials, methods)}")


def _counted(examples: Sequence[str], tutorials: Sequence[str], methods: Sequence[str]) -> str:
    matrix = "the matrix" if methods == [""] else f"{len(methods)} methods of the matrix"
    parts = [f"{len(examples)} examples"] * bool(examples) + [f"{len(tutorials)} notebooks"] * bool(tutorials)
    return ", ".join([*parts, *([matrix] if methods else [])])


def command_update(root: Path, names: Sequence[str]) -> int:
    """Records what is named, or everything; prints what changed and what was refused."""
    from snippets.verify import cells, compare, notebook

    examples, tutorials, methods = _split(root, names)
    problems, changes = list[Problem](), list[str]()
    if names or not compare.pins_are_installed(root):
        problems = compare.environment_problems(root)
    if not problems:
        measured = 2 * sum(len(cells.everything(method)) for method in methods)
        with progress_bar("update", 4 * len(examples) + len(tutorials) + measured) as step:
            problems, changes = compare.update(root, examples, step)
            for name in tutorials:
                refused, changed = notebook.update(root, name)
                problems, changes = problems + refused, changes + changed
                step()
            for method in methods:
                refused, changed = cells.update(root, method, step)
                problems, changes = problems + refused, changes + changed
    print(*changes, sep="\n", end="\n" if changes else "")
    return _report(problems, f"recorded: {_counted(examples, tutorials, methods)}; {len(changes)} changed")


def _report(problems: Sequence[Problem], fine: str) -> int:
    for problem in problems:
        print(problem, end="\n\n")
    print(f"{len(problems)} problem{'s' if len(problems) != 1 else ''}" if problems else fine)
    return int(bool(problems))


def command_new(root: Path, name: str) -> int:
    """Makes a script and puts it on its page, at the end of the section "Examples"; overwrites nothing."""
    from snippets.verify.compare import write
    from snippets.verify.rules import problems_in

    page_name, _, leaf = name.rpartition("/")
    pages = [path.relative_to(root / "docs").with_suffix("").as_posix() for path in (root / "docs").rglob("*.md")]
    if page_name not in pages:
        raise Usage(f"{name}: there is no page docs/{page_name}.md; {nearest(page_name, pages)}")
    script = root / script_file(name)
    if script.exists():
        raise Usage(f"{script_file(name)} exists; edit it, or choose another name than {leaf}")
    if problems := problems_in(name, TEMPLATE.encode(), lambda module: True):
        return _report(problems, "")
    page = root / "docs" / f"{page_name}.md"
    text = page.read_bytes().decode()
    start = text.find("\n## Examples\n")
    end = text.find("\n## ", start + 1) if start >= 0 else -1
    place = end if end >= 0 else len(text)
    before = text[:place].rstrip("\n")
    write(script, TEMPLATE.encode())
    after = text[place:].lstrip("\n")
    write(page, f"{before}\n\n::: example {name}\n".encode() + (f"\n{after}".encode() if after else b""))
    line = before.count("\n") + 3
    print(f"{script_file(name)}:1: edit the script\ndocs/{page_name}.md:{line}: say in a sentence what it shows")
    print(f"then run: python -m snippets update {name}")
    return 0


def command_cell(root: Path, method: str, dtype: str, layout: str) -> int:
    """Prints the script that reproduces one cell of the matrix."""
    from snippets.matrix.script import find, script
    from snippets.recorded.cells import read_matrix

    try:
        cell = find(method, dtype, layout)
    except KeyError as error:
        raise Usage(error.args[0]) from None
    if reason := read_matrix(root).absent.get((cell[0].direction, dtype, layout)):
        raise Usage(f"a {dtype} source in the layout {layout} cannot be made: {reason}")
    print(script(*cell), end="")
    return 0


def command_explain(root: Path, source: str) -> int:
    """Prints which cells of the matrix an array is in, and what each method does to it."""
    from snippets.matrix import explain
    from snippets.recorded.cells import read_matrix

    try:
        array = explain.load(source)
    except (OSError, ValueError, KeyError) as error:
        raise Usage(f"{source}: {error.args[0] if isinstance(error, KeyError) else error}") from None
    print(explain.report(array, read_matrix(root)))
    return 0


def parser() -> argparse.ArgumentParser:
    """The commands, their arguments and an example for each."""
    top = argparse.ArgumentParser(prog="python -m snippets", description="The examples behind the pages.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, summary: str, example: str, *arguments: tuple[str, str, str | None]) -> None:
        one = commands.add_parser(
            name, help=summary, description=summary, epilog=f"example: python -m snippets {example}"
        )
        for argument, meaning, count in arguments:
            one.add_argument(argument, nargs=count, help=meaning, metavar=argument.upper())

    some = ("names", "an example, a page (its examples), a file, matrix or matrix/METHOD; without any: everything", "*")
    one = ("names", "an example, a page (all of its examples) or a file", "+")
    add("list", "list the examples", "list from_numpy", ("pattern", "part of a name", "?"))
    add("show", "print scripts and their recorded outputs", "show methods/from_numpy/share", one)
    add("run", "run scripts now and print what they print", "run methods/from_numpy/share", one)
    add("check", "compare fresh runs with what is recorded", "check methods/from_numpy", some)
    add("update", "record what scripts print", "update methods/from_numpy/share", some)
    add(
        "cell",
        "print the script behind one cell of the matrix",
        "cell from_numpy float32 reversed | python",
        ("method", "a method, for example from_numpy", None),
        ("dtype", "a dtype, for example float32", None),
        ("layout", "a layout, for example reversed", None),
    )
    explained = "FILE.npy, or - for a Python script on standard input that defines `a`"
    add("explain", "say what each method does to your array", "explain photo.npy", ("source", explained, None))
    add(
        "new",
        "make an example and its place in the page",
        "new methods/from_numpy/rgb_image",
        ("name", "PAGE/NAME", None),
    )
    return top


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Runs one command over the repository at `root`; the exit status."""
    options = parser().parse_args(arguments)
    try:
        match options.command:
            case "list":
                return command_list(root, options.pattern or "")
            case "show":
                return command_show(root, options.names)
            case "run":
                return command_run(root, options.names)
            case "check":
                return command_check(root, options.names)
            case "update":
                return command_update(root, options.names)
            case "cell":
                return command_cell(root, options.method, options.dtype, options.layout)
            case "explain":
                return command_explain(root, options.source)
            case _:
                return command_new(root, options.name)
    except Usage as error:
        print(f"python -m snippets {options.command}: {error}", file=sys.stderr)
        return 2
    except Problem as problem:
        return _report([problem], "")
    except KeyboardInterrupt:
        print("interrupted; nothing is half written", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())

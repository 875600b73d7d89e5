"""The command line: python -m snippets list | show | run | check | update | new | cell | explain | versions |
upgrade.

Exit status: 0, 1 (something differs or was refused), 2 (bad usage).
"""

import argparse
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
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
from snippets.recorded.elsewhere import elsewhere_names
from snippets.recorded.facts import FACTS, Fact, facts_in, read_proved, unproved

TEMPLATE = """import numpy as np
import torch

array = np.array([1.0, 2.0, 3.0])
tensor = torch.from_numpy(array)

print(tensor)
"""


FACTS_HEAD = """\"\"\"Facts of docs/{page}.md.\"\"\"

import numpy as np
import torch
"""

FACT = """def {name}():
    \"\"\"`torch.from_numpy` shares the array's memory.\"\"\"
    samples = np.array([1.0, 2.0, 3.0])
    torch.from_numpy(samples)[0] = 9.0
    assert samples[0] == 9.0
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

    The whole matrix is `matrix`, a method of it `matrix/METHOD`; a fact is PAGE#NAME, all of a page's `facts/PAGE`.
    """
    known = [*example_names(root), *tutorial_names(root), *facts_in(root)[0], *elsewhere_names(root)]
    if (root / MATRIX).exists() or any(name.startswith("matrix") for name in wanted):
        known += ["matrix", *matrix_names()] if wanted else ["matrix"]
    if not wanted:
        return known
    chosen: dict[str, None] = {}
    for text in wanted:
        name = text.removeprefix("./").removeprefix(f"{EXAMPLES}/").removeprefix("snippets/").rstrip("/")
        name = name.removesuffix(".py").removesuffix(".out")
        found = [one for one in known if one == name or (one.startswith((f"{name}/", f"{name}#")) and name != "matrix")]
        if name == "facts" or name.startswith("facts/"):
            page = name.removeprefix("facts").removeprefix("/")
            found = [one for one in known if "#" in one and one.startswith((f"{page}#", f"{page}/" if page else ""))]
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
    proved = read_proved(root)
    for name, fact in facts_in(root)[0].items():
        if pattern in name:
            problem = unproved(fact, proved)
            print(f"{name}  ({problem.found})" if problem else name)
    for name in [
        *tutorial_names(root),
        *elsewhere_names(root),
        *(["matrix", *matrix_names()] if pattern.startswith("matrix") else []),
    ]:
        if pattern in name:
            print(name)
    return 0


def command_show(root: Path, names: Sequence[str]) -> int:
    """Prints each script and its recorded output."""
    from snippets.recorded import load

    chosen = select(root, names)
    records = load(root, chosen)
    for name in chosen:
        if name in records.facts:
            fact = records.facts[name]
            print(f"{fact.sentence}\n\n{fact.program}\nkilled by: {', '.join(fact.mutants) or 'no mutant'}\n")
    for example in records.examples.values():
        print(f"$ cat {example.name}.py\n{example.script}")
        print(f"$ python {example.name}.py   # ends with {example.ending.exit}\n{example.output}")
    return 0


def command_run(root: Path, names: Sequence[str]) -> int:
    """Runs each script now and prints what a terminal would show."""
    from snippets.verify.parents import SETTINGS, run_all

    chosen = _split(root, names)
    if not chosen.examples and not chosen.facts:
        fix = "a tutorial is run by `update` and `check` (open it with jupytext), a cell by `snippets cell … | python`"
        raise Usage(fix)
    scripts = {name: (root / script_file(name)).read_bytes().decode() for name in chosen.examples}
    scripts |= {name: fact.program for name, fact in chosen.facts.items()}
    for name, (run,) in run_all(lambda: scripts, SETTINGS[:1]).items():
        print(f"$ python {name}.py\n{run.output}", end="" if run.output.endswith("\n") or not run.output else "\n")
        print(f"(ended with {run.exit})")
        for line, what in run.forbidden:
            print(f"({script_file(name)}:{line}: {what})")
    return 0


@dataclass(frozen=True)
class Chosen:
    """What a command is to do, by kind; of the methods of the matrix, "" is all of them."""

    examples: list[str]
    tutorials: list[str]
    facts: dict[str, Fact]
    methods: list[str]
    elsewhere: list[str]

    @property
    def only_elsewhere(self) -> bool:
        """Whether nothing was chosen but scripts that need another machine."""
        return not (self.examples or self.tutorials or self.facts or self.methods)

    def __str__(self) -> str:
        matrix = "the matrix" if self.methods == [""] else f"{len(self.methods)} methods of the matrix"
        counts = {"examples": self.examples, "notebooks": self.tutorials, "facts": self.facts}
        counts["scripts for other machines"] = self.elsewhere
        return ", ".join(
            [f"{len(some)} {what}" for what, some in counts.items() if some] + [matrix] * bool(self.methods)
        )


def _split(root: Path, names: Sequence[str]) -> Chosen:
    chosen = select(root, names)
    facts = facts_in(root)[0]
    tutorials = [name for name in chosen if name.startswith("tutorials/") and "#" not in name]
    matrix = [name for name in chosen if name.partition("/")[0] == "matrix"]
    methods = [""] if "matrix" in matrix else [name.partition("/")[2] for name in matrix]
    elsewhere = [name for name in chosen if name.startswith("elsewhere/")]
    examples = [name for name in chosen if name not in (*tutorials, *matrix, *facts, *elsewhere)]
    return Chosen(examples, tutorials, {name: facts[name] for name in chosen if name in facts}, methods, elsewhere)


def command_check(root: Path, names: Sequence[str]) -> int:
    """Compares what is named, or everything, with fresh runs; prints each difference."""
    from snippets.verify import cells, compare, elsewhere, facts, notebook

    chosen = _split(root, names)
    problems = elsewhere.check(root, chosen.elsewhere)
    _tell_absent(chosen)
    if names and chosen.only_elsewhere:
        return _report(problems, f"as recorded: {chosen}")
    if compare.has_own_record(root):
        from snippets.verify import versions

        wanted = {*chosen.examples, *chosen.facts, *(matrix_names() if "" in chosen.methods else chosen.methods)}
        problems += versions.check_here(root, {name.removeprefix("matrix/") for name in wanted})
        return _report(problems, "nothing new")
    if others := compare.environment_problems(root):
        problems += others
    else:
        measured = sum(len(cells.everything(method)) for method in chosen.methods)
        total = 2 * (len(chosen.examples) + len(chosen.facts) + measured) + len(chosen.tutorials)
        with progress_bar("check", total) as step:
            problems += facts_in(root)[1] + compare.check(root, chosen.examples, step)
            problems += [problem for some in facts.check(root, chosen.facts, step).values() for problem in some]
            proved = read_proved(root)
            problems += filter(None, (unproved(fact, proved) for fact in chosen.facts.values()))
            for name in chosen.tutorials:
                problems += notebook.check(root, name)
                step()
            for method in chosen.methods:
                problems += cells.check(root, method, step)
        if not names:
            problems += compare.orphans(root)
    return _report(problems, f"as recorded: {chosen}{compare.other_python(root)}")


def command_update(root: Path, names: Sequence[str]) -> int:
    """Records what is named, or everything; prints what changed and what was refused."""
    from snippets.verify import cells, compare, elsewhere, facts, notebook

    chosen = _split(root, names)
    problems, changes = elsewhere.update(root, chosen.elsewhere)
    _tell_absent(chosen)
    alone = bool(names) and chosen.only_elsewhere  # recorded with whatever that machine has
    wanted = [*chosen.examples, *chosen.facts]
    others = [] if alone else compare.recording_problems(root, wanted, not names, _with_python(root, chosen))
    problems += others
    if not alone and not others:
        measured = 2 * (sum(len(cells.everything(method)) for method in chosen.methods) + len(chosen.facts))
        with progress_bar("update", 4 * len(chosen.examples) + len(chosen.tutorials) + measured) as step:
            refused, changed = compare.update(root, chosen.examples, step)
            problems, changes = problems + refused + facts_in(root)[1], changes + changed
            if chosen.facts or not names:
                refused, changed = facts.update(root, chosen.facts, step)
                problems, changes = problems + refused, changes + changed
            for name in chosen.tutorials:
                refused, changed = notebook.update(root, name)
                problems, changes = problems + refused, changes + changed
                step()
            for method in chosen.methods:
                refused, changed = cells.update(root, method, step)
                problems, changes = problems + refused, changes + changed
    print(*changes, sep="\n", end="\n" if changes else "")
    return _report(problems, f"recorded{compare.other_python(root)}: {chosen}; {len(changes)} changed")


def _with_python(root: Path, chosen: Chosen) -> bool:
    """Whether what was chosen is recorded with the name of its Python: the matrix, and all examples at once."""
    return bool(chosen.methods or (chosen.examples and {*chosen.examples} >= {*example_names(root)}))


def _tell_absent(chosen: Chosen) -> None:
    """Says which scripts are left alone, for want of the machine that they need."""
    from snippets.verify.elsewhere import absent

    for need, count in absent(chosen.elsewhere).items():
        print(f"{count} not run: {'it needs' if count == 1 else 'they need'} {need}")


def _report(problems: Sequence[Problem], fine: str) -> int:
    for problem in problems:
        print(problem, end="\n\n")
    print(f"{len(problems)} problem{'s' if len(problems) != 1 else ''}" if problems else fine)
    return int(bool(problems))


def command_new(root: Path, name: str) -> int:
    """Makes a script, or with PAGE#NAME a fact, and puts it on its page; overwrites nothing."""
    from snippets.verify.compare import write
    from snippets.verify.rules import problems_in

    page_name, sign, leaf = name.partition("#") if "#" in name else name.rpartition("/")
    pages = [path.relative_to(root / "docs").with_suffix("").as_posix() for path in (root / "docs").rglob("*.md")]
    if page_name not in pages:
        raise Usage(f"{name}: there is no page docs/{page_name}.md; {nearest(page_name, pages)}")
    if sign == "#":
        if not re.fullmatch("[a-z][a-z0-9_]*", leaf):
            raise Usage(f"{name}: a fact is a function; name it in lower case, words joined by _")
        if name in facts_in(root)[0]:
            raise Usage(f"{FACTS}/{page_name}.py has {leaf}; edit it, or choose another name")
        script = root / FACTS / f"{page_name}.py"
        before = script.read_text(encoding="utf-8") if script.exists() else FACTS_HEAD.format(page=page_name)
        text = f"{before.rstrip()}\n\n\n{FACT.format(name=leaf)}"
        shown, edit = f"{FACTS}/{page_name}.py:{text.count(chr(10)) - FACT.count(chr(10)) + 1}", "say and prove it"
    else:
        script, text = root / script_file(name), TEMPLATE
        if script.exists():
            raise Usage(f"{script_file(name)} exists; edit it, or choose another name than {leaf}")
        if problems := problems_in(name, TEMPLATE.encode(), lambda module: True):
            return _report(problems, "")
        shown, edit = f"{script_file(name)}:1", "edit the script"
    write(script, text.encode())
    line = _place(root / "docs" / f"{page_name}.md", f"::: {'fact' if sign == '#' else 'example'} {name}")
    print(f"{shown}: {edit}\ndocs/{page_name}.md:{line}: say in a sentence what it shows")
    print(f"then run: python -m snippets update {name}")
    return 0


def _place(page: Path, directive: str) -> int:
    """Adds a directive to a page, at the end of its section "Examples" or of the page; the line that it is on."""
    from snippets.verify.compare import write

    text = page.read_bytes().decode()
    start = text.find("\n## Examples\n")
    end = text.find("\n## ", start + 1) if start >= 0 else -1
    place = end if end >= 0 else len(text)
    before, after = text[:place].rstrip("\n"), text[place:].lstrip("\n")
    write(page, f"{before}\n\n{directive}\n".encode() + (f"\n{after}".encode() if after else b""))
    return before.count("\n") + 3


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


def command_versions(root: Path, pairs: Sequence[str]) -> int:
    """Measures other pairs of torch and NumPy and records where they differ; without `pairs`, those not yet there."""
    from snippets.verify import versions

    known = {f"{one.torch}/{one.numpy}": one for one in versions.WANTED}
    for name in pairs:
        if name not in known and name.count("/") != 2:
            raise Usage(f"{name}: write TORCH/NUMPY/PYTHON, such as 2.15.0/2.5.5/3.12; {nearest(name, known)}")
    if pairs == ["here"]:
        return _report(versions.record_here(root), "recorded")
    wanted = [known.get(name) or versions.Wanted(*name.split("/")) for name in pairs] or list(versions.WANTED)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the environment is removed
    return _report(versions.run(root, wanted, again=bool(pairs)), f"{len(wanted)} pairs are recorded")


def command_upgrade(root: Path, pair: str) -> int:
    """Makes another pair of torch and NumPy the pinned one, and records everything with it."""
    from snippets.verify import versions

    torch, sign, numpy = pair.partition("/")
    if not sign or "/" in numpy:
        raise Usage(f"{pair}: write TORCH/NUMPY, such as 2.15.0/2.5.5")
    return _report(versions.upgrade(root, torch, numpy), "see git diff")


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

    some = (
        "names",
        "an example, a page, a file, PAGE#FACT, facts/PAGE, matrix or matrix/METHOD; without any: everything",
        "*",
    )
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
    meaning = (
        "TORCH/NUMPY, or TORCH/NUMPY/PYTHON for one that is not in the list; without any: all; here: what is installed"
    )
    pairs = ("pairs", meaning, "*")
    add("versions", "measure other pairs of torch and NumPy", "versions 2.15.0/2.5.5", pairs)
    add(
        "upgrade",
        "pin another pair and record everything with it",
        "upgrade 2.15.0/2.5.5",
        ("pair", "TORCH/NUMPY", None),
    )
    add(
        "new",
        "make an example or a fact and its place in the page",
        "new methods/from_numpy/rgb_image",
        ("name", "PAGE/NAME for an example, PAGE#NAME for a fact", None),
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
            case "upgrade":
                return command_upgrade(root, options.pair)
            case "versions":
                return command_versions(root, options.pairs)
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

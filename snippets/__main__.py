"""The command line: python -m snippets list | show | run | check | update | new.

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


def select(root: Path, wanted: Sequence[str]) -> list[str]:
    """Names of the examples and tutorials that `wanted` names: by name, by page or by path; all if empty."""
    known = [*example_names(root), *tutorial_names(root)]
    if not wanted:
        return known
    chosen: dict[str, None] = {}
    for text in wanted:
        name = text.removeprefix("./").removeprefix(f"{EXAMPLES}/").removeprefix("snippets/").rstrip("/")
        name = name.removesuffix(".py").removesuffix(".out")
        found = [one for one in known if one == name or one.startswith(f"{name}/")]
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
    for name in [name for name in tutorial_names(root) if pattern in name]:
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
    chosen, _ = _split(root, names)
    if not chosen:
        raise Usage("a tutorial is run by `update` and `check`; in a notebook server, open it with jupytext")
    return chosen


def _split(root: Path, names: Sequence[str]) -> tuple[list[str], list[str]]:
    chosen = select(root, names)
    tutorials = [name for name in chosen if name.startswith("tutorials/")]
    return [name for name in chosen if name not in tutorials], tutorials


def command_check(root: Path, names: Sequence[str]) -> int:
    """Compares what is named, or everything, with fresh runs; prints each difference."""
    from snippets.verify import compare, notebook

    examples, tutorials = _split(root, names)
    problems = compare.environment_problems(root)
    if not problems:
        with progress_bar("check", 2 * len(examples) + len(tutorials)) as step:
            problems = compare.check(root, examples, step)
            for name in tutorials:
                problems += notebook.check(root, name)
                step()
        if not names:
            problems += compare.orphans(root)
    return _report(problems, f"{len(examples)} examples and {len(tutorials)} notebooks are as recorded")


def command_update(root: Path, names: Sequence[str]) -> int:
    """Records what is named, or everything; prints what changed and what was refused."""
    from snippets.verify import compare, notebook

    examples, tutorials = _split(root, names)
    problems, changes = list[Problem](), list[str]()
    if names or not compare.pins_are_installed(root):
        problems = compare.environment_problems(root)
    if not problems:
        with progress_bar("update", 4 * len(examples) + len(tutorials)) as step:
            problems, changes = compare.update(root, examples, step)
            for name in tutorials:
                refused, changed = notebook.update(root, name)
                problems, changes = problems + refused, changes + changed
                step()
    print(*changes, sep="\n", end="\n" if changes else "")
    return _report(problems, f"{len(examples) + len(tutorials)} recorded, {len(changes)} changed")


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

    some = ("names", "an example, a page (all of its examples) or a file; without any: everything", "*")
    one = ("names", "an example, a page (all of its examples) or a file", "+")
    add("list", "list the examples", "list from_numpy", ("pattern", "part of a name", "?"))
    add("show", "print scripts and their recorded outputs", "show methods/from_numpy/share", one)
    add("run", "run scripts now and print what they print", "run methods/from_numpy/share", one)
    add("check", "compare fresh runs with what is recorded", "check methods/from_numpy", some)
    add("update", "record what scripts print", "update methods/from_numpy/share", some)
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

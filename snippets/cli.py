"""The command line: python -m snippets COMMAND; --help has an example of each.

Exit status: 0, 1 (something differs or was refused), 2 (bad usage).
"""

import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from pathlib import Path

import click

from snippets import changed as changes
from snippets import new
from snippets.kinds import KINDS, select
from snippets.matrix.script import find, script
from snippets.problem import Problem, nearest
from snippets.store.examples import read_example, read_script, script_file
from snippets.store.facts import facts_in
from snippets.store.files import ROOT
from snippets.store.libraries import LIBRARIES
from snippets.store.releases import read_pinned
from snippets.verify import installed, releases
from snippets.verify.run.parents import SETTINGS, run_all


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def snippets() -> None:
    """The examples behind the pages."""


def command(example: str) -> Callable[[Callable[..., int | None]], click.Command]:
    """Makes a function a command that gets the repository's root first; `example` ends its help.

    What it returns is the exit status, if not 0.
    """

    def make(function: Callable[..., int | None]) -> click.Command:
        name = function.__name__.removesuffix("_")
        return snippets.command(name=name, epilog=f"example: python -m snippets {example}")(click.pass_obj(function))

    return make


# Examples, pages, files, PAGE#FACT, facts/PAGE, matrix or matrix/METHOD.
names_required = click.argument("names", nargs=-1, required=True)
names_optional = click.argument("names", nargs=-1)


def report(problems: Sequence[Problem], fine: str = "") -> int:
    """Prints `problems`, or `fine` where there are none; the exit status."""
    for problem in problems:
        print(problem, end="\n\n")
    count = len(problems)
    print(f"{count} problem{'s' if count > 1 else ''}" if problems else fine)
    return 1 if problems else 0


def counted(chosen: Mapping[str, Sequence[str]]) -> str:
    """How many were chosen of each kind, in words."""
    return ", ".join(f"{len(names)} {KINDS[kind].what}" for kind, names in chosen.items() if names)


@command("list from_numpy")
@click.argument("pattern", default="")
def list_(root: Path, pattern: str) -> None:
    """List the names that hold PATTERN, and what is out of step with the record."""
    for kind in KINDS.values():
        names = [name for name in kind.stored.names(root) if pattern in name]
        problems = kind.stored.stale(root, names)
        for name in dict.fromkeys([*names, *problems]):  # what cannot be read is named by its place
            print(f"{name}  ({problems[name].found})" if name in problems else name)


@command("show methods/from_numpy/share")
@names_required
def show(root: Path, names: Sequence[str]) -> None:
    """Print scripts and their recorded outputs, and facts with their proofs."""
    chosen, facts = select(root, names), facts_in(root)[0]
    for name in chosen["facts"]:
        killers = ", ".join(facts[name].mutants) or "no mutant"
        print(f"{facts[name].sentence}\n\n{facts[name].program}\nkilled by: {killers}\n")
    for name in (*chosen["examples"], *chosen["elsewhere"]):
        example = read_example(root, name)
        print(f"$ cat {name}.py\n{example.script}")
        print(f"$ python {name}.py   # ends with {example.ending.exit}\n{example.output}")


@command("run methods/from_numpy/share")
@names_required
def run(root: Path, names: Sequence[str]) -> None:
    """Run scripts and proofs now and print what a terminal would show."""
    chosen, facts = select(root, names), facts_in(root)[0]
    scripts = {name: read_example(root, name).script for name in chosen["examples"]}
    scripts |= {name: facts[name].program for name in chosen["facts"]}
    if not scripts:
        instead = (
            "a tutorial is run by `update` and `check` (open it with jupytext), a cell by `snippets cell … | python`"
        )
        raise click.UsageError(instead)
    for name, (done,) in run_all(scripts, SETTINGS[:1]).items():
        print(f"$ python {name}.py")
        print(done.output, end="" if done.output.endswith("\n") or not done.output else "\n")
        print(f"(ended with {done.exit})")
        for line, what in done.forbidden:
            print(f"({script_file(name)}:{line}: {what})")


@command("check methods/from_numpy")
@names_optional
def check(root: Path, names: Sequence[str]) -> int:
    """Compare fresh runs with what is recorded: of what is named, or of everything."""
    chosen = select(root, names)
    problems = KINDS["elsewhere"].verified.check(root, chosen["elsewhere"])
    here = {kind: wanted for kind, wanted in chosen.items() if wanted and kind != "elsewhere"}
    if here and installed.has_own_record(root):
        return report(problems + releases.check_here(root, {*chain(*here.values())}), "nothing new")
    if here and (others := installed.environment_problems(root)):
        return report(problems + others)
    for kind, wanted in here.items():
        problems += KINDS[kind].verified.check(root, wanted)
    for stored in (kind.stored for kind in KINDS.values() if not names):
        problems += stored.stale(root, stored.orphans(root)).values()
    return report(problems, f"as recorded: {counted(chosen)}{installed.other_python(root)}")


@command("update methods/from_numpy/share")
@names_optional
def update(root: Path, names: Sequence[str]) -> int:
    """Record what is named, or everything; print what changed and what was refused."""
    chosen = select(root, names)
    # What needs another machine is recorded with whatever that machine has; everything with what is pinned now.
    alone = bool(names) and not any(wanted for kind, wanted in chosen.items() if kind != "elsewhere")
    forbidden = [] if alone else installed.recording_problems(root, everything=not names)
    problems, changes = [*forbidden], list[str]()
    for kind, wanted in chosen.items():
        there = wanted or KINDS[kind].stored.orphans(root)
        if there and (kind == "elsewhere" or not forbidden):
            refused, changed = KINDS[kind].verified.update(root, wanted)
            problems, changes = problems + refused, changes + changed
    print(*changes, sep="\n", end="\n" if changes else "")
    return report(problems, f"recorded{installed.other_python(root)}: {counted(chosen)}; {len(changes)} changed")


@command("changed origin/main")
@click.argument("base", default="main")
def changed(root: Path, base: str) -> None:
    """Print what differs from BASE of what readers see, and what of that no run here can confirm."""
    print(changes.report(root, base))


@command("new methods/from_numpy/rgb_image")
@click.argument("name")
def new_(root: Path, name: str) -> None:
    """Make an example (PAGE/NAME) or a fact (PAGE#NAME), and its place in the page."""
    print(*new.make(root, name), sep="\n")


@command("cell from_numpy float32 reversed | python")
@click.argument("method")
@click.argument("dtype")
@click.argument("layout")
def cell(root: Path, method: str, dtype: str, layout: str) -> None:
    """Print the script behind one cell of the matrix."""
    try:
        entries = find(method, dtype, layout)
    except KeyError as error:
        raise click.UsageError(error.args[0]) from None
    if reason := read_pinned(root).matrix.absent.get((entries[0].direction, dtype, layout)):
        raise click.UsageError(f"a {dtype} source in the layout {layout} cannot be made: {reason}")
    print(script(*entries), end="")


@command("explain photo.npy")
@click.argument("source")
def explain(root: Path, source: str) -> None:
    """Say what each method does to your array: SOURCE is FILE.npy, or - for a script on stdin that defines `a`."""
    from snippets import explain as explainer  # which imports NumPy

    try:
        array = explainer.load(source)
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{source}: {error}") from None
    print(explainer.report(array, read_pinned(root).matrix, read_script(root, explainer.ADVICE)))


@command("versions 2.15.0/2.5.5")
@click.argument("names", metavar="RELEASES", nargs=-1)
def versions(root: Path, names: Sequence[str]) -> int:
    """Measure other releases: TORCH/NUMPY, with /PYTHON a new one; without any, all; here: what is installed.

    LIBRARY==VERSION measures what imports that library (pandas==2.3.3) beside another release of it.
    """
    if [*names] == ["here"]:
        problems = releases.record_here(root)
    elif beside := [name for name in names if "==" in name]:
        for name in beside:
            if (library := name.partition("==")[0]) not in LIBRARIES.values():
                raise click.UsageError(f"{name}: {nearest(library, LIBRARIES.values())}")
        problems = [problem for name in beside for problem in releases.run_beside(root, name)]
    else:
        known = releases.recorded(root)
        for name in names:
            if name not in known and name.count("/") != 2:
                form = "TORCH/NUMPY/PYTHON, such as 2.15.0/2.5.5/3.12"
                raise click.UsageError(f"{name}: write {form}; {nearest(name, known)}")
        wanted = [known.get(name) or releases.release_named(name) for name in names] or [*known.values()]
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the environment is removed
        problems = releases.run(root, wanted, again=bool(names))
    print(*new.release_pages(root), sep="\n")
    return report(problems, "recorded")


@command("upgrade 2.15.0/2.5.5")
@click.argument("release")
def upgrade(root: Path, release: str) -> int:
    """Pin another release, TORCH/NUMPY, and record everything with it."""
    torch, sign, numpy = release.partition("/")
    if not sign or "/" in numpy:
        raise click.UsageError(f"{release}: write TORCH/NUMPY, such as 2.15.0/2.5.5")
    problems = releases.upgrade(root, torch, numpy)
    print(*new.release_pages(root), sep="\n")
    return report(problems, "see git diff")


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Runs one command over the repository at `root`; the exit status."""
    try:
        return snippets.main(arguments, "python -m snippets", standalone_mode=False, obj=root) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Problem as problem:
        return report([problem])
    except (KeyboardInterrupt, click.Abort):
        print("interrupted; nothing is half written", file=sys.stderr)
        return 130

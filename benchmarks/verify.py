"""How long verifying takes, against what others do: python -m benchmarks.verify [--rounds 3] [--many 1000].

All take the same scripts (those that end normally, print and do not warn, which is all that the others can compare)
and compare the same outputs. Every figure is the time of whole processes, imports included: by the clock, and of the
processor, which holds on a busy machine, too. The commands alternate, and medians are shown. Ratios hold across
machines; seconds do not.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.options import options
from snippets.publish.blocks import example_block, warns
from snippets.publish.page import Page
from snippets.store.examples import record, script_file
from snippets.store.files import ROOT, write
from snippets.store.record import Record, load
from snippets.store.releases import write_pinned
from snippets.store.types import Example, Matrix
from tests.verify.plain import run_plain

# The others run all in one process: what a script may leave there is put back, as a process of its own has it.
FRESH = """import torch, numpy
torch.set_default_dtype(torch.float32)
torch.set_default_device(None)
torch.set_printoptions(profile="default")
torch.set_grad_enabled(True)
torch.set_warn_always(True)
numpy.set_printoptions()
"""
MANY = str(10**6)  # as the number of examples: all
PAGE = 100  # examples on a page for pytest-codeblocks, which reads 10,000 lines of a file at most
SAMPLE = 6  # scripts that are run as `python file.py`; their time is scaled to all
PLAIN = f"python file.py each ({SAMPLE}, scaled)"  # two at a time
CHECK = """
import pathlib, sys
from snippets.store.examples import names
from snippets.verify import examples
from snippets.verify.run.parents import SETTINGS
root, settings, count = pathlib.Path(sys.argv[1]), SETTINGS[: int(sys.argv[2])], int(sys.argv[3])
problems = examples.check(root, names(root)[:count], settings=settings)
print(*problems, sep="\\n")
sys.exit(len(problems))
"""


def plain_examples() -> list[Example]:
    """The recorded examples that doctest and pytest-codeblocks can compare, too."""
    examples = load(ROOT).examples.values()
    return [example for example in examples if example.ending.exit == "0" and not warns(example) and example.output]


def write_repository(root: Path, examples: list[Example]) -> None:
    """Writes `examples` as a repository, as a page for pytest-codeblocks and as a text for doctest."""
    for example in examples:
        write(root / script_file(example.name), example.script.encode())
        record(root, example.name, example.script.encode(), example.output.encode())
    pinned = replace(load(ROOT).pinned, matrix=Matrix())
    write_pinned(root, pinned)
    (root / "requirements.txt").write_bytes((ROOT / "requirements.txt").read_bytes())
    bare = Record(pinned, {example.name: example for example in examples})
    for start in range(0, len(examples), PAGE):
        some = examples[start : start + PAGE]
        shown = [example_block(example.name, bare, Page("page", ""), "markdown") for example in some]
        page = "\n\n".join(f"```python\n{FRESH}```\n\n{text}" for text in shown)
        (root / f"page-{start}.md").write_bytes(page.encode())
    reset = f">>> exec({FRESH!r}, {{}})\n"
    texts = [
        f"{reset}>>> exec({example.script!r}, {{'__name__': '__main__'}})\n{_wanted(example.output)}"
        for example in examples
    ]
    (root / "page.txt").write_text("\n\n".join(texts), encoding="utf-8")


def _wanted(output: str) -> str:
    return "".join(f"{line or '<BLANKLINE>'}\n" for line in output.removesuffix("\n").split("\n"))


@dataclass(frozen=True)
class Time:
    """Seconds: by the clock, and of the processor, child processes included."""

    wall: float
    cpu: float


def timed(action: Callable[[], object], times: float = 1) -> Time:
    """What `action` takes, `times` over."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    action()
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Time(wall * times, cpu * times)


def run(*command: str) -> None:
    """Runs Python with these arguments; raises where it finds a difference."""
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)[:200]} failed:\n{done.stdout[-3000:]}{done.stderr[-2000:]}")


def peak() -> float:
    """Peak resident memory, in MiB, of the largest process that was started so far."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def compare_all(examples: list[Example], rounds: int) -> dict[str, Time]:
    """The median time of each way over `examples`, alternating."""
    sample = examples[:: max(1, len(examples) // SAMPLE)][:SAMPLE]
    plain = {example.name: example.script for example in sample}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_repository(root, examples)
        doctest = "import doctest, sys; sys.exit(doctest.testfile(sys.argv[1], module_relative=False).failed)"
        codeblocks = ["-m", "pytest", "--codeblocks", "-q", "-p", "no:cacheprovider", "-c", "/dev/null"]
        ways: dict[str, Callable[[], Time]] = {
            "check, isolated, two parents": lambda: timed(lambda: run("-c", CHECK, folder, "2", MANY)),
            "check, isolated, one parent": lambda: timed(lambda: run("-c", CHECK, folder, "1", MANY)),
            "check of one example": lambda: timed(lambda: run("-c", CHECK, folder, "2", "1")),
            "import torch and NumPy": lambda: timed(lambda: run("-c", "import numpy, torch")),
            "doctest": lambda: timed(lambda: run("-c", doctest, str(root / "page.txt"))),
            "pytest-codeblocks": lambda: timed(lambda: run(*codeblocks, *map(str, root.glob("page-*.md")))),
            PLAIN: lambda: timed(lambda: run_plain(plain), len(examples) / len(plain)),
        }
        times: dict[str, list[Time]] = {name: [] for name in ways}
        for _ in range(rounds):
            for name, way in ways.items():
                times[name].append(way())
    return {
        name: Time(statistics.median(one.wall for one in each), statistics.median(one.cpu for one in each))
        for name, each in times.items()
    }


def report(title: str, count: int, medians: dict[str, Time]) -> None:
    """Prints a table; each ratio is to doctest, and the last column is what one more example costs."""
    base, start = medians["doctest"], medians["import torch and NumPy"]
    print(f"\n{title}: {count} examples")
    print(f"{'':40}{'seconds':>9}{'to doctest':>12}{'of CPU':>9}{'to doctest':>12}{'ms an example':>15}")
    for name, time_ in medians.items():
        line = f"{name:40}{time_.wall:9.2f}{time_.wall / base.wall:12.2f}{time_.cpu:9.2f}{time_.cpu / base.cpu:12.2f}"
        single = "example" in name or "import" in name
        print(line if single else f"{line}{1000 * (time_.wall - start.wall) / count:15.1f}")
    slower = medians[PLAIN].cpu / medians["check, isolated, two parents"].cpu
    print(f"a process each takes {slower:.0f} times the CPU time of check from two parents")


def main() -> None:
    """Measures the recorded examples, then many."""
    chosen = options(__doc__, rounds=3, many=1000)
    examples = plain_examples()
    report("The recorded examples", len(examples), compare_all(examples, chosen.rounds))
    print(f"peak memory of one process: {peak():.0f} MiB")
    if chosen.many:
        pairs = [(number, examples[number % len(examples)]) for number in range(chosen.many)]
        many = [Example(f"many/e{number:04}", one.script, one.output) for number, one in pairs]
        report("Generated", len(many), compare_all(many, chosen.rounds))
        print(f"peak memory of one process: {peak():.0f} MiB")


if __name__ == "__main__":
    main()

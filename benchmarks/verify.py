"""How long verifying takes, against what others do: python -m benchmarks.verify [--rounds 3] [--many 1000].

All take the same scripts (those that end normally and do not warn, which is all that the others can compare)
and compare the same outputs. Every figure is the wall time of whole processes, imports included; the commands
alternate, and medians are shown. Ratios hold across machines; seconds do not.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from snippets.publish.blocks import example_block, warns
from snippets.publish.page import Page
from snippets.recorded import ENVIRONMENT, INDEX, ROOT, Example, Record, digest, load, output_file, script_file
from snippets.verify.isolate import run_plain

MANY = str(10**6)  # as the number of examples: all
PAGE = 100  # examples on a page for pytest-codeblocks, which reads 10,000 lines of a file at most
SAMPLE = 6  # scripts that are run as `python file.py`; their time is scaled to all
CHECK = """
import pathlib, sys
from snippets.recorded import example_names
from snippets.verify import compare
from snippets.verify.parents import SETTINGS
root, settings, count = pathlib.Path(sys.argv[1]), SETTINGS[: int(sys.argv[2])], int(sys.argv[3])
problems = compare.check(root, example_names(root)[:count], settings=settings)
print(*problems, sep="\\n")
sys.exit(len(problems))
"""


def plain_examples() -> list[Example]:
    """The recorded examples that doctest and pytest-codeblocks can compare, too."""
    examples = load(ROOT).examples.values()
    return [one for one in examples if one.ending.exit == "0" and not warns(one) and one.output]


def write_repository(root: Path, examples: list[Example]) -> None:
    """Writes `examples` as a repository, as a page for pytest-codeblocks and as a text for doctest."""
    index, record = {}, load(ROOT, ())
    for one in examples:
        for file, text in ((script_file(one.name), one.script), (output_file(one.name), one.output)):
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_bytes(text.encode())
        index[one.name] = {"script": digest(one.script.encode()), "output": digest(one.output.encode())}
    (root / INDEX).parent.mkdir(parents=True)
    (root / INDEX).write_text(json.dumps(index))
    (root / ENVIRONMENT).write_text(json.dumps(asdict(record.environment)))
    (root / "requirements.txt").write_bytes((ROOT / "requirements.txt").read_bytes())
    bare = Record({one.name: one for one in examples}, record.environment)
    fresh = "import torch, numpy\ntorch.set_default_dtype(torch.float32)\ntorch.set_default_device(None)\n"
    for start in range(0, len(examples), PAGE):
        shown = [example_block(one.name, bare, Page("page", ""), "markdown") for one in examples[start : start + PAGE]]
        page = "\n\n".join(f"```python\n{fresh}```\n\n{text}" for text in shown)
        (root / f"page-{start}.md").write_bytes(page.encode())
    reset = f">>> exec({fresh!r}, {{}})\n"
    texts = [f"{reset}>>> exec({one.script!r}, {{'__name__': '__main__'}})\n{_wanted(one.output)}" for one in examples]
    (root / "page.txt").write_text("\n\n".join(texts), encoding="utf-8")


def _wanted(output: str) -> str:
    return "".join(f"{line or '<BLANKLINE>'}\n" for line in output.removesuffix("\n").split("\n"))


def timed(command: list[str]) -> float:
    """Wall time in seconds of a whole process; raises where it finds a difference."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    took = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{' '.join(command)[:200]} failed:\n{done.stdout[-3000:]}{done.stderr[-2000:]}")
    return took


def timed_plain(examples: list[Example]) -> float:
    """Wall time in seconds of `python file.py` for all of `examples`, scaled from a sample."""
    step = max(1, len(examples) // SAMPLE)
    sample = examples[::step][:SAMPLE]
    start = time.perf_counter()
    for one in sample:
        run_plain(one.name, one.script)
    return (time.perf_counter() - start) * len(examples) / len(sample)


def peak() -> float:
    """Peak resident memory, in MiB, of the largest process that was started so far."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def compare_all(examples: list[Example], rounds: int) -> dict[str, float]:
    """Median seconds of each way over `examples`, alternating."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_repository(root, examples)
        python = sys.executable
        doctest = "import doctest, sys; sys.exit(doctest.testfile(sys.argv[1], module_relative=False).failed)"
        codeblocks = ["-m", "pytest", "--codeblocks", "-q", "-p", "no:cacheprovider", "-c", "/dev/null"]
        ways: dict[str, Callable[[], float]] = {
            "check, isolated, two parents": lambda: timed([python, "-c", CHECK, folder, "2", MANY]),
            "check, isolated, one parent": lambda: timed([python, "-c", CHECK, folder, "1", MANY]),
            "check of one example": lambda: timed([python, "-c", CHECK, folder, "2", "1"]),
            "import torch and NumPy": lambda: timed([python, "-c", "import numpy, torch"]),
            "doctest": lambda: timed([python, "-c", doctest, str(root / "page.txt")]),
            "pytest-codeblocks": lambda: timed([python, *codeblocks, *map(str, root.glob("page-*.md"))]),
            f"python file.py each ({SAMPLE}, scaled)": lambda: timed_plain(examples),
        }
        times: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(rounds):
            for name, way in ways.items():
                times[name].append(way())
    return {name: statistics.median(values) for name, values in times.items()}


def report(title: str, count: int, medians: dict[str, float]) -> None:
    """Prints a table; each ratio is to doctest, and the last column is what one more example costs."""
    base, start = medians["doctest"], medians["import torch and NumPy"]
    print(f"\n{title}: {count} examples")
    print(f"{'':40}{'seconds':>9}{'to doctest':>12}{'ms an example':>15}")
    for name, seconds in medians.items():
        one = f"{1000 * (seconds - start) / count:15.1f}" if "example" not in name and "import" not in name else ""
        print(f"{name:40}{seconds:9.2f}{seconds / base:12.2f}{one}")
    ours = medians["check, isolated, two parents"]
    each = next(seconds for name, seconds in medians.items() if name.startswith("python file.py"))
    print(f"a process each is {each / ours:.0f} times slower than check from two parents")


def main() -> None:
    """Measures the recorded examples, then many."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=3, help="times that each way is measured")
    options.add_argument("--many", type=int, default=1000, help="how many generated examples; 0: none")
    chosen = options.parse_args()
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

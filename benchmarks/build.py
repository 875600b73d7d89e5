"""What pulling examples into pages costs at build time: python -m benchmarks.build [--rounds 7].

Ten pages with the recorded examples, built by MkDocs, against the same pages with the code and the outputs
typed into them as fences and without our extension. The two alternate; medians of whole processes are shown.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.options import options
from benchmarks.verify import write_repository
from snippets.publish.blocks import example_block
from snippets.publish.page import Page
from snippets.store.files import ROOT
from snippets.store.record import load

PAGES = 10


def write_pages(root: Path, typed: bool) -> None:
    """Writes a repository at `root` whose ten pages hold the recorded examples, typed or by directive."""
    record = load(ROOT)
    examples = list(record.examples.values())
    write_repository(root, examples)
    (root / "docs").mkdir()
    for number in range(PAGES):
        here = examples[number::PAGES]
        shown = [
            example_block(one.name, record, Page("page", ""), "markdown") if typed else f"::: example {one.name}"
            for one in here
        ]
        (root / "docs" / f"{number or 'index'}.md").write_text(f"# Page {number}\n\n" + "\n\n".join(shown) + "\n")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
    settings = settings.replace("custom_dir: overrides", f"custom_dir: {ROOT / 'overrides'}")
    settings = settings.replace("watch: [snippets, overrides]\n", "")
    for ours in "hooks: [snippets/publish/hooks.py]\n", "  - snippets.publish.extension\n":
        settings = settings.replace(ours, "" if typed else ours.replace("[", f"[{ROOT}/"))
    (root / "mkdocs.yml").write_text(settings)


def build(root: Path) -> float:
    """Wall time in seconds of one build of the repository at `root`."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, env=environment, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Prints both medians and their ratio."""
    rounds = options(__doc__, rounds=7).rounds
    with tempfile.TemporaryDirectory() as pulled, tempfile.TemporaryDirectory() as typed:
        write_pages(Path(pulled), typed=False)
        write_pages(Path(typed), typed=True)
        times = [(build(Path(pulled)), build(Path(typed))) for _ in range(rounds)]
    ours, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    ratios = sorted(one / other for one, other in times)
    print(f"{PAGES} pages: pulled {ours:.2f} s, typed {theirs:.2f} s")
    print(f"ratio: median {statistics.median(ratios):.2f}, from {ratios[0]:.2f} to {ratios[-1]:.2f}")


if __name__ == "__main__":
    main()

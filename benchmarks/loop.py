"""How long one waits for the site: python -m benchmarks.loop [--rounds 5].

In a copy of the repository under `mkdocs serve`: from saving a page, an example or a style sheet to the finished page,
as a browser that has the page open gets it. Beside it a whole build, as `make site` makes it. Medians are shown.
"""

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from urllib.request import urlopen

from snippets.recorded import ROOT, script_file

PAGE = "methods/from_numpy"
EXAMPLE = "methods/from_numpy/share"
STYLE = "overrides/assets/site.css"
EPOCH = re.compile(r"livereload\((\d+), (\d+)\)")


def copy_repository(root: Path) -> None:
    """Copies what a build reads to `root`."""
    for name in ("docs", "overrides", "snippets"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)


def run_mkdocs(root: Path, *arguments: str, **settings: str) -> subprocess.Popen[str]:
    """Starts MkDocs in the repository at `root`, with its own modules; what it says goes into one pipe."""
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(root), **settings}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.Popen(command, cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


class Served:
    """`mkdocs serve` for the repository at `root`, as a context; `site` is the folder that it serves."""

    def __init__(self, root: Path) -> None:
        self.root = root
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.url = f"http://127.0.0.1:{free.getsockname()[1]}/"

    def __enter__(self) -> "Served":
        self.folder = tempfile.TemporaryDirectory()  # where MkDocs makes the site's folder, which it does not name
        self.log = Path(self.folder.name, "log")
        host = self.url.removeprefix("http://").rstrip("/")
        env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(self.root)}
        env |= {"TMPDIR": self.folder.name, "SITE_URL": self.url}
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, cwd=self.root, env=env, stdout=log, stderr=log)
        while "Serving on" not in self.said():
            if self.process.poll() is not None:
                raise RuntimeError(self.said())
            time.sleep(0.05)
        self.site = next(Path(self.folder.name).glob("mkdocs_*"))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()

    def said(self) -> str:
        """All that was told in the terminal."""
        return self.log.read_text(encoding="utf-8")

    def page(self, path: str = "") -> str:
        """A page, or another file of the site, as a browser gets it."""
        with urlopen(self.url + path) as answer:
            return str(answer.read().decode())

    def after(self, change: Callable[[], object]) -> float:
        """Makes a change, and waits until an open page is told to load again; the seconds that took."""
        found = EPOCH.search(self.page())
        assert found, "a page has no script that loads it again"
        begun = time.perf_counter()
        change()
        epoch = int(found[1])
        while int(self.page(f"livereload/{epoch}/{found[2]}")) <= epoch:
            pass
        self.page(f"{PAGE}/")
        return time.perf_counter() - begun

    def save(self, path: str, old: str, new: str) -> float:
        """Replaces the first `old` in a file by `new`; the seconds until the page was there."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        return self.after(lambda: file.write_text(text.replace(old, new, 1), encoding="utf-8"))


def build(root: Path, site: Path, **settings: str) -> float:
    """A whole build of the repository at `root` into `site`; the seconds it took."""
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(root), **settings}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    begun = time.perf_counter()
    subprocess.run(command, cwd=root, env=env, check=True)
    return time.perf_counter() - begun


def measure(root: Path, rounds: int) -> dict[str, list[float]]:
    """{what was saved: the seconds of each round}, in a copy of the repository at `root`."""
    copy_repository(root)
    found: dict[str, list[float]] = {"a page": [], "an example": [], "a style sheet": []}
    with Served(root) as served:
        for number in range(rounds):
            old, new = (f"\n<!-- {count} -->\n" for count in (number - 1, number))
            script = script_file(EXAMPLE)
            found["a page"].append(
                served.save(f"docs/{PAGE}.md", old if number else "\n## ", f"{new}\n## " if not number else new)
            )
            found["an example"].append(served.save(script, "import torch\n", "import torch\n\n"))
            served.save(script, "import torch\n\n", "import torch\n")
            found["a style sheet"].append(served.save(STYLE, "/*", "/* */ /*"))
    found["make site"] = [build(root, root / "site") for _ in range(rounds)]
    return found


def main() -> None:
    """Prints the median of each, and its share of a whole build."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5, help="times that each is measured")
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), options.parse_args().rounds)
    whole = statistics.median(found["make site"])
    for what, times in found.items():
        middle = statistics.median(times)
        spread = f"{min(times):.2f} to {max(times):.2f}"
        print(f"{what:14}{middle:6.2f} s ({spread}), {middle / whole:.2f} of a whole build")


if __name__ == "__main__":
    main()

"""How long one waits for the site: python -m benchmarks.loop [--rounds 5].

In a copy of the repository under `mkdocs serve`: from saving a page, an example or a style sheet to the finished page,
as a browser that has the page open gets it. Beside it a whole build, as `make site` makes it. Medians are shown.
"""

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
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from urllib.request import urlopen

from benchmarks.options import options
from snippets.store.examples import script_file
from snippets.store.files import ROOT

PAGE = "methods/from_numpy"
EXAMPLE = "methods/from_numpy/share"
STYLE = "overrides/assets/site.css"
PATIENCE = 300  # seconds
EPOCH = re.compile(r"livereload\((\d+), (\d+)\)")
BUILD = re.compile(r"Building documentation(.*?)(?:Serving on|Reloading browsers)", re.DOTALL)


def copy_repository(root: Path) -> None:
    """Copies what a build reads to `root`."""
    for name in ("docs", "overrides", "snippets"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)


def environment(root: Path, *first: Path, **settings: str) -> dict[str, str]:
    """What MkDocs runs with for the repository at `root`; modules are looked for in `first`, then there."""
    places = ":".join(map(str, [*first, root]))
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": places, **settings}


class Served:
    """`mkdocs serve` for the repository at `root`, as a context; `site` is the folder that it serves."""

    def __init__(self, root: Path, *first: Path) -> None:
        self.root, self.first = root, first
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.url = f"http://127.0.0.1:{free.getsockname()[1]}/"

    def __enter__(self) -> "Served":
        self.folder = tempfile.TemporaryDirectory()  # where MkDocs makes the site's folder, which it does not name
        self.log = Path(self.folder.name, "log")
        host = self.url.removeprefix("http://").rstrip("/")
        env = environment(self.root, *self.first, TMPDIR=self.folder.name, SITE_URL=self.url)
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

    def told(self) -> str:
        """What the last build that was finished told in the terminal: another may have begun since."""
        return BUILD.findall(self.said())[-1]

    def page(self, path: str = "") -> str:
        """A page, or another file of the site, as a browser gets it."""
        with urlopen(self.url + path, timeout=30) as answer:
            return str(answer.read().decode())

    def after(self, change: Callable[[], object]) -> float:
        """Makes a change, and waits until an open page is told to load again; the seconds that took.

        The address that a page asks has the time at which its build began: only one that began later has the change.
        """
        begun = time.perf_counter()
        change()
        changed, built, told = round(time.monotonic() * 1000), 0, len(self.said())
        while built < changed:
            if "An error happened" in self.said()[told:] or time.perf_counter() - begun > PATIENCE:
                raise RuntimeError(self.said()[told:])
            time.sleep(0.02)
            with suppress(TimeoutError):  # an address waits while a build is made, and after one that failed
                built = self.built()
        return time.perf_counter() - begun

    def built(self) -> int:
        """When the build began that is served, in milliseconds; waits while one is made."""
        found = EPOCH.search(self.page(f"{PAGE}/"))
        assert found, "a page has no script that loads it again"
        return int(found[1])

    def save(self, path: str, old: str, new: str) -> float:
        """Replaces the first `old` in a file by `new`; the seconds until the page was there."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        return self.after(lambda: file.write_text(text.replace(old, new, 1), encoding="utf-8"))


def build(root: Path, site: Path, **settings: str) -> float:
    """A whole build of the repository at `root` into `site`; the seconds it took."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    begun = time.perf_counter()
    subprocess.run(command, cwd=root, env=environment(root, **settings), check=True, capture_output=True)
    return time.perf_counter() - begun


def measure(served: Served, rounds: int) -> dict[str, list[float]]:
    """{what was saved: the seconds of each round}; leaves the copy as it was."""
    root, script = served.root, script_file(EXAMPLE)
    before = {path: (root / path).read_bytes() for path in (f"docs/{PAGE}.md", script, STYLE)}
    found: dict[str, list[float]] = {"a page": [], "an example": [], "a style sheet": [], "make site": []}
    for _ in range(rounds):
        found["a page"].append(served.save(f"docs/{PAGE}.md", "\n## ", "\n<!-- saved -->\n\n## "))
        found["an example"].append(served.save(script, "import torch\n", "import torch\n\n"))
        found["a style sheet"].append(served.save(STYLE, "/*", "/* saved */ /*"))
    served.after(lambda: [(root / path).write_bytes(content) for path, content in before.items()])
    found["make site"] += [build(root, root / "site") for _ in range(rounds)]
    return found


def main() -> None:
    """Prints the median of each, and its share of a whole build."""
    rounds = options(__doc__, rounds=5).rounds
    with tempfile.TemporaryDirectory() as folder:
        copy_repository(Path(folder))
        with Served(Path(folder)) as served:
            found = measure(served, rounds)
    whole = statistics.median(found["make site"])
    for what, times in found.items():
        middle = statistics.median(times)
        spread = f"{min(times):.2f} to {max(times):.2f}"
        print(f"{what:14}{middle:6.2f} s ({spread}), {middle / whole:.2f} of a whole build")


if __name__ == "__main__":
    main()

"""Makes the first form of a script, of a fact and of a release's page, and puts them where they belong."""

import re
from pathlib import Path

from snippets.problem import nearest
from snippets.store.examples import script_file
from snippets.store.facts import FACTS, facts_in
from snippets.store.files import write
from snippets.store.releases import read_pinned, read_releases
from snippets.verify.run.rules import problems_in

RELEASE_PAGES = "docs/reference/versions"
TEMPLATES = Path(__file__).parent / "templates"


class Refused(Exception):
    """A name under which nothing can be made, and why."""


def make(root: Path, name: str) -> list[str]:
    """Makes a script, or with PAGE#NAME a fact, and puts it on its page; overwrites nothing. What is to be done next.

    Raises Refused for a name that is taken, has no page, or cannot be one.
    """
    page, sign, leaf = name.partition("#") if "#" in name else name.rpartition("/")
    pages = [path.relative_to(root / "docs").with_suffix("").as_posix() for path in (root / "docs").rglob("*.md")]
    if page not in pages:
        raise Refused(f"{name}: there is no page docs/{page}.md; {nearest(page, pages)}")
    if not re.fullmatch("[a-z][a-z0-9_]*", leaf):
        raise Refused(f"{name}: name it in lower case, words joined by _")
    what, place = ("fact", _fact(root, name, page, leaf)) if sign == "#" else ("example", _example(root, name))
    line = put(root / "docs" / f"{page}.md", f"::: {what} {name}")
    edit = "say and prove it" if what == "fact" else "edit the script"
    shown = f"docs/{page}.md:{line}: say in a sentence what it shows"
    return [f"{place}: {edit}", shown, f"then run: python -m snippets update {name}"]


def _example(root: Path, name: str) -> str:
    """Writes the script; where it is, as FILE:LINE."""
    if (root / script_file(name)).exists():
        raise Refused(f"{script_file(name)} exists; edit it, or choose another name")
    script = (TEMPLATES / "example.txt").read_bytes()
    for problem in problems_in(name, script, lambda module: True):
        raise problem
    write(root / script_file(name), script)
    return f"{script_file(name)}:1"


def _fact(root: Path, name: str, page: str, leaf: str) -> str:
    """Adds the function to the module of its page; where it is, as FILE:LINE."""
    if name in facts_in(root)[0]:
        raise Refused(f"{FACTS}/{page}.py has {leaf}; edit it, or choose another name")
    module = root / FACTS / f"{page}.py"
    head = (TEMPLATES / "facts.txt").read_text(encoding="utf-8").format(page=page)
    before = module.read_text(encoding="utf-8") if module.exists() else head
    above = f"{before.rstrip()}\n\n\n"
    write(module, (above + (TEMPLATES / "fact.txt").read_text(encoding="utf-8").format(name=leaf)).encode())
    return f"{FACTS}/{page}.py:{above.count(chr(10)) + 1}"


def release_pages(root: Path) -> list[str]:
    """Makes the pages of releases that have none, and removes that of the pinned one; what was done."""
    template = (TEMPLATES / "release.txt").read_text(encoding="utf-8")
    done = []
    for release in read_releases(root):
        page = f"{RELEASE_PAGES}/{release.leaf}.md"
        name = f"torch {release.environment.torch} and NumPy {release.environment.numpy}"
        if not (root / page).exists():
            write(root / page, template.format(name=name, leaf=release.leaf).encode())
            done.append(f"made      {page}")
    pinned = f"{RELEASE_PAGES}/{read_pinned(root).leaf}.md"
    if (root / pinned).exists():
        (root / pinned).unlink()
        done.append(f"removed   {pinned}")
    return done


def put(page: Path, directive: str) -> int:
    """Adds a directive to a page, at the end of its section "Examples" or of the page; the line that it is on."""
    text = page.read_bytes().decode()
    start = text.find("\n## Examples\n")
    end = text.find("\n## ", start + 1) if start >= 0 else -1
    place = end if end >= 0 else len(text)
    before, after = text[:place].rstrip("\n"), text[place:].lstrip("\n")
    write(page, f"{before}\n\n{directive}\n".encode() + (f"\n{after}".encode() if after else b""))
    return before.count("\n") + 3

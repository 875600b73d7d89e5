"""Makes the first form of a script, of a fact and of a release's page, and puts them where they belong."""

import keyword
import re
from pathlib import Path

import click

from snippets.problem import line_of, nearest
from snippets.store.examples import script_file
from snippets.store.facts import FACTS, facts_in
from snippets.store.files import names_under, write
from snippets.store.releases import read_pinned, read_releases
from snippets.verify.run.rules import declared_modules, problems_in

TEMPLATES = Path(__file__).parent / "templates"


def make(root: Path, name: str) -> list[str]:
    """Makes a script, or with PAGE#NAME a fact, and puts it on its page; overwrites nothing. What is to be done next.

    Raises click.UsageError for a name that is taken, has no page, or cannot be one, and Problem for that of a module.
    """
    page, sign, leaf = name.partition("#") if "#" in name else name.rpartition("/")
    pages = names_under(root / "docs", ".md")
    if page not in pages:
        raise click.UsageError(f"{name}: there is no page docs/{page}.md; {nearest(page, pages)}")
    if not re.fullmatch("[a-z][a-z0-9_]*", leaf) or keyword.iskeyword(leaf):
        raise click.UsageError(f"{name}: name it in lower case, words joined by _, and no word of Python's own")
    if sign == "#":
        what, todo = "fact", f"{_fact(root, page, leaf)}: say and prove it"
    else:
        what, todo = "example", f"{_example(root, name)}: edit the script"
    line = put(root / "docs" / f"{page}.md", f"::: {what} {name}")
    shown = f"docs/{page}.md:{line}: say in a sentence what it shows"
    return [todo, shown, f"then run: python -m snippets update {name}"]


def _template(file: str, **words: str) -> str:
    return (TEMPLATES / file).read_text(encoding="utf-8").format(**words)


def _example(root: Path, name: str) -> str:
    """Writes the script; where it is, as FILE:LINE."""
    file, script = script_file(name), _template("example.txt").encode()
    if (root / file).exists():
        raise click.UsageError(f"{file} exists; edit it, or choose another name")
    for problem in problems_in(name, script, declared_modules(root)):
        raise problem
    write(root / file, script)
    return f"{file}:1"


def _fact(root: Path, page: str, leaf: str) -> str:
    """Adds the function to the module of its page; where it is, as FILE:LINE."""
    file = f"{FACTS}/{page}.py"
    if f"{page}#{leaf}" in facts_in(root)[0]:
        raise click.UsageError(f"{file} has {leaf}; edit it, or choose another name")
    module = root / file
    before = module.read_text(encoding="utf-8") if module.exists() else _template("facts.txt", page=page)
    above = f"{before.rstrip()}\n\n\n"
    write(module, (above + _template("fact.txt", name=leaf)).encode())
    return f"{file}:{line_of(above, len(above))}"


def release_pages(root: Path) -> list[str]:
    """Makes the pages of releases that have none, and removes that of the pinned one; what was done."""
    done = []
    for release in read_releases(root):
        page = f"docs/{release.page}.md"
        if not (root / page).exists():
            write(root / page, _template("release.txt", name=release.environment.libraries, leaf=release.leaf).encode())
            done.append(f"made      {page}")
    pinned = f"docs/{read_pinned(root).page}.md"
    if (root / pinned).exists():
        (root / pinned).unlink()
        done.append(f"removed   {pinned}")
    return done


def put(page: Path, directive: str) -> int:
    """Adds a directive to a page, at the end of its section "Examples" or of the page; the line that it is on."""
    text = page.read_bytes().decode()
    section = re.search(r"\n## Examples(?=\n).*?(?=\n## |\Z)", text, re.DOTALL)
    place = section.end() if section else len(text)
    before, after = text[:place].rstrip("\n"), text[place:].lstrip("\n")
    write(page, f"{before}\n\n{directive}\n".encode() + (f"\n{after}".encode() if after else b""))
    return before.count("\n") + 3

"""What may not be on a page, found in its source: the gates that need no run and no build."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from mkdocs.utils.meta import YAML_RE

from snippets.problem import Problem, nearest
from snippets.publish.expand import DIRECTIVE, Directive, Fence, facts_on, inline_facts, parts, problem_of
from snippets.publish.prose import prose_problems, tutorial_problems
from snippets.recorded import TUTORIALS, Record, script_file

PYTHON = re.compile(r"^\{?\s*\.?(?:python3?|py|pycon|ipython|ipython3)\b", re.IGNORECASE)
LOOKS_LIKE_PYTHON = re.compile(r"^\s*(?:>>> |import (?:numpy|torch)\b|from (?:numpy|torch)\b)", re.MULTILINE)
INLINE = re.compile(r"(?<!`)`(?P<code>[^`\n]+)`(?!`)(?P<absent>\{\.absent\})?")
API = re.compile(r"(?<![\w.])(?:torch|np|numpy|nn|Tensor|ndarray)(?:\.[A-Za-z_]\w*)+|^\.[A-Za-z_]\w*(?=\()")


@dataclass(frozen=True)
class ApiName:
    """A name of the libraries in inline code: torch.asarray, Tensor.numpy, .numpy of `.numpy()`; lines count from 1."""

    line: int
    name: str
    absent: bool


def read_pages(root: Path) -> dict[str, str]:
    """The sources of all Markdown pages by name (methods/from_numpy), in the order of their names."""
    docs = root / "docs"
    files = sorted(docs.rglob("*.md"))
    return {file.relative_to(docs).with_suffix("").as_posix(): file.read_bytes().decode() for file in files}


def name_problems(root: Path) -> list[Problem]:
    """Pages and notebooks that would be built to one and the same address."""
    owners: dict[str, str] = {}
    problems = []
    for file in sorted(path for path in (root / "docs").rglob("*") if path.suffix in (".md", ".ipynb")):
        path = file.relative_to(root).as_posix()
        page = file.with_suffix("") if file.stem.lower() not in ("index", "readme") else file.parent
        address = page.relative_to(root / "docs").as_posix()
        first = owners.setdefault(address, path)
        if first != path:
            found = f"the address of {first}, too"
            problems.append(Problem(path, 1, f"an address of its own, not {address}/", found, "rename one of the two"))
    return problems


def merge_problems(pages: Mapping[str, str]) -> list[Problem]:
    """Lines that a merge has left."""
    fix = "take one of the two sides, or both, and remove the lines of marks"
    return [
        Problem(f"docs/{page}.md", number, "a page without the marks of a merge", line, fix)
        for page, text in pages.items()
        for number, line in enumerate(text.split("\n"), 1)
        if line.startswith(("<<<<<<< ", ">>>>>>> "))
    ]


def front_matter_problems(pages: Mapping[str, str]) -> list[Problem]:
    """Pages whose head is no YAML, which MkDocs would show on the page, or a description that HTML cannot hold."""
    problems = []
    for page, text in pages.items():
        try:
            head = YAML_RE.match(text)
            meta = yaml.safe_load(head[1]) if head else {}
            said = "" if isinstance(meta, dict) else "no names and values"
            if not said and '"' in str(meta.get("description", "")):
                said = 'a description with ", which would end it in the page'
        except yaml.YAMLError as error:
            said = " ".join(str(error).split())
        if said:
            fix = 'put a text that holds a colon between quotes: description: "Why: …"; no other quotes in it'
            problems.append(Problem(f"docs/{page}.md", 1, "a title and a description, as YAML", said, fix))
    return problems


def shown_on(pages: Mapping[str, str], kind: str = "example") -> dict[str, list[str]]:
    """{example: the pages that show it}, for every example (or what else is a `kind`) that a directive names."""
    found: dict[str, list[str]] = {}
    for page, text in pages.items():
        for part in parts(text):
            if isinstance(part, Directive) and part.kind == kind:
                found.setdefault(part.argument, []).append(page)
    return found


def tutorial_prose(root: Path) -> list[Problem]:
    """Sentences in the notebooks' Markdown cells that say what the libraries do, and link to no fact."""
    sources = sorted((root / TUTORIALS).glob("[!_]*.py"))
    files = {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in sources}
    return [problem for file, text in files.items() for problem in tutorial_problems(file, text)]


def problems_on(pages: Mapping[str, str], records: Record) -> list[Problem]:
    """Directives that name nothing or stand twice, typed Python, claims without proof, what is on no page."""
    problems = [problem for page, text in pages.items() for problem in _problems_on_page(page, text, records)]
    problems += [problem for page, text in pages.items() for problem in prose_problems(page, text)]
    shown = shown_on(pages)
    for name in records.examples:
        if name not in shown:
            page = name.rpartition("/")[0]
            fix = f"add the line `::: example {name}` to docs/{page}.md, or remove the script and its output"
            problems.append(Problem(script_file(name), 1, "an example that a page shows", "on no page", fix))
    elsewhere = shown_on(pages, "elsewhere")
    for name in records.elsewhere:
        if (directive := name.removeprefix("elsewhere/")) not in elsewhere:
            fix = f"add the line `::: elsewhere {directive}` to a page, or remove the script and its output"
            problems.append(Problem(script_file(name), 1, "a script that a page shows", "on no page", fix))
    on_pages = {name for text in pages.values() for name in facts_on(text, records)}
    for name, fact in records.facts.items():
        if name not in on_pages:
            fix = f"add the line `::: fact {name}` to docs/{fact.page}.md, or remove the function"
            problems.append(Problem(fact.file, fact.line, "a fact that a page shows", f"{name} is on no page", fix))
    return problems


def _problems_on_page(page: str, text: str, records: Record) -> Iterator[Problem]:
    file = f"docs/{page}.md"
    seen = Counter[tuple[str, str]]()
    for line, name in inline_facts(text):
        if name not in records.facts:
            expected = "the name of a function under snippets/facts/: PAGE#NAME"
            yield Problem(file, line, expected, f"unknown fact {name!r}", nearest(name, records.facts))
        seen["fact", name] += 1
        if seen["fact", name] == 2:
            yield Problem(
                file, line, "a fact once a page", f"fact {name} a second time", "remove it, or link to the first"
            )
    for part in parts(text):
        if isinstance(part, Directive):
            if problem := problem_of(part, page, records):
                yield problem
            seen[part.kind, part.argument] += 1
            if seen[part.kind, part.argument] == 2:
                found = f"{part.kind} {part.argument} a second time"
                what = {"example": "an example", "fact": "a fact", "facts": "a list of facts"}.get(part.kind, "a table")
                expected = f"{what} once a page"
                yield Problem(file, part.line, expected, found, "remove it, or link to the first")
        elif isinstance(part, Fence):
            if PYTHON.match(part.info) or LOOKS_LIKE_PYTHON.search(part.text):
                fix = f"run: python -m snippets new {page}/NAME, and put the code into that script"
                yield Problem(file, part.line, "code out of snippets/examples/", "Python typed into the page", fix)
            elif any(DIRECTIVE.match(line) for line in part.text.split("\n")[1:-1]) and not part.info:
                yield Problem(
                    file, part.line, "directives outside of fences", "one inside", "name the fence's language"
                )


def api_names(text: str) -> list[ApiName]:
    """The names of torch and NumPy in the inline code of a page, in order; `torch.tensor(a)` gives torch.tensor.

    Code marked with {.absent} says that its first name does not exist.
    """
    found, line = [], 0
    for part in parts(text):
        if isinstance(part, str):
            line += 1
            for inline in INLINE.finditer(part):
                names = API.findall(inline["code"])
                absent = inline["absent"] is not None
                found += [ApiName(line, name, absent) for name in (names[:1] if absent else names)]
        else:
            line += part.text.count("\n") + 1 if isinstance(part, Fence) else 1
    return found

"""Examples, scripts for other machines and facts that no page shows."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from snippets.problem import Problem
from snippets.publish.directives import shown_on
from snippets.publish.page import Page
from snippets.recorded import Record, script_file


def problems(pages: Mapping[str, Page], records: Record, root: Path) -> Iterator[Problem]:
    """A Problem for each of them."""
    shown = shown_on(pages, records)
    for name in (name for name in records.examples if name not in shown):
        line = f"`::: example {name}` to docs/{name.rpartition('/')[0]}.md"
        fix = f"add the line {line}, or remove the script and its output"
        yield Problem(script_file(name), 1, "an example that a page shows", "on no page", fix)
    for name in (name for name in records.elsewhere if name not in shown):
        line = f"`::: elsewhere {name.removeprefix('elsewhere/')}` to a page"
        fix = f"add the line {line}, or remove the script and its output"
        yield Problem(script_file(name), 1, "a script that a page shows", "on no page", fix)
    for name, fact in records.facts.items():
        if name not in shown:
            fix = f"add the line `::: fact {name}` to docs/{fact.page}.md, or remove the function"
            yield Problem(fact.file, fact.line, "a fact that a page shows", f"{name} is on no page", fix)

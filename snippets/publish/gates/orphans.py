"""Examples, scripts for other machines and facts that no page shows."""

from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.directives import shown_on
from snippets.publish.sources import Sources
from snippets.store.examples import script_file


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each of them."""
    shown = shown_on(sources.pages, sources.records)
    for name in [*sources.records.examples, *sources.records.elsewhere]:
        if name not in shown:
            what, page = "an example", f"docs/{name.rpartition('/')[0]}.md"
            directive = f"example {name}"
            if name in sources.records.elsewhere:
                what, page, directive = "a script", "a page", name.replace("/", " ", 1)
            fix = f"add the line `::: {directive}` to {page}, or remove the script and its output"
            yield Problem(script_file(name), 1, f"{what} that a page shows", "on no page", fix)
    for name, fact in sources.records.facts.items():
        if name not in shown:
            fix = f"add the line `::: fact {name}` to docs/{fact.page}.md, or remove the function"
            yield Problem(fact.file, fact.line, "a fact that a page shows", f"{name} is on no page", fix)

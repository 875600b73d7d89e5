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
            if name in sources.records.elsewhere:
                yield Problem.of(script_file(name), 1, "unseen_script", directive=name.replace("/", " ", 1))
            else:
                yield Problem.of(script_file(name), 1, "unseen_example", name=name, page=name.rpartition("/")[0])
    for name, fact in sources.records.facts.items():
        if name not in shown:
            yield Problem.of(fact.file, fact.line, "unseen_fact", name=name, page=fact.page)

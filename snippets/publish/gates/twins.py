"""One and the same script under two names: what a reader sees twice, and somebody edits once."""

from collections.abc import Iterator

from snippets.problem import Problem
from snippets.publish.sources import Sources
from snippets.store.examples import script_file


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each example that does what another one does; comments and blank lines do not count."""
    owners: dict[str, str] = {}
    for name, example in sources.records.examples.items():
        lines = (line.rstrip() for line in example.script.split("\n"))
        first = owners.setdefault("\n".join(line for line in lines if line and not line.startswith("#")), name)
        if first != name:
            yield Problem.of(script_file(name), 1, "same_script", first=first, files=script_file(name)[:-2])

"""Pages whose head is no YAML, which MkDocs would show on the page, or a description that HTML cannot hold."""

from collections.abc import Iterator

import yaml
from mkdocs.utils.meta import YAML_RE

from snippets.problem import Problem
from snippets.publish.sources import Sources


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each such page."""
    fix = 'put a text that holds a colon between quotes: description: "Why: …"; no other quotes in it'
    for page in sources.pages.values():
        if wrong := _wrong(page.source):
            yield Problem(page.file, 1, "a title and a description, as YAML", wrong, fix)


def _wrong(source: str) -> str:
    head = YAML_RE.match(source)
    try:
        meta = yaml.safe_load(head[1]) if head else {}
    except yaml.YAMLError as error:
        return " ".join(str(error).split())
    if not isinstance(meta, dict):
        return "no names and values"
    return 'a description with ", which would end it in the page' if '"' in str(meta.get("description", "")) else ""

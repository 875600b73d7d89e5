"""Pages without a title and a description, or whose head is no YAML, which MkDocs would show on the page."""

from collections.abc import Iterator

import yaml
from mkdocs.utils.meta import YAML_RE

from snippets.problem import Problem
from snippets.publish.sources import Sources

NAMES = {"title": str, "description": str, "search": dict, "tags": list, "moved": str}
REQUIRED = ("title", "description")
SEARCH: dict[str, tuple[type, ...]] = {"words": (str, dict), "boost": (int, float), "exclude": (bool,)}


def problems(sources: Sources) -> Iterator[Problem]:
    """A Problem for each such page."""
    for page in sources.pages.values():
        if wrong := _wrong(page.source):
            yield Problem.of(page.file, 1, "front_matter", wrong=wrong)


def _wrong(source: str) -> str:
    head = YAML_RE.match(source)
    try:
        meta = yaml.safe_load(head[1]) if head else {}
    except yaml.YAMLError as error:
        return " ".join(str(error).split())
    if not isinstance(meta, dict):
        return "no names and values"
    if unknown := [str(name) for name in meta if name not in NAMES]:
        return f"{unknown[0]}, which is none of {', '.join(NAMES)}"
    for name, kind in NAMES.items():
        if (name in meta or name in REQUIRED) and not (meta.get(name) and isinstance(meta[name], kind)):
            return f"no {name}"
    for name, value in meta.get("search", {}).items():
        if not isinstance(value, SEARCH.get(str(name), ())):
            return f"search: {name}: {value}, which is none of {', '.join(SEARCH)}, or not of its kind"
    return 'a description with ", which would end it in the page' if '"' in meta["description"] else ""

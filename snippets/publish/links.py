"""Links between pages, whose addresses are folders: methods/from_numpy.md is built to methods/from_numpy/."""

import posixpath
import re

LINK = re.compile(r"(?<=\]\()(?P<path>[^()\s:#?]+?)\.(?:md|ipynb)(?P<rest>(?:\?[^()\s#]*)?(?:#[^()\s]*)?)(?=\))")
FROM_DOCS = re.compile(r"(?<=\]\()(?P<path>/[^()\s:#]+)")  # of a table: from docs/ on
# To the element of a fact or an example, which Markdown does not know, so that MkDocs would not find it.
TO_ELEMENT = re.compile(r"\[(?P<text>[^\[\]`<&]+)\]\(/(?P<page>[^()\s:#]+)\.md#(?P<id>fact-[\w-]+|[\w-]+/[^()\s]+)\)")
# The same in the text of a page, by the way from it.
TO_FACT = re.compile(r"(?<!!)\[(?P<text>[^\[\]]+)\]\((?P<path>[^()\s:#]+)\.md#(?P<id>fact-[\w-]+)\)")
# [where it is now](page.md){#what-it-was-called-here}, and **a word**{#a-word}, which is defined there.
NAMED = re.compile(r"(?:(?<=\))|(?<=\*\*))\{ *#([^\s}]+) *\}")


def folder(page: str) -> str:
    """The folder of the built site that `page` is in, relative to the site."""
    return "" if page == "index" else page


def fact_id(name: str) -> str:
    """The id of a fact's element: no name in it needs to be quoted in an address."""
    return "fact-" + re.sub(r"\W+", "-", name)


def way(page: str, target: str) -> str:
    """The relative address of the folder of page `target` from that of `page`."""
    return posixpath.relpath(f"/{folder(target)}", f"/{folder(page)}")


def at_page(markdown: str, page: str, html: bool) -> str:
    """`markdown`, whose links begin at docs/, with links that start at `page`."""
    if html:
        markdown = TO_ELEMENT.sub(lambda link: _to_element(page, link["page"], link), markdown)
    start = posixpath.dirname(f"/{page}")
    return FROM_DOCS.sub(lambda link: posixpath.relpath(link["path"], start), markdown)


def to_facts(markdown: str, page: str) -> str:
    """`markdown`, the source of `page`, with links to the elements of facts made HTML."""
    return TO_FACT.sub(lambda link: _to_element(page, target_of(page, link["path"]), link), markdown)


def _to_element(page: str, target: str, link: re.Match[str]) -> str:
    return f'<a href="{way(page, target)}/#{link["id"]}">{link["text"]}</a>'


def target_of(page: str, path: str) -> str:
    """What the `path` of a link in the source of `page` leads to, from docs/ on."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def twin_links(markdown: str, page: str) -> str:
    """`markdown`, the source of `page`, with links to other sources made links to their Markdown copies."""

    def twin(link: re.Match[str]) -> str:
        return posixpath.join(way(page, target_of(page, link["path"])), "index.md").removeprefix("./") + link["rest"]

    return NAMED.sub("", LINK.sub(twin, markdown))

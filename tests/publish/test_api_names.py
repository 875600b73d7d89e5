"""Every name in inline code, and every quoted message, is one of the installed libraries."""

import importlib
import re
from functools import reduce
from typing import Any

import numpy as np
import pytest
import torch

from snippets.publish.page import ApiName, Page, read_pages
from snippets.store.facts import facts_in
from snippets.store.files import ROOT
from snippets.store.record import Record
from snippets.store.tutorials import TUTORIALS

PAGES = read_pages(ROOT)
SENTENCES = {name: fact.sentence for name, fact in facts_in(ROOT)[0].items()}
SOURCES = (
    SENTENCES
    | {page.file: page.source for page in PAGES.values()}
    | {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in [*(ROOT / TUTORIALS).glob("*.py"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    }
)
ROOTS: dict[str, Any] = {
    "torch": torch,
    "np": np,
    "numpy": np,
    "nn": torch.nn,
    "Tensor": torch.Tensor,
    "ndarray": np.ndarray,
}


def exists(name: str) -> bool:
    """Whether the installed library has `name`; a method such as .numpy may be a tensor's or an array's."""
    first, *rest = name.split(".")
    if not first:
        return any(hasattr(owner, rest[0]) for owner in (torch.Tensor, np.ndarray))
    try:
        reduce(getattr, rest, ROOTS[first])
    except AttributeError:
        try:
            importlib.import_module(f"{ROOTS[first].__name__}.{'.'.join(rest)}")
        except ImportError:
            return False
    return True


def wrong_names(text: str) -> list[ApiName]:
    """Names that do not exist and are not marked, or are marked and exist."""
    return [name for name in Page("", text).api_names if exists(name.name) == name.absent]


@pytest.mark.parametrize("source", SOURCES)
def test_every_api_name_exists_or_is_marked_as_absent(source: str) -> None:
    assert not [f"{source}:{name.line}: {name.name}" for name in wrong_names(SOURCES[source])]


def test_quoted_messages_are_messages_that_a_script_on_the_site_shows(record: Record) -> None:
    """Inline code and headings that quote an error: four words or more, and no call, path or command."""
    outputs = " ".join(" ".join(one.output for one in record.examples.values()).split())
    for page in PAGES.values():
        for quoted in re.findall(r"`([^`\n]+)`", page.source):
            if len(quoted.split()) >= 4 and not re.search(r"[=({]|^python |^make |^#|/", quoted):
                assert quoted in outputs, f"{page.file}: {quoted!r}"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("`torch.from_numpy`", False),
        ("`torch.utils.data.default_collate`", False),
        ("`torch.from_nump`", True),
        ("`Tensor.astype`", True),
        ("`.astype()`, `.out`", False),
        ("`.no_such_method()`", True),
        ("`Tensor.astype`{.absent}", False),
        ("`Tensor.numpy`{.absent}", True),
    ],
)
def test_a_name_that_does_not_exist_is_found_and_so_is_a_wrong_mark(text: str, wrong: bool) -> None:
    assert bool(wrong_names(text)) == wrong

"""Every name in inline code, and every quoted message, is one of the installed libraries."""

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
import pytest
import torch

from snippets.publish.page import Line, Page, read_pages
from snippets.store.facts import facts_in
from snippets.store.files import ROOT
from snippets.store.record import Record
from snippets.store.tutorials import TUTORIALS

INLINE_CODE = re.compile(r"(?<!`)`(?P<code>[^`\n]+)`(?!`)(?P<absent>\{\.absent\})?")
API = re.compile(r"(?<![\w.])(?:torch|np|numpy|nn|Tensor|ndarray)(?:\.[A-Za-z_]\w*)+|^\.[A-Za-z_]\w*(?=\()")
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


@dataclass(frozen=True)
class ApiName:
    """A name of the libraries in inline code: torch.asarray, Tensor.numpy, .numpy of `.numpy()`.

    `absent`: the code is marked with {.absent}, which says that its first name does not exist.
    """

    line: int
    name: str
    absent: bool


def api_names(text: str) -> Iterator[ApiName]:
    """The names of torch and NumPy in inline code, outside of fences; `torch.tensor(a)` gives torch.tensor."""
    for part in Page("", text).parts:
        for inline in INLINE_CODE.finditer(part.text) if isinstance(part, Line) else ():
            absent = inline["absent"] is not None
            names = API.findall(inline["code"])
            yield from (ApiName(part.line, name, absent) for name in (names[:1] if absent else names))


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
    return [name for name in api_names(text) if exists(name.name) == name.absent]


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("`torch.from_numpy(array)`", ["torch.from_numpy"]),
        ("`torch.tensor(np.array([1]))`", ["torch.tensor", "np.array"]),
        ("`Tensor.numpy` and `.clone()`", ["Tensor.numpy", ".clone"]),
        ("`array.numpy_like`, torch.nope, `x = 1.5`", []),
        ("```text\n`torch.nope`\n```", []),
    ],
)
def test_names_are_read_off_inline_code(text: str, names: list[str]) -> None:
    assert [name.name for name in api_names(text)] == names


def test_lines_are_counted_past_fences_and_directives() -> None:
    text = "a\n\n```text\nb\n```\n\n::: example x\n`np.sum`"
    assert [*api_names(text)] == [ApiName(8, "np.sum", False)]

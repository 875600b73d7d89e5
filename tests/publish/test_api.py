"""The index names each call once, with the pages that show it."""

import re

import pytest

from snippets.publish.api import MOST, api_text, calls
from snippets.publish.rows import Unknown
from snippets.store.record import Record
from snippets.store.types import Example
from tests.store.made_up import record_of

SCRIPT = """from torch.utils.data import DataLoader as Loader
import torch
from tests.store.made_up import record_of
batches = Loader(torch.from_numpy(rows))
rows.copy(), torch.float32, torch.zeros(3).sum()
"""


def test_calls_are_found_under_their_own_names_and_nothing_else_is() -> None:
    assert calls(SCRIPT) == {"torch.utils.data.DataLoader", "torch.from_numpy", "torch.zeros"}


def test_pages_are_in_the_order_of_how_often_they_show_a_call_and_the_last_are_counted() -> None:
    names = ["p/most/one", "p/most/two", *(f"p/page{number}/one" for number in range(MOST))]
    examples = {name: Example(name, "import torch\ntorch.zeros(3)\n", "") for name in names}
    shown = api_text("torch", record_of(examples), "markdown")
    assert "| `torch.zeros` | [Most](/p/most.md), [Page0](/p/page0.md)" in shown
    assert shown.rstrip().endswith("and 1 more |")


def test_methods_are_read_off_the_sentences_of_facts(record: Record) -> None:
    shown = api_text("torch", record, "markdown")
    assert "| `Tensor.numpy` |" in shown
    assert "`torch.float32`" not in shown
    assert "`np." not in shown
    assert "testing" not in api_text("numpy", record, "markdown")


def test_each_group_of_calls_is_behind_a_line_that_opens(record: Record) -> None:
    shown = api_text("numpy", record, "html")
    lines = re.findall(r'<details markdown="1">\n### ([\w ]+) \((\d+)\)\n', shown)
    assert [title for title, _ in lines] == ["Functions of NumPy", "Methods of an array", "In modules of NumPy"]
    assert sum(int(number) for _, number in lines) == shown.count("| `")


def test_another_side_is_refused() -> None:
    with pytest.raises(Unknown, match="torch or numpy"):
        api_text("pandas", record_of(), "html")

"""Every message of the matrix is explained once, and the call that is said to work does."""

import ast
import re
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
import torch

from snippets.matrix import entries
from snippets.matrix.axes import Dtype, Layout, Method
from snippets.matrix.messages import MESSAGES, Message, Met, explanations_of, messages_in
from snippets.matrix.script import OPERANDS, find
from snippets.problem import Problem
from snippets.store.files import ROOT
from snippets.store.releases import read_pinned
from snippets.store.types import Key
from snippets.verify import matrix
from snippets.verify.run.parents import SETTINGS
from tests.given import given_by

# What the codes of causes use; not all of it has types.
LIBRARIES = {"np": np, "torch": torch} | {
    name: import_module(module) for name, module in {"pa": "pyarrow", "pd": "pandas", "xr": "xarray"}.items()
}
CELLS = read_pinned(ROOT).matrix.cells


def cells_with(message: Message) -> list[Key]:
    return [key for key, result in CELLS.items() if any(message in explanations_of(text) for text in result.messages)]


def operands_of(dtype: Dtype) -> set[str]:
    return set(OPERANDS[dtype.direction].split(", "))


def operands_in(call: str) -> set[str]:
    """The operands that a call uses, whatever direction has them."""
    every = {name for names in OPERANDS.values() for name in names.split(", ")}
    return every & {node.id for node in ast.walk(ast.parse(call)) if isinstance(node, ast.Name)}


def test_every_message_is_explained_by_one_entry() -> None:
    texts = {text for result in CELLS.values() for text in result.messages}
    wrong = {text[:120]: [message.name for message in explanations_of(text)] for text in texts}
    assert {text: names for text, names in wrong.items() if len(names) != 1} == {}


def test_every_entry_explains_a_message_that_holds_its_title_and_says_what_to_do() -> None:
    texts = {text for result in CELLS.values() for text in result.messages}
    for message in MESSAGES:
        own = [text for text in texts if message in explanations_of(text)] or [message.text]
        assert message.section or own != [""], message.name
        assert any(message.title in text for text in own), message.name
        assert message.works or message.met or message.instead, message.name


@pytest.mark.parametrize("message", [message for message in MESSAGES if message.section], ids=lambda one: one.name)
def test_a_message_that_no_cell_gives_is_met_as_it_is_told_or_says_why_not(message: Message) -> None:
    assert [one.name for one in explanations_of(message.text)] == [message.name]
    assert not cells_with(message)
    assert bool(message.met) != bool(message.seen)
    if message.met:
        texts = [" ".join(given_by(met.says, met.source).split()) for met in message.met]
        assert any(message.text in text for text in texts), texts


@pytest.mark.parametrize(
    ("message", "met"), [(message, met) for message in MESSAGES for met in message.met], ids=lambda one: one.when
)
def test_each_way_to_meet_a_message_gives_it_and_takes_the_line_to_write(message: Message, met: Met) -> None:
    assert [one.name for one in explanations_of(given_by(met.says, met.source))] == [message.name]
    assert given_by(met.write, met.source) == ""


def test_the_call_that_is_said_to_work_does_on_every_source_that_gives_the_message() -> None:
    by_source: dict[tuple[Dtype, Layout], list[Method]] = {}
    said: dict[str, tuple[Message, str]] = {}
    for message in MESSAGES:
        keys = cells_with(message)
        for dtype, call in message.works:
            chosen = [find(*key)[1:] for key in keys if dtype in ("", key[1])]
            sources = [source for source in dict.fromkeys(chosen) if operands_in(call) <= operands_of(source[0])]
            assert sources, (message.name, dtype)
            for source in sources:
                method = Method(f"{message.name}_{len(said)}", call, source[0].direction)
                by_source.setdefault(source, []).append(method)
                said[method.name] = (message, call)
    found, problems = matrix.measure(list(by_source.items()), SETTINGS[:1])
    assert not problems
    assert {key[0] for key in found.cells} == set(said)
    wrong, working = [], set()
    for (name, dtype, layout), result in found.cells.items():
        message, call = said[name]
        if result.event not in ("raises", "crashes"):
            working.add((message.name, call))
        # A source with a second fault may give that one's message: one of the entries, and not the same again.
        elif result.event == "crashes" or explanations_of(result.messages[-1]) in ((), (message,)):
            wrong.append((message.name, call, dtype, layout, [text[:80] for text in result.messages]))
    assert wrong == []
    assert {(message.name, call) for message, call in said.values()} - working == set()


@pytest.mark.filterwarnings("ignore:torch.quantize_per_tensor")
@pytest.mark.parametrize("dtype", [torch.quint4x2, torch.quint2x4])
def test_a_view_of_a_quantized_tensor_below_a_byte_gives_no_numbers(dtype: torch.dtype) -> None:
    numbers = torch.tensor([[0.0, 1], [2, 3]] * 4)  # so many that what is read for [1] lies in the tensor
    quantized = torch.quantize_per_tensor(numbers, 1.0, 0, dtype)
    assert torch.equal(quantized.dequantize(), numbers)
    assert not torch.equal(quantized[1].dequantize(), numbers[1])
    with pytest.raises(NotImplementedError, match="copy_kernel"):
        quantized.T.dequantize()


@pytest.mark.parametrize(
    "code",
    [
        "torch.vmap(lambda row: row.tolist())(torch.ones(2, 3))",
        "torch.vmap(lambda row: row.numpy())(torch.ones(2, 3))",
        "torch.func.grad(lambda weights: torch.as_tensor(weights.detach().numpy()).sum())(torch.ones(3))",
    ],
)
def test_under_transforms_a_tensor_has_no_storage_and_what_they_return_has_one(code: str) -> None:
    with pytest.raises(RuntimeError) as caught:
        eval(code)
    assert [message.name for message in explanations_of(f"RuntimeError: {caught.value}")] == ["no_storage"]
    assert torch.vmap(lambda row: row * 2)(torch.ones(2, 3)).numpy().sum() == 12
    assert torch.func.grad(lambda weights: (weights**2).sum())(torch.ones(3)).tolist() == [2, 2, 2]


@pytest.mark.filterwarnings("ignore:Creating a tensor from a list")
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("integer_required", "torch.tensor(np.uint64(1))"),
        ("integer_required", "torch.tensor([np.array([1], np.uint64)])"),
        ("integer_required", "torch.zeros(1).copy_(np.uint64(2**63))"),
        ("integer_required", "torch.Generator().manual_seed(np.int64(1))"),
        ("unpacking_overflow", "torch.tensor(torch.tensor([2**63], dtype=torch.uint64).tolist())"),
        ("unpacking_overflow", "torch.zeros(1).__setitem__(0, np.uint64(2**63))"),
        ("unsized", "torch.tensor([np.array(1.0)])"),
        ("unsized", "torch.tensor(xr.DataArray(np.zeros(2)))"),
        ("too_many_dimensions", 'torch.tensor(pd.Series(["a"]))'),
        ("invalid_data_type", 'torch.tensor(np.str_("a"))'),
        ("infer_dtype", "torch.tensor([1.0, None])"),
        ("infer_dtype", 'torch.tensor(pd.Series([1, None], dtype="Int64"))'),
        ("infer_dtype", 'torch.tensor(pa.table({"a": [1]})["a"])'),
        ("operand_types", "np.ones(1) - torch.ones(1)"),
        ("operand_types", "np.uint64(2**63) * torch.ones(1)"),
        ("operand_types", 'np.datetime64(1, "s") - torch.ones(1)'),
        ("number_overflow", "torch.zeros(1, dtype=torch.uint8).__setitem__(0, 300)"),
        ("number_overflow", "torch.zeros(1, dtype=torch.int64).__setitem__(0, np.nan)"),
        ("number_overflow", "np.zeros(1).__setitem__(0, torch.tensor(1 + 1j))"),
    ],
)
def test_each_cause_that_an_entry_names_gives_its_message(name: str, code: str) -> None:
    with pytest.raises((TypeError, ValueError, RuntimeError)) as caught:
        eval(code, LIBRARIES)
    text = f"{type(caught.value).__name__}: {caught.value}"
    assert [message.name for message in explanations_of(text)] == [name]


def test_a_new_message_is_not_explained() -> None:
    assert explanations_of("ValueError: nobody has seen this") == ()


def test_a_pattern_begins_at_the_type_of_the_error() -> None:
    for message in MESSAGES:
        # An error of a worker is raised again as its own type, whichever that is.
        assert re.match(r"\w+: |\\w\+: Caught ", message.pattern), message.name
    assert explanations_of("x At least one stride in the given numpy array is negative") == ()


@pytest.mark.parametrize(
    "works", ['["torch.from_numpy(a)"]', '"torch.from_numpy(a)"', '[{ cal = "a.T" }]', "[{ dtypes = 'bool' }]"]
)
def test_a_call_that_is_not_written_as_one_is_told_by_file_line_and_form(
    works: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f'[mine]\ntitle = "no"\npattern = "ValueError: no"\ncause = "a test"\nworks = {works}\n'
    (tmp_path / "messages.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(entries, "FOLDER", tmp_path)
    with pytest.raises(Problem) as caught:
        messages_in("messages.toml")
    assert (caught.value.file, caught.value.line) == ("snippets/matrix/messages.toml", 1)
    assert "mine: works holds" in caught.value.found
    assert 'works = [{ dtypes = "float32 float64", call = "..." }]' in caught.value.fix

"""Every message of the matrix is explained once, and the call that is said to work does."""

import pytest
import torch

from snippets.matrix.axes import Dtype, Layout, Method
from snippets.matrix.messages import MESSAGES, Message, explanation_of, explanations_of
from snippets.matrix.script import find
from snippets.recorded import ROOT
from snippets.recorded.cells import read_matrix
from snippets.recorded.matrix import Key
from snippets.verify import cells
from snippets.verify.run.parents import SETTINGS

CELLS = read_matrix(ROOT).cells


def cells_with(message: Message) -> list[Key]:
    return [key for key, one in CELLS.items() if any(message in explanations_of(text) for text in one.messages)]


def test_every_message_is_explained_by_one_entry() -> None:
    texts = {text for result in CELLS.values() for text in result.messages}
    wrong = {text[:120]: [one.name for one in explanations_of(text)] for text in texts}
    assert {text: names for text, names in wrong.items() if len(names) != 1} == {}


def test_every_entry_explains_a_message_that_holds_its_title_and_says_what_to_do() -> None:
    assert len({message.name for message in MESSAGES}) == len(MESSAGES)
    texts = {text for result in CELLS.values() for text in result.messages}
    for message in MESSAGES:
        own = [text for text in texts if message in explanations_of(text)]
        assert own, message.name
        assert any(message.title in text for text in own), message.name
        assert message.works or message.instead, message.name
        assert all(call in message.fix for _, call in message.works), message.name
        assert message.fix.endswith(message.instead), message.name


def test_the_call_that_is_said_to_work_does_on_every_source_that_gives_the_message() -> None:
    by_source: dict[tuple[Dtype, Layout], list[Method]] = {}
    said: dict[str, tuple[Message, str]] = {}
    for message in MESSAGES:
        keys = cells_with(message)
        for dtype, call in message.works:
            sources = list(dict.fromkeys((find(*key)[1:]) for key in keys if dtype in ("", key[1])))
            assert sources, (message.name, dtype)
            for source in sources:
                method = Method(f"{message.name}_{len(said)}", call, source[0].direction)
                by_source.setdefault(source, []).append(method)
                said[method.name] = (message, call)
    found, problems = cells.measure(list(by_source.items()), SETTINGS[:1])
    assert not problems
    assert {key[0] for key in found.cells} == set(said)
    wrong, working = [], set()
    for (name, dtype, layout), result in found.cells.items():
        message, call = said[name]
        if result.event not in ("raises", "crashes"):
            working.add((message.name, call))
        # A source with a second fault may give that one's message: one of the entries, and not the same again.
        elif result.event == "crashes" or explanation_of(result.messages[-1]) == message:
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


def test_a_new_message_is_not_explained() -> None:
    assert explanations_of("ValueError: nobody has seen this") == ()
    with pytest.raises(KeyError, match="0 entries"):
        explanation_of("ValueError: nobody has seen this")


@pytest.mark.parametrize("text", ["x At least one stride in the given numpy array is negative"])
def test_a_pattern_begins_at_the_type_of_the_error(text: str) -> None:
    assert explanations_of(text) == ()

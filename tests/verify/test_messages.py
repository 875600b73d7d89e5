"""Every message of the matrix is explained once, and the call that is said to work does."""

import pytest

from snippets.matrix.axes import Dtype, Layout, Method
from snippets.matrix.messages import MESSAGES, Message, explanations_of
from snippets.matrix.script import find
from snippets.recorded import ROOT
from snippets.recorded.cells import read_matrix
from snippets.recorded.matrix import Key
from snippets.verify import cells
from snippets.verify.parents import SETTINGS

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


def test_the_call_that_is_said_to_work_does() -> None:
    chosen: list[tuple[tuple[Dtype, Layout], list[Method]]] = []
    wanted = []
    for message in MESSAGES:
        keys = cells_with(message)
        for dtype, call in message.works:
            sources = list(dict.fromkeys((find(*key)[1:]) for key in keys if dtype in ("", key[1])))
            assert sources, (message.name, dtype)
            for source in [sources[0], sources[len(sources) // 2]]:
                method = Method(f"{message.name}_{len(chosen)}", call, source[0].direction)
                chosen.append((source, [method]))
                wanted.append(method.name)
    by_source: dict[tuple[Dtype, Layout], list[Method]] = {}
    for source, methods in chosen:
        by_source.setdefault(source, []).extend(methods)
    found, problems = cells.measure(list(by_source.items()), SETTINGS[:1])
    assert not problems
    said = {key[0]: (result.event, result.messages) for key, result in found.cells.items()}
    assert len(said) == len(wanted)
    assert {name: one for name, one in said.items() if one[0] in ("raises", "crashes")} == {}


def test_a_new_message_is_not_explained() -> None:
    assert explanations_of("ValueError: nobody has seen this") == ()


@pytest.mark.parametrize("text", ["x At least one stride in the given numpy array is negative"])
def test_a_pattern_begins_at_the_type_of_the_error(text: str) -> None:
    assert explanations_of(text) == ()

"""A cell is one complete script, found by three names."""

import pytest

from snippets.matrix.script import find, script


def test_an_unknown_name_gets_the_nearest() -> None:
    for names, nearest in (
        (("from_nump", "float32", "reversed"), "from_numpy"),
        (("from_numpy", "flot32", "reversed"), "float32"),
        (("from_numpy", "float32", "reverse"), "reversed"),
    ):
        with pytest.raises(KeyError, match=f"did you mean {nearest}"):
            find(*names)


def test_a_script_is_complete() -> None:
    text = script(*find("numpy", "bfloat16", "transposed"))
    assert "snippets" not in text
    assert "t = x.T" in text
    assert "return t.numpy()" in text

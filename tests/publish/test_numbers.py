"""Which dtype holds every number of another one."""

import numpy as np
import pytest

from snippets.publish.numbers import holds

NAMES = "bool uint8 uint16 uint32 uint64 int8 int16 int32 int64 float16 float32 float64 complex64 complex128".split()
# Which NumPy calls safe, though float64 has 53 bits for the digits of a number.
ROUNDS = {(wide, narrow) for wide in ("float64", "complex128") for narrow in ("int64", "uint64")}


@pytest.mark.parametrize("wide", NAMES)
def test_it_is_what_numpy_casts_safely_but_for_integers_of_64_bits(wide: str) -> None:
    for narrow in NAMES:
        assert holds(wide, narrow) == (np.can_cast(narrow, wide, "safe") and (wide, narrow) not in ROUNDS), narrow


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        ("bfloat16", "uint8", True),
        ("bfloat16", "int16", False),
        ("float32", "bfloat16", True),
        ("float16", "bfloat16", False),
        ("bfloat16", "float16", False),
        ("int64", "longlong", True),
        ("float64", "longdouble", False),
        ("float32", "float32_swapped", True),
        ("uint8", "float64", False),
        ("int64", "str", True),
        ("uint8", "object", True),
    ],
)
def test_of_other_names(wide: str, narrow: str, expected: bool) -> None:
    assert holds(wide, narrow) == expected

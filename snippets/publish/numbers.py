"""Which dtypes hold every number of another one. Without NumPy: building the site needs none."""

import re

FLOATS = {"float16": (11, 5), "bfloat16": (8, 8), "float32": (24, 8), "float64": (53, 11), "longdouble": (64, 15)}
SAME = {"longlong": "int64", "ulonglong": "uint64", "clongdouble": "complex_longdouble"}
COMPLEX = {"complex32": "float16", "complex64": "float32", "complex128": "float64", "complex_longdouble": "longdouble"}


def holds(wide: str, narrow: str) -> bool:
    """Whether dtype `wide` holds every number of dtype `narrow`; both by the names that the libraries give them.

    Of a dtype that is no number, such as text, nothing is known: True.
    """
    wide, narrow = (SAME.get(name, name) for name in (wide, narrow.removesuffix("_swapped")))
    have, need = (_extent(COMPLEX.get(name, name)) for name in (wide, narrow))
    if not have or not need:
        return True
    return (wide in COMPLEX or narrow not in COMPLEX) and all(map(int.__ge__, have, need))


def _extent(dtype: str) -> tuple[int, int, bool, bool] | None:
    """The bits of a number (of a float's, the hidden one too) and of the largest; negative ones? fractions?"""
    if dtype in FLOATS:
        mantissa, exponent = FLOATS[dtype]
        return mantissa, 1 << (exponent - 1), True, True
    if match := re.fullmatch(r"(?P<unsigned>u?)int(?P<bits>8|16|32|64)|bool", dtype):
        signed = match["unsigned"] == ""
        bits = int(match["bits"] or 1) - signed
        return bits, bits, signed, False
    return None

"""Which dtypes hold every number of another one. Without NumPy: building the site needs none."""

import re

MANTISSA = {"float16": 11, "bfloat16": 8, "float32": 24, "float64": 53, "longdouble": 64}  # bits, the hidden one too
RANGE = {"float16": 5, "bfloat16": 8, "float32": 8, "float64": 11, "longdouble": 15}  # bits of the exponent
SAME = {"longlong": "int64", "ulonglong": "uint64", "clongdouble": "complex_longdouble"}
COMPLEX = {"complex32": "float16", "complex64": "float32", "complex128": "float64", "complex_longdouble": "longdouble"}


def holds(wide: str, narrow: str) -> bool:
    """Whether dtype `wide` holds every number of dtype `narrow`; both by the names that the libraries give them.

    Of a dtype that is no number, such as text, nothing is known: True.
    """
    wide, narrow = (SAME.get(name, name) for name in (wide, narrow.removesuffix("_swapped")))
    if wide in COMPLEX and narrow not in COMPLEX:
        return holds(COMPLEX[wide], narrow)
    if narrow in COMPLEX:
        return wide in COMPLEX and holds(COMPLEX[wide], COMPLEX[narrow]) if _is_number(wide) else True
    if not (_is_number(wide) and _is_number(narrow)) or narrow == "bool":
        return True
    if narrow in MANTISSA:
        return wide in MANTISSA and MANTISSA[wide] >= MANTISSA[narrow] and RANGE[wide] >= RANGE[narrow]
    if wide == "bool":
        return False
    bits, signed = _bits(narrow), narrow[0] == "i"
    if wide in MANTISSA:
        return MANTISSA[wide] >= bits - signed and (1 << (RANGE[wide] - 1)) > bits
    return _bits(wide) >= bits + (wide[0] == "i" and not signed) and (wide[0] == "i" or not signed)


def _is_number(dtype: str) -> bool:
    return (
        dtype == "bool"
        or dtype in MANTISSA
        or dtype in COMPLEX
        or re.fullmatch(r"u?int(?:8|16|32|64)", dtype) is not None
    )


def _bits(dtype: str) -> int:
    return int(dtype.lstrip("uint"))

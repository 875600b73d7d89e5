"""The names that `recognize` of layouts.toml may use. Also a part of a script, so it needs NumPy and nothing else."""

from typing import Any

import numpy as np


def names_of(a: np.ndarray[Any, Any]) -> dict[str, Any]:
    """What an expression that recognizes a layout is evaluated with, for the array `a`."""
    owner: Any = a
    while isinstance(owner, np.ndarray) and not isinstance(owner, np.memmap) and owner.base is not None:
        owner = owner.base
    mode = owner.mode if isinstance(owner, np.memmap) else ""
    steps = list(zip(a.shape, a.strides, strict=True))
    return {"np": np, "a": a, "steps": steps, "owner": owner, "mode": mode}

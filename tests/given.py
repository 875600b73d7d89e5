"""What a piece of code says, for the tests of messages."""

import warnings
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812


def given_by(code: str, source: str = "") -> str:
    """The error that `code` ends with, or else its first warning, as a terminal shows it; "" where there is neither.

    `source` runs before it, and has to say nothing. What torch warns of once in a process, it warns of again.
    """
    names: dict[str, Any] = {"np": np, "torch": torch, "F": F}
    exec(source, names)
    always = torch.is_warn_always_enabled()
    torch.set_warn_always(True)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            exec(code, names)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        torch.set_warn_always(always)
    return next((f"{warning.category.__name__}: {warning.message}" for warning in caught), "")

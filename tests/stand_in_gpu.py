"""A stand-in for a GPU, so that code which needs one is run at all where there is none: typos are found, no values.

Its device is the CPU, its pinned memory is any memory, and everything is done at once.
"""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import torch


def on_stand_in(code: str) -> str:
    """`code` with the CPU in the place of the GPU."""
    return code.replace('"cuda"', '"cpu"')


class Event:
    """An event that has always happened."""

    def record(self) -> None: ...

    def synchronize(self) -> None: ...


def _without_pinning(make: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    def made(*shape: Any, pin_memory: bool = False, **options: Any) -> torch.Tensor:
        return make(*shape, **options)

    return made


def patch_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the stand-in in the place of `torch.cuda` and of pinned memory, until the test ends."""
    done = lambda *_: 0  # noqa: E731
    cudart = SimpleNamespace(cudaHostRegister=done, cudaHostUnregister=done)
    for name, value in {"synchronize": done, "Event": Event, "cudart": lambda: cudart}.items():
        monkeypatch.setattr(torch.cuda, name, value)
    monkeypatch.setattr(torch._C, "_accelerator_emptyHostCache", done)
    monkeypatch.setattr(torch.Tensor, "pin_memory", torch.Tensor.clone)
    monkeypatch.setattr(torch.Tensor, "is_pinned", lambda _: True)
    for name in ("empty", "zeros", "ones", "full"):
        monkeypatch.setattr(torch, name, _without_pinning(getattr(torch, name)))

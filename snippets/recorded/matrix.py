"""What one measured cell holds, and all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from snippets.recorded.pairs import Span

Key = tuple[str, str, str]  # method (of a source that cannot be made: direction), dtype, layout


@dataclass(frozen=True)
class Result:
    """What one call did to one source.

    `outcome` is one word: crashes, times_out, raises, uninitialized, wrong, shares, copies; of an operator, raises or
    the type that comes out. `memory` is shares, copies or none; `values` equal, differ, uninitialized or none; `event`
    none, warns, raises, crashes or times_out. `strides` are in elements for a tensor and in bytes for an array.
    `messages` are the warnings and last the error, each as a terminal shows it. `disagree` tells where writes and
    addresses do not say the same of memory.
    """

    outcome: str
    event: str = "none"
    memory: str | None = None
    values: str | None = None
    type: str | None = None
    dtype: str | None = None
    shape: tuple[int, ...] | None = None
    strides: tuple[int, ...] | None = None
    device: str | None = None
    requires_grad: bool | None = None
    writable: str | None = None
    in_place: str | None = None
    messages: tuple[str, ...] = ()
    disagree: str | None = None

    def found(self) -> dict[str, Any]:
        """The fields that hold something, for JSON."""
        held = vars(self).items()
        return {name: value for name, value in held if value is not None and (value or name != "messages")}

    @staticmethod
    def of(found: Mapping[str, Any]) -> "Result":
        """A result out of what `found` gave or a script printed; raises TypeError at an unknown field."""
        lists = {name: tuple(value) for name, value in found.items() if isinstance(value, (list, tuple))}
        return Result(**{**found, **lists})


@dataclass(frozen=True, eq=False)  # one matrix is read once, and what is made of it is kept by its identity
class Matrix:
    """Every measured cell, and each source that cannot be made, with the reason.

    The keys of `cells` are (method, dtype, layout), those of `absent` (direction, dtype, layout). `spans` has
    the cells that are otherwise with other releases: see pairs.py.
    """

    cells: Mapping[Key, Result] = field(default_factory=dict, repr=False)
    absent: Mapping[Key, str] = field(default_factory=dict, repr=False)
    spans: Mapping[Key, "Span"] = field(default_factory=dict, repr=False)
    newest: str = ""  # the newest pair, and messages in its words
    wording: Mapping[str, str] = field(default_factory=dict, repr=False)

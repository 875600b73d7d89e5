"""What travels through the program: frozen values, and what can be said of one of them alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

ENDINGS = (
    (re.compile(r"# Raises (?P<raises>[A-Za-z_][\w.]*)\b"), "error"),
    (re.compile(r"# Ends with (?P<signal>SIG[A-Z]+)\b"), "{signal}"),
    (re.compile(r"# Exits with status (?P<status>\d+)\b"), "exit-{status}"),
    (re.compile(r"# Never ends\b"), "timeout"),
)
FORMS = "# Raises ValueError: why | # Ends with SIGABRT: why | # Exits with status 3: why | # Never ends: why"
RELEASE_PAGES = "reference/versions"  # what the pages of other releases begin with


@dataclass(frozen=True)
class Ending:
    """How a script ends: `exit` as published in data-exit, `raises` the exception's name or ""."""

    exit: str
    raises: str = ""


def announced(script: str) -> Ending:
    """How `script` says in its first line that it ends."""
    first = script.partition("\n")[0]
    for pattern, exit_ in ENDINGS:
        if match := pattern.match(first):
            return Ending(exit_.format(**match.groupdict()), match.groupdict().get("raises", ""))
    return Ending("0")


@dataclass(frozen=True)
class Example:
    """A script and what a terminal showed when it ran, both to the byte."""

    name: str
    script: str
    output: str
    where: str = ""  # the machine, releases and day, where that is not what everything else was recorded on
    stale: str = ""  # why the recorded output is not this script's, which is then not shown

    @property
    def page(self) -> str:
        """The page that the example belongs to."""
        return self.name.rpartition("/")[0]

    @property
    def ending(self) -> Ending:
        """The ending that the script's first line announces; without one, status 0."""
        return announced(self.script)


@dataclass(frozen=True)
class Function:
    """A function of a module that is read, not imported: its docstring in one line, its body, the imports it uses.

    `line` is the function's, `first` the one that its body begins on.
    """

    name: str
    file: str
    line: int
    sentence: str
    imports: str
    body: str
    first: int

    @property
    def program(self) -> str:
        """The body as a script that runs as it stands."""
        return f"{self.imports}\n{self.body}" if self.imports else self.body

    def in_module(self, line: int) -> int:
        """The line of the module in which a line of the program stands; of its imports, the function's."""
        imports = self.program.count("\n") - self.body.count("\n")
        return self.first + line - imports - 1 if line > imports else self.line


@dataclass(frozen=True)
class Fact(Function):
    """A sentence and its proof. `name` is PAGE#FUNCTION; `mutants` and `tried` are as recorded (store.facts.Proved)."""

    mutants: tuple[str, ...] = ()
    tried: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def page(self) -> str:
        """The page that the fact belongs to."""
        return self.name.partition("#")[0]


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
    plain_dtype: str | None = None
    in_place: str | None = None
    messages: tuple[str, ...] = ()
    disagree: str | None = None

    def found(self) -> dict[str, Any]:
        """The fields that hold something, for JSON, in their order, which `vars` has only of what was made by name."""
        held = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in held if value is not None and (value or name != "messages")}


MISSING = Result("missing")  # a cell that was not measured, though its source can be made


@dataclass(frozen=True, eq=False)
class Matrix:
    """Every measured cell, and each source that cannot be made, with the reason.

    The keys of `cells` are (method, dtype, layout), those of `absent` (direction, dtype, layout).
    """

    cells: Mapping[Key, Result] = field(default_factory=dict, repr=False)
    absent: Mapping[Key, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Environment:
    """A release (of torch and of NumPy), the Python and the platform that something was recorded on."""

    torch: str
    numpy: str
    python: str
    platform: str

    def __str__(self) -> str:
        return f"torch {self.torch}, NumPy {self.numpy}, Python {self.python}"

    @property
    def libraries(self) -> str:
        """The two libraries, as a sentence names them: "torch 2.15.0 and NumPy 2.5.5"."""
        return f"torch {self.torch} and NumPy {self.numpy}"


@dataclass(frozen=True)
class Ended:
    """How a script ended (as published in data-exit), and what a terminal showed."""

    exit: str
    output: str


@dataclass(frozen=True)
class Ran(Ended):
    """The same, and the mark of the script (see store.releases.mark) that was run."""

    mark: str


def _file_name(name: str) -> str:
    return "" if "#" in name else name.rpartition("/")[2]


@dataclass(frozen=True)
class Release:
    """One release of torch and NumPy, measured whole: examples and proofs by name, and the matrix.

    `measured` is the day. `broken` is why nothing could be measured: it cannot be installed, or does not work together.
    `libraries` are the releases of the others that examples import, {} where nobody wrote them down.
    """

    environment: Environment
    measured: str
    runs: Mapping[str, Ran] = field(default_factory=dict, repr=False)
    matrix: Matrix = field(default_factory=Matrix, repr=False)
    broken: str = ""
    libraries: Mapping[str, str] = field(default_factory=dict)

    __hash__ = object.__hash__  # what is made of one is kept by its identity

    @property
    def name(self) -> str:
        """As published in data-pair: "torch 2.15.0, numpy 2.5.5"."""
        return f"torch {self.environment.torch}, numpy {self.environment.numpy}"

    @property
    def leaf(self) -> str:
        """What its file and its page are called: torch-2.15.0-numpy-2.5.5."""
        return f"torch-{self.environment.torch}-numpy-{self.environment.numpy}"

    @property
    def page(self) -> str:
        """The page that shows what is otherwise with it."""
        return f"{RELEASE_PAGES}/{self.leaf}"

    @property
    def marks(self) -> dict[str, str]:
        """{example or fact: the mark of the script that ran}."""
        return {name: run.mark for name, run in self.runs.items()}

    def runs_now(self, marks: Mapping[str, str]) -> dict[str, Ran]:
        """What scripts as they are now, {name: mark}, gave with it: their pages may have been renamed since.

        A warning shows the file of an example, so one whose file was renamed has to run again.
        """
        keys = {name: (_file_name(name), mark) for name, mark in marks.items()}
        known = {(_file_name(name), run.mark): run for name, run in self.runs.items()}
        return {name: known[key] for name, key in keys.items() if key in known}

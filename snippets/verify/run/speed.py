"""What makes many runs cheap, and changes none of them: imports that are made once, and memory that is cheap to fork.

A fork copies the tables of the memory, and then each page that is written to: in Python, each that is looked at.
"""

import atexit
import contextlib
import ctypes
import gc
import importlib
import os
import re
import sys
import tempfile
import weakref
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

# What torch and NumPy import at the first tensor that is printed, the first random number, ...: 4 ms of a run of 10.
FIRST_USE = ("torch._subclasses.schema_check_mode", "torch.utils._device", "numpy.random", "numpy.ma", "numpy.fft")
SLOW = {  # what torch imports at the first use of what the pattern names: 1.4 s of CPU time, and 0.7
    "torch._dynamo": re.compile(
        r"\btorch\.(?:optim|compile|export|library\.opcheck|set_default_device|use_deterministic)|device=.meta"
    ),
    "torch.distributed.tensor": re.compile(r"\btorch\.(?:testing\.assert_|nested\.|jit\.trace)"),
}
IMPORT = re.compile(r"^import ([\w.]+)|^from ([\w.]+) import (\w+)", re.MULTILINE)
MANY = 20  # scripts, from which on imports are made once: each fork then takes up to 2 ms more


def shared_imports(scripts: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """What the parents import before they run a script: {its name: what others of `scripts` import, too}.

    Those that need least come first, so that few forks carry what few need. Few scripts share nothing.
    """
    if len(scripts) < MANY:
        return dict.fromkeys(scripts, frozenset())
    needs = {name: imported(script) for name, script in scripts.items()}
    counts = Counter(module for modules in needs.values() for module in modules)
    shared = {name: frozenset(module for module in modules if counts[module] > 1) for name, modules in needs.items()}
    return dict(sorted(shared.items(), key=lambda item: len(item[1])))


def imported(script: str) -> set[str]:
    """The modules that a script imports beside Python's own; a name that it imports from one may be one, too."""
    modules = {module for module, uses in SLOW.items() if uses.search(script)}
    for module, origin, name in IMPORT.findall(script):
        modules |= {module} if module else {origin, f"{origin}.{name}"}
    own = {*sys.stdlib_module_names, "numpy", "torch"}
    return {module for module in modules if module in SLOW or module.partition(".")[0] not in own}


def settle(modules: Iterable[str] = FIRST_USE) -> None:
    """Imports `modules`, and makes what this process holds as cheap to fork as it can be."""
    kept = {*os.environ}
    for module in modules:
        # Not installed, or not for this torch: a script that imports it is told.
        with contextlib.suppress(Exception):
            importlib.import_module(module)
    for name in {*os.environ} - kept:
        del os.environ[name]  # a cache of torch, in our folder: a run has its own
    weakref.finalize._registry.clear()  # type: ignore[attr-defined]  # torch's own, which would all be asked at the end
    gc.collect()
    for tracked in gc.get_objects():
        # torch.distributed, until torch 2.9: each run would remove a folder of ours at its end, and be refused.
        if type(tracked) is tempfile.TemporaryDirectory:
            atexit.unregister(tracked.cleanup)
    gc.freeze()
    collapse()


def collapse() -> None:
    """Moves our memory into huge pages: a fork copies an entry per page, which is most of its time (8 ms, then 3).

    Where the kernel cannot (before Linux 6.1, or huge pages are off), nothing happens.
    """
    libc = ctypes.CDLL(None)
    huge = 2 << 20  # bytes
    for line in Path("/proc/self/maps").read_text().splitlines():
        span, access, _, _, inode, *_ = line.split()
        if access == "rw-p" and inode == "0":
            first, last = (int(end, 16) for end in span.split("-"))
            first = -(-first // huge) * huge
            if last - first >= huge:
                length = (last - first) // huge * huge
                libc.madvise(ctypes.c_void_p(first), ctypes.c_size_t(length), 25)  # MADV_COLLAPSE

"""What a machine or a day tells: a second machine, as far as one can be had here, and the traces of this one.

Half of the runs of a script are on the second. What then differs is found by comparing, whatever it was read with. What
is the same on both, because nothing here can be made to say otherwise, is looked for in the output.
"""

import ctypes
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path

from snippets.store.files import ROOT, toml_beside

DAY = 24 * 60 * 60
FIRST, SECOND = toml_beside(__file__).values()
NEW_NAME, NEW_USER = 0x04000000, 0x10000000  # CLONE_NEWUTS, CLONE_NEWUSER


def move(second: bool) -> None:
    """Makes this process, and all that it starts, one of the first machine, or of the second."""
    processors = {*range(64 if second else 2)}  # two, at least: torch warns who starts more workers than there are
    os.cpu_count, os.sched_getaffinity = processors.__len__, lambda pid: processors
    if not second:
        return
    libc = ctypes.CDLL(None)
    # A name of its own takes root, or a system that lets users have namespaces; elsewhere `traces` knows the name.
    if libc.unshare(NEW_NAME) == 0 or libc.unshare(NEW_NAME | NEW_USER) == 0:
        libc.sethostname(b"elsewhere", 9)


@cache
def traces() -> dict[str, str]:
    """What an output may not hold, with what that is: {"/home/me/": "a path of this machine", ...}."""
    folders = {sys.prefix, sys.base_prefix, str(ROOT), str(Path.home()), tempfile.gettempdir()} - {"/"}
    # The second machine can do no more than AVX2: a first that cannot either says the same.
    told = dict.fromkeys(("AVX2", "AVX512"), "what its processor can do")
    told |= {f"{folder}{os.sep}": "a path of this machine" for folder in folders}
    told[platform.release()] = "its kernel"
    if "+" in version("torch"):
        told[version("torch")] = "the build of torch"
    if len(platform.node()) > 5:  # a shorter one may be a word
        told[platform.node()] = "its name"
    if processor := re.search(r"model name\s*: (.+)", _system("cpuinfo")):
        told[processor[1]] = "its processor"
    if memory := re.search(r"(\d{6,}) kB", _system("meminfo")):
        told |= dict.fromkeys((memory[1], str(int(memory[1]) << 10)), "its memory")
    return told


def _system(name: str) -> str:
    """A text of the system about itself; none where it has no /proc."""
    file = Path("/proc", name)
    return file.read_text(encoding="utf-8") if file.exists() else ""


def traces_in(output: str, script: str, now: float) -> Iterator[tuple[str, str]]:
    """What `output` tells of this machine, and of `now` (seconds since 1970) unless the script has it: (text, what)."""
    yield from ((text, what) for text, what in traces().items() if text in output)
    for number in re.findall(r"(?<!\d)\d{10}(?:\d{3}){0,3}(?!\d)", output):
        if abs(int(number[:10]) - now) < DAY and number not in script:
            yield number, "the time"
    for day in re.findall(r"\d{4}-\d\d-\d\d", output):
        if day in _days(now) and day not in script:
            yield day, "the date"


def _days(now: float) -> set[str]:
    """The day of `now` and those beside it: it is one of them everywhere."""
    return {datetime.fromtimestamp(now + away, UTC).date().isoformat() for away in (-DAY, 0, DAY)}

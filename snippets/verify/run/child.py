"""What happens inside the isolated process: limits, a clean slate, then the script as `__main__`.

Entered after a fork (parents.py), or as `python -m snippets.verify.run.child` where fork is not safe.
"""

import atexit
import ctypes
import io
import json
import math
import os
import sys
import tempfile
import threading
import types
from pathlib import Path
from typing import Any, NoReturn

from snippets.verify.run import jail
from snippets.verify.run.isolate import Places
from snippets.verify.run.rules import forbidden

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

# Bytes of address space beyond what the imports take: of a build of torch with CUDA that alone is almost 5 GB.
MEMORY = 4 << 30
FILE = 256 << 20  # bytes that one file may hold, the output included: what torch.compile writes first are 150 MB
REPORT = 200  # the descriptor of the report: high, so that a script that opens files does not meet it
LIBC = ctypes.CDLL("ucrtbase" if sys.platform == "win32" else None)
KEPT: list[types.ModuleType] = []  # modules that a script does not see, and that need not be taken apart
WATCHED: list[str] = []  # the script and the folder of the run that this process has become
SEAL: list[str] = []  # what the lines of its report begin with: it stands in the report when that is opened


def prepare() -> None:
    """What needs no script, and is done once before many forks: streams, modules, the watch over what is forbidden."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "snippets"]:
        KEPT.append(sys.modules.pop(name))
    streams = {"stdin": _text(0, "strict"), "stdout": _text(1, "strict"), "stderr": _text(2, "backslashreplace")}
    for name, stream in streams.items():
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    sys.addaudithook(_watch)


def _text(descriptor: int, errors: str) -> io.TextIOWrapper:
    raw = open(descriptor, "wb", closefd=False)  # noqa: SIM115
    return io.TextIOWrapper(raw, encoding="utf-8", errors=errors, line_buffering=True)


def _watch(event: str, args: tuple[Any, ...]) -> None:
    if WATCHED and (what := forbidden(event, args, WATCHED[1])):
        frame, line = sys._getframe(), 1
        while frame := frame.f_back:  # type: ignore[assignment]
            if frame.f_code.co_filename == WATCHED[0]:
                line = frame.f_lineno
                break
        _tell({"event": "forbidden", "what": what, "line": line})
        raise PermissionError(what)


def _tell(event: dict[str, Any]) -> None:
    os.write(REPORT, f"{SEAL[0]}{json.dumps(event)}\n".encode())


def memory() -> int:
    """Bytes of address space that a run in this process, or in a fork of it, may take."""
    statm = Path("/proc/self/statm")
    return MEMORY + (int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0)


def become(places: Places, cpu: float, memory: int) -> NoReturn:
    """Turns this process, which is prepared, into a run of the script at its place; it never returns.

    It may take `cpu` seconds of CPU time and `memory` bytes of address space. It writes stdout and stderr to one file
    in the order of a terminal, and to the report one JSON object a line: what it did that it may not, and last how it
    ended.
    """
    script = places.script
    _descriptors(places.output, places.report)
    _limit(cpu, memory)
    _clean_slate(script, places.folder)
    WATCHED[:] = str(script), str(places.folder)
    text = script.read_bytes()
    jail.enter(str(places.folder), jail.shares(text), [*jail.readable(), str(script.parent)])
    status = 0
    ended: dict[str, Any] = {"event": "finished"}
    try:
        exec(compile(text, str(script), "exec"), sys.modules["__main__"].__dict__)
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else int(error.code is not None)
        if isinstance(error.code, str):
            print(error.code, file=sys.stderr)
        ended = {"event": "exited", "status": status}
    except BaseException as error:
        status = 1
        ended = {"event": "raised", "type": type(error).__name__}
        trace = error.__traceback__.tb_next if error.__traceback__ else None
        sys.excepthook(type(error), error, trace)
    # os._exit skips what the interpreter does at its end, so do it here, in its order.
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    LIBC.fflush(None)
    _tell(ended)
    os._exit(status)


def _descriptors(output: Path, report: Path) -> None:
    captured = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    # Open for writing only: whoever reads standard input gets an error at once and does not wait.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 0)
    os.dup2(captured, 1)
    os.dup2(captured, 2)
    SEAL[:] = [report.read_text()]
    os.dup2(os.open(report, os.O_WRONLY | os.O_TRUNC | os.O_APPEND), REPORT, inheritable=False)
    os.closerange(3, REPORT)
    os.closerange(REPORT + 1, 4096)


def _limit(cpu: float, memory: int) -> None:
    if resource is None:
        return
    for what, size in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, FILE), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(what, (size, size))
    if sys.platform != "linux":  # there limits.py sees more: what the children of a run use, too
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(cpu), math.ceil(cpu) + 1))


def _clean_slate(script: Path, folder: Path) -> None:
    os.chdir(folder)
    os.environ["HOME"] = os.environ["TMPDIR"] = str(folder)
    tempfile.tempdir = None  # found anew, in TMPDIR
    sys.argv[:] = [str(script)]
    sys.path[0] = str(script.parent)
    sys.dont_write_bytecode = True
    main = types.ModuleType("__main__")
    main.__file__ = str(script)
    main.__builtins__ = __builtins__  # type: ignore[attr-defined]
    sys.modules["__main__"] = main


if __name__ == "__main__":
    import numpy  # noqa: F401
    import torch  # noqa: F401

    *places, cpu = sys.argv[1:]
    prepare()
    become(Places(*map(Path, places)), float(cpu), memory())

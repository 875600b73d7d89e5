"""The jail of a run: what the kernel refuses to it, and to all that it starts, in whatever language that is written.

Three things that need no root, and that nobody inside can take back (Linux alone has them):
- Landlock: files. The run's own folder to write, what Python and its packages need to read, no others; no tracing, no
  reading of the memory, and from Linux 6.12 on no signals, of processes outside.
- A seccomp filter: calls. No sockets to other machines, no other owners, modes or times of files (which Landlock does
  not hold), no tracing, keys, programs in the kernel, other namespaces, or limits of other processes.
- No new privileges (programs of root's run as ours), and no capabilities: root in here is no more than a user.

It imports nothing of ours: as a program it enters the jail and becomes COMMAND.

    python -I -S jail.py FOLDER SHARES READABLE... -- COMMAND...
"""

import ctypes
import errno
import os
import platform
import re
import struct
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
# Processes that share tensors do it through /dev/shm and sockets in their folder: scripts that say so may use both.
SHARES = re.compile(rb"num_workers|multiprocessing|share_memory|shared_memory")
NEEDED = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime")
DEVICES = ("/proc", "/sys/devices/system/cpu", "/dev/zero", "/dev/random", "/dev/urandom")

# Rights of linux/landlock.h.
READ = 1 << 0 | 1 << 2 | 1 << 3  # execute, read a file, list a folder
WRITE = 1 << 1 | 1 << 14  # write a file, truncate it
EVERYTHING = (1 << 16) - 1
ON_FILES = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15
SINCE = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: EVERYTHING}  # what the versions of Landlock know
SCOPED = 6  # the version since which it knows signals, and sockets with names of their own
CREATE, ADD, RESTRICT = 444, 445, 446  # its calls, on every architecture
NO_NEW_PRIVS, O_PATH = 38, 0o10000000

MACHINES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}  # and the column of their numbers of calls
REFUSED = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
CONNECT, SOCKET, SOCKETPAIR, PRLIMIT, CLONE3 = (42, 203), (41, 198), (53, 199), (302, 261), (435, 435)


def version() -> int:
    """The version of this kernel's Landlock, 0 where it has none (before 5.13, or switched off)."""
    known = LIBC is not None and platform.machine() in MACHINES
    return max(LIBC.syscall(CREATE, None, ctypes.c_size_t(0), 1), 0) if known and LIBC else 0


def missing() -> str:
    """What is not kept from a script here, in words; "" where the jail is whole."""
    if not version():
        return "no Landlock here (Linux 5.13 has it), and so no jail: a script may do whatever you may"
    if version() < SCOPED:
        return "this kernel is older than Linux 6.12: a script may send signals to your other processes"
    return ""


def shares(script: bytes) -> bool:
    """Whether a script says that its processes share tensors, and so needs /dev/shm, and sockets between them."""
    return SHARES.search(script) is not None


def readable() -> list[str]:
    """What a run under this interpreter has to read: Python, its packages, the system's libraries."""
    packages = [path for path in sys.path if "-packages" in path]
    return [sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), *packages, *NEEDED, *DEVICES]


def command(folder: str, shares: bool, reads: Iterable[str] = ()) -> list[str]:
    """What stands before a command that starts in the jail."""
    return [sys.executable, "-I", "-S", __file__, folder, str(shares), *reads, *readable(), "--"]


def enter(folder: str, shares: bool, reads: Iterable[str]) -> None:
    """Locks this process in, if the kernel has what that takes; raises OSError where it then fails."""
    if not LIBC or not version():
        return
    _call(LIBC.prctl, NO_NEW_PRIVS, 1, 0, 0, 0)
    _landlock(folder, shares, reads)
    # No capabilities: version 3 of the call, this process, and none effective, permitted or inheritable.
    _call(LIBC.capset, struct.pack("II", 0x20080522, 0), bytes(24))
    program = b"".join(_filter(shares))
    instructions = ctypes.create_string_buffer(program)
    pointer = struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(instructions))
    _call(LIBC.prctl, 22, 2, pointer, 0, 0)  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER


def _call(function: object, *arguments: int | bytes) -> int:
    """The result of a call of libc; raises OSError where it fails."""
    given = [ctypes.c_long(value) if isinstance(value, int) else value for value in arguments]
    result: int = function(*given)  # type: ignore[operator]
    if result < 0:
        raise OSError(ctypes.get_errno(), f"the jail: {os.strerror(ctypes.get_errno())}")
    return result


def _landlock(folder: str, shares: bool, reads: Iterable[str]) -> None:
    handled = max(rights for since, rights in SINCE.items() if since <= version())
    scopes = 3 if version() >= SCOPED else 0  # abstract sockets, signals
    fields = struct.pack("QQQ", handled, 0, scopes)[: 24 if scopes else 8]
    ruleset = _call(LIBC.syscall, CREATE, fields, len(fields), 0)  # type: ignore[union-attr]
    shm = {"/dev/shm": READ | WRITE | 1 << 8 | 1 << 5} if shares else {}  # make and remove files
    for path, rights in {**dict.fromkeys(reads, READ), **shm, "/dev/null": READ | WRITE, folder: EVERYTHING}.items():
        if not Path(path).exists():
            continue
        descriptor = os.open(path, O_PATH | os.O_CLOEXEC)
        allowed = handled & rights & (EVERYTHING if Path(path).is_dir() else ON_FILES)
        _call(LIBC.syscall, ADD, ruleset, 1, struct.pack("=Qi", allowed, descriptor), 0)  # type: ignore[union-attr]
        os.close(descriptor)
    _call(LIBC.syscall, RESTRICT, ruleset, 0)  # type: ignore[union-attr]
    os.close(ruleset)


def _filter(shares: bool) -> Iterable[bytes]:
    """The program of the filter (linux/filter.h): each instruction, with how many to skip if it holds, and if not."""
    audit, column = MACHINES[platform.machine()]

    def instruction(code: int, value: int, holds: int = 0, fails: int = 0) -> bytes:
        return struct.pack("HBBI", code, holds, fails, value)

    def load(offset: int) -> bytes:
        return instruction(0x20, offset)

    def answer(error: int) -> bytes:
        return instruction(0x06, 0x00050000 | error)

    allowed = instruction(0x06, 0x7FFF0000)

    def unless(call: Sequence[int], *checks: bytes) -> Iterable[bytes]:
        """Refuses a call but where the last of `checks`, of its arguments, skips the refusal."""
        yield instruction(0x15, call[column], 0, len(checks) + 2)
        yield from (*checks, answer(errno.EPERM), allowed)

    # What the filter sees: the number of the call at 0, the architecture at 4, the arguments from 16 on.
    yield from (load(4), instruction(0x15, audit, 1, 0), instruction(0x06, 0x80000000))  # else the process is killed
    yield from (load(0), instruction(0x35, 0x40000000, 0, 1), answer(errno.EPERM))  # x32, the other numbers of x86_64
    for call in [*REFUSED.values(), *(() if shares else (CONNECT,))]:
        if column < len(call):
            yield from unless(call)
    yield from (instruction(0x15, CLONE3[column], 0, 1), answer(errno.ENOSYS))  # its flags are out of sight: use clone
    yield from unless(PRLIMIT, load(16), instruction(0x15, 0, 1))  # of itself
    for call in (SOCKET, SOCKETPAIR):  # on this machine (AF_UNIX), streams: a datagram names where it goes
        family, kind = (load(16), instruction(0x15, 1, 0, 3)), (load(24), instruction(0x54, 0xF))
        yield from unless(call, *family, *kind, instruction(0x15, 1, 1))
    yield allowed


if __name__ == "__main__":
    end = sys.argv.index("--")
    enter(sys.argv[1], sys.argv[2] == "True", sys.argv[3:end])
    os.execv(sys.argv[end + 1], sys.argv[end + 1 :])

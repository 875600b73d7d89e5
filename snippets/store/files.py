"""Where the recorded files are, and the one way to read and to write them."""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from snippets.problem import Problem

ROOT = Path(__file__).resolve().parents[2]
RECORDED = "snippets/recorded"
T = TypeVar("T")


def digest(data: bytes) -> str:
    """The fingerprint by which the record knows a file."""
    return hashlib.sha256(data).hexdigest()[:32]


def names_under(folder: Path, suffix: str) -> list[str]:
    """The paths of all files with `suffix` under `folder`, relative to it and without the suffix, sorted."""
    files = (path for path in folder.rglob(f"*{suffix}") if path.name != "__init__.py")
    return sorted(path.relative_to(folder).as_posix().removesuffix(suffix) for path in files)


def read_json(root: Path, file: str, kind: type[T], update: str) -> T:
    """The content of `file` as a `kind`; raises Problem, which names `update`, the command that makes it anew."""
    fix = f"run: git checkout {file}, or: {update}"
    try:
        data = (root / file).read_bytes()
    except OSError as error:
        raise Problem(file, 1, "a recorded file", error.strerror or str(error), fix) from None
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        path = re.findall(r"\.(\w+)", str(error).rpartition("at `$")[2])  # as in: at `$.runs[...]`
        line = _line(data, data.find(f'"{path[-1]}"'.encode()) if path else 0)
        raise Problem(file, line, "a record as it was written", str(error), fix) from None
    except msgspec.DecodeError as error:
        byte = re.search(r"byte (\d+)", str(error))
        line = _line(data, int(byte[1]) if byte else len(data))
        raise Problem(file, line, "JSON", str(error), fix, _near(data, line)) from None


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, max(position, 0)) + 1


def _near(data: bytes, line: int) -> str:
    lines = data.decode(errors="replace").split("\n")
    return "\n".join(text[:120] for text in lines[max(line - 2, 0) : line + 1])


def write_json(path: Path, value: Mapping[str, Any]) -> bool:
    """Writes an object whose objects have a line for each entry, so that a diff shows what changed; see write."""
    return write(path, (_text(value) + "\n").encode())


def _text(value: Mapping[str, Any]) -> str:
    return "{\n" + ",\n".join(f"{json.dumps(name)}: {_entry(entry)}" for name, entry in value.items()) + "\n}"


def _entry(value: Any) -> str:
    if isinstance(value, Mapping) and any(isinstance(entry, (Mapping, str)) for entry in value.values()):
        lines = (f"{json.dumps(name)}: {_json(entry)}" for name, entry in value.items())
        return "{\n" + ",\n".join(lines) + "\n}"
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def write(path: Path, data: bytes) -> bool:
    """Makes `data` the content of `path`, whole or not at all; False where it was that already."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        whole = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            whole.chmod(0o644)
            whole.replace(path)
        except BaseException:
            whole.unlink()
            raise
    return True


def remove(root: Path, file: str) -> None:
    """Removes a recorded file, and the folders above it that are empty then."""
    path = root / file
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == root / RECORDED or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()

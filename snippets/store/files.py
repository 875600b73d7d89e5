"""Where the recorded files are, and the one way to read and to write them."""

import hashlib
import json
import os
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from snippets.problem import Problem

ROOT = Path(__file__).resolve().parents[2]
RECORDED = "snippets/recorded"
CONTENT = ("examples", "elsewhere", "facts", "tutorials")  # the folders of snippets/ that hold no machinery
SEAL = '\n"fingerprint": "'  # the last line of a record that holds a fingerprint of all above it
T = TypeVar("T")


def digest(data: bytes) -> str:
    """The fingerprint by which the record knows a file."""
    return hashlib.sha256(data).hexdigest()[:32]


def names_under(folder: Path, suffix: str, base: Path | None = None) -> list[str]:
    """The paths of all files with `suffix` under `folder`, relative to it (or `base`), without the suffix, sorted."""
    files = (path for path in folder.rglob(f"*{suffix}") if path.name != "__init__.py")
    return sorted(path.relative_to(base or folder).as_posix().removesuffix(suffix) for path in files)


def toml_beside(module: str) -> dict[str, Any]:
    """What the TOML file holds that stands beside a module (its __file__) and has its name."""
    return tomllib.loads(Path(module).with_suffix(".toml").read_text(encoding="utf-8"))


def read_json(root: Path, file: str, kind: type[T], update: str) -> T:
    """The content of `file` as a `kind`; raises Problem, which names `update`, the command that makes it anew."""
    try:
        data = (root / file).read_bytes()
    except OSError as error:
        raise Problem(file, 1, "a recorded file", error.strerror or str(error), _anew(file, update)) from None
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        names = re.findall(r"\.(\w+)", str(error).rpartition("at `$")[2])  # as in: at `$.runs[...]`
        place = data.find(f'"{names[-1]}"'.encode()) if names else 0
        raise broken(file, data, place, "a record as it was written", str(error), update) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:  # the second: of a key that is no UTF-8
        byte = re.search(r"byte (\d+)", str(error))
        raise broken(file, data, int(byte[1]) if byte else len(data), "JSON", str(error), update) from None


def seal(text: str) -> bytes:
    """A record, the text of a JSON object, with a last line that holds the fingerprint of all above it."""
    above = text.rstrip().removesuffix("}").rstrip() + ","
    return f'{above}{SEAL}{digest(above.encode())}"\n}}\n'.encode()


def unsealed(root: Path, file: str, update: str) -> Problem | None:
    """What is wrong with a record that is not as `seal` made it, by its fingerprint; None if nothing is."""
    data = (root / file).read_bytes()
    above, sign, _ = data.partition(SEAL.encode())
    if sign and seal(above.decode(errors="replace").removesuffix(",") + "}") == data:
        return None
    return broken(file, data, len(above) + 1, "a record as it was written", "a record edited by hand", update)


def read_sealed(root: Path, file: str, kind: type[T], update: str) -> T:
    """The same as read_json of a record that is sealed; raises Problem where it was edited by hand, too."""
    held = read_json(root, file, kind, update)
    if edited := unsealed(root, file, update):
        raise edited
    return held


def broken(file: str, data: bytes, position: int, expected: str, found: str, update: str) -> Problem:
    """What is wrong with a recorded file at `position` of its `data`, with the lines around it."""
    above = data.count(b"\n", 0, max(position, 0))
    near = data.decode(errors="replace").split("\n")[max(above - 1, 0) : above + 2]
    detail = "\n".join(line[:120] for line in near)
    return Problem(file, above + 1, expected, found, _anew(file, update), detail)


def _anew(file: str, update: str) -> str:
    return f"run: git checkout HEAD -- {file}, or: {update}"  # which works in a merge, too


def unmatched(root: Path, name: str, source: str, records: Sequence[str], alone: str) -> Problem | None:
    """What is wrong where the `source` of `name` is missing (`alone` says what is there then), or one of `records`."""
    missing = [file for file in (source, *records) if not (root / file).is_file()]
    if source in missing:
        there = next((file for file in records if file not in missing), records[-1])
        return Problem.of(there, 1, "no_source", source=source, alone=alone, files=" ".join(records))
    return Problem.of(source, 1, "never_recorded", record=records[0], name=name) if missing else None


def write_json(path: Path, value: Mapping[str, Any], sealed: bool = False) -> bool:
    """Writes an object whose objects have a line for each entry, so that a diff shows what changed; see write, seal."""
    text = f"{as_object(value, _entry)}\n"
    return write(path, seal(text) if sealed else text.encode())


def as_object(value: Mapping[str, Any], text_of: Callable[[Any], str]) -> str:
    """An object as JSON, an entry a line, of which `text_of` gives what stands behind the name."""
    lines = [f"{json.dumps(name)}: {text_of(entry)}" for name, entry in value.items()]
    return "{\n" + ",\n".join(lines) + "\n}"


def _entry(value: Any) -> str:
    text_of = partial(json.dumps, ensure_ascii=False)
    if isinstance(value, Mapping) and any(isinstance(entry, (Mapping, str)) for entry in value.values()):
        return as_object(value, text_of)
    return text_of(value)


def write(path: Path, data: bytes) -> bool:
    """Makes `data` the content of `path`, whole or not at all; False where it was that already."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with whole.open("wb") as file:
            file.write(data)
            os.fsync(file)
        whole.replace(path)
    finally:
        whole.unlink(missing_ok=True)
    return True


def remove(root: Path, file: str) -> None:
    """Removes a recorded file, and the folders above it that are empty then."""
    path = root / file
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == root / RECORDED or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()

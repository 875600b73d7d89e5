"""The recorded names are those of the installed libraries; another name there, or another argument, is told."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from snippets.kinds import KINDS
from snippets.store import names as stored
from snippets.store.files import ROOT
from snippets.verify import names


def test_the_record_holds_the_names_that_are_installed() -> None:
    assert [str(problem) for problem in names.check(ROOT, stored.names(ROOT))] == []
    assert KINDS["names"].stale(ROOT) == {}


def copy(root: Path) -> Path:
    for file in (stored.FILE, stored.SOURCE):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, root / file)
    return root


def test_a_name_and_an_argument_that_came_or_went_are_told_and_recorded(tmp_path: Path) -> None:
    root, recorded = copy(tmp_path), names.installed(ROOT)
    members = {**recorded.members, "np": recorded.members["np"].replace("asarray ", "")}
    stored.write(root, replace(recorded, members=members, arguments={**recorded.arguments, "tensor": "kopie"}))
    first, second = names.check(root, ["names"])
    assert "members of np: asarray besides, and without nothing" in first.found
    assert "arguments of tensor: " in second.found
    assert second.found.endswith("without kopie")
    assert names.update(root, ["names"]) == ([], [f"recorded  {stored.FILE}"])
    assert names.update(root, ["names"]) == ([], [])
    assert stored.read(root) == recorded


def test_a_module_that_is_new_in_the_list_is_not_recorded_and_one_that_nobody_has_is_told(tmp_path: Path) -> None:
    root = copy(tmp_path)
    source = (root / stored.SOURCE).read_text(encoding="utf-8")
    (root / stored.SOURCE).write_text(source.replace("[owners]\n", '[owners]\nnone = "numpy.none"\n'))
    assert stored.stale(root, ["names"])["names"].expected == "what is in none, recorded"
    with pytest.raises(Exception, match="a module or a class that is installed"):
        names.installed(root)


def test_a_signature_is_that_of_the_library_without_types_and_else_the_first_words_on_it() -> None:
    owners = stored.owners(ROOT)
    assert names.signature_of("torch.from_numpy", owners) == "torch.from_numpy(ndarray) -> Tensor"
    assert names.signature_of("torch.from_dlpack", owners) == "torch.from_dlpack(ext_tensor, *, device=None, copy=None)"
    assert "#" not in names.signature_of("torch.asarray", owners)
    assert names.signature_of("torch.float32", owners) == ""


def test_another_signature_is_told_and_one_that_nothing_says_is_refused(tmp_path: Path) -> None:
    root, recorded = copy(tmp_path), names.installed(ROOT)
    stored.write(root, replace(recorded, signatures={**recorded.signatures, "np.array": "np.array(kopie)"}))
    (told,) = names.check(root, ["names"])
    assert told.found == "np.array(kopie)"
    source = (root / stored.SOURCE).read_text(encoding="utf-8")
    (root / stored.SOURCE).write_text(source.replace("Tensor.numpy ", "Tensor.numpy torch.float32 "))
    assert stored.stale(root, ["names"])["names"].expected == "what is in torch.float32, recorded"
    with pytest.raises(Exception, match="says its arguments") as refused:
        names.installed(root)
    assert refused.value.found == "torch.float32"  # type: ignore[attr-defined]


def test_arguments_are_read_off_signatures_and_where_there_is_none_off_their_words() -> None:
    assert names.arguments_of("default_collate", torch.utils.data.default_collate) == {"batch"}
    assert {"data", "dtype", "device", "requires_grad"} <= names.arguments_of("tensor", torch.tensor)
    assert {"dtype", "copy", "non_blocking", "memory_format"} <= names.arguments_of("to", torch.Tensor.to)
    assert "copy" in names.arguments_of("asarray", np.asarray)
    assert "kopie" not in names.arguments_of("tensor", torch.tensor)

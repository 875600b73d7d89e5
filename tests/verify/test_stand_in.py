"""A script that needs a GPU runs on a stand-in for one: a typo is found before anybody has a GPU to run it on."""

from pathlib import Path

import pytest
import torch

from snippets.store import elsewhere, examples
from snippets.store.files import ROOT
from tests.stand_in_gpu import on_stand_in, patch_in

# What these show, a GPU does and no CPU: float16 under autocast, an error of forked workers.
ONLY_A_GPU = {f"elsewhere/cuda/{name}" for name in ("pitfalls/bfloat16/gpu_autocast", "guides/batches/gpu_in_workers")}
CUDA = {name for name in elsewhere.names(ROOT) if name.startswith("elsewhere/cuda/")}
SMALL = {"8192": "8"}  # what keeps a GPU busy keeps a CPU busy for minutes


@pytest.mark.parametrize("name", sorted(CUDA - ONLY_A_GPU))
def test_a_script_for_a_gpu_runs_on_a_stand_in(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)  # it may write files
    script = examples.read_example(ROOT, name).script
    for large, small in SMALL.items():
        script = script.replace(large, small)
    patch_in(monkeypatch)
    try:
        exec(compile(on_stand_in(script), name, "exec"), {"__name__": "__main__"})
    finally:
        torch.set_default_device(None)
    assert capsys.readouterr().out


def test_what_is_left_out_is_there() -> None:
    assert ONLY_A_GPU <= CUDA


def test_a_typo_in_such_a_script_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    patch_in(monkeypatch)
    script = 'import torch\n\non_cpu = torch.ones(2, device="cuda").to("cpu", nonblocking=True)\n'
    with pytest.raises(TypeError):
        exec(on_stand_in(script), {})

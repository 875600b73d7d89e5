"""What is imported once for many scripts is what several of them import, and no other."""

import subprocess
import sys
from pathlib import Path

from snippets.verify.run.speed import MANY, imported, shared_imports


def test_of_few_scripts_nothing_is_imported_before_they_run() -> None:
    assert shared_imports({"a": "import pandas", "b": "import pandas"}) == {"a": frozenset(), "b": frozenset()}


def test_of_many_what_several_import_is_imported_for_them_and_those_that_need_none_run_first() -> None:
    scripts = {"a": "import pandas as pd\nimport scipy.signal", "b": "import json\nimport pandas"}
    scripts |= {str(number): "import numpy as np\nimport torch" for number in range(MANY)}
    shared = shared_imports(scripts)
    assert [shared["a"], shared["b"], shared["0"]] == [frozenset({"pandas"}), frozenset({"pandas"}), frozenset()]
    assert list(shared)[-2:] == ["a", "b"]


def test_what_a_script_imports_from_a_module_may_be_a_module() -> None:
    assert imported("from PIL import Image\nif 1:\n    import pandas") == {"PIL", "PIL.Image"}
    assert imported("import torch\nimport numpy.ma\nfrom pathlib import Path") == set()
    assert imported("optimizer = torch.optim.SGD([])") == {"torch._dynamo"}


def test_what_torch_imports_at_a_first_use_is_imported_for_those_that_use_it() -> None:
    uses = {
        "torch.distributed.tensor": "torch.testing.assert_close(torch.zeros(2), torch.zeros(2))",
        "torch._dynamo": "torch.optim.SGD([torch.nn.Parameter(torch.zeros(2))])",
    }
    assert {use: imported(use) for use in uses.values()} == {use: {module} for module, use in uses.items()}
    lines = [
        f"assert {module!r} not in sys.modules\n{use}\nassert {module!r} in sys.modules" for module, use in uses.items()
    ]
    subprocess.run([sys.executable, "-c", "\n".join(["import sys, torch", *lines])], check=True)


def test_no_run_removes_at_its_end_what_an_import_of_its_parent_made(tmp_path: Path) -> None:
    (tmp_path / "makes_a_folder.py").write_text(
        "import atexit, tempfile\nFOLDER = tempfile.TemporaryDirectory()\natexit.register(FOLDER.cleanup)\n"
    )
    parent = f"""
import atexit, os, sys
from snippets.verify.run.speed import settle
sys.path.append({str(tmp_path)!r})
settle(["makes_a_folder"])
import makes_a_folder
atexit._run_exitfuncs()
print(os.path.exists(makes_a_folder.FOLDER.name), flush=True)
"""
    ran = subprocess.run([sys.executable, "-c", parent], capture_output=True, text=True, check=True)
    assert ran.stdout == "True\n"

"""What is imported once for many scripts is what several of them import, and no other."""

from snippets.verify.run.speed import MANY, SLOW, imported, shared_imports


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
    assert imported("optimizer = torch.optim.SGD([])") == {SLOW}

"""What plain Python shows, with an interpreter each and with imports that several share."""

from dataclasses import replace

import pytest

from snippets.verify.run.limits import Limits
from snippets.verify.run.parents import SETTINGS, run_all
from tests.verify.plain import MANY, alike, imports_of, run_plain
from tests.verify.run.test_isolate import HAZARDS, LOOK

HEAD = "import numpy as np\nimport torch\n\n0\n"
PARENT = HEAD + "import os\nprint(os.getppid())"


@pytest.mark.parametrize("share", [False, True])
def test_plain_python_shows_the_same_as_a_fork(share: bool) -> None:
    scripts = {f"page/{name}": HEAD + HAZARDS[name][0] for name in ("abort", "at_exit", "chained", "status", "warned")}
    forked = run_all(scripts, SETTINGS[:1])
    for name, plain in run_plain(scripts, share=share).items():
        (run,) = forked[name]
        assert plain == replace(run, setting=plain.setting)


def test_an_interpreter_is_shared_by_those_that_begin_alike_and_by_those_that_import_more() -> None:
    less = "import torch\n\n0\nimport os\nprint(os.getppid())"
    scripts = {"page/a": PARENT, "page/b": f"# Why\n{PARENT}", "page/more": f"import pandas\n{PARENT}", "page/c": less}
    parents = {name: run.output for name, run in run_plain(scripts, share=True).items()}
    assert parents["page/a"] == parents["page/b"] == parents["page/more"] != parents["page/c"]
    alone = {run.output for run in run_plain(scripts).values()}
    assert alone == {parents["page/c"]}, "it is this process"


def test_few_scripts_take_what_has_imported_the_most_of_what_they_do_and_many_have_their_own() -> None:
    heads = {"numpy": 3, "numpy torch": MANY, "numpy pandas torch": 1, "numpy torch.utils.data": MANY, "json": 1}
    scripts = {
        f"{head}/{number}": "\n".join(f"import {module}" for module in head.split())
        for head, count in heads.items()
        for number in range(count)
    }
    groups = {" ".join(modules): {name.partition("/")[0] for name in names} for modules, names in alike(scripts)}
    assert groups == {
        "numpy torch": {"numpy torch", "numpy pandas torch"},
        "numpy torch torch.utils torch.utils.data": {"numpy torch.utils.data"},
        "numpy": {"numpy"},
        "": {"json"},
    }


def test_what_a_script_does_not_import_is_missing_whatever_others_import() -> None:
    scripts = {"page/a": HEAD, "page/b": HEAD, "page/c": "import torch\nnp", "page/d": "import torch\nnp"}
    runs = run_plain(scripts, share=True)
    assert [runs[name].exit for name in scripts] == ["0", "0", "error", "error"]
    assert runs["page/c"].output == "NameError: name 'np' is not defined\n"


def test_the_next_script_sees_nothing_of_it() -> None:
    scripts = {}
    for name in ("default_dtype", "variables", "builtins", "modules", "files", "ends_parent"):
        scripts[f"page/{name}"] = HEAD + HAZARDS[name][0]
        scripts[f"page/after_{name}"] = HEAD + LOOK
    runs = run_plain(scripts, share=True)
    assert runs["page/ends_parent"].output == "-1\n"
    shown = {run.output.replace(name, "") for name, run in runs.items() if "after" in name}
    assert "torch.float32 tensor(0.3333) 0.3333333333333333\n[] None False" in min(shown)
    assert len({text.partition(":")[2] for text in shown}) == 1


def test_imports_that_fail_are_told_by_each_script() -> None:
    runs = run_plain(dict.fromkeys(("page/a", "page/b"), "import nothing_like_it"), share=True)
    assert {run.output for run in runs.values()} == {"ModuleNotFoundError: No module named 'nothing_like_it'\n"}


@pytest.mark.parametrize("share", [False, True])
def test_what_never_ends_is_ended(share: bool) -> None:
    scripts = dict.fromkeys(("page/a", "page/b"), "import numpy\nimport time\ntime.sleep(600)")
    runs = run_plain(scripts, Limits(cpu=1.0, idle=2.0, wall=60.0), share=share)
    assert {(run.exit, run.limit[0]) for run in runs.values()} == {("timeout", "idle")}


def test_the_imports_of_a_script_are_those_that_it_begins_with_but_for_python_s_own() -> None:
    script = "# Why\nimport io\nimport numpy as np  # so\nfrom a.b import (\n    d,\n)\n\nx = 1\nimport c\n"
    assert imports_of(script) == ("numpy", "a", "a.b")
    assert imports_of("x = 1\n") == imports_of("") == ()

"""The proof of every fact would notice if the fact did not hold."""

import ast
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from snippets.cli import main
from snippets.problem import Problem
from snippets.store.facts import facts_in, mutants_in, read_proved
from snippets.store.files import ROOT
from snippets.store.types import Function
from snippets.verify import facts, mutants
from snippets.verify.installed import otherwise
from tests.conftest import SHARES, Repository, module, mutant
from tests.publish.built import fences

FACTS, _ = facts_in(ROOT)
MUTANTS = mutants_in(ROOT)
ALIKE = {name: fact for name, fact in FACTS.items() if name not in otherwise(ROOT)}


def idle(mutants: Mapping[str, Function], table: Mapping[str, Iterable[str]]) -> list[Problem]:
    """A Problem for each mutant that kills no fact."""
    used = {name for names in table.values() for name in names}
    fix = "write the fact that it breaks, or remove it"
    return [
        Problem(mutant.file, mutant.line, "a fact that it kills", f"the mutant {name} kills nothing", fix)
        for name, mutant in mutants.items()
        if name not in used
    ]


# Of these all is tried that can matter, in the other order. Chosen by their names: another fact adds itself or nothing.
TURNED = {name for name in ALIKE if hashlib.sha256(name.encode()).digest()[0] % 16 == 0}


@pytest.fixture(scope="module")
def kills() -> mutants.Kills:
    """Which mutants kill each fact: of those on record for it, and for TURNED of all."""
    straight = {name: fact for name, fact in ALIKE.items() if name not in TURNED}
    turned = {name: FACTS[name] for name in reversed([*ALIKE]) if name in TURNED}
    return {
        **mutants.kills(straight, MUTANTS, new=mutants.unused(MUTANTS, FACTS), more=False),
        **mutants.kills(turned, dict(reversed(MUTANTS.items()))),
    }


def test_each_fact_is_killed_by_the_mutants_on_record_and_each_mutant_kills(kills: mutants.Kills) -> None:
    table = {name: tuple(kills.get(name, fact.mutants)) for name, fact in FACTS.items()}  # of others, as is recorded
    for problem in [*mutants.unkilled(ALIKE, kills), *idle(MUTANTS, table)]:
        print(problem)
    for name, killers in table.items():
        print(f"{name}: {', '.join(killers)}")
    count = Counter(name for killers in table.values() for name in killers)
    print(f"{len(FACTS)} facts, {len(MUTANTS)} mutants, {count.total()} kills; most by {count.most_common(3)}")
    assert list(mutants.unkilled(ALIKE, kills)) == []
    assert idle(MUTANTS, table) == []
    assert {name: fact.mutants for name, fact in FACTS.items()} == table, "run: python -m snippets update facts"


def test_of_some_facts_no_other_mutant_kills_and_the_order_does_not_matter(kills: mutants.Kills) -> None:
    assert TURNED
    assert {name: tuple(kills[name]) for name in TURNED} == {name: FACTS[name].mutants for name in TURNED}


@pytest.mark.parametrize(
    ("body", "kills"),
    [
        ("real = torch.from_numpy\ntorch.from_numpy = lambda array: real(array.copy())", {"broken": (8,)}),
        ("def refuse(array):\n    raise TypeError('mutant: no')\ntorch.from_numpy = refuse", {"broken": (6,)}),
        ("def refuse(array):\n    raise TypeError('no')\ntorch.from_numpy = refuse", {}),
        ("torch.from_numpy = lambda array: missing_name", {}),
        ("import missing_module\ntorch.from_numpy = None", {}),
        ("torch.from_numpy = lambda: None", {}),
        ("import os\ntorch.from_numpy = lambda array: os.abort()", {}),
        ("torch.from_numpy = torch.from_numpy", {}),
        ("torch.tensor = torch.zeros", {}),
    ],
)
def test_a_mutant_kills_for_the_right_reason_only(
    repository: Repository, body: str, kills: dict[str, tuple[int, ...]]
) -> None:
    found = module(repository, SHARES)
    assert mutants.kills(found, mutant(repository, body)) == {"p/q#shares": kills}


def test_a_fact_without_mutant_and_a_mutant_without_fact_are_told(repository: Repository) -> None:
    found = module(repository, SHARES)
    broken = mutant(repository, "torch.from_numpy = torch.from_numpy")
    problems, _ = facts.update(repository.root, found)
    assert [problem.found for problem in problems] == ["p/q#shares: no mutant kills it"]
    (one,) = idle(broken, mutants.kills(found, broken))
    assert str(one).startswith("tests/mutants/broken.py:4: the mutant broken kills nothing")


@pytest.mark.parametrize("same", ["True", "tensor is tensor", "tensor.sum() == tensor.sum()", "1 or tensor.sum() == 1"])
def test_an_assertion_that_is_true_whatever_the_library_does_is_told(repository: Repository, same: str) -> None:
    found = module(repository, f"{SHARES}    assert {same}\n")
    broken = mutant(repository, "real = torch.from_numpy\ntorch.from_numpy = lambda array: real(array.copy())")
    (problem,) = mutants.unkilled(found, mutants.kills(found, broken))
    assert problem.line == len(SHARES.splitlines()) + 1
    assert problem.found == "p/q#shares: no mutant makes this assertion fail"


def test_update_records_and_check_notices_an_edit(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    module(repository, SHARES)
    mutant(repository, "real = torch.from_numpy\ntorch.from_numpy = lambda array: real(array.copy())")
    assert main(["update", "p/q#shares"], repository.root) == 0
    assert capsys.readouterr().out == "p/q#shares: broken\nrecorded: 1 facts; 1 changed\n"
    assert main(["check", "facts"], repository.root) == 0
    assert main(["show", "p/q#shares"], repository.root) == 0
    assert "killed by: broken" in capsys.readouterr().out
    module(repository, SHARES.replace("shares the", "copies the"))
    assert main(["check", "facts/p/q"], repository.root) == 1
    assert "edited since it was proved" in capsys.readouterr().out
    module(repository, SHARES.replace("zeros(3,", "zeros(4,"))
    assert main(["check", "facts/p/q"], repository.root) == 1
    assert "edited since it was proved" in capsys.readouterr().out
    assert main(["list", "p/q#"], repository.root) == 0
    assert capsys.readouterr().out == "p/q#shares  (edited since it was proved)\n"
    assert main(["update", "p/q#share"], repository.root) == 2
    assert "did you mean p/q#shares?" in capsys.readouterr().err


def test_update_refuses_what_does_not_hold_and_records_the_others(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    other = '\n\ndef wrong():\n    """It is wrong."""\n    assert len(torch.zeros(3)) == 4\n'
    module(repository, SHARES + other)
    mutant(repository, "real = torch.from_numpy\ntorch.from_numpy = lambda array: real(array.copy())")
    assert main(["update", "facts"], repository.root) == 1
    assert "p/q#wrong does not hold" in capsys.readouterr().out
    assert list(read_proved(repository.root, "p/q")) == ["p/q#shares"]


@pytest.mark.parametrize(
    ("program", "word"),
    [("t += a", "__iadd__"), ("t + a", "__radd__"), ("a == t", "__eq__"), ("np.asarray(t)", "__array__"),
     ("from torch.utils.data import default_convert", "default_convert"), ("a @ t", "__matmul__")],
)  # fmt: skip
def test_operators_and_what_a_library_calls_count_as_names(program: str, word: str) -> None:
    assert word in mutants.words(program)


def test_what_a_mutant_breaks_is_what_it_sets() -> None:
    body = "real = torch.tensor\ndef f():\n    pass\ntorch.tensor = f\ntorch.Tensor.__add__ = f\n"
    assert mutants.targets(Function("m", "f", 1, "s", "import torch\n", body, 2)) == {"tensor", "__add__"}


def test_a_proof_that_hangs_under_a_mutant_is_ended_and_not_killed(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutants, "HANGS", 1.0)
    found = module(repository, SHARES)
    hangs = mutant(repository, "import time\ntorch.from_numpy = lambda array: time.sleep(60)")
    assert mutants.kills(found, hangs) == {"p/q#shares": {}}


def test_a_variable_of_the_proof_is_no_name_of_the_library() -> None:
    assert "numpy" not in mutants.words("numpy = 1\nassert numpy")
    assert "numpy" in mutants.words("numpy = t.numpy()\nassert numpy")
    assert "hasattr" in mutants.words("assert hasattr(t, 'x')")


def test_no_two_mutants_are_the_same() -> None:
    names = defaultdict(list)
    for name, broken in MUTANTS.items():
        names[ast.dump(ast.parse(broken.program))].append(name)
    assert [twins for twins in names.values() if len(twins) > 1] == []


def test_the_folder_of_mutants_holds_nothing_that_is_not_read() -> None:
    files = {path.name for path in (ROOT / "tests/mutants").iterdir() if path.suffix == ".py"}
    assert files == {Path(one.file).name for one in MUTANTS.values()} | {"__init__.py"}


def test_the_fact_and_the_mutant_of_the_guide_work_as_they_stand(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    fact, broken = [text for _, text in fences(guide) if text.startswith("def ")]
    module(repository, f"import numpy as np\nimport torch\n\n\n{fact}", "methods/from_numpy")
    file = repository.root / "tests/mutants/from_numpy.py"
    file.parent.mkdir(parents=True)
    file.write_text(f"import torch\n\n\n{broken}", encoding="utf-8")
    (command,) = [text for _, text in fences(guide) if "#" in text and text.startswith("python -m snippets update")]
    assert main(command.split()[3:], repository.root) == 0
    assert "methods/from_numpy#takes_integer_labels: from_numpy_widens_integers\n" in capsys.readouterr().out

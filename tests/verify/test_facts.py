"""Every fact holds, and its proof would notice if it did not."""

import random
from collections import Counter
from pathlib import Path

import pytest

from snippets.__main__ import main
from snippets.recorded import ROOT
from snippets.recorded.facts import Fact, Function, facts_in, mutants_in, read_proved
from snippets.verify import facts
from snippets.verify.pythons import otherwise
from tests.conftest import Repository
from tests.publish.gates import fences

FACTS, PROBLEMS = facts_in(ROOT)
MUTANTS = mutants_in(ROOT)
PROVED = read_proved(ROOT)
OTHERWISE = otherwise(ROOT)
SHARES = '''"""Facts."""

import numpy as np
import torch


def shares():
    """`torch.from_numpy` shares the array's memory."""
    samples = np.zeros(3)
    tensor = torch.from_numpy(samples)
    samples[0] = 1
    assert tensor[0] == 1
'''


def module(repository: Repository, text: str, page: str = "p/q") -> dict[str, Fact]:
    """The facts of a repository whose only module of facts holds `text`."""
    file = repository.root / f"snippets/facts/{page}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return facts_in(repository.root)[0]


def mutant(repository: Repository, body: str, name: str = "broken") -> dict[str, Function]:
    """The mutants of a repository, one with this body added."""
    file = repository.root / f"tests/mutants/{name}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    file.write_text(f'import torch\n\n\ndef {name}():\n    """Broken."""\n{lines}', encoding="utf-8")
    return mutants_in(repository.root)


def only(repository: Repository, body: str, sentence: str = '"""It holds."""') -> list[str]:
    """What is said of one fact with this body."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    found = module(repository, f"import numpy as np\nimport torch\n\n\ndef one():\n    {sentence}\n{lines}")
    return [str(problem) for problem in facts.check(repository.root, found)["p/q#one"]]


def test_every_fact_holds_from_two_parents() -> None:
    assert PROBLEMS == []
    wrong = [str(problem) for some in facts.check(ROOT, FACTS).values() for problem in some]
    assert wrong == [], "\n\n".join(wrong)


def test_each_fact_is_killed_by_the_mutants_on_record_and_each_mutant_kills() -> None:
    alike = {name: fact for name, fact in FACTS.items() if name not in OTHERWISE}
    table = facts.kills(alike, MUTANTS, new=facts.unused(MUTANTS, FACTS), more=False)
    table |= {name: PROVED[name]["mutants"] for name in OTHERWISE if name in FACTS}  # as under the Python of the record
    for problem in [*facts.unkilled(FACTS, table), *facts.idle(MUTANTS, table)]:
        print(problem)
    for name, killers in table.items():
        print(f"{name}: {', '.join(killers)}")
    kills = Counter(name for killers in table.values() for name in killers)
    print(f"{len(FACTS)} facts, {len(MUTANTS)} mutants, {kills.total()} kills; most by {kills.most_common(3)}")
    assert facts.unkilled(FACTS, table) == []
    assert facts.idle(MUTANTS, table) == []
    assert {name: one["mutants"] for name, one in PROVED.items()} == table, "run: python -m snippets update facts"


def test_of_some_facts_no_other_mutant_kills_and_the_order_does_not_matter() -> None:
    random.seed(1)
    names = random.sample([name for name in FACTS if name not in OTHERWISE], min(40, len(FACTS)))
    turned = dict(reversed([(name, FACTS[name]) for name in names]))
    table = facts.kills(turned, dict(reversed(MUTANTS.items())))
    assert table == {name: PROVED[name]["mutants"] for name in turned}


def test_a_program_stands_alone() -> None:
    for name, fact in FACTS.items():
        assert "snippets" not in fact.program, name
        assert "pytest" not in fact.program, name


def test_a_sentence_that_is_false_is_told_with_its_function_and_its_line(repository: Repository) -> None:
    found = module(repository, SHARES.replace("tensor[0] == 1", "tensor[0] == 2"))
    (problem,) = facts.check(repository.root, found)["p/q#shares"]
    assert (problem.file, problem.line) == ("snippets/facts/p/q.py", 7)
    assert problem.expected == "`torch.from_numpy` shares the array's memory."
    assert "p/q#shares does not hold" in problem.found
    assert "AssertionError" in problem.detail


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("torch.zeros(3)", "asserts nothing"),
        ("assert True", "always true: assert True"),
        ("t = torch.zeros(3)\nassert t is t", "always true: assert t is t"),
        ("t = torch.zeros(3)\nassert t.sum() == t.sum()", "always true: assert t.sum() == t.sum()"),
        ("t = torch.zeros(3)\nassert 1 or t.sum() == 1", "always true: assert 1 or t.sum() == 1"),
        ("try:\n    assert torch.zeros(1) == 1\nexcept AssertionError:\n    pass", "except AssertionError:"),
        ("try:\n    assert torch.zeros(1) == 1\nexcept (OSError, Exception):\n    pass", "except (OSError, Exc"),
        ("try:\n    assert torch.zeros(1) == 1\nexcept:\n    pass", "except:"),
        ("import contextlib\nwith contextlib.suppress(AssertionError):\n    assert torch.zeros(1) == 1", "suppress("),
        ("import time\nassert time.time() > torch.zeros(1)", "reads the clock with time.time()"),
        ("import os\nassert os.cpu_count() > torch.zeros(1)", "depends on the machine: os.cpu_count"),
        ("assert torch.rand(1) < 2", "depends on chance or what lay in memory: torch.rand("),
        ("assert torch.empty(1) < 2", "depends on chance or what lay in memory: torch.empty("),
        ("return torch.zeros(3)\nassert len(torch.zeros(3)) == 3", "'return' outside function"),
        ("import pytest_is_not_there\nassert len(torch.zeros(3)) == 3", "imports pytest_is_not_there"),
        ("assert len(torch.zeros(3)) == 3\nprint(1)", "one prints"),
        (
            "import threading\nassert len(torch.zeros(3)) == 3\n"
            "threading.Thread(target=threading.Event().wait, daemon=True).start()",
            "one prints",
        ),
        ("assert len(torch.zeros(3)) == 3\nopen('/tmp/left-behind', 'w')", "writes outside its own folder"),
    ],
)  # fmt: skip
def test_a_proof_that_proves_nothing_or_reaches_out_is_refused(repository: Repository, body: str, found: str) -> None:
    told = "\n".join(only(repository, body))
    assert found in told
    assert "snippets/facts/p/q.py:" in told
    assert "one" in told


def test_the_line_of_what_is_wrong_is_that_of_the_module(repository: Repository) -> None:
    (told,) = only(repository, "samples = np.zeros(3)\n\nassert True")
    assert told.startswith("snippets/facts/p/q.py:9: p/q#one: always true")
    (told,) = only(repository, "import time\nassert time.time() > len(np.zeros(3))")
    assert told.startswith("snippets/facts/p/q.py:8: p/q#one: reads the clock")


@pytest.mark.parametrize("sentence", ['"""It holds. And more."""', '"""It holds"""', "pass", '"""Is it? It is."""'])
def test_a_docstring_is_one_sentence(repository: Repository, sentence: str) -> None:
    told = "\n".join(only(repository, "assert len(torch.zeros(3)) == 3", sentence))
    assert "expected: one sentence as the docstring" in told
    assert "snippets/facts/p/q.py:5: p/q#one:" in told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("def one(:\n", "invalid syntax"),
        ("import torch\n\nx = 1\n", "Assign: x = 1"),
        ("def one(a):\n    assert a\n", "FunctionDef: def one(a):"),
        ("import torch\nclass A:\n    pass\n", "ClassDef: class A:"),
    ],
)
def test_a_module_that_cannot_be_read_is_told_and_the_others_are_proved(
    repository: Repository, text: str, found: str
) -> None:
    module(repository, text, "p/bad")
    module(repository, SHARES)
    facts_, (problem,) = facts_in(repository.root)
    assert list(facts_) == ["p/q#shares"]
    assert problem.file == "snippets/facts/p/bad.py"
    assert found in problem.found
    assert facts.check(repository.root, facts_) == {"p/q#shares": []}


def test_a_name_that_stands_twice_is_told(repository: Repository) -> None:
    module(repository, SHARES + SHARES[SHARES.index("\n\ndef") :])
    _, (problem,) = facts_in(repository.root)
    assert problem.found == "shares a second time"


@pytest.mark.parametrize(
    ("body", "kills"),
    [
        ("real = torch.from_numpy\ntorch.from_numpy = lambda array: real(array.copy())", True),
        ("def refuse(array):\n    raise TypeError('mutant: no')\ntorch.from_numpy = refuse", True),
        ("def refuse(array):\n    raise TypeError('no')\ntorch.from_numpy = refuse", False),
        ("torch.from_numpy = lambda array: missing_name", False),
        ("import missing_module\ntorch.from_numpy = None", False),
        ("torch.from_numpy = lambda: None", False),
        ("import os\ntorch.from_numpy = lambda array: os.abort()", False),
        ("torch.from_numpy = torch.from_numpy", False),
        ("torch.tensor = torch.zeros", False),
    ],
)
def test_a_mutant_kills_for_the_right_reason_only(repository: Repository, body: str, kills: bool) -> None:
    found = module(repository, SHARES)
    assert facts.kills(found, mutant(repository, body)) == {"p/q#shares": ["broken"] if kills else []}


def test_a_fact_without_mutant_and_a_mutant_without_fact_are_told(repository: Repository) -> None:
    found = module(repository, SHARES)
    broken = mutant(repository, "torch.from_numpy = torch.from_numpy")
    table = facts.kills(found, broken)
    (fact,) = facts.unkilled(found, table)
    assert "p/q#shares: no mutant kills it" in str(fact)
    (one,) = facts.idle(broken, table)
    assert str(one).startswith("tests/mutants/broken.py:4: the mutant broken kills nothing")


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
    module(repository, SHARES.replace("zeros(3)", "zeros(4)"))
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
    assert list(read_proved(repository.root)) == ["p/q#shares"]


def test_run_shows_what_a_proof_prints(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    module(repository, SHARES.replace("== 1", "== 2"))
    assert main(["run", "p/q#shares"], repository.root) == 0
    assert "AssertionError\n(ended with error)" in capsys.readouterr().out


def test_a_record_of_facts_that_is_no_json_is_told(repository: Repository) -> None:
    module(repository, SHARES)
    (repository.root / "snippets/recorded/facts.json").write_text("<<<<<<<\n")
    _, (problem,) = facts_in(repository.root)
    assert (problem.file, problem.line) == ("snippets/recorded/facts.json", 1)


@pytest.mark.parametrize(
    ("program", "word"),
    [("t += a", "__iadd__"), ("t + a", "__radd__"), ("a == t", "__eq__"), ("np.asarray(t)", "__array__"),
     ("from torch.utils.data import default_convert", "default_convert"), ("a @ t", "__matmul__")],
)  # fmt: skip
def test_operators_and_what_a_library_calls_count_as_names(program: str, word: str) -> None:
    assert word in facts.words(program)


def test_what_a_mutant_breaks_is_what_it_sets() -> None:
    body = "real = torch.tensor\ndef f():\n    pass\ntorch.tensor = f\ntorch.Tensor.__add__ = f\n"
    assert facts.targets(Function("m", "f", 1, "s", "import torch\n", body, 2)) == {"tensor", "__add__"}


def test_a_proof_that_hangs_under_a_mutant_is_ended_and_not_killed(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "HANGS", 1)
    found = module(repository, SHARES)
    hangs = mutant(repository, "import time\ntorch.from_numpy = lambda array: time.sleep(60)")
    assert facts.kills(found, hangs) == {"p/q#shares": []}


def test_a_variable_of_the_proof_is_no_name_of_the_library() -> None:
    assert "numpy" not in facts.words("numpy = 1\nassert numpy")
    assert "numpy" in facts.words("numpy = t.numpy()\nassert numpy")
    assert "hasattr" in facts.words("assert hasattr(t, 'x')")


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


def test_new_makes_a_fact_and_its_place_and_overwrites_nothing(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    page = repository.page("methods/clone", "# Title\n\n## Examples\n\nText.\n\n## More\n")
    assert main(["new", "methods/clone#first"], repository.root) == 0
    assert main(["new", "methods/clone#second"], repository.root) == 0
    assert "snippets/facts/methods/clone.py:14: say and prove it" in capsys.readouterr().out
    facts_, problems = facts_in(repository.root)
    assert (list(facts_), problems) == (["methods/clone#first", "methods/clone#second"], [])
    assert facts_["methods/clone#second"].line == 14
    assert facts.check(repository.root, facts_) == {name: [] for name in facts_}
    text = page.read_text()
    assert "Text.\n\n::: fact methods/clone#first\n\n::: fact methods/clone#second\n\n## More\n" in text
    assert main(["new", "methods/clone#second"], repository.root) == 2
    assert "has second; edit it" in capsys.readouterr().err
    assert main(["new", "methods/clon#x"], repository.root) == 2
    assert "did you mean methods/clone?" in capsys.readouterr().err
    assert main(["new", "methods/clone#Not a name"], repository.root) == 2
    assert page.read_text() == text

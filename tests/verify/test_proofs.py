"""Every fact holds, and a proof that proves nothing is refused."""

import pytest

from snippets.cli import main
from snippets.store.facts import facts_in
from snippets.store.files import ROOT
from snippets.verify import proofs
from tests.conftest import SHARES, Repository, module

FACTS, PROBLEMS = facts_in(ROOT)


def only(repository: Repository, body: str, sentence: str = '"""It holds."""') -> list[str]:
    """What is said of one fact with this body."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    found = module(repository, f"import numpy as np\nimport torch\n\n\ndef one():\n    {sentence}\n{lines}")
    return [str(problem) for problem in proofs.check(repository.root, found)["p/q#one"]]


def test_every_fact_holds_from_two_parents() -> None:
    assert PROBLEMS == []
    wrong = [str(problem) for some in proofs.check(ROOT, FACTS).values() for problem in some]
    assert wrong == [], "\n\n".join(wrong)


def test_a_program_stands_alone() -> None:
    for name, fact in FACTS.items():
        assert "snippets" not in fact.program, name
        assert "pytest" not in fact.program, name


def test_a_sentence_that_is_false_is_told_with_its_function_and_its_line(repository: Repository) -> None:
    found = module(repository, SHARES.replace("tensor[0] == 1", "tensor[0] == 2"))
    (problem,) = proofs.check(repository.root, found)["p/q#shares"]
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
        ("try:\n    assert torch.zeros(1) == 1\nexcept ValueError:\n    pass", "p/q#one: try"),
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
    assert proofs.check(repository.root, facts_) == {"p/q#shares": []}


def test_a_name_that_stands_twice_is_told(repository: Repository) -> None:
    module(repository, SHARES + SHARES[SHARES.index("\n\ndef") :])
    _, (problem,) = facts_in(repository.root)
    assert problem.found == "shares a second time"


def test_run_shows_what_a_proof_prints(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    module(repository, SHARES.replace("== 1", "== 2"))
    assert main(["run", "p/q#shares"], repository.root) == 0
    assert "AssertionError\n(ended with error)" in capsys.readouterr().out


def test_a_record_of_facts_that_is_no_json_is_told(repository: Repository) -> None:
    module(repository, SHARES)
    file = repository.root / "snippets/recorded/facts/p/q.json"
    file.parent.mkdir(parents=True)
    file.write_text("<<<<<<<\n")
    _, (problem,) = facts_in(repository.root)
    assert (problem.file, problem.line) == ("snippets/recorded/facts/p/q.json", 1)


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
    for name, fact in facts_.items():
        assert proofs.check(repository.root, {name: fact}) == {name: []}
    text = page.read_text()
    assert "Text.\n\n::: fact methods/clone#first\n\n::: fact methods/clone#second\n\n## More\n" in text
    assert main(["new", "methods/clone#second"], repository.root) == 2
    assert "has second; edit it" in capsys.readouterr().err
    assert main(["new", "methods/clon#x"], repository.root) == 2
    assert "did you mean methods/clone?" in capsys.readouterr().err
    assert main(["new", "methods/clone#Not a name"], repository.root) == 2
    assert page.read_text() == text

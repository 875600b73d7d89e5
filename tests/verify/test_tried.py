"""What a proof tries is measured, and a proof that notices another thing than what its sentence says is refused."""

import pytest

from snippets.cli import main
from snippets.store.facts import facts_in, mutants_in, read_proved
from snippets.store.files import ROOT
from snippets.verify import mutants, proofs, tried
from snippets.verify.installed import otherwise
from tests.conftest import SHARES, Repository, module, mutant

COPIES = "real = torch.from_numpy\ntorch.from_numpy = lambda array: real(array.copy())"
WIDENS = "real = torch.from_numpy\ntorch.from_numpy = lambda array: real(array).double()"
CODES = "?bBhHiIlLefdFD"
# Facts that a careless proof and a mutant of another kind would let through: (sentence, proof, what is told).
FALSE = {
    "copies_small_arrays": (
        "`torch.from_numpy` copies small arrays.",
        "assert torch.from_numpy(np.zeros(3, np.float32)).dtype == torch.float32",
        "other memory",
    ),
    "never_shares": (
        "`torch.from_numpy` gives a tensor that never shares memory with the array.",
        f"for dtype in '{CODES}':\n    array = np.zeros(3, dtype)\n"
        "    assert str(torch.from_numpy(array).dtype) == f'torch.{array.dtype}'",
        "other memory",
    ),
    "raises_for_int64": (
        "`torch.from_numpy` raises a ValueError for an int64 array.",
        "failed = False\nt = torch.from_numpy(np.zeros(3, np.int64))\nassert failed or t.dtype == torch.int64",
        "other errors",
    ),
    "tries_one_dtype": (
        "`torch.from_numpy` shares the memory of an array.",
        "array = np.zeros(3)\ntorch.from_numpy(array)[0] = 1\nassert array[0] == 1",
        "torch.from_numpy of bool, complex128, complex64, float16, float32, int16,",
    ),
    "loops_over_nothing": (
        "`torch.from_numpy` shares the memory of an array.",
        "for dtype in '':\n    a = np.zeros(3, dtype)\n    torch.from_numpy(a)[0] = 1\n    assert a[0] == 1",
        "no mutant kills it",
    ),
    "names_a_release": ("Since torch 2.3, `torch.zeros` gives zeros.", "assert torch.zeros(1) == 0", "names torch 2.3"),
    "asserts_more": (
        "`torch.from_numpy` shares the memory of a float64 array.",
        "array = np.zeros(3)\ntorch.from_numpy(array)[0] = 1\nassert array[0] == 1\nassert len(str(array)) > 0",
        "no mutant makes this assertion fail",
    ),
}


def test_each_fact_tries_what_is_recorded() -> None:
    facts, _ = facts_in(ROOT)
    alike = {name: fact for name, fact in facts.items() if name not in otherwise(ROOT)}
    found = tried.measure(alike, mutants_in(ROOT), {name: fact.mutants for name, fact in alike.items()})
    assert found == {name: dict(fact.tried) for name, fact in alike.items()}, "run: python -m snippets update facts"


@pytest.mark.parametrize("name", FALSE)
def test_a_proof_of_something_else_is_told(
    name: str, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    sentence, proof, told = FALSE[name]
    body = "".join(f"    {line}\n" for line in proof.split("\n"))
    module(repository, f'import numpy as np\nimport torch\n\n\ndef {name}():\n    """{sentence}"""\n{body}')
    mutant(repository, COPIES, "copies")
    mutant(repository, WIDENS, "widens")
    assert main(["update", f"p/q#{name}"], repository.root) == 1
    assert told in capsys.readouterr().out
    if "release" not in name and "more" not in name:
        assert main(["check", f"p/q#{name}"], repository.root) == 1, "not only when it is recorded"
        assert told in capsys.readouterr().out


def test_the_proof_of_another_fact_is_told(repository: Repository) -> None:
    again = SHARES[SHARES.index("\n\ndef") :].replace("def shares", "def again").replace("shares the", "has the")
    facts = module(repository, SHARES + again)
    told = {name: [problem.found for problem in some] for name, some in proofs.check(repository.root, facts).items()}
    assert told == {"p/q#shares": [], "p/q#again": ["p/q#again: the proof of p/q#shares"]}


def test_traits_of_what_a_call_is_given_are_recorded(repository: Repository) -> None:
    text = SHARES.replace("np.zeros(3, dtype)", "np.zeros((3, 2), dtype)[:, 1]").replace(
        "tensor[0] == 1", "tensor[0] == 1"
    )
    module(repository, text)
    mutant(repository, COPIES, "copies")
    assert main(["update", "p/q#shares"], repository.root) == 0
    (call,) = read_proved(repository.root, "p/q")["p/q#shares"].tried.items()
    assert call[0] == "torch.from_numpy"
    assert {*call[1]} >= {"bool", "complex128", "gaps", "begins behind the first element"}
    assert "contiguous" not in call[1]


def test_a_mutant_for_one_dtype_alone_leaves_the_others_whole(repository: Repository) -> None:
    facts = module(repository, SHARES.replace(f'"{CODES}"', '"fd"').replace("array's", "float32 or float64 array's"))
    broken = mutant(repository, COPIES, "copies")
    found = tried.measure(facts, broken, mutants.kills(facts, broken))
    assert {*found["p/q#shares"]["torch.from_numpy"]} == {"float32", "float64", "contiguous"}

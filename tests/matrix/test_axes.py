"""The axes are what the TOML files say, and an entry that is broken is told by file, line and fix."""

from collections import Counter
from pathlib import Path

import pytest

from snippets.matrix import entries
from snippets.matrix.axes import DTYPES, LAYOUTS, METHODS, Dtype, Layout, Method, axis
from snippets.problem import Problem
from snippets.store.files import ROOT

FILE = "snippets/matrix/methods.toml"
CALL = 'call = "torch.tensor(a)"'
ENTRY = f'[to_torch.tensor]\n{CALL}\npage = "methods/tensor"\n'


def test_names_are_shell_safe_and_a_cell_is_named_by_three() -> None:
    for entries_ in (METHODS, DTYPES, LAYOUTS):
        assert all(entry.name.isidentifier() for entry in entries_)
        assert max(Counter((entry.name, entry.direction) for entry in entries_).values()) == 1
    assert len({method.name for method in METHODS}) == len(METHODS)


def test_an_entry_is_at_the_line_that_names_it() -> None:
    files: dict[str, tuple[Method | Dtype | Layout, ...]]
    files = {"methods.toml": METHODS, "dtypes.toml": DTYPES, "layouts.toml": LAYOUTS}
    for file, entries_ in files.items():
        lines = (ROOT / "snippets/matrix" / file).read_text(encoding="utf-8").split("\n")
        for entry in entries_:
            line = lines[entry.line - 1]
            assert line.startswith((f"[{entry.direction}.{entry.name}]", f"{entry.name}.", f"{entry.name} = "))
        assert len({entry.line for entry in entries_}) == len(entries_)


@pytest.mark.parametrize(
    ("entry", "line", "found", "fix"),
    [
        (f'[to_torch.tensor]\n{CALL}\npgae = "methods/tensor"', 1, "to_torch.tensor: unknown key 'pgae'", "page"),
        (f'[to_torch.tensor]\n{CALL}\nzzz = "methods/tensor"', 1, "to_torch.tensor: unknown key 'zzz'", "remove it"),
        (f'[to_torch.tensor]\n{CALL}\nname = "tensor"', 1, "to_torch.tensor: unknown key 'name'", "page"),
        ('[to_torch.tensor]\npage = "methods/tensor"', 1, "to_torch.tensor: no call", 'add a line: call = "..."'),
        ("[to_torch.tensor]", 1, "to_torch.tensor: no call", 'add a line: call = "..."'),
        ("[to_torch.tensor]\ncall = 3", 1, "to_torch.tensor: call is 3", "write text between quotes"),
        ("[to_torch.tensor]\ncall = torch.tensor(a)", 2, "Invalid value", "correct the line"),
        ("<<<<<<< HEAD", 1, "Invalid statement", "correct the line"),
        (f"[to_torch.from_numpy]\n{CALL}", 1, "Cannot declare ('to_torch', 'from_numpy') twice", "choose another"),
        (f"[to_numpy.from_numpy]\n{CALL}", 1, "to_numpy.from_numpy: line 12 has the name as well", "choose another"),
        (f"[to_torch.more]\nfrom_numpy.{CALL}", 2, "from_numpy: line 12 has the name as well", "choose another"),
        (f"[to_troch.tensor]\n{CALL}", 1, "no direction 'to_troch'", "did you mean to_torch?"),
        (f"[to_torch.my-way]\n{CALL}", 1, "to_torch.my-way: something else in it", "rename it"),
    ],
)
def test_a_broken_entry_is_told_by_file_line_and_fix(
    entry: str, line: int, found: str, fix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _, after = (ROOT / FILE).read_text(encoding="utf-8").partition(ENTRY)
    assert after
    (tmp_path / "methods.toml").write_text(f"{before}{entry}\n{after}", encoding="utf-8")
    monkeypatch.setattr(entries, "FOLDER", tmp_path)
    with pytest.raises(Problem) as caught:
        axis("methods.toml", Method, once=True)
    assert (caught.value.file, caught.value.line) == (FILE, before.count("\n") + line)
    assert found in caught.value.found
    assert fix in caught.value.fix


def test_a_number_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '[to_torch.mine]\nabout = "a test"\ncode = "a = np.zeros(3)"\nrecognize = "True"\nrank = "6"\n'
    (tmp_path / "layouts.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(entries, "FOLDER", tmp_path)
    with pytest.raises(Problem, match="rank is '6'"):
        axis("layouts.toml", Layout)


def test_what_a_table_says_holds_for_its_entries_that_say_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = """[operators]
page = "reference/operators"

[operators.arithmetic]
group = "arithmetic"
op_add.call = "{x} + {y}"
op_subtract = { call = "{x} - {y}", page = "guides/minus" }
"""
    (tmp_path / "methods.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(entries, "FOLDER", tmp_path)
    assert axis("methods.toml", Method) == (
        Method("op_add", "{x} + {y}", "operators", "reference/operators", "arithmetic"),
        Method("op_subtract", "{x} - {y}", "operators", "guides/minus", "arithmetic"),
    )

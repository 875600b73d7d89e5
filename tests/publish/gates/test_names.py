"""A name or an argument that the libraries do not have is found, without the libraries, and so is a wrong mark."""

from pathlib import Path

import pytest

from snippets.publish.gates import names
from snippets.publish.page import Page
from snippets.publish.sources import Sources
from snippets.store import names as stored
from snippets.store.files import ROOT
from snippets.store.types import Fact
from tests.publish.gates.conftest import RECORD
from tests.store.made_up import record_of

KNOWN = names.Known(stored.read(ROOT), stored.owners(ROOT, "also"))


def wrong(text: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.found) for problem in names.problems_in("a.md", 0, Page("", text), KNOWN)]


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("torch.from_nump", "torch.from_nump"),
        ("torch.nn.functional.conv9d", "torch.nn.functional.conv9d"),
        ("Tensor.astype", "Tensor.astype"),
        (".no_such_method()", "no_such_method"),
        ("torch.tensor(array, kopie=True)", "argument kopie of tensor"),
        ("tensor.detach().nupmy()", "tensor.detach().nupmy"),
        ("tensor.nupmy()", "tensor.nupmy"),
        ("tensor.to(dtipe=torch.float32)", "argument dtipe of to"),
        ("torch.from_numpy(array).to(torch.float33)", "torch.float33"),
        ("np.array(tensor, dim=0)", "argument dim of array"),
        ("Image.fromarrray", "Image.fromarrray"),
        ("DataFrame.to_numpyy()", "DataFrame.to_numpyy"),
        ("pd.read_csvv", "pd.read_csvv"),
        ("plt.plott(array)", "plt.plott"),
        ("scipy.sparse.csr_matrixx", "scipy.sparse.csr_matrixx"),
        ("mmap.ACCESS_NOTHING", "mmap.ACCESS_NOTHING"),
        ("kopie=True", "argument kopie"),
        ("kopie=", "argument kopie"),
        ("with torch.devise('meta'):", "torch.devise"),
        ("loss: torch.tensorr", "torch.tensorr"),
        ("a, torch.tensorr, ...)", "torch.tensorr"),
    ],
)
def test_what_does_not_exist_is_named_unless_it_is_marked(code: str, missing: str) -> None:
    assert wrong(f"# A\n\nCall `{code}`.\n") == [(3, f"`{code}`: there is no {missing}")]
    assert wrong(f"Call ``{code}``.") == [(1, f"`{code}`: there is no {missing}")]
    assert wrong(f"Call `{code}`{{.absent}}.\n\n```text\n`{code}`\n```") == []


@pytest.mark.parametrize(
    "code",
    [
        "torch.utils.data.default_collate",
        "torch.multiprocessing.Queue",
        "np.array(tensor, copy=None)",
        "tensor.pin_memory().to('cuda', non_blocking=True)",
        ".astype()",
        "Tensor.__dlpack__",
        "Tensor.__eq__",
        "numpy.__file__",
        "array.array",
        "array.flags.writeable",
        "mmap.ACCESS_COPY",
        "copy=",
        "a += t",
        "frame['age'].to_numpy(dtype=float)",
    ],
)
def test_what_exists_is_fine_and_is_not_marked(code: str) -> None:
    assert wrong(f"Call `{code}`.") == []
    assert wrong(f"Call `{code}`{{.absent}}.") == [(1, f"`{code}`, which does")]


@pytest.mark.parametrize("code", ["data/facts.json", "behaviour.schema.json", ".example[data-exit]", ".npy", "x = 1.5"])
def test_files_selectors_and_numbers_are_no_names(code: str) -> None:
    assert wrong(f"See `{code}`.") == []


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md"])
def test_the_guides_name_what_exists(file: str) -> None:
    assert wrong((ROOT / file).read_text(encoding="utf-8")) == []


def test_sentences_of_facts_and_cells_of_tutorials_are_looked_at_and_what_is_near_is_proposed(tmp_path: Path) -> None:
    for file in (stored.FILE, stored.SOURCE):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes((ROOT / file).read_bytes())
    tutorial = tmp_path / "snippets/tutorials/a.py"
    tutorial.parent.mkdir()
    tutorial.write_text("# %% [markdown]\n# Call `np.asaray`.\n# %%\nx = 1\n")
    fact = Fact("p#a", "snippets/facts/p.py", 3, "`torch.from_nmpy` shares.", "", "", 4)
    sources = Sources({"p": Page("p", "Call `torch.tensr`.\n")}, record_of({}, {fact.name: fact}), tmp_path)
    found = [(problem.file, problem.line, problem.fix) for problem in names.problems(sources)]
    assert found == [
        ("docs/p.md", 1, "did you mean tensor?"),
        ("snippets/facts/p.py", 4, "did you mean from_numpy?"),
        ("snippets/tutorials/a.py", 2, "did you mean asarray?"),
    ]


def test_where_nothing_is_recorded_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    assert not [*names.problems(Sources({"p": Page("p", "`torch.tensr`")}, RECORD, tmp_path))]

"""The notebooks: executed afresh they show what is recorded; and what differs is found."""

import json
from typing import Any

import nbformat
import pytest

from snippets.store import examples
from snippets.store.files import ROOT
from snippets.store.tutorials import names
from snippets.verify import tutorials
from tests.conftest import Repository

PLOT = """\
# %% [markdown]
# # Title

# %%
import matplotlib.pyplot as plt
import numpy as np

# %% alt="a line"
plt.plot(np.arange(3.0))
plt.show()
print("done")
"""


@pytest.mark.parametrize("name", names(ROOT))
def test_a_fresh_run_shows_what_is_recorded(name: str) -> None:
    problems = tutorials.check(ROOT, [name])
    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize("name", names(ROOT))
def test_a_recorded_notebook_shows_no_warning_no_error_and_no_path(name: str) -> None:
    text = (ROOT / examples.output_file(name)).read_text(encoding="utf-8")
    assert "Warning" not in text
    assert str(ROOT) not in text
    assert '"output_type": "error"' not in text
    assert "site-packages" not in text


@pytest.fixture
def tutorial(repository: Repository) -> Repository:
    folder = repository.root / "snippets/tutorials"
    folder.mkdir()
    (folder / "matplotlibrc").write_bytes((ROOT / "snippets/tutorials/matplotlibrc").read_bytes())
    (folder / "plot.py").write_text(PLOT)
    return repository


def test_recorded_twice_it_is_the_same_and_one_changed_digit_is_found(tutorial: Repository) -> None:
    root = tutorial.root
    assert "never recorded" in tutorials.check(root, ["tutorials/plot"])[0].found
    assert tutorials.update(root, ["tutorials/plot"]) == ([], ["recorded  docs/tutorials/plot.ipynb"])
    path = root / "docs/tutorials/plot.ipynb"
    before = path.read_bytes()
    assert tutorials.update(root, ["tutorials/plot"]) == ([], [])
    assert path.read_bytes() == before
    path.write_bytes(before.replace(b'"done\\n"', b'"dine\\n"'))
    (problem,) = tutorials.check(root, ["tutorials/plot"])
    assert (problem.file, problem.found) == ("docs/tutorials/plot.ipynb", "a record edited by hand")
    examples.record(root, "tutorials/plot", PLOT.encode(), path.read_bytes())
    (problem,) = tutorials.check(root, ["tutorials/plot"])
    assert "-dine\n+done\n" in problem.detail
    assert "python -m snippets update tutorials/plot" in problem.fix


def test_a_failing_cell_is_named_with_its_line_in_the_source(tutorial: Repository) -> None:
    source = tutorial.root / "snippets/tutorials/plot.py"
    source.write_text(PLOT + "\n# %%\nvalues = []\nvalues[0]\n")
    problems, changes = tutorials.update(tutorial.root, ["tutorials/plot"])
    assert changes == []
    assert (problems[0].file, problems[0].line) == ("snippets/tutorials/plot.py", 15)
    assert "IndexError: list index out of range" in problems[0].found
    assert not (tutorial.root / "docs/tutorials/plot.ipynb").exists()


@pytest.mark.parametrize("cell", ["print(hash('a'))", "import torch\nprint(torch.get_num_threads())"])
def test_a_notebook_that_depends_on_what_differs_between_the_two_runs_is_refused(
    tutorial: Repository, cell: str
) -> None:
    (tutorial.root / "snippets/tutorials/plot.py").write_text(f"# %%\n{cell}\n")
    problems, _ = tutorials.update(tutorial.root, ["tutorials/plot"])
    assert "not deterministic" in problems[0].found


def executed() -> Any:
    """The recorded notebook of the first tutorial."""
    return nbformat.read(ROOT / examples.output_file(names(ROOT)[0]), as_version=4)


def test_a_drawing_may_differ_by_less_than_can_be_seen_and_no_more() -> None:
    svg = "image/svg+xml"
    line = '<path d="M 1.5 -2 L 30 4e-5" id="p58d52521e6"/>'
    assert tutorials.same(svg, line, line.replace("1.5", "1.52").replace("30", "29.98").replace("-2 ", "-2.01 "))
    assert not tutorials.same(svg, line, line.replace("1.5", "1.6"))
    assert not tutorials.same(svg, line, line.replace("L", "M"))
    assert not tutorials.same(svg, line, line.replace("p58d", "p59d"))
    assert not tutorials.same("text/plain", "1.50", "1.51")


def test_a_drawing_that_lost_a_point_and_a_text_that_lost_a_space_are_found() -> None:
    before = executed()
    for change in (lambda text: text.replace("L ", "", 1), lambda text: text + " "):
        after = executed()
        cell = next(cell for cell in after.cells if any("data" in output for output in cell.get("outputs", [])))
        output = next(output for output in cell.outputs if "data" in output)
        kind = next(iter(output.data))
        output.data[kind] = change(output.data[kind])
        assert tutorials.differences("a.ipynb", before, after)
    assert not tutorials.differences("a.ipynb", before, executed())


def test_what_differs_between_runs_is_not_recorded() -> None:
    for cell in executed().cells:
        assert cell.id.startswith("cell-")
        assert "execution" not in cell.metadata
    assert "<metadata>" not in json.dumps(executed())

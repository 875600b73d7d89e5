"""Two files that would be built to one address are found."""

from pathlib import Path

import pytest

from snippets.publish.gates import addresses
from snippets.publish.sources import Sources
from tests.publish.gates.conftest import RECORD


@pytest.mark.parametrize("second", ["p/index.md", "p/README.md", "p.ipynb"])
def test_a_file_that_claims_the_address_of_another_is_named(tmp_path: Path, second: str) -> None:
    for name in ("p.md", "q.md", second):
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# A\n")
    (problem,) = addresses.problems(Sources({}, RECORD, tmp_path))
    assert problem.expected == "an address of its own, not p/"
    assert {problem.file, problem.found.split()[3].rstrip(",")} == {"docs/p.md", f"docs/{second}"}

"""An example that stands twice, under two names, is found."""

from dataclasses import replace
from pathlib import Path

from snippets.publish.gates import twins
from snippets.publish.sources import Sources
from tests.publish.gates.conftest import FINE
from tests.store.made_up import record_of


def test_the_same_script_under_another_name_is_named() -> None:
    other = replace(FINE, name="methods/q/other", script=f"# Of another page.\n\n{FINE.script}")
    examples = {example.name: example for example in (FINE, other, replace(FINE, name="a/b", script="print(2)\n"))}
    (problem,) = twins.problems(Sources({}, record_of(examples), Path()))
    assert (problem.file, problem.found) == ("snippets/examples/methods/q/other.py", "the script of methods/p/fine")

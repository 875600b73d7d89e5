"""A fact that stands on other pages than its own alone is found."""

from snippets.publish.gates import strays
from tests.publish.gates.conftest import SHOWN, Try


def test_a_fact_on_its_own_page_is_fine_also_in_its_list_and_one_on_no_page_is_left_to_another_check(
    found: Try,
) -> None:
    assert found(strays.problems, f"# Title\n\n{SHOWN}", "So [](fact:methods/p#holds)\n") == []
    assert found(strays.problems, "::: facts methods/p\n", "So [](fact:methods/p#holds)\n") == []
    assert found(strays.problems, "# Title\n") == []


def test_a_fact_that_another_page_shows_alone_is_found(found: Try) -> None:
    ((file, line, what),) = found(strays.problems, "# Title\n", "So [](fact:methods/p#holds)\n")
    assert (file, line) == ("snippets/facts/methods/p.py", 3)
    assert what.startswith("methods/p#holds stands only on ")

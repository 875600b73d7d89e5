"""A link of a page that leads nowhere, as a Problem: MkDocs finds it and says so in its log, without a line."""

import logging
import re
from collections.abc import Iterable
from pathlib import Path

from snippets.problem import Problem, line_of

WANTED = "a link to a page, a file or an anchor of the site"
SAID = re.compile(
    r"Doc file '(?P<file>[^']+)' contains an? .*?link '(?P<link>[^']+)', (?:but )?(?P<why>.+?)\."
    r"(?: Did you mean '(?P<near>[^']+)'\?)?$"
)


class Links(logging.Filter):
    """Puts a Problem in place of each of MkDocs' sentences, where it is logged, and keeps it.

    Of a link that a gate told it lets nothing through: it is told once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.docs, self.problems, self.told = Path("docs"), list[Problem](), set[tuple[str, str]]()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether it is logged; called by logging."""
        if said := SAID.match(record.getMessage()):
            if (f"docs/{said['file']}", f"a link to {said['link']}") in self.told:
                return False
            source = (self.docs / said["file"]).read_bytes().decode()
            line = line_of(source, max(source.find(f"]({said['link']}"), 0))
            fix = f"did you mean {said['near']}?" if said["near"] else "correct the link, or remove it"
            found = f"{said['link']}: {said['why']}"
            problem = Problem(f"docs/{said['file']}", line, WANTED, found, fix)
            self.problems.append(problem)
            record.msg, record.args = "%s", (problem,)
        return True

    def watch(self, docs: Path, told: Iterable[Problem]) -> None:
        """Begins anew, with the pages in `docs`, of which the gates `told` what they found."""
        self.docs, self.problems, self.told = docs, [], {(problem.file, problem.found) for problem in told}
        logging.getLogger("mkdocs.structure.pages").addFilter(self)


dead_links = Links()  # one, for MkDocs loads its hooks anew whenever `mkdocs serve` builds

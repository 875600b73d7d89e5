"""What both libraries give for the same, side by side, out of an example's output. Pure.

::: beside reference/promotion/overflow    a row for each line "what: of NumPy | of PyTorch" that the example prints

A column before these is what NumPy 1 gave in the newest release with it that was measured. The example is folded below.
"""

import re

from snippets.publish.blocks import example_block
from snippets.publish.markup import Target, code, render
from snippets.publish.page import Page
from snippets.publish.rows import Unknown, named, table
from snippets.store.differences import Compared
from snippets.store.record import Record

LINE = re.compile(r"(?P<what>[^|\n]+): (?P<numpy>[^|\n]+) \| (?P<torch>[^|\n]+)")


def side_by_side(name: str, records: Record, page: Page, target: Target) -> str:
    """The table of what the example `name` prints, and the example; raises Unknown."""
    return f"{rows(name, records)}\n\n{render(target, 'beside', example=example_block(name, records, page, target))}"


def rows(name: str, records: Record) -> str:
    """The table of what the example `name` prints; raises Unknown."""
    now, before = rows_of(named(name, records.examples, "example").output), numpy_1(name, records)
    if not now:
        raise Unknown(f"{name!r} prints no such line", "print lines such as `7 / 2: 3.5 | 3.5`")
    then = rows_of(before.changed[name].output if name in before.changed else "") if before else {}
    names = ["", f"NumPy {records.environment.numpy}", f"PyTorch {records.environment.torch}"]
    lines = list[list[str]]()
    for what, (numpy, torch) in now.items():
        older = [code(then.get(what, (numpy,))[0])] if before else []
        lines.append([code(what), *older, code(numpy), code(torch.replace("torch.", ""))])
    return table([names[0], *([f"NumPy {before.environment.numpy}"] if before else []), *names[1:]], lines)


def rows_of(output: str) -> dict[str, tuple[str, str]]:
    """{what: what NumPy and PyTorch give} of the lines of an output."""
    matches = map(LINE.fullmatch, output.splitlines())
    return {match["what"]: (match["numpy"], match["torch"]) for match in matches if match}


def numpy_1(name: str, records: Record) -> Compared | None:
    """The newest release with NumPy 1 with which the example `name` was measured as it is now."""
    measured = (release for release in records.releases if name in release.known)
    return next((release for release in measured if release.environment.numpy.startswith("1.")), None)

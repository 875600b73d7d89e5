"""Messages of the matrix, explained, as Markdown. Pure: each is one that a cell gives.

::: errors to_torch          every message of one direction: a line that opens to its text, cause and cure
::: cures negative_stride …  messages and what to write, a message a row
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from snippets.matrix.axes import AXES
from snippets.matrix.messages import Message, explanations_of
from snippets.publish.markup import Target, code, render
from snippets.publish.rows import grouped, named, opens, table
from snippets.publish.tables import METHOD, direction_of, label
from snippets.publish.titles import title_of
from snippets.store.differences import Span
from snippets.store.record import Record
from snippets.store.types import Key, Matrix, Result

Given = list[tuple[str, Key]]  # the text of a message in every cell that gives it, in the order of the cells


@lru_cache(maxsize=2)  # a matrix is known by its identity
def given_in(matrix: Matrix) -> dict[Message, Given]:
    """Each message that the matrix holds, with what gives it."""
    return grouped(
        (message, (text, key))
        for key, result in matrix.cells.items()
        for text in result.messages
        for message in explanations_of(text)
    )


def cures(argument: str, records: Record) -> str:
    """What to write where a message stands: a row for each name of an explanation in `argument`; raises Unknown."""
    known = {message.name: message for message in given_in(records.matrix)}
    where = "snippets/matrix/messages.toml explains them"
    messages = [named(name, known, "message", where) for name in argument.split()]
    return table(["you see", "write"], map(_cure, messages))


def _cure(message: Message) -> Sequence[str]:
    place = f"/reference/errors.md#{message.name}"
    works = {call for _, call in message.works}
    return f"[{code(message.title)}]({place})", code(*works) if len(works) == 1 else f"[by dtype]({place})"


def errors(direction: str, records: Record, target: Target) -> str:
    """Every warning and error that one direction gives most, by frequency: text, cause, cure; raises Unknown."""
    named(direction, AXES, "direction", f"write {', '.join(AXES)}")
    given = given_in(records.matrix)
    here = [message for message, cells in given.items() if _direction(cells) == direction]
    here.sort(key=lambda message: -len(given[message]))
    return "\n\n".join(_explained(message, given[message], records, target) for message in here)


def _direction(cells: Given) -> str:
    """The one that most cells are of."""
    ((direction, _),) = Counter(direction_of(key) for _, key in cells).most_common(1)
    return direction


def _explained(message: Message, cells: Given, records: Record, target: Target) -> str:
    """The section of one message, which `cells` give: its words, which open to the rest."""
    (text, _), *variants = Counter(text for text, _ in cells).most_common()
    calls = list(dict.fromkeys(label(METHOD, key, key[METHOD]) for _, key in cells))
    title = message.title.replace("_", r"\_").replace("*", r"\*")
    about = render(
        "markdown",
        "error",
        message=message,
        title=title_of(message.page) if message.page else "",
        text="<br>".join(code(line) for line in text.split("\n") if line.strip()),
        variants=len(variants),
        others=dict.fromkeys(_elsewhere(cells, records)),
        works=grouped((call, code(dtype) if dtype else "any") for dtype, call in message.works),
        calls=", ".join(calls),
    )
    return opens(f"### {title} {{#{message.name}}}", about, target)


def _elsewhere(cells: Given, records: Record) -> Iterable[str]:
    """The same message as the newest release words it, and what stands in its place in later ones."""
    newest = records.newest
    for text, _ in cells:
        if newest and text in newest.wording:
            yield f"With {newest.name}: {code(newest.wording[text])}"
    for _, key in cells:
        span = records.cell_spans.get(key, Span())
        if isinstance(span.later, Result) and span.later.messages:
            yield f"Since {span.changed}: {code(span.later.messages[-1])}"

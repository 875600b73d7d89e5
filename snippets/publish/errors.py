"""Messages, explained, as Markdown. Pure: each is one that a cell gives, or a line that a test runs.

::: errors to_torch          every message of one direction: a line that opens to its text, cause and cure
::: errors training          the same of those that no cell gives, by their section in messages.toml
::: cures negative_stride …  messages and what to write; below them those that each cause answers otherwise
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from snippets.matrix.axes import AXES
from snippets.matrix.messages import MESSAGES, Message, explanations_of
from snippets.publish.markup import CODE, Target, code, render
from snippets.publish.rows import grouped, named, opens, table
from snippets.publish.tables import METHOD, direction_of, label
from snippets.publish.titles import title_of
from snippets.store.differences import Span
from snippets.store.record import Record
from snippets.store.types import Key, Matrix, Result

SECTIONS = list(dict.fromkeys(message.section for message in MESSAGES if message.section))
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
    """What to write where a message stands, for each name of an explanation in `argument`; raises Unknown."""
    known = {message.name: message for message in MESSAGES if message.section or message in given_in(records.matrix)}
    where = "snippets/matrix/messages.toml explains them"
    messages = [named(name, known, "message", where) for name in argument.split()]
    cured = list(map(_cure, messages))
    rows, rest = [row for row in cured if row[1]], [link for link, line in cured if not line]
    return table(["you see", "write"], rows) + (f"\n\nBy cause: {', '.join(rest)}." if rest else "")


def _cure(message: Message) -> Sequence[str]:
    """Its words, which lead to all of it, and what to write; "" where no line is for every cause."""
    place = f"/reference/errors.md#{message.name}"
    works = dict.fromkeys(call for _, call in message.works)
    every = works | dict.fromkeys(met.write for met in message.met) or dict.fromkeys(CODE.findall(message.instead)[:1])
    shown = [code(line) for line in every][:1] if works or len(every) == 1 else []
    more = [f"[by cause]({place})"] if shown and len(every) > 1 else []
    return f"[{code(message.title)}]({place})", ", or ".join(shown + more)


def errors(section: str, records: Record, target: Target) -> str:
    """Every warning and error of one direction or section, as messages.toml orders them: text, cause, cure.

    A message is of the direction that gives it most. Raises Unknown.
    """
    named(section, dict.fromkeys([*AXES, *SECTIONS]), "section", f"write {', '.join([*AXES, *SECTIONS])}")
    given = given_in(records.matrix)
    here = [message for message in MESSAGES if section == (message.section or _direction(given.get(message, [])))]
    return "\n\n".join(_explained(message, given.get(message, []), records, target) for message in here)


def _direction(cells: Given) -> str:
    """The one that most cells are of; "" where there are none."""
    return next((direction for direction, _ in Counter(direction_of(key) for _, key in cells).most_common(1)), "")


def _explained(message: Message, cells: Given, records: Record, target: Target) -> str:
    """The section of one message, which `cells` give, or its own code: its words, which open to the rest."""
    text, *variants = [text for text, _ in Counter(text for text, _ in cells).most_common()] or [message.text]
    calls = [label(METHOD, key, key[METHOD]) for _, key in cells] + [code(met.says) for met in message.met]
    title = message.title.replace("_", r"\_").replace("*", r"\*")
    about = render(
        "markdown",
        "error",
        message=message,
        title=title_of(message.page) if message.page else "",
        text="<br>".join(code(line) for line in text.split("\n") if line.strip()),
        variants=len(variants),
        others=dict.fromkeys(_elsewhere(cells, records)),
        rows=[*_rows(message), *((met.when, code(met.write)) for met in message.met)],
        calls=", ".join(dict.fromkeys(calls)),
    )
    return opens(f"### {title} {{#{message.name}}}", about, target)


def _rows(message: Message) -> Iterable[tuple[str, str]]:
    """What each call that works is for, "" where that is anything, and the call."""
    when = dict(message.when)
    for call, dtypes in grouped((call, dtype) for dtype, call in message.works).items():
        of = "" if dtypes == ["float32"] else ", ".join(code(dtype) for dtype in dtypes if dtype)
        yield ": ".join(filter(None, (of, when.get(call, "")))), code(call)


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

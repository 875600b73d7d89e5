"""How much code there is to read: python -m benchmarks.size [--modules].

A code line is one that is not blank, no comment and no part of a docstring. The machinery is all Python under
snippets/ that is neither content (examples, facts, tutorials, elsewhere) nor text of a cell's script (probes count).
The core is what one reads to add an example, a table or a check.
"""

import ast
import io
import tokenize
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.options import options
from snippets.store.files import CONTENT, ROOT

CORE = (
    "problem.py kinds.py __main__.py store/__init__.py store/types.py store/files.py store/examples.py "
    "verify/__init__.py verify/run/__init__.py verify/run/isolate.py verify/run/limits.py verify/run/parents.py "
    "verify/run/child.py verify/run/terminal.py verify/run/rules.py verify/examples.py "
    "publish/__init__.py publish/page.py publish/directives.py publish/hooks.py"
).split()
SILENT = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)


def code_lines(text: str) -> list[str]:
    """The lines of a module that hold code: no blanks, comments and docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, documented) and ast.get_docstring(node)]
    docstrings = {n for node in nodes for n in range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1)}
    lines = text.split("\n")
    held: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in SILENT:
            held.update(range(token.start[0], token.end[0] + 1))
    return [lines[number - 1] for number in sorted(held - docstrings) if lines[number - 1].strip()]


def machinery() -> Iterator[Path]:
    """The modules of snippets/ that are no content."""
    for path in sorted((ROOT / "snippets").rglob("*.py")):
        if path.relative_to(ROOT / "snippets").parts[0] not in CONTENT:
            yield path


def long_functions(paths: Iterable[Path]) -> list[tuple[str, int]]:
    """The functions with more than 40 code lines, as (path:line name, code lines)."""
    found = []
    for path in paths:
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                count = len(code_of(text, node))
                if count > 40:
                    found.append((f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", count))
    return found


def code_of(text: str, node: ast.FunctionDef) -> list[str]:
    """The code lines of one function of the module `text`."""
    first, last = node.lineno, node.end_lineno or node.lineno
    lines = text.split("\n")
    blank = [line if first <= number <= last else "" for number, line in enumerate(lines, 1)]
    indent = len(lines[first - 1]) - len(lines[first - 1].lstrip())
    return code_lines("\n".join(line[indent:] for line in blank))


def main() -> None:
    """Prints the code lines by package (or module), in all, of the core, and the mean length of a line."""
    each = options(__doc__, modules=False).modules
    lines = {path: code_lines(path.read_text(encoding="utf-8")) for path in machinery()}
    names = {path: path.relative_to(ROOT / "snippets") for path in lines}
    groups: dict[str, list[str]] = {}
    for path, held in lines.items():
        group = names[path].as_posix() if each else "/".join(names[path].parts[:-1]) or "snippets"
        groups.setdefault(group, []).extend(held)
    for group, held in groups.items():
        print(f"{group:32}{len(held):7,}")
    every = [line for held in lines.values() for line in held]
    core = [line for path, held in lines.items() if names[path].as_posix() in CORE for line in held]
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in lines if names[path].as_posix() in CORE)
    print(f"{'all machinery':32}{len(every):7,}\n{'the core':32}{len(core):7,} ({words:,} words, all lines)")
    print(f"mean length of a code line: {sum(len(line) for line in every) / len(every):.1f} characters")
    for name, count in long_functions(lines):
        print(f"over 40 lines: {name}: {count}")


if __name__ == "__main__":
    main()

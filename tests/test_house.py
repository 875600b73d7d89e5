"""The house stands: arrows go one way, no module is in a circle, and imports are where a reader looks for them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.size import CORE, code_lines, long_functions, machinery
from snippets.store.files import CONTENT, ROOT
from tests.conftest import LONGEST

# What each room may import, beside itself. `kinds` reaches verify by name, where something is run.
MAY = {
    "problem": set(),
    "matrix": {"problem"},
    "store": {"problem", "matrix"},
    "kinds": {"problem", "store"},
    "verify": {"problem", "matrix", "store"},
    "publish": {"problem", "matrix", "store", "kinds"},
    "explain": {"problem", "matrix", "store"},
    "changed": {"store", "kinds"},
    "new": {"problem", "store", "verify"},
    "cli": {"problem", "matrix", "store", "kinds", "verify", "explain", "new", "changed"},
    "__main__": {"problem", "cli"},
}
# An import in a function keeps one of these, which are large or not there where the site is built, from being loaded.
LARGE = {"torch", "numpy", "pandas", "nbformat", "nbclient", "jupyter_client", "jupytext", "tqdm", "snippets.explain"}


def modules(root: Path) -> dict[str, Path]:
    """{snippets.store.types: its file} of all that is not content."""
    files = {".".join(file.relative_to(root).with_suffix("").parts): file for file in (root / "snippets").rglob("*.py")}
    return {name.removesuffix(".__init__"): file for name, file in files.items() if name.split(".")[1] not in CONTENT}


def imports(file: Path, names: set[str]) -> Iterator[tuple[str, bool]]:
    """What a module imports, and whether it does at its top: of our own, the modules among `names`."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    tries = [inner for node in tree.body if isinstance(node, ast.Try) for inner in node.body]
    top = {id(node) for node in (*tree.body, *tries)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from ((name if name in names else node.module, id(node) in top) for name in whole)


def arrows_back(root: Path) -> list[str]:
    """Imports of a room that may not be imported there."""
    known = modules(root)
    wrong = []
    for name, file in known.items():
        room = name.split(".")[1] if "." in name else "problem"
        for other, _ in imports(file, set(known)):
            if other.startswith("snippets.") and other.split(".")[1] not in MAY[room] | {room}:
                wrong.append(f"{name} imports {other}")
    return wrong


def circles(root: Path) -> list[str]:
    """Modules that import themselves, through others."""
    known = modules(root)
    arrows = {name: {other for other, _ in imports(file, set(known)) if other in known} for name, file in known.items()}
    while leaves := [name for name, others in arrows.items() if not others & set(arrows)]:
        for name in leaves:
            del arrows[name]
    return [name for name in arrows if any(name in others for others in arrows.values())]


def hidden_imports(root: Path) -> list[str]:
    """Imports in functions that keep nothing large from being loaded."""
    known = modules(root)
    found = [(name, other) for name, file in known.items() for other, at_top in imports(file, set(known)) if not at_top]
    return [f"{name}: {other}" for name, other in found if not {other, other.split(".")[0]} & LARGE]


def test_no_arrow_runs_back() -> None:
    assert arrows_back(ROOT) == []


def test_no_module_is_in_a_circle() -> None:
    assert circles(ROOT) == []


def test_imports_stand_at_the_top() -> None:
    assert hidden_imports(ROOT) == []


def test_every_room_has_its_rule() -> None:
    rooms = {name.split(".")[1] for name in modules(ROOT) if "." in name}
    assert rooms == set(MAY)


def test_no_function_is_longer_than_a_screen() -> None:
    assert long_functions(machinery()) == []


def test_what_is_called_the_core_is_there() -> None:
    assert [name for name in CORE if not (ROOT / "snippets" / name).exists()] == []


def test_comments_blanks_and_docstrings_are_no_code() -> None:
    documented = 'def f():\n    """Doc.\n\n    More.\n    """\n    return """\n\na"""\n'
    text = f'"""Doc."""\n\n# why\nx = 1  # so\n\n\n{documented}'
    assert code_lines(text) == ["x = 1  # so", "def f():", '    return """', 'a"""']


@pytest.mark.parametrize(
    ("check", "files"),
    [
        (arrows_back, {"store/a.py": "from snippets.verify import b\n", "verify/b.py": ""}),
        (arrows_back, {"verify/a.py": "def f():\n    import snippets.publish.b\n", "publish/b.py": ""}),
        (circles, {"store/a.py": "from snippets.store import b\n", "store/b.py": "import snippets.store.a\n"}),
        (
            circles,
            {"store/a.py": "from snippets.store.b import f\n", "store/b.py": "def g():\n    import snippets.store.a\n"},
        ),
        (hidden_imports, {"store/a.py": "def f():\n    from snippets.store import b\n", "store/b.py": ""}),
        (hidden_imports, {"store/a.py": "if 1:\n    import json\n"}),
    ],
)
def test_a_house_that_does_not_stand_is_told(check: object, files: dict[str, str], tmp_path: Path) -> None:
    for file, text in files.items():
        (tmp_path / "snippets" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "snippets" / file).write_text(text)
    assert callable(check)
    assert check(tmp_path)


def test_the_tests_that_are_said_to_take_longest_are_there() -> None:
    assert [file for file in LONGEST if not (ROOT / f"tests/{file}.py").is_file()] == []

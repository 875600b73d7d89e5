"""Tables say what was measured, all of it, and nothing else."""

import html
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema_rs
import numpy as np
import pytest
import torch

from snippets.matrix.axes import AXES, CROSSINGS, DTYPES, LAYOUTS, METHOD_NAMED, METHODS
from snippets.matrix.messages import MESSAGES
from snippets.problem import Problem
from snippets.publish.data import SCHEMAS
from snippets.publish.errors import SECTIONS, cures, errors
from snippets.publish.glance import glance, series
from snippets.publish.page import Line, Page, read_pages
from snippets.publish.rows import Unknown
from snippets.publish.spans import noted
from snippets.publish.tables import JOBS, calls, counted, cut, dtype_map, every, jobs, label
from snippets.publish.tables import cells_of as keys_of
from snippets.store.files import ROOT
from snippets.store.record import Record, kept
from snippets.store.types import Key, Matrix, Result
from tests.publish.expanding import expand
from tests.store.made_up import EXAMPLES, beside, measured, record_of

RAISES = Result("raises", "raises", "none", "none", messages=("ValueError: no | bar",))
SHARES = Result("shares", "none", "shares", "equal", "Tensor", "torch.float32", (2, 3), (3, 1), "cpu", False, "yes")
SMALL = record_of(
    matrix=Matrix(
        {
            ("from_numpy", "float32", "contiguous"): SHARES,
            ("from_numpy", "float32", "reversed"): RAISES,
            ("from_numpy", "int64", "contiguous"): SHARES,
            ("from_numpy", "int64", "reversed"): RAISES,
            ("from_numpy", "str", "contiguous"): RAISES,
            ("from_numpy", "str", "reversed"): RAISES,
        }
    )
)


def cells_of(table: str) -> list[list[str]]:
    """The rows of a Markdown table below its head."""
    return [[cell.strip() for cell in line[1:-1].split("|")] for line in table.splitlines()[2:]]


def test_what_is_alike_is_told_once() -> None:
    assert cut("method=from_numpy", SMALL).splitlines() == [
        "| layout | `float32`, `int64` | `str` |",
        "| --- | --- | --- |",
        "| `contiguous` | shares | raises |",
        "| `reversed` | raises | raises |",
    ]


def test_a_table_is_made_once_for_what_was_measured() -> None:
    asked = []

    @kept
    def table(argument: str, records: Record) -> str:
        asked.append(argument)
        return cut(argument, records)

    first = table("method=from_numpy", SMALL)
    assert table("method=from_numpy", replace(SMALL, examples=EXAMPLES)) == first
    assert table("layout=reversed", SMALL) != first
    other = Matrix({("from_numpy", "float32", "contiguous"): RAISES, ("from_numpy", "float32", "reversed"): SHARES})
    assert table("method=from_numpy", record_of(matrix=other)) != first
    assert table("method=from_numpy", replace(SMALL, releases=[beside(measured())])) == first
    assert asked == ["method=from_numpy", "layout=reversed", "method=from_numpy", "method=from_numpy"]


def test_one_free_axis_shows_results_and_messages() -> None:
    assert cut("method=from_numpy layout=reversed", SMALL).splitlines()[2:] == [
        "| `float32`, `int64`, `str` | raises |  | <code>ValueError: no &#124; bar</code> |"
    ]


@pytest.mark.parametrize("method", ["from_numpy", "from_dlpack", "frombuffer", "numpy", "byte_tensor"])
def test_a_grid_holds_every_cell_of_its_method_and_no_other(method: str, record: Record) -> None:
    shown: dict[Key, str] = {}
    text = cut(f"method={method}", record)
    head, *body = [[one.strip() for one in line[1:-1].split("|")] for line in text.splitlines() if "---" not in line]
    for row in body:
        for layout in re.findall(r"`(\w+)`", row[0]):
            for column, said in zip(head[1:], row[1:], strict=True):
                shown |= {(method, dtype, layout): said for dtype in re.findall(r"`(\w+)`", column)}
    measured = {key: noted(key, record) for key in record.matrix.cells if key[0] == method}
    assert {key: said for key, said in shown.items() if said != "cannot be made"} == measured
    direction = METHOD_NAMED[method].direction
    made = {key for key in shown if shown[key] == "cannot be made"}
    assert all((direction, *key[1:]) in record.matrix.absent for key in made)


@pytest.mark.parametrize(
    ("kind", "argument", "fix"),
    [
        ("matrix", "method=from_nump", "did you mean from_numpy"),
        ("matrix", "dtype=flot32", "did you mean float32"),
        ("matrix", "from_numpy", "write method="),
        ("matrix", "", "fix one or two"),
        ("matrix", "method=from_numpy dtype=float32 layout=reversed", "fix one or two"),
        ("glance", "methods/from_nump", "did you mean methods/from_numpy"),
        ("dtypes", "to_torc", "did you mean to_torch"),
        ("matrix", "direction=operators group=arithmetics layout=array_tensor", "did you mean arithmetic"),
        ("calls", "tensor/float23/contiguous", "did you mean tensor/float32/contiguous"),
        ("calls", "tensor/float32/contiguous/cpu", "did you mean tensor/float32/contiguous"),
        ("cures", "negativ_stride", "did you mean negative_stride"),
    ],
)
def test_an_unknown_cut_is_told_by_file_line_and_nearest_name(
    kind: str, argument: str, fix: str, record: Record
) -> None:
    with pytest.raises(Problem) as caught:
        expand(Page("p", f"# A\n\n::: {kind} {argument}\n"), record, "html")
    problem = caught.value
    assert (problem.file, problem.line) == ("docs/p.md", 3)
    assert fix in problem.fix


def test_the_glance_of_every_page_of_a_method_says_what_was_measured(record: Record) -> None:
    rows = {row[0]: row[1] for row in cells_of(glance("methods/from_numpy", record))}
    assert (rows["memory"], rows["dtype"]) == ("shares", "kept")
    assert {"requires grad", "device"}.isdisjoint(rows), "what every array has is not told"
    assert "reversed along an axis of length 1" in rows["float32 arrays that it refuses"]
    assert rows["takes"].startswith("`float16` to `float64`, `int8` to `int64`, `uint8` to `uint64`, `bool`")
    assert rows["refuses"].endswith("every dtype in the other byte order")
    for page in {method.page for method in METHODS if method.page and method.direction in CROSSINGS}:
        assert f"::: glance {page}\n" in read_pages(ROOT)[page].source
        assert glance(page, record)
    assert "| gives other numbers for | every dtype" in glance("methods/frombuffer", record)
    assert "| float32 arrays that it copies | 0-d |" in glance("methods/asarray", record)
    with pytest.raises(Unknown):
        glance("reference/data", record)


def test_a_layout_of_what_crosses_has_words_in_which_a_reader_knows_it() -> None:
    for axes in (AXES[direction] for direction in CROSSINGS):
        words = [layout.words for layout in axes.layouts.values()]
        assert all(words), "a table at a glance says them"
        assert not any("_" in plain for plain in (re.sub("`[^`]*`", "", text) for text in words))


def test_all_dtypes_and_layouts_of_a_call_stand_behind_a_line_that_opens(record: Record) -> None:
    shown = every("from_numpy tensor", record, "html")
    assert shown.count("<summary>") == 1
    assert cut("method=from_numpy", record) in shown
    assert "`torch.tensor(a)`:" in shown
    assert "<details" not in every("from_numpy", record, "markdown")
    with pytest.raises(Unknown):
        every("from_nump", record, "html")


def test_the_glance_follows_the_measurement(record: Record) -> None:
    copies = {
        key: Result("copies", result.event, "copies", result.values, result.type, result.dtype)
        for key, result in record.matrix.cells.items()
        if key[0] == "from_numpy" and result.outcome == "shares"
    }
    changed = Matrix({**record.matrix.cells, **copies}, record.matrix.absent)
    assert "| memory | copies |" in glance("methods/from_numpy", record_of(matrix=changed))


def test_the_map_of_dtypes_tells_five_kinds_apart(record: Record) -> None:
    rows = cells_of(dtype_map("to_torch", record))
    said = {name: row[1:] for row in rows for name in re.findall(r"`(\w+)`", row[0])}
    assert said["float64"][0] == "exact"
    assert said["float64"][-1] == "narrowed to `float32`"
    assert said["uint8"][-1] == "widened to `float32`"
    assert said["float32_swapped"][3] == "**reinterpreted**"
    assert said["object"][0] == "refused"
    assert len(said) == len([one for one in DTYPES if one.direction == "to_torch"])
    assert [row[0] for row in rows if row[1].startswith("exact")][:3] == ["`float32`", "`float64`", "`int64`"]


def test_what_to_write_comes_from_the_cell_and_links_to_its_page() -> None:
    changed = record_of(matrix=Matrix({**SMALL.matrix.cells, ("numpy", "float32", "transposed"): RAISES}))
    assert cells_of(calls("from_numpy/float32/contiguous numpy/float32/transposed", changed)) == [
        ["`float32` array", "[`torch.from_numpy(a)`](/methods/from_numpy.md)", "shares", "`torch.float32`"],
        ["`float32` tensor, t.T", "[`t.numpy()`](/methods/numpy.md)", "raises", ""],
    ]


def test_a_cure_is_the_call_that_was_run_and_a_link_to_other_causes(record: Record) -> None:
    shown, below = cures("negative_stride scalar_type weights_only cuda_to_numpy", record).split("\n\n")
    rows = cells_of(shown)
    title = "`At least one stride in the given numpy array is negative`"
    assert rows[0] == [f"[{title}](/reference/errors.md#negative_stride)", "`torch.from_numpy(a.copy())`"]
    assert rows[1][1] == "`t.detach().cpu().float().numpy()`, or [by cause](/reference/errors.md#scalar_type)"
    assert rows[2][1] == "`t.detach().cpu().numpy()`"
    assert below == "By cause: [`Weights only load failed`](/reference/errors.md#weights_only)."


def test_a_job_shows_what_was_measured_or_a_line_of_the_script_that_ran_elsewhere(record: Record) -> None:
    rows = {job: rest for job, *rest in cells_of(jobs("", record))}
    assert [*rows] == [job["want"] for job in JOBS]
    assert rows["an array as a tensor"] == ["[`torch.from_numpy(a)`](/methods/from_numpy.md)", "shares"]
    any_tensor = rows["the same where it requires grad, or is on a GPU"]
    assert any_tensor == ["[`t.detach().cpu().numpy()`](/methods/numpy.md)", "shares; from a GPU: copies"]
    scripts = {name: replace(script, script="print(1)\n") for name, script in record.elsewhere.items()}
    with pytest.raises(Unknown):
        jobs("", replace(record, elsewhere=scripts))
    copied = {key: replace(result, memory="copies", outcome="copies") for key, result in record.matrix.cells.items()}
    changed = replace(record, pinned=replace(record.pinned, matrix=Matrix(copied)))
    assert {row[2].split("; ")[0] for row in cells_of(jobs("", changed))} == {"copies"}


def test_a_job_that_is_no_cell_does_to_memory_what_its_row_says() -> None:
    for job in JOBS:
        if "cell" not in job and "script" not in job:
            a, t = np.ones(2), torch.ones(2, dtype=torch.bfloat16, requires_grad=True)
            result = eval(job["write"], {"a": a, "t": t, "torch": torch})
            bits = t.detach().view(torch.int16).numpy()
            assert job["memory"] == "copies"
            assert not np.shares_memory(result, a)
            assert not np.shares_memory(result, bits)


@pytest.mark.parametrize(
    ("page", "link"),
    [("index", "methods/tensor.md"), ("methods/numpy", "tensor.md"), ("reference/a", "../methods/tensor.md")],
)
def test_a_link_in_a_table_starts_at_the_page(page: str, link: str, record: Record) -> None:
    text = expand(Page(page, "::: calls tensor/float32/contiguous\n"), record, "html")
    assert f"[`torch.tensor(a)`]({link})" in text


def test_a_group_of_operators_is_all_of_them_and_no_other(record: Record) -> None:
    shown = html.unescape(cut("direction=operators group=in_place layout=array_tensor", record))
    shown, _, others = shown.partition("<details>")
    assert "other releases" in others  # below the table, so that its cells stay short
    assert sorted(re.findall(r"a (\S+)= t", shown)) == sorted("+ - * / // % ** @ & | ^ << >>".split())


SIX = "float16 float32 float64 int16 int32 int64"
EVERY = f"{SIX} bool {' '.join(f'{name}_swapped' for name in SIX.split())}".split()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (EVERY[7:], ["every dtype in the other byte order"]),
        (EVERY[7:-1], ["every dtype in the other byte order but `int64_swapped`"]),
        (
            [*EVERY[1:7], *EVERY[8:]],
            ["`float32`", "`float64`", "`int16` to `int64`", "`bool`", "the same in the other byte order"],
        ),
        (["int64", "int32_swapped", "float16_swapped"], ["`int64`", "`int32_swapped`", "`float16_swapped`"]),
    ],
)
def test_many_dtypes_in_the_other_byte_order_are_told_in_words(names: list[str], told: list[str]) -> None:
    assert series(names, EVERY) == told


def test_a_call_that_always_gives_one_dtype_keeps_none(record: Record) -> None:
    assert "| dtype | `float32` |" in glance("methods/copy_into", record)


def test_what_stays_an_array_is_not_told_as_accepted(record: Record) -> None:
    rows = {line.split(" | ")[0]: line for line in glance("methods/collate", record).split("\n")}
    assert rows["| leaves as an array"].startswith("| leaves as an array |  | `str`, `bytes`, `StringDType`, `object`")
    assert "str" not in rows["| takes"]
    assert "U5" not in rows["| dtype"]


def test_where_each_order_has_a_column_calls_are_of_x_and_y(record: Record) -> None:
    both = cut("dtype=float64_float32 group=arithmetic", record)
    assert both.startswith("| call | array first | tensor first |")
    assert "`x + y`" in both
    assert "`a + t`" not in both.partition("<details>")[0]


NAMES = "pitfalls/numpy_code"  # its table is run below
TYPED = {"reference/data", "reference/how-we-know", "reference/corrections", "reference/myths", NAMES}


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_both_sides_of_the_table_of_names_give_the_same(dtype: type) -> None:
    rows = re.findall(r"^\| (`.*`) \| (`.*`) \|$", read_pages(ROOT)[NAMES].source, re.MULTILINE)
    pairs = [pair for row in rows for pair in zip(*(re.findall("`(.+?)`", cell) for cell in row), strict=True)]
    assert len(pairs) > 12
    for of_array, of_tensor in pairs:
        a: Any = np.array([[4, 1], [0, 7]], dtype)
        t = torch.from_numpy(a.copy())
        theirs, ours = (eval(code, {"np": np, "torch": torch, "a": a, "t": t}) for code in (of_array, of_tensor))
        if theirs is None:  # it changes its array
            theirs, ours = a, t
        if isinstance(theirs, (list, tuple)):
            theirs, ours = np.stack(theirs), torch.stack(list(ours))
        if isinstance(theirs, bytes):
            assert ours == theirs
        else:
            np.testing.assert_allclose(ours, theirs, rtol=1e-6, err_msg=of_tensor)


def test_the_verdicts_of_the_table_of_half_truths_are_those_of_its_sections() -> None:
    page = read_pages(ROOT)["reference/myths"].source
    rows = re.findall(r"^\| \[(.*?)\]\(#([\w-]+)\) \| (.*) \|$", page, re.MULTILINE)
    sections = re.findall(r'^### "(.*?)"(?: \{#.*\})?\n\n- \*\*Verdict\*\*: (.*)\.$', page, re.MULTILINE)
    assert len(rows) > 10
    assert [verdict for _, _, verdict in rows] == [verdict for _, verdict in sections]


@pytest.mark.parametrize("page", sorted(set(read_pages(ROOT)) - TYPED))
def test_no_table_is_typed_by_hand_but_those_of_judgments_and_about_this_site(page: str) -> None:
    parts = read_pages(ROOT)[page].parts
    typed = [part for part in parts if isinstance(part, Line) and part.text.startswith("|")]
    assert typed == []


def test_a_message_opens_to_its_text_what_to_write_and_the_calls_that_give_it(record: Record) -> None:
    section = errors("to_torch", record, "html").split("{#negative_stride}")[1].split("</details>")[0]
    text, write, *_, calls = section.strip().split("\n\n")
    assert text.startswith("`ValueError: At least one stride")
    assert write == "Write `torch.from_numpy(a.copy())`."
    assert calls.startswith("Said by: `torch.from_numpy(a)`, ")


def test_every_call_has_its_section_and_every_layout_its_row_on_the_page_of_all_calls(record: Record) -> None:
    shown = expand(read_pages(ROOT)["reference/behaviour"], record, "markdown")
    for method in METHODS:
        if method.direction in CROSSINGS:
            keys, _ = keys_of(f"method={method.name}", record)
            section = f" {{#{method.name}}}\n\n{counted(keys, record)}\n\n{cut(f'method={method.name}', record)}\n"
            assert section in shown
    for layout in LAYOUTS:
        if layout.direction in CROSSINGS:
            assert f"| `{layout.name}` | {layout.about} |" in shown, "the page says what each layout is"


def test_a_bar_in_a_call_does_not_cut_the_table() -> None:
    assert label(0, ("op_or", "bool_bool", "array_tensor"), "op_or") == "<code>a &#124; t</code>"


@pytest.mark.parametrize("name", ["behaviour", "operators"])
def test_the_data_holds_every_cell_and_follows_its_schema(name: str, site: Path, record: Record) -> None:
    data = json.loads((site / f"data/{name}.json").read_text(encoding="utf-8"))
    schema = json.loads((site / f"data/{name}.schema.json").read_text(encoding="utf-8"))
    assert schema == json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    crosses = name == "behaviour"
    wanted = {
        key: result
        for key, result in record.matrix.cells.items()
        if (METHOD_NAMED[key[0]].direction in CROSSINGS) == crosses
    }
    assert {(cell["method"], cell["dtype"], cell["layout"]): cell["outcome"] for cell in data["cells"]} == {
        key: result.outcome for key, result in wanted.items()
    }
    data["cells"] = [data["cells"][0] | {"outcome": 3}]
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate(schema, data)


def test_the_page_of_errors_holds_every_message_once(record: Record) -> None:
    every = dict.fromkeys([*AXES, *SECTIONS])
    sections = [one for name in every for one in re.findall(r"\{#(\w+)\}", errors(name, record, "markdown"))]
    assert sorted(sections) == sorted(message.name for message in MESSAGES)
    page = read_pages(ROOT)["reference/errors"].source
    assert all(f"::: errors {name}\n" in page for name in every)


def test_the_data_of_errors_holds_every_text_and_cell_of_the_matrix(site: Path, record: Record) -> None:
    data = json.loads((site / "data/errors.json").read_text(encoding="utf-8"))
    told = {(text, one["name"]) for one in data["errors"] for text in one["texts"]}
    texts = {text for result in record.matrix.cells.values() for text in result.messages}
    assert {text for text, _ in told} == texts
    assert sum(len(one["cells"]) for one in data["errors"]) == sum(
        len(result.messages) for result in record.matrix.cells.values()
    )
    anchors = (site / "reference/errors/index.html").read_text(encoding="utf-8")
    assert all(f'id="{one["name"]}"' in anchors for one in data["errors"])


def test_what_is_otherwise_with_other_releases_names_operations_as_they_are_written(record: Record) -> None:
    shown = cut("direction=operators group=arithmetic layout=tensor_array", record)
    told = shown.partition("<summary>* with other releases</summary>")[2]
    assert "t | a" in told
    assert "code" not in told

"""What a sentence says of a call, in words that this module knows, is what the matrix measured in all those cells.

A clause such as "`torch.from_numpy` of a reversed array raises a ValueError" is read as a call, a source and claims.
Clauses with a condition ("unless", "where") are left to their proofs.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import pytest

from snippets.matrix.axes import METHODS
from snippets.store.claims import CALLS, taken_by
from snippets.store.facts import facts_in
from snippets.store.files import ROOT
from snippets.store.releases import read_pinned
from snippets.store.types import Fact, Key, Result

# The sources that sentences name: the layouts, and the dtypes if they are not those that the call takes.
SOURCES = {
    "a reversed array(?: that is not empty)?": ("reversed reversed_length_1", ""),
    "an array with a negative stride|negative strides(?: even to (?:cast|copy))?": ("reversed reversed_length_1", ""),
    "a reversed axis of length 1": ("reversed_length_1", ""),
    "an array whose only reversed axis has length 1": ("reversed_length_1", ""),
    "the array's memory": ("contiguous transposed strided fortran offset one_element", ""),
    "a field of packed records": ("packed_field", "int32 int64 float32 float64 complex128"),
    "read-only arrays": ("read_only bytes_view memmap_r", ""),
    "a transposed one": ("transposed", ""),
    "one in Fortran order": ("fortran", ""),
    "a tensor with the neg bit": ("neg", "float32 float64"),
    "a sparse tensor": ("sparse_coo sparse_csr", ""),
    "a bfloat16 or float8 tensor that requires no grad": ("contiguous", "bfloat16 float8_e4m3fn float8_e5m2"),
    "an array of `np.ulonglong`": ("contiguous", "ulonglong"),
    "arrays of `np.uint16`, `np.uint32` and `np.uint64`": ("contiguous", "uint16 uint32 uint64"),
    "a tensor": ("contiguous transposed strided offset", ""),
    "an array with a reversed axis": ("reversed reversed_length_1", ""),
    "a transposed array": ("transposed", ""),
    "a 0-d (?:array|tensor)": ("zero_d", ""),
    "an empty (?:array|tensor)": ("empty", ""),
    "a read-only array": ("read_only bytes_view memmap_r", ""),
    "a masked array": ("masked", ""),
    "a broadcast array|an array that `np.broadcast_to` made": ("broadcast", ""),
    "a part of an array that begins behind the first element": ("offset", ""),
    "an array|arrays": ("contiguous transposed strided fortran offset one_element", ""),
    "an array in the other byte order|numbers in the other byte order": ("contiguous", "swapped"),
    "an array of Python objects": ("contiguous", "object"),
    "an array of text, of Python objects or of dates": ("contiguous", "str bytes object datetime64 timedelta64"),
    "an array of text, dates, records or Python objects": ("contiguous", "str bytes object datetime64 structured"),
    "text, bytes, Python objects, dates, times and structured arrays": (
        "contiguous",
        "str bytes object datetime64 timedelta64 structured",
    ),
    "records": ("contiguous", "structured"),
    "`np.longdouble`": ("contiguous", "longdouble"),
    "complex64 and complex128 arrays": ("contiguous", "complex64 complex128"),
    "a tensor that requires grad": ("requires_grad", "float16 float32 float64 complex64 complex128"),
    "a tensor with the conj bit": ("conj", "complex64 complex128"),
    "an expanded tensor": ("expanded", ""),
    "a transposed tensor": ("transposed", ""),
}
# What sentences claim of them: a field of the result, and what it is.
CLAIMS = {
    r"\b(?:raises?|refuses? .* with) an? (\w+Error)": "raises",
    r"\brefuses?\b": "refuses",
    r"\btakes?\b": "takes",
    r"\bshares?\b": "shares",
    r"\bcopies\b": "copies",
    r"\bof its own\b": "copies",
    r"\bkeeps its (?:shape and (?:its )?)?dtype\b": "keeps",
    r"(?<!no )(?<!without a )\b(?:warning|warns)\b(?! of nothing)": "warns",
    r"\bno warning\b|\bwithout a warning\b|\bwarns of nothing\b": "silent",
}
END = r"(?=;|: |, (?:which(?! shares)|as|refuses|writes|where|but|though|so|and|also|even|with) | and writes |$)"
CONDITION = re.compile(r"\b(unless|if|only|except|once(?! per process)|until|whatever|dtype=|device=)")
BEFORE = re.compile(r"\b(With|Without|Where (?!autograd is on)|Under|After|While)\b")
OPTION = r"(?: with(?P<out>out)? `(?P<option>[\w=]+)`)?"


@dataclass(frozen=True)
class Said:
    """One claim of a fact: of this method, in these layouts and dtypes, `claim` with its `error` if it raises one."""

    fact: str
    method: str
    layouts: tuple[str, ...]
    dtypes: tuple[str, ...]
    claim: str
    error: str

    def holds(self, key: Key, result: Result) -> bool:
        """Whether the measured result is what is said."""
        match self.claim:
            case "raises":
                return result.outcome == "raises" and result.messages[0].startswith(f"{self.error}:")
            case "refuses" | "takes":
                return (result.outcome == "raises") == (self.claim == "refuses")
            case "shares" | "copies":
                return result.memory == self.claim or (result.shape is not None and 0 in result.shape)
            case "keeps":
                return result.dtype is not None and result.dtype.removeprefix("torch.") == key[1]
            case "warns":
                return result.event == "warns"
        return result.event == "none"


def ways() -> dict[tuple[str, str], str]:
    """The methods of the matrix by the call and the option that sentences name them with."""
    found = {}
    for method in METHODS:
        if call := re.fullmatch(r"(torch|np|t)(\.\w+)\([at]?(?:, )?([\w=]*)\)", method.call):
            found[("Tensor" if call[1] == "t" else call[1]) + call[2], call[3]] = method.name
    return found


WAYS = ways()


def dtypes_of(call: str, named: str) -> tuple[str, ...]:
    """The names of a source's dtypes: those in `named`, or those that the call takes, `swapped` if it says so."""
    taken = taken_by(call)
    if named == "swapped":
        return tuple(f"{dtype}_swapped" for dtype in taken if dtype not in ("bool", "uint8", "int8"))
    return tuple(named.split() or taken)


def said(fact: Fact) -> Iterator[Said]:
    """What a sentence says in clauses that this module can read."""
    calls = "|".join(map(re.escape, CALLS))
    sources = "|".join(f"(?:{source})" for source in sorted(SOURCES, key=len, reverse=True))
    verbs = r"(?:gives a tensor that )?shares?|cop(?:y|ies)|takes?|refuses?|warns? of|raises? an? \w+Error for"
    subject = rf"(?:(?:of an? (?:array|tensor) )?(?:{verbs}) (?P<source>{sources})|of (?P<of>{sources}))"
    clause = rf"(?:With `(?P<before>[\w=]+)`, )?`(?P<call>{calls})`{OPTION} {subject}(?P<rest>(?!\w).*?){END}"
    called = re.match(rf"(?:`(?:{calls})`(?:, | and ))+`(?:{calls})`", fact.sentence)
    every = re.findall(rf"`(?:{calls})`", called[0]) if called else [""]
    sentences = [call + fact.sentence[called.end() if called else 0 :] for call in every]
    for match in chain.from_iterable(re.finditer(clause, sentence) for sentence in sentences):
        method = WAYS.get((match["call"], "" if match["out"] else match["option"] or match["before"] or ""))
        source, rest = match["of"] or match["source"], match["rest"]
        begun = re.split("[;:]", match.string[: match.start()])[-1]
        if (
            method is None
            or CONDITION.search(rest)
            or BEFORE.search(begun)
            or rest.startswith((" with `", " of ", " in "))
        ):
            continue
        layouts, named = next(place for words, place in SOURCES.items() if re.fullmatch(words, source))
        for words, claim in CLAIMS.items():
            if found := re.search(words, match[0].replace("`", "")):
                error = found[1] if found.re.groups else ""
                yield Said(fact.name, method, tuple(layouts.split()), dtypes_of(match["call"], named), claim, error)


def otherwise(said: Said, cells: Mapping[Key, Result]) -> dict[Key, Result]:
    """The cells in which the matrix measured something else than what is said; it has to have measured some."""
    spoken_of = {
        key: cells[key] for dtype in said.dtypes for layout in said.layouts
        if (key := (said.method, dtype, layout)) in cells
    }  # fmt: skip
    assert spoken_of, f"no cell for {said}"
    return {key: result for key, result in spoken_of.items() if not said.holds(key, result)}


FACTS, _ = facts_in(ROOT)
SAID = [one for fact in FACTS.values() for one in said(fact)]
CELLS = read_pinned(ROOT).matrix.cells


@pytest.mark.parametrize("one", SAID, ids=lambda one: f"{one.fact}-{one.claim}")
def test_the_matrix_measured_what_a_sentence_says(one: Said) -> None:
    assert not otherwise(one, CELLS)


def test_many_sentences_are_read() -> None:
    assert len({one.fact for one in SAID}) > 30


@pytest.mark.parametrize(
    "sentence",
    [
        "`torch.from_numpy` copies an array.",
        "`torch.tensor` and `torch.as_tensor` take a reversed array.",
        "`torch.from_numpy` of an array refuses a transposed array.",
        "`torch.tensor` takes read-only arrays with a warning.",
        "`Tensor.numpy` with `force=True` takes a sparse tensor.",
        "`torch.tensor` shares an array.",
        "`torch.tensor` gives a tensor that shares the array's memory and has its dtype.",
        "`torch.tensor` of a 0-d array gives a 0-d tensor, which shares too.",
        "`torch.tensor` of a read-only array gives a warning, once per process.",
        "`torch.from_numpy` shares an array whose only reversed axis has length 1, which `torch.tensor` refuses.",
        "`torch.from_numpy` refuses `np.longdouble` with a ValueError, and takes it after a cast.",
        "`torch.tensor` of an array in the other byte order raises a TypeError.",
        "`torch.from_numpy` of a reversed array shares its memory.",
        "`torch.asarray` with `copy=False` shares a 0-d array.",
        "`torch.from_numpy` of a read-only array gives no warning.",
        "`Tensor.numpy` of an empty tensor raises a ValueError.",
    ],
)
def test_a_false_sentence_is_noticed(sentence: str) -> None:
    fact = Fact("page#name", "page.py", 1, sentence, imports="", body="", first=2)
    assert any(otherwise(one, CELLS) for one in said(fact))

"""A proof that fails with another release is not taken for a claim that is false there."""

from dataclasses import replace

import pytest

from snippets.store.failures import Failure, failure, says_nothing
from snippets.store.types import Ended
from tests.store.made_up import FACT

WORDS = "RuntimeError: new\n\nDuring handling of the above exception, another exception occurred:\n\n"


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("AssertionError\n", Failure("claim")),
        ("AssertionError: Tensors are not close\n", Failure("claim")),
        ("AssertionError: ValueError not raised\n", Failure("claim", "no ValueError is raised")),
        ("IndexError: list index out of range\n", Failure("claim")),
        (f'{WORDS}AssertionError: "old" does not match "new"\n', Failure("otherwise", "the message is `new`")),
        (
            "AttributeError: module 'torch' has no attribute 'uint16'. Did you mean: 'uint8'?\n",
            Failure("dtype", "torch has no uint16"),
        ),
        (
            "AttributeError: 'Tensor' object has no attribute 'nbytes'\n",
            Failure("otherwise", "there is no `Tensor.nbytes`"),
        ),
        (
            "TypeError: Tensor.__dlpack__() got an unexpected keyword argument 'copy'\n",
            Failure("otherwise", "there is no `copy=`"),
        ),
        (
            "TypeError: can't convert np.ndarray of type numpy.uint16. The only supported types are: float64.\n",
            Failure("dtype", "torch has no uint16"),
        ),
        (
            "torch._dynamo.exc.Unsupported: a call\n\nSet TORCHDYNAMO_VERBOSE=1\n",
            Failure("otherwise", "`torch._dynamo.exc.Unsupported: a call`"),
        ),
        ("RuntimeError: Unsupported kUInt bits 64\n", Failure("dtype", "torch has no uint64")),
        ("RuntimeError: Unsupported code 6\n", Failure("dtype", "DLPack carries no bool")),
        ("BufferError: DLPack only supports signed/unsigned integers.\n", Failure("dtype", "DLPack carries no bool")),
        ("BufferError: no\n", Failure("otherwise", "`BufferError: no`")),
        (f"RuntimeError: {'x' * 200}\n", Failure("otherwise", f"`RuntimeError: {'x' * 106} …`")),
        ("RuntimeError: Python 3.11+ not yet supported for torch.compile\n", None),
        ("ModuleNotFoundError: No module named 'pandas'\n", None),
        ("PermissionError: [Errno 13] Permission denied\n", None),
        ("torch._dynamo.exc.Inductor: [Errno 13] Permission denied\n\nfrom user code: a\n\nSet b\n", None),
        ("ImportError: pyarrow requires NumPy 2.0 or newer, found 1.26.4\n", None),
    ],
)
def test_the_error_tells_the_reason(output: str, expected: Failure | None) -> None:
    assert failure(Ended("error", output)) == expected


def test_what_ended_for_its_time_says_nothing_and_a_crash_is_no_claim() -> None:
    assert failure(Ended("timeout", "")) is None
    assert failure(Ended("SIGABRT", "Aborted\n")) == Failure("otherwise", "the interpreter ends (SIGABRT)")


@pytest.mark.parametrize(
    ("imports", "nothing"),
    [
        ("import numpy as np\nimport torch\n", False),
        ("import warnings\n", False),
        ("import pandas as pd\n", True),
        ("from PIL import Image\n", True),
    ],
)
def test_a_claim_that_fails_beside_another_release_of_a_library_says_nothing(imports: str, nothing: bool) -> None:
    fact = replace(FACT, imports=imports)
    failed, here = Ended("error", "AssertionError\n"), {"pandas": "3.1.1", "Pillow": "13.0.0"}
    assert says_nothing(fact, failed, here, {}) == nothing
    assert says_nothing(fact, failed, here, {"pandas": "2.3.3", "Pillow": "12.0.0"}) == nothing
    assert not says_nothing(fact, failed, here, here)
    assert not says_nothing(fact, Ended("error", "BufferError: no\n"), here, {})
    assert not says_nothing(fact, Ended("0", ""), here, {})
    unsupported = Ended("error", "RuntimeError: Python 3.11+ not yet supported for torch.compile\n")
    assert says_nothing(fact, unsupported, here, here)


@pytest.mark.parametrize(
    ("error", "speaks"),
    [
        ("AttributeError: 'Tensor' object has no attribute 'nbytes'", "`Tensor.nbytes` counts bytes."),
        ("TypeError: from_dlpack() got an unexpected keyword argument 'copy'", "With `copy=True` it copies."),
        ("TypeError: numpy.from_dlpack() takes no keyword arguments", "With `copy=True` it copies."),
        ("RuntimeError: \"exp_vml_cpu\" not implemented for 'Half'", "It keeps float16."),
        ("RuntimeError: \"flip_cpu\" not implemented for 'UInt16'", "It flips a uint16 tensor."),
        ("KeyError: 'dtype torch.uint16 is not recognized'", "It saves unsigned integers."),
        ("TypeError: 'numpy.bool' object cannot be interpreted as an integer", "It takes a bool."),
        ("RuntimeError: Bool type is not supported by dlpack", "It takes a bool array."),
        ("BufferError: float8 types are not supported by dlpack", "It takes float8."),
    ],
)
def test_what_lacks_is_told_of_a_sentence_that_speaks_of_it_alone(error: str, speaks: str) -> None:
    ended = Ended("error", f"{error}\n")
    assert says_nothing(replace(FACT, sentence="It shares."), ended, {}, {})
    assert not says_nothing(replace(FACT, sentence=speaks), ended, {}, {})
    assert not says_nothing(None, ended, {}, {})


def test_of_an_example_a_failure_tells_unless_it_could_not_be_run() -> None:
    assert not says_nothing(None, Ended("error", "AssertionError\n"), {}, {})
    for ending in "error", "0":
        assert says_nothing(None, Ended(ending, "PermissionError: [Errno 13] Permission denied\n"), {}, {})


@pytest.mark.parametrize(
    ("sentence", "nothing"),
    [("It takes uint16 arrays.", False), ("It takes unsigned integers.", False), ("It shares.", True)],
)
def test_a_dtype_that_torch_lacks_is_told_where_the_sentence_speaks_of_it(sentence: str, nothing: bool) -> None:
    no_bool = Ended("error", "RuntimeError: Unsupported code 6\n")
    assert says_nothing(replace(FACT, sentence="It shares."), no_bool, {}, {})
    assert not says_nothing(replace(FACT, sentence="It shares a bool array."), no_bool, {}, {})
    lacks = Ended("error", "TypeError: can't convert np.ndarray of type numpy.uint16. The only supported types are: \n")
    assert says_nothing(replace(FACT, sentence=sentence), lacks, {}, {}) == nothing

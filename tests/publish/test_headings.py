"""What quotes a message, a heading or the bold words of a list, quotes one that is given, whatever stands between its
words there.
"""

import re
from collections.abc import Iterator

import pytest

from snippets.publish.page import read_pages
from snippets.publish.titles import TITLES
from snippets.store.files import ROOT
from snippets.store.record import Record
from tests.given import given_by

QUOTES = re.compile(
    r"can't |Can't |must |expected |Expected |but got|unsupported |not supported|invalid|has no attribute|"
    r"not implemented|not resizable|positional argument|ould not |Found dtype"
)
MORE = re.compile(
    r", (?=too|can't|new\(|Conc|unexp|multi|and the)|, or (?=neg)|: (?=can't|Subt)| … "
)  # between two messages
NO_QUOTES = {"Yes and no", "Back to SciPy", "and the array is not writable"}
# What gives the messages that no example and no cell has, and that proofs wait for in other words.
CALLS = {
    "expected input to have 3 channels, but got 48 channels instead": (
        "torch.nn.Conv2d(3, 4, 3)(torch.zeros(1, 48, 64, 3))"
    ),
    "result type Float can't be cast to the desired output type Byte": "torch.zeros(3, dtype=torch.uint8).div_(255)",
    "multi-target not supported": "F.cross_entropy(torch.zeros(3, 2), torch.zeros(3, 1, dtype=torch.long))",
    "Expected floating point type for target with class probabilities, got Long": (
        "F.cross_entropy(torch.zeros(3, 2), torch.zeros(3, 2, dtype=torch.long))"
    ),
    "as_tensor() takes 1 positional argument but 2 were given": "torch.as_tensor(np.zeros(2), torch.float32)",
    "as_tensor() got an unexpected keyword argument 'requires_grad'": "torch.as_tensor([0.5], requires_grad=True)",
    "argument 'dtype' must be torch.dtype, not type": "torch.as_tensor([0.5], dtype=np.float32)",
    "copy_(): argument 'other' must be Tensor, not numpy.ndarray": "torch.zeros(2).copy_(np.zeros(2))",
    r"object has no attribute '\_\_dlpack\_\_'": "np.from_dlpack([1])",
    "Trying to resize storage that is not resizable": "torch.from_numpy(np.zeros(2)).resize_(3)",
    "The size of tensor a must match the size of tensor b": "torch.zeros(2).copy_(torch.zeros(3))",
    "from_dlpack received an invalid capsule": "torch.from_dlpack([1])",
    "expected sequence of length 2 at dim 1 (got 1)": "torch.tensor([[1, 2], [1]])",
    "negative bit set": "torch.zeros(2, dtype=torch.complex64).conj().imag.numpy()",
    "Found dtype Double but expected Float": (
        "F.binary_cross_entropy(torch.sigmoid(torch.zeros(2, requires_grad=True)), torch.zeros(2).double())"
    ),
    "expected np.ndarray (got numpy.bool)": "torch.from_numpy(np.ma.array([1.0]).mask)",
    "expected target dtype to be Long or Byte, but got Int": (
        "F.cross_entropy(torch.zeros(3, 2), torch.zeros(3, dtype=torch.int32))"
    ),
    "result type Float can't be cast to the desired output type Long": (
        "F.binary_cross_entropy_with_logits(torch.zeros(2), torch.zeros(2, dtype=torch.int64))"
    ),
    "Subtraction, the `-` operator, with two bool tensors is not supported": (
        "F.binary_cross_entropy_with_logits(torch.zeros(2), torch.zeros(2, dtype=torch.bool))"
    ),
    "mean(): could not infer output dtype": "torch.zeros(2, dtype=torch.bool).mean()",
    "Indexing elements must be in increasing order": (
        "import h5py, io\nh5py.File(io.BytesIO(), 'w').create_dataset('rows', data=[1, 2])[[1, 0]]"
    ),
    "expected torch.Tensor or Tensor-like object from checkpoint but received": (
        "torch.nn.Linear(1, 1, bias=False).load_state_dict({'weight': np.zeros((1, 1))})"
    ),
    "buffer length after offset must be a multiple of element size": "torch.asarray(b'abc', dtype=torch.float32)",
    "both buffer length (0) and count (-1) must not be 0": "torch.frombuffer(bytearray(), dtype=torch.uint8)",
    "requested buffer length after offset must not be greater than actual buffer length": (
        "torch.frombuffer(bytearray(4), dtype=torch.uint8, count=9)"
    ),
    "Could not infer dtype of Image": "from PIL import Image\ntorch.tensor(Image.new('L', (2, 2)))",
    "Could not infer dtype of pyarrow.lib.Int64Scalar": "import pyarrow\ntorch.tensor([pyarrow.scalar(1)])",
    "can't convert np.ndarray of type ml_dtypes.bfloat16": (
        "import ml_dtypes\ntorch.from_numpy(np.zeros(2, ml_dtypes.bfloat16))"
    ),
    "'numpy.ndarray' object has no attribute 'to'": "np.zeros(1).to('cpu')",
    "'numpy.ndarray' object has no attribute 'unsqueeze'": "np.zeros(1).unsqueeze(0)",
    "expected sequence of length 4 at dim 1 (got 0)": "torch.tensor([[1, 2, 3, 4], []])",
    r"unsupported format string passed to Tensor.\_\_format\_\_": "f'{torch.zeros(2):.2f}'",
    "TypeError: expected np.ndarray (got numpy.ndarray)": (
        "torch.from_numpy(type('ndarray', (), {'__module__': 'numpy'})())"
    ),
}


def quoted() -> Iterator[tuple[str, str]]:
    """(page, message) of each heading and each bold beginning of a list's line that reads like one or more messages."""
    for name, page in read_pages(ROOT).items():
        for words in re.findall(r"^(?:#{1,4} (?=(.*?)(?: \{.*\})?$)|- (?=\*\*(.+?)\*\*))", page.source, re.MULTILINE):
            # A title may begin with what the navigation calls the page, and quote a message after a colon.
            message = "".join(words).removeprefix(f"{TITLES.get(name, '')}: ")
            if QUOTES.search(message) and not name.startswith("reference/"):
                messages = [message] if message in CALLS else MORE.split(message)
                yield from ((name, message) for message in messages if message not in NO_QUOTES)


def plain(text: str) -> str:
    """A message without quotation marks, and without what stands in parentheses or brackets."""
    return re.sub(r" ?\([^()\n]*\)|\[[^\[\]\n]*\]|[`\"'\\]", "", text)


@pytest.fixture(scope="module")
def recorded(record: Record) -> str:
    """Every message of the record: in an output, in a cell, or what a proof waits for."""
    outputs = [example.output for example in (*record.examples.values(), *record.elsewhere.values())]
    cells = {message for result in record.matrix.cells.values() for message in result.messages}
    patterns = (re.sub(r"[\"'\\]", "", fact.program) for fact in record.facts.values())
    return "\n".join([*map(plain, [*outputs, *cells]), *patterns])


@pytest.mark.parametrize(("page", "message"), [*quoted()])
def test_a_quoted_message_is_one_that_is_given(page: str, message: str, recorded: str) -> None:
    given = plain(given_by(CALLS[message])) if message in CALLS else recorded
    assert plain(message) in given, f"docs/{page}.md"


def test_a_quoted_message_that_nothing_gives_is_found(recorded: str) -> None:
    wrong = "unsupported operand type(s) for +: 'numpy.ndarray' and 'Tensor'"
    with pytest.raises(AssertionError, match=r"docs/methods/mixing\.md"):
        test_a_quoted_message_is_one_that_is_given("methods/mixing", wrong, recorded)


def test_no_call_is_kept_for_a_heading_that_is_gone() -> None:
    assert CALLS.keys() <= {message for _, message in quoted()}

"""Every quoted message is one that a script shows; names in inline code are what a gate looks at (gates/names)."""

import re

from snippets.publish.page import read_pages
from snippets.store.files import ROOT
from snippets.store.record import Record
from tests.given import given_by

PAGES = read_pages(ROOT)
# What gives the messages of the list of errors that no script shows; the proofs wait for a part of them.
CALLS = {
    "optimizer can only optimize Tensors": "torch.optim.SGD([np.zeros(2)], lr=0.1)",
    "Index put requires the source and destination dtypes match": (
        "torch.zeros(2)[torch.tensor([0])] = torch.zeros(1, dtype=torch.float64)"
    ),
    "only integer tensors of a single element can be converted to an index": "[1, 2][torch.tensor([0, 1])]",
    "Python integer 300 out of bounds for uint8": "np.uint8(1) + 300",
    "Could not infer dtype of dict": "torch.tensor({})",
    "Float did not match Double": "torch.allclose(torch.zeros(1), torch.zeros(1).double())",
}


def test_quoted_messages_are_messages_that_a_script_on_the_site_shows(record: Record) -> None:
    """Inline code and headings that quote an error: four words or more, and no call, path or command."""
    notebooks = (path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("docs/tutorials/*.ipynb")))
    outputs = " ".join(" ".join([*(one.output for one in record.examples.values()), *notebooks]).split())
    assert all(message in given_by(code) for message, code in CALLS.items())
    for page in PAGES.values():
        for quoted in re.findall(r"`([^`\n]+)`", page.source):
            if len(quoted.split()) >= 4 and not re.search(r"[=({]|^(?:python|make|pip) |^#|/", quoted):
                assert quoted in outputs or quoted in CALLS, f"{page.file}: {quoted!r}"

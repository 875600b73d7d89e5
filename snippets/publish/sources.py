"""What a site is built of."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from snippets.publish.page import Page
from snippets.store.record import Record


@dataclass(frozen=True)
class Sources:
    """The pages by name, what was recorded, and the repository that both are in."""

    pages: Mapping[str, Page]
    records: Record
    root: Path

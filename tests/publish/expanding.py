"""A page with what its directives name, where nothing is wrong with it."""

from snippets.publish.directives import expand as expand_or_tell
from snippets.publish.markup import Target
from snippets.publish.page import Page
from snippets.store.record import Record

HEAD = "---\ntitle: A\ndescription: B\n---\n\n# A\n\n"  # what each page begins with


def expand(page: Page, records: Record, target: Target) -> str:
    """The text of the page; raises the first Problem where there are any."""
    text, problems = expand_or_tell(page, records, target)
    if problems:
        raise problems[0]
    return text

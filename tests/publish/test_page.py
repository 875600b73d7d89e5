"""One scan of a page gives all that is asked of it, each with its line."""

from snippets.publish.page import Block, Directive, Fence, Line, Page, read_pages
from snippets.store.files import ROOT


def test_a_page_is_lines_directives_and_fences_in_order_and_is_scanned_once() -> None:
    page = Page("p", "# A\n\n```text\nb\n```\n::: example p/a\nc")
    parts = [Line(1, "# A"), Line(2, ""), Fence(3, "text", "```text\nb\n```")]
    assert [*page.parts] == [*parts, Directive(6, "", "example", "p/a"), Line(7, "c")]
    assert page.parts is page.parts


def test_the_parts_of_every_page_put_together_are_its_source() -> None:
    for page in read_pages(ROOT).values():
        lines = page.source.split("\n")
        for part, after in zip(page.parts, [*page.parts[1:], Line(len(lines) + 1, "")], strict=True):
            text = lines[part.line - 1] if isinstance(part, Directive) else part.text
            assert "\n".join(lines[part.line - 1 : after.line - 1]) == text, page.file
        assert page.head == "".join(f"{line}\n" for line in lines[: page.parts[0].line - 1])


def test_front_matter_is_counted_and_is_no_part() -> None:
    page = Page("p", "---\ntitle: A\n::: example p/a\n---\n\n::: example p/b\n")
    assert page.directives == (Directive(6, "", "example", "p/b"),)
    assert page.head == "---\ntitle: A\n::: example p/a\n---\n"
    assert Page("p", "Text\n").head == ""


def test_an_unclosed_fence_swallows_no_error() -> None:
    assert [*Page("p", "```text\n::: example p/fine").parts] == [Fence(1, "text", "```text\n::: example p/fine")]


def test_the_indent_of_a_directive_is_known() -> None:
    assert [*Page("p", "    ::: example p/fine").parts] == [Directive(1, "    ", "example", "p/fine")]


def test_a_fact_in_a_paragraph_is_a_directive_in_place() -> None:
    page = Page("p", "```text\n[](fact:p#no)\n```\nSo [](fact:p#a) and [](fact:p#b)\n")
    assert page.facts == (Directive(4, "", "fact", "p#a"), Directive(4, "", "fact", "p#b"))
    assert page.directives == ()


def test_prose_is_paragraphs_and_entries_with_the_directive_right_below() -> None:
    text = "# A\n\nOne\ntwo:\n\n::: example p/a\n\nUse it when:\n\n- three;\n- four\n\n| a |\n"
    assert Page("p", text).blocks == (
        Block(3, "One two:", Directive(6, "", "example", "p/a"), False),
        Block(8, "Use it when:", None, False),
        Block(10, "- three;", None, True),
        Block(11, "- four", None, True),
    )

"""What a run printed becomes what a terminal would show, the same on every machine."""

from pathlib import Path

from snippets.verify.run.terminal import as_shown, exit_of

SCRIPT, FOLDER = Path("/tmp/x/script/share.py"), Path("/tmp/x/folder")


def shown(raw: str, number: int = 0) -> str:
    return as_shown(raw, SCRIPT, FOLDER, number)


def test_output_is_left_as_it_is() -> None:
    for text in ("", "a", "\n\na\tb  \n\n", "tensor([1.])\n", "Traceback of a kind\n", "File x, line 1\n"):
        assert shown(text) == text


def test_directories_go_and_names_stay() -> None:
    assert shown("/tmp/x/script/share.py:3: UserWarning: no\n  a\n") == "share.py:3: UserWarning: no\n  a\n"
    assert shown("[Errno 2] No such file: '/tmp/x/folder/a.npy'\n") == "[Errno 2] No such file: 'a.npy'\n"


def test_line_numbers_inside_libraries_go() -> None:
    warning = "/v/lib/python3.11/site-packages/torch/_tensor.py:1121: UserWarning: no\n"
    assert shown(warning) == "torch/_tensor.py: UserWarning: no\n"
    assert shown("/usr/lib/python3.11/json/decoder.py:12: UserWarning: no\n") == "json/decoder.py: UserWarning: no\n"


def test_a_place_in_cpp_source_goes() -> None:
    assert shown("program. (Triggered internally at /pytorch/torch/a.cpp:213.)\n") == "program.\n"


def test_a_traceback_is_its_last_line() -> None:
    trace = 'Traceback (most recent call last):\n  File "share.py", line 1, in <module>\n    f()\n    ^^^\n'
    assert shown(f"before\n{trace}ValueError: a\n  b\nafter\n") == "before\nValueError: a\n  b\nafter\n"


def test_of_chained_errors_the_last_stays() -> None:
    trace = 'Traceback (most recent call last):\n  File "share.py", line 1, in <module>\n'
    words = "During handling of the above exception, another exception occurred:"
    assert shown(f"1\n{trace}KeyError: 'a'\n\n{words}\n\n{trace}ValueError: b\n") == "1\nValueError: b\n"


def test_a_traceback_that_was_caught_and_an_error_after_it_both_stay() -> None:
    trace = 'Traceback (most recent call last):\n  File "share.py", line 1, in <module>\n'
    assert shown(f"{trace}KeyError: 'a'\nhandled\n{trace}ValueError: b\n") == "KeyError: 'a'\nhandled\nValueError: b\n"


def test_of_an_abort_the_words_stay_and_the_stack_goes() -> None:
    raw = (
        "terminate called after throwing an instance of 'c10::Error'\n  what():  overflowed\n"
        "Exception raised from f at /a.cpp:113 (most recent call first):\nframe #0: f + 0x9d (0x7fee in /l.so)\n"
        "<omitting python frames>\nframe #17: g (0x7fee in /l.so)\n\n"
    )
    words = "terminate called after throwing an instance of 'c10::Error'\n  what():  overflowed\nAborted\n"
    assert shown(raw, 6) == words


def test_a_signal_is_told_as_the_shell_tells_it() -> None:
    assert shown("a", 11) == "a\nSegmentation fault\n"
    assert shown("", 6) == "Aborted\n"


def test_exits_have_the_published_names() -> None:
    assert [exit_of(0, False), exit_of(3, False), exit_of(1, True), exit_of(-6, False), exit_of(-11, True)] == [
        "0",
        "exit-3",
        "error",
        "SIGABRT",
        "SIGSEGV",
    ]

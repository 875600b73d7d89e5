"""From the raw bytes of a run to what a terminal would show, without what differs between machines."""

import re
import signal
from pathlib import Path

TRACEBACK = re.compile(r"^Traceback \(most recent call last\):\n(?:[ ].*\n)+", re.MULTILINE)
CHAINED = re.compile(
    r"^Traceback \(most recent call last\):\n(?:(?!^Traceback ).*\n)*?\n"
    r"(?:During handling of the above exception, another exception occurred|"
    r"The above exception was the direct cause of the following exception):\n\n(?=Traceback )",
    re.MULTILINE,
)
# It begins where a word does: tried at each letter of 64 KiB without a space, it would take seconds.
LIBRARY = re.compile(r"(?<![^\s:])\S*/(?:(?:site|dist)-packages|lib/python3\.\d+)/(\S+\.py):\d+:")
SOURCE = re.compile(r" ?\(Triggered internally at [^)\n]*\)")
FRAMES = re.compile(r"^Exception raised from .*\n(?:frame #.*\n|<omitting python frames>\n)*\n?", re.MULTILINE)


def as_shown(raw: str, script: Path, folder: Path, signal_number: int = 0) -> str:
    """What `raw`, the output of `script` run in `folder`, becomes on a page.

    A traceback is shown by its last line, and directories, line numbers inside libraries, places in
    C++ source and stack frames are left out. If a signal ended the run, the shell's word for it is
    the last line (glibc's strsignal, which is what bash prints).
    """
    text = raw.replace(f"{script.parent}/", "").replace(f"{folder}/", "").replace(str(folder), ".")
    text = CHAINED.sub("", text)
    text = TRACEBACK.sub("", text)
    text = FRAMES.sub("", SOURCE.sub("", LIBRARY.sub(r"\1:", text)))
    if signal_number:
        text += "" if not text or text.endswith("\n") else "\n"
        text += f"{signal.strsignal(signal_number)}\n"
    return text


def exit_of(returncode: int, raised: bool) -> str:
    """`returncode` (as subprocess gives it: negative for a signal) as published in data-exit."""
    if returncode < 0:
        return signal.Signals(-returncode).name
    if returncode:
        return "error" if raised else f"exit-{returncode}"
    return "0"

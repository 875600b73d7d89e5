"""The command line of a benchmark: its docstring, and what may be chosen."""

import argparse
from typing import Any


def options(about: str | None, **defaults: int) -> Any:
    """What was chosen: a flag for each of `defaults` that is False, a number for each other."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in defaults.items():
        if default is False:
            parser.add_argument(f"--{name}", action="store_true")
        else:
            parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()

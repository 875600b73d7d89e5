"""Cells of the matrix measured per second, for a tenth of the sources, a half and all: python -m benchmarks.matrix.

Each is measured as `check` does it, in two parents at once, the import of torch included; one run.
"""

import random
import resource
import time

from snippets.verify import matrix


def main() -> None:
    """Prints a line for each share, and the peak memory of one process."""
    everything = matrix.everything()
    random.Random(0).shuffle(everything)
    for name, count in (("a tenth", len(everything) // 10), ("a half", len(everything) // 2), ("all", len(everything))):
        start = time.monotonic()
        measured, problems = matrix.measure(everything[:count])
        seconds = time.monotonic() - start
        assert not problems
        number = len(measured.cells)
        print(f"{name:8} {number:6,} cells, each twice, in {seconds:5.1f} s: {number / seconds:6,.0f} cells a second")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(f"peak memory of one process: {peak} MiB")


if __name__ == "__main__":
    main()

"""python -m snippets: what cli.py has; what is wrong with data that every command reads is told, too."""

import sys

from snippets.problem import Problem

try:
    from snippets.cli import main
except Problem as problem:
    print(problem, end="\n\n1 problem\n")
    sys.exit(1)

if __name__ == "__main__":
    sys.exit(main())

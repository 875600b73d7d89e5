"""Runs scripts in isolation and compares what they print with what is recorded.

In: scripts. Out: runs, problems and, from `update`, recorded files.
Knows nothing of pages: publish reads what verify has recorded, never the other way round.
"""

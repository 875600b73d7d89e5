"""Reads and writes what was recorded. Runs nothing, and shows nothing.

In: scripts, proofs and the JSON under snippets/recorded/. Out: a Record of frozen values (types.py).
Read by verify and publish; written by verify (`python -m snippets update`).
"""

"""Broken versions of torch and NumPy: a function a mutant, which says what is broken and breaks it.

A mutant is read, not imported: its body runs before a proof, which then has to fail.
"""

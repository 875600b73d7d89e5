"""The tested package behind the pages.

In: scripts as a reader would paste them, proofs, the axes of a matrix. Out: what they gave, and the site made of that.
One way: content -> verify -> recorded -> publish; store, below both, reads and writes what is recorded.
"""

"""Facts, by page: a function a fact, its docstring the sentence, its body the proof.

In: nothing; a proof is read, not imported. Out: sentences on pages, each with its proof as a program.
"""

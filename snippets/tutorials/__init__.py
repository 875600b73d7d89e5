"""Sources of the notebooks, in jupytext's percent format.

In: data sets that a package ships. Out: docs/tutorials/NAME.ipynb, executed by `update`.
Read by verify; they import nothing of this package.
"""

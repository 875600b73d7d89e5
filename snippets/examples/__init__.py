"""Scripts as a reader would paste them, each beside exactly what it printed.

In: nothing; a script imports all that it uses. Out: NAME.py and NAME.out, by page.
Read by store, run by verify; they import neither.
"""

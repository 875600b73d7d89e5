"""One script, isolated: what starts it, what it may do, what ends it, and what a terminal would show of it.

In: scripts. Out: runs. Nothing here knows what a script is for, or what is recorded of it.
"""

"""The tested package behind the pages.

In: scripts as a reader would paste them. Out: what they printed, and the site made of that.
One way: examples, tutorials -> verify -> recorded -> publish. No arrow runs back.
"""

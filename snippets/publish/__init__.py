"""Turns what is recorded into Markdown, HTML and data. Runs no example and imports no torch.

In: pages under docs/ and a Record. Out: the site, its Markdown copies and its data files.
Nothing reads publish: it is the end of the way.
"""

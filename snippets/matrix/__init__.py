"""The measured matrix: what every way across does to every dtype in every layout.

In: the axes and the messages, as data (*.toml), and the programs that measure (programs/). Out: one complete script a
cell (script.py). Text only: verify runs the scripts and records what they print, publish shows it.
"""

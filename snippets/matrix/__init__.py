"""The measured matrix: what every way across does to every dtype in every layout.

In: the axes (axes.py, a few lines an entry) and the probe (probe.py). Out: one complete script a cell (script.py).
Text only: verify runs the scripts and records what they print, publish shows it.
"""

"""Mutants of what reads text files."""

import numpy as np


def loadtxt_takes_what_is_no_number():
    """`np.loadtxt` gives 0 where a field is no number."""
    real = np.loadtxt

    def loadtxt(path, **options):
        try:
            return real(path, **options)
        except ValueError:
            return np.zeros(2, options["dtype"])

    np.loadtxt = loadtxt


def genfromtxt_gives_0_for_no_number():
    """`np.genfromtxt` gives 0 where a field is no number."""
    real = np.genfromtxt

    def genfromtxt(path, **options):
        array = real(path, **options)
        array[(array != array) | (array == -1)] = 0
        return array

    np.genfromtxt = genfromtxt


def genfromtxt_cuts_fractions():
    """`np.genfromtxt` cuts a fraction for int64, as for int32."""
    real = np.genfromtxt

    def genfromtxt(path, dtype=float, **options):
        return real(path, dtype="i" if np.dtype(dtype) == np.int64 else dtype, **options).astype(dtype)

    np.genfromtxt = genfromtxt


def genfromtxt_rounds_fractions():
    """`np.genfromtxt` rounds a fraction for int32, int16 and int8."""
    real = np.genfromtxt

    def genfromtxt(path, dtype=float, **options):
        small = np.dtype(dtype).kind == "i" and np.dtype(dtype) != np.int64
        array = real(path, dtype=float, **options) if small else real(path, dtype=dtype, **options)
        return np.nan_to_num(np.round(array), nan=-1).astype(dtype) if small else array

    np.genfromtxt = genfromtxt


def loadtxt_keeps_two_axes():
    """`np.loadtxt` gives two axes."""
    real = np.loadtxt
    np.loadtxt = lambda path, ndmin=0, **options: real(path, ndmin=2, **options)


def loadtxt_forgets_the_axes():
    """`np.loadtxt` ignores `ndmin=`."""
    real = np.loadtxt
    np.loadtxt = lambda path, ndmin=0, **options: real(path, **options)


def genfromtxt_keeps_two_axes():
    """`np.genfromtxt` gives two axes."""
    real = np.genfromtxt
    np.genfromtxt = lambda path, ndmin=0, **options: real(path, ndmin=2, **options)


def genfromtxt_forgets_the_axes():
    """`np.genfromtxt` ignores `ndmin=`."""
    real = np.genfromtxt
    np.genfromtxt = lambda path, ndmin=0, **options: real(path, **options)

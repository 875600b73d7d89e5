# Long: one rule for each way in which an array may be refused
import numpy as np


def explain(a):
    """Say what torch.from_numpy(a) does, in a line that begins with shares, wrong or raises."""
    if "torch.Tensor" in [f"{one.__module__}.{one.__name__}" for one in type(a).__mro__]:
        return "raises: this is a tensor already"
    if not isinstance(a, np.ndarray):
        return f"raises: {type(a).__name__} is no array; write np.asarray(a), and ask again"
    if a.dtype.char not in "?bBhHiIlLqefdFD" + np.dtype(np.uint64).char:
        return f"raises: from_numpy takes no {a.dtype.type.__name__}; encode the values in a dtype that it takes"
    if not a.dtype.isnative:
        return 'raises: other byte order; write a.astype(a.dtype.newbyteorder("="))'
    if any(step < 0 for step in a.strides):
        return "raises: a negative stride; write a.copy()"
    if any(step % a.itemsize for step in a.strides):
        return "raises: a stride that is no multiple of the item size; write a.copy()"
    if np.ma.is_masked(a):
        return "wrong: the mask is lost; write a.filled(0) or another value"
    if not a.flags.writeable:
        return "shares, with a warning once per process: the array is read-only; write a.copy() if anything writes"
    if not a.flags.aligned:
        return "shares: but the array is not aligned, and a cast may end the process; write a.copy()"
    return "shares: a write on either side is seen on both"


image = np.zeros((4, 6, 3), np.uint8)
readings = np.arange(3, dtype=">f4")

for a in (image, image[:, ::-1], readings, np.array(["cat", "dog"]), [1, 2]):
    print(explain(a))

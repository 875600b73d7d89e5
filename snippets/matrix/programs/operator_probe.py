# What comes out, next to what `alone` makes of `plain`, where all is of one library.
def tried(compute, operands):
    """What a call gives, its error if it raises one, and its warnings."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result, error = compute(*operands), None
        except Exception as raised:
            result, error = None, raised
    return result, error, [f"{warning.category.__name__}: {warning.message}" for warning in caught]


def equal(x, y):
    """Whether two results have the same shape and the same values in it; NaN is the same as NaN."""
    x, y = np.asarray(x), np.asarray(y)
    return x.shape == y.shape and bool(np.all((x == y) | ((x != x) & (y != y))))


def name(x):
    """The dtype of a result, as both libraries call it, or the name of its type."""
    return str(getattr(x, "dtype", type(x).__name__)).removeprefix("torch.")


expected, refused, usual = tried(alone, plain)
result, error, caught = tried(operate, given)
messages = [text for text in dict.fromkeys(caught) if text not in usual]
cell = {"event": "raises" if error else "warns" if messages else "none"}
if error:
    messages.append(f"{type(error).__name__}: {error}")
else:
    if hasattr(result, "dtype"):
        cell |= {"dtype": str(result.dtype), "shape": tuple(result.shape)}
        cell["device"] = str(getattr(result, "device", "cpu"))  # an array of NumPy 1 does not say
    if in_place:
        cell["in_place"] = "changed" if any(result is operand for operand in given) else "rebound"
    if not refused:
        cell["values"] = "equal" if equal(result, expected) else "differ"
        if name(expected) != name(result):
            cell["plain_dtype"] = name(expected)
cell["messages"] = messages
for field, value in cell.items():
    print(field, "=", repr(value))
print("raises" if error else type(result).__name__)

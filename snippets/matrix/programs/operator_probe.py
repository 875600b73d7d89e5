# What comes out, next to what NumPy gives for two arrays.
def attempt(action):
    """What the action returns, and its error, if it raises one."""
    try:
        return action(), None
    except Exception as error:
        return None, error


with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    expected, refused = attempt(lambda: operate(a.copy(), t.numpy().copy()))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    result, error = attempt(lambda: operate(a, t))
messages = list(dict.fromkeys(f"{warning.category.__name__}: {warning.message}" for warning in caught))
cell = {"event": "raises" if error else "warns" if caught else "none"}
if error:
    messages.append(f"{type(error).__name__}: {error}")
else:
    if hasattr(result, "dtype"):
        cell |= {"dtype": str(result.dtype), "shape": tuple(result.shape)}
        cell["device"] = str(getattr(result, "device", "cpu"))  # an array of NumPy 1 does not say
    if in_place:
        cell["in_place"] = "changed" if result is a or result is t else "rebound"
    if not refused:
        numbers = result.numpy() if isinstance(result, torch.Tensor) else result
        cell["values"] = "equal" if np.array_equal(numbers, expected, equal_nan=True) else "differ"
cell["messages"] = messages
for name, value in cell.items():
    print(name, "=", repr(value))
print("raises" if error else type(result).__name__)

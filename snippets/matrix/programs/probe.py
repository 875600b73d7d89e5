# What the call does: to memory, to values, and to whoever makes it.
def read(x):
    """The values, in nested lists; of dtypes without operations, the bytes."""
    if isinstance(x, torch.Tensor):
        if x.is_nested:
            return [read(row) for row in x.unbind()]
        if x.layout != torch.strided:
            x = x.to_dense()
        if x.is_quantized:
            x = x.int_repr()
        if re.search(r"int[1-7]$|bits|float4", str(x.dtype)):
            x = x.view(torch.int16 if x.dtype == torch.bits16 else torch.uint8)
    return x.tolist() if hasattr(x, "tolist") else x


def flat(x):
    """The values in a row."""
    return [one for item in x for one in flat(item)] if isinstance(x, list) else [x]


def same(x, y):
    """Whether two nested lists hold the same values in the same order; NaN is the same as NaN."""
    x, y = flat(x), flat(y)
    return len(x) == len(y) and all(one == other or (one != one and other != other) for one, other in zip(x, y))


def bounds(x):
    """The addresses that x reaches, from the first to behind the last."""
    if isinstance(x, np.ndarray):
        return getattr(np.lib, "array_utils", np).byte_bounds(x)  # NumPy 1 has it elsewhere
    start = x.untyped_storage().data_ptr() + x.storage_offset() * x.element_size()
    reach = 1 + sum((n - 1) * step for n, step in zip(x.shape, x.stride()))
    return start, start + (reach * x.element_size() if x.numel() else 0)


def write(x):
    """Changes the first element; a tensor's in its storage, which no mode, dtype or autograd refuses."""
    if isinstance(x, np.ndarray):
        first = (0,) * x.ndim
        x[first] = (np.zeros if x[first] else np.ones)((), x.dtype)
    else:
        x.untyped_storage()[x.storage_offset() * x.element_size()] ^= 1


def attempt(action, *arguments):
    """What the action returns, or None where it raises."""
    try:
        return action(*arguments)
    except Exception:
        return None


def written(x, other):
    """Whether a write to x is read in other; None where x cannot be written to or has no elements."""
    was = attempt(read, other)
    if not flat(was) or attempt(lambda: write(x) or True) is None:
        return None
    return not same(attempt(read, other), was)


def survives(x, other):
    """Whether the interpreter lives after a write to x that is read in other: tried in a fork."""
    child = os.fork()
    if not child:
        attempt(written, x, other)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


before, result, messages = attempt(read, source), None, []
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    try:
        result = convert(source)
    except Exception as error:
        messages = [f"{type(error).__name__}: {error}"]
event = "raises" if messages else "warns" if caught else "none"
messages = [*dict.fromkeys(f"{warning.category.__name__}: {warning.message}" for warning in caught), *messages]

memory = values = outcome = "none"
cell = {"event": event, "messages": messages}
if event != "raises":
    values = "equal" if same(attempt(read, result), before) else "differ"
    other_shape = isinstance(result, torch.Tensor) and result.shape != source.shape
    # Such memory is filled with True for bool, which may be a value: there, only another shape raises suspicion.
    suspect = isinstance(result, torch.Tensor) and values == "differ" and result.dtype != torch.bool
    if other_shape or suspect:
        torch.set_deterministic_debug_mode("error")  # fills memory that nobody has initialized
        if result.numel() and same(read(convert(source)), read(torch.empty_like(result))):
            values = "uninitialized"
        torch.set_deterministic_debug_mode("default")
    memory, writable = "copies", None
    if isinstance(result, (np.ndarray, torch.Tensor)):
        (low, high), (start, end) = attempt(bounds, source) or (0, 0), bounds(result)
        overlap = low < end and start < high if flat(before) else low == start
        seen = [written(source, result)]
        writable = "yes"
        risky = isinstance(source, np.memmap) or (isinstance(source, np.ndarray) and source.dtype.hasobject)
        if overlap and risky and not survives(result, source):
            writable = "crashes"
        elif isinstance(result, np.ndarray) and not result.flags.writeable:
            writable = "no"
        else:
            seen.append(written(result, source))
        seen = [one for one in seen if one is not None]
        memory = "shares" if any(seen) or (overlap and not seen) else "copies"
        if set(seen) - {overlap}:
            cell["disagree"] = f"addresses overlap: {overlap}, writes are read: {seen}"
        cell |= {"dtype": str(result.dtype), "shape": tuple(result.shape), "writable": writable}
        cell["strides"] = result.strides if isinstance(result, np.ndarray) else result.stride()
        cell["device"] = str(getattr(result, "device", "cpu"))  # an array of NumPy 1 does not say
        cell["requires_grad"] = getattr(result, "requires_grad", False)
    cell |= {"type": type(result).__name__}
outcome = "raises" if event == "raises" else {"equal": memory, "differ": "wrong"}.get(values, values)
for name, value in (cell | {"memory": memory, "values": values}).items():
    print(name, "=", repr(value))
print(outcome)

"""The axes of the matrix. An entry is a few lines: add one, then run `python -m snippets update matrix`.

Nothing here is run by this package: `code`, `dtype`, `values` and `call` are text, and become a script.
"""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["to_torch", "to_numpy", "operators"]


@dataclass(frozen=True)
class Method:
    """One way across. `page` explains it ("" if none does). Operators are of a `group`.

    `call` uses the source, `a` (an array) or `t` (a tensor); for operators `{x}` and `{y}`, one of each.
    Where it holds {dtype}, it needs to be told the torch dtype that matches the source's.
    """

    name: str
    call: str
    direction: Direction
    page: str = ""
    group: str = ""


@dataclass(frozen=True)
class Dtype:
    """One dtype, as an expression; `values` is a nested list, `extremes` what is hard to carry over.

    `torch` is the name of torch's dtype for the same numbers, or "". A tensor is made by `make`, an expression with
    {dtype} and {values} in it.
    """

    name: str
    dtype: str
    values: str
    extremes: str
    direction: Direction
    make: str = ""
    torch: str = ""


@dataclass(frozen=True)
class Layout:
    """One way that data can lie in memory: `code` makes `a` (or `t`) out of `values` and `dtype` (or `x`, a tensor)."""

    name: str
    about: str
    code: str
    direction: Direction


NUMBERS = "[[1, 2, 3], [4, 5, 6]]"
BOOLS = "[[True, False, True], [False, True, False]]"
COMPLEX = "[[1 + 2j, 2 - 1j, 3j], [4, 5, 6]]"
WORDS = '[["cat", "dog", "cow"], ["hen", "pig", "ram"]]'


def _to_torch() -> list[Method]:
    page = {
        "from_numpy": "from_numpy",
        "from_numpy_of_copy": "from_numpy",
        "from_numpy_clone": "clone",
        "tensor": "tensor",
        "tensor_float32": "tensor",
        "tensor_constructor": "tensor_constructor",
        "as_tensor": "as_tensor",
        "as_tensor_float32": "as_tensor",
        "asarray": "asarray",
        "asarray_copy_true": "asarray",
        "asarray_copy_false": "asarray",
        "asarray_float32": "asarray",
        "from_dlpack": "from_dlpack",
        "from_dlpack_copy_true": "from_dlpack",
        "from_dlpack_copy_false": "from_dlpack",
        "frombuffer": "frombuffer",
        "copy_into": "copy_into",
        "default_convert": "collate",
        "default_collate": "collate",
        "from_numpy_of_stack": "lists",
        "tensor_of_arrays": "lists",
        "tensor_of_lists": "lists",
    }
    typed = "Float Double Half BFloat16 Byte Char Short Int Long Bool".split()
    calls = {
        "from_numpy": "torch.from_numpy(a)",
        "tensor": "torch.tensor(a)",
        "as_tensor": "torch.as_tensor(a)",
        "asarray": "torch.asarray(a)",
        "asarray_copy_true": "torch.asarray(a, copy=True)",
        "asarray_copy_false": "torch.asarray(a, copy=False)",
        "from_numpy_of_copy": "torch.from_numpy(a.copy())",
        "from_numpy_clone": "torch.from_numpy(a).clone()",
        "tensor_float32": "torch.tensor(a, dtype=torch.float32)",
        "as_tensor_float32": "torch.as_tensor(a, dtype=torch.float32)",
        "asarray_float32": "torch.asarray(a, dtype=torch.float32)",
        "copy_into": "torch.empty(a.shape, dtype=torch.float32).copy_(torch.from_numpy(a))",
        "default_convert": "torch.utils.data.default_convert(a)",
        "default_collate": "torch.utils.data.default_collate([a])[0]",
        "from_numpy_of_stack": "torch.from_numpy(np.stack([a]))[0]",
        "tensor_of_arrays": "torch.tensor([a])[0]",
        "tensor_of_lists": "torch.tensor(a.tolist())",
        "frombuffer": "torch.frombuffer(a, dtype=torch.{dtype})",
        "tensor_constructor": "torch.Tensor(a)",
        **{f"{kind.lower()}_tensor": f"torch.{kind}Tensor(a)" for kind in typed},
        "from_dlpack": "torch.from_dlpack(a)",
        "from_dlpack_copy_true": "torch.from_dlpack(a, copy=True)",
        "from_dlpack_copy_false": "torch.from_dlpack(a, copy=False)",
    }
    page |= {f"{kind.lower()}_tensor": "tensor_constructor" for kind in typed}
    return [
        Method(name, call, "to_torch", f"methods/{page[name]}" if name in page else "") for name, call in calls.items()
    ]


def _to_numpy() -> list[Method]:
    calls = {
        "numpy": "t.numpy()",
        "numpy_copy": "t.numpy().copy()",
        "numpy_force": "t.numpy(force=True)",
        "detach_cpu_numpy": "t.detach().cpu().numpy()",
        "np_asarray": "np.asarray(t)",
        "np_array": "np.array(t)",
        "np_asarray_copy_false": "np.asarray(t, copy=False)",
        "np_array_copy_false": "np.array(t, copy=False)",
        "np_from_dlpack": "np.from_dlpack(t)",
        "np_from_dlpack_copy_true": "np.from_dlpack(t, copy=True)",
        "np_from_dlpack_copy_false": "np.from_dlpack(t, copy=False)",
        "tolist": "t.tolist()",
    }
    pages = {
        "numpy": "methods/numpy",
        "numpy_copy": "methods/numpy",
        "numpy_force": "methods/numpy_force",
        "detach_cpu_numpy": "methods/detach_cpu_numpy",
        "tolist": "methods/tolist_item",
    }
    pages |= {name: "methods/np_asarray" for name in calls if name.startswith(("np_asarray", "np_array"))}
    pages |= {name: "methods/np_from_dlpack" for name in calls if name.startswith("np_from_dlpack")}
    return [Method(name, call, "to_numpy", pages.get(name, "")) for name, call in calls.items()]


BINARY = {
    "add": "+", "subtract": "-", "multiply": "*", "divide": "/", "floor_divide": "//", "remainder": "%", "power": "**",
    "matmul": "@", "and": "&", "or": "|", "xor": "^", "left_shift": "<<", "right_shift": ">>",
}  # fmt: skip
COMPARE = {"equal": "==", "not_equal": "!=", "less": "<", "less_equal": "<=", "greater": ">", "greater_equal": ">="}
TWO = {
    "np": "add subtract multiply divide power maximum minimum greater equal matmul dot isclose allclose array_equal",
    "torch": "add sub mul div pow maximum matmul eq allclose equal",
}
ONE = "abs exp log sqrt sin sum mean std var prod max min argmax any all median sort cumsum"
LISTS = {"np": "concatenate stack", "torch": "cat stack"}


def _operators() -> list[Method]:
    groups = {
        "arithmetic": {f"op_{name}": f"{{x}} {sign} {{y}}" for name, sign in BINARY.items()},
        "comparison": {f"op_{name}": f"{{x}} {sign} {{y}}" for name, sign in COMPARE.items()},
        "in_place": {f"inplace_{name}": f"{{x}} {sign}= {{y}}" for name, sign in BINARY.items()},
        "of_both": {
            **{f"{lib}_{name}": f"{lib}.{name}({{x}}, {{y}})" for lib, names in TWO.items() for name in names.split()},
            **{
                f"{lib}_{name}": f"{lib}.{name}([{{x}}, {{y}}])"
                for lib, names in LISTS.items()
                for name in names.split()
            },
            **{f"{lib}_where": f"{lib}.where({{x}} > 2, {{x}}, {{y}})" for lib in ("np", "torch")},
        },
        "of_one": {
            **{f"np_{name}_tensor": f"np.{name}(t)" for name in f"{ONE} isnan linalg.norm".split()},
            **{f"torch_{name}_array": f"torch.{name}(a)" for name in f"{ONE} isnan linalg.norm".split()},
        },
    }
    return [
        Method(name.replace(".", "_"), call, "operators", "reference/operators", group)
        for group, calls in groups.items()
        for name, call in calls.items()
    ]


METHODS = (*_to_torch(), *_to_numpy(), *_operators())


SAME = {name: name for name in "bool uint8 int8 float16 float32 float64 complex64 complex128".split()}
SAME |= {f"{kind}int{bits}": f"{kind}int{bits}" for kind in ("", "u") for bits in (16, 32, 64)}
SAME |= {"longlong": "int64", "ulonglong": "uint64"}


def _array(name: str, values: str = NUMBERS, extremes: str = "", dtype: str = "") -> Dtype:
    same = SAME.get(name.removesuffix("_swapped"), "")
    return Dtype(name, dtype or f"np.{name}", values, extremes, "to_torch", torch=same)


def _integers() -> list[tuple[str, str]]:
    kinds = [("uint8", 0, 8), ("int8", 1, 8), ("int16", 1, 16), ("int32", 1, 32), ("int64", 1, 64)]
    kinds += [("uint16", 0, 16), ("uint32", 0, 32), ("uint64", 0, 64)]
    return [
        (name, f"[{-(2 ** (bits - 1)) if signed else 0}, {2 ** (bits - signed) - 1}]") for name, signed, bits in kinds
    ]


FLOATS = {
    "float32": "[0.1, 3.4e38, 1e-45, float('inf'), float('nan')]",
    "float64": "[0.1, 1e300, 5e-324, float('inf'), float('nan')]",
    "float16": "[0.1, 65504.0, 6e-8, float('inf'), float('nan')]",
}
COMPLEXES = {
    "complex64": "[0.1 - 3.4e38j, complex('inf'), complex('nan')]",
    "complex128": "[0.1 - 1e300j, complex('inf'), complex('nan')]",
}
INTEGERS = dict(_integers())

ARRAY_DTYPES = (
    _array("float32", extremes=FLOATS["float32"]),
    _array("float64", extremes=FLOATS["float64"]),
    _array("int64", extremes=INTEGERS["int64"]),
    *(_array(name, extremes=INTEGERS[name]) for name in ("uint8", "int32")),
    _array("bool", BOOLS, "[True, False]", "np.bool_"),
    _array("float16", extremes=FLOATS["float16"]),
    *(_array(name, extremes=INTEGERS[name]) for name in ("int8", "int16", "uint16", "uint32", "uint64")),
    *(_array(name, COMPLEX, extremes) for name, extremes in COMPLEXES.items()),
    _array("longlong", extremes=INTEGERS["int64"]),
    _array("ulonglong", extremes=INTEGERS["uint64"]),
    _array("longdouble", extremes="[np.longdouble(1) / 3, np.longdouble('1e4000'), float('nan')]"),
    _array("clongdouble", COMPLEX, "[np.longdouble(1) / 3 + 1j, complex('nan')]"),
    _array("str", WORDS, '["", "élève"]', "np.dtype('U5')"),
    _array("bytes", '[[b"cat", b"dog", b"cow"], [b"hen", b"pig", b"ram"]]', '[b"", b"horse"]', "np.dtype('S5')"),
    _array("StringDType", WORDS, '["", "élève"]', "np.dtypes.StringDType()"),
    _array("object", '[[1, 2.5, "three"], [None, 5, 6]]', "[2**70, None]", "np.dtype(object)"),
    _array("datetime64", extremes='[0, "NaT"]', dtype="np.dtype('datetime64[s]')"),
    _array("timedelta64", extremes='[0, "NaT"]', dtype="np.dtype('timedelta64[s]')"),
    _array(
        "structured",
        "[[(1, 0.5), (2, 1.5), (3, 2.5)], [(4, 3.5), (5, 4.5), (6, 5.5)]]",
        "[(-1, 0.1)]",
        'np.dtype([("label", np.int32), ("score", np.float32)])',
    ),
    _array("void", '[[b"abcd", b"efgh", b"ijkl"], [b"mnop", b"qrst", b"uvwx"]]', r'[b"\0\0\0\0"]', "np.dtype('V4')"),
    *(
        _array(f"{name}_swapped", extremes=(INTEGERS | FLOATS)[name], dtype=f"np.dtype(np.{name}).newbyteorder()")
        for name in "float32 float64 int64 int32 float16 int16 uint16 uint32 uint64".split()
    ),
    *(_array(f"{name}_swapped", COMPLEX, COMPLEXES[name], f"np.dtype(np.{name}).newbyteorder()") for name in COMPLEXES),
    _array("str_swapped", WORDS, '["", "élève"]', "np.dtype('U5').newbyteorder()"),
    _array("datetime64_swapped", extremes='[0, "NaT"]', dtype="np.dtype('datetime64[s]').newbyteorder()"),
)

MAKE = "torch.tensor({values}, dtype=torch.{dtype})"
VIEW = "torch.tensor({values}, dtype=torch.uint8).view(torch.{dtype})"
QUANTIZE = "torch.quantize_per_tensor(torch.tensor({values}, dtype=torch.float32), 1.0, 0, torch.{dtype})"


def _tensor(name: str, values: str = NUMBERS, extremes: str = "[0, 1]", make: str = MAKE) -> Dtype:
    return Dtype(name, name, values, extremes, "to_numpy", make, name)


TENSOR_DTYPES = (
    _tensor("float32", extremes=FLOATS["float32"]),
    _tensor("float64", extremes=FLOATS["float64"]),
    _tensor("int64", extremes=INTEGERS["int64"]),
    _tensor("uint8", extremes=INTEGERS["uint8"]),
    _tensor("bool", BOOLS, "[True, False]"),
    _tensor("bfloat16", extremes="[0.1, 3e38, float('inf'), float('nan')]"),
    _tensor("float16", extremes=FLOATS["float16"]),
    *(_tensor(name, extremes=INTEGERS[name]) for name in ("int32", "int8", "int16", "uint16", "uint32", "uint64")),
    *(_tensor(name, COMPLEX, extremes) for name, extremes in COMPLEXES.items()),
    _tensor("complex32", COMPLEX, "[0.1 - 65504j, complex('inf'), complex('nan')]"),
    *(
        _tensor(f"float8_{kind}", extremes="[0.1, 448.0, float('nan')]")
        for kind in "e4m3fn e5m2 e4m3fnuz e5m2fnuz e8m0fnu".split()
    ),
    _tensor("float4_e2m1fn_x2", make=VIEW),
    *(_tensor(f"{kind}{bits}", make=VIEW) for bits in range(1, 8) for kind in ("int", "uint")),
    *(_tensor(name, make=QUANTIZE) for name in "quint8 qint8 qint32 quint4x2 quint2x4".split()),
    *(_tensor(name, make=VIEW) for name in "bits8 bits4x2 bits2x4 bits1x8".split()),
    _tensor("bits16", make="torch.tensor({values}, dtype=torch.int16).view(torch.{dtype})"),
)

SQUARE, SQUARE_BOOLS = "[[1, 2], [3, 4]]", "[[True, False], [True, True]]"


def _pair(array: str, tensor: str) -> Dtype:
    values = SQUARE_BOOLS if array == tensor == "bool" else SQUARE
    dtype = "np.bool_" if array == "bool" else f"np.{array}"
    return Dtype(f"{array}_{tensor}", dtype, values, "", "operators", MAKE, tensor)


PAIRS = tuple(
    _pair(*pair.split())
    for pair in (
        "float32 float32", "float64 float32", "float32 float64", "int64 int64", "int64 float32", "float64 int64",
        "uint8 uint8", "uint8 float32", "bool bool",
    )
)  # fmt: skip

DTYPES = (*ARRAY_DTYPES, *TENSOR_DTYPES, *PAIRS)


def _array_layout(name: str, about: str, *code: str) -> Layout:
    return Layout(name, about, "\n".join(code), "to_torch")


def _tensor_layout(name: str, about: str, *code: str) -> Layout:
    return Layout(name, about, "\n".join(code), "to_numpy")


ARRAY_LAYOUTS = (
    _array_layout("contiguous", "C order, as np.array makes it", "a = np.array(values, dtype)"),
    _array_layout("transposed", "a.T", "a = np.array(values, dtype).T"),
    _array_layout("strided", "every second column, a[:, ::2]", "a = np.array(values, dtype)[:, ::2]"),
    _array_layout("fortran", "Fortran order", 'a = np.array(values, dtype, order="F")'),
    _array_layout("reversed", "a[::-1]", "a = np.array(values, dtype)[::-1]"),
    _array_layout("reversed_length_1", "a[::-1] where that axis has length 1", "a = np.array(values, dtype)[:1][::-1]"),
    _array_layout(
        "read_only",
        "not writable, though its memory is",
        "a = np.array(values, dtype)",
        "a.flags.writeable = False",
    ),
    _array_layout(
        "bytes_view",
        "np.frombuffer of a bytes object",
        "a = np.frombuffer(np.array(values, dtype).tobytes(), dtype).reshape(2, 3)",
    ),
    *(
        _array_layout(
            f"memmap_{name}",
            f'a memory map, mode "{mode}"',
            'np.array(values, dtype).tofile("a.bin")',
            f'a = np.memmap("a.bin", dtype, "{mode}", shape=(2, 3))',
        )
        for name, mode in (("r", "r"), ("r_plus", "r+"), ("c", "c"))
    ),
    _array_layout("broadcast", "np.broadcast_to: stride 0", "a = np.broadcast_to(np.array(values[0], dtype), (2, 3))"),
    _array_layout("zero_d", "0-d", "a = np.array(values[1][0], dtype)"),
    _array_layout("empty", "no elements", "a = np.empty((0, 3), dtype)"),
    _array_layout("one_element", "one element", "a = np.array(values[0][:1], dtype)"),
    _array_layout(
        "extremes",
        "the dtype's smallest, largest and special values",
        "a = np.array(extremes, dtype)",
    ),
    _array_layout(
        "unaligned",
        "begins at an odd address",
        "buffer = np.zeros(1 + 6 * np.dtype(dtype).itemsize, np.uint8)",
        "a = buffer[1:].view(dtype).reshape(2, 3)",
        "a[...] = np.array(values, dtype)",
    ),
    _array_layout(
        "packed_field",
        "a field of a packed structured array",
        'rows = np.zeros((2, 3), [("flag", np.uint8), ("value", dtype)])',
        'rows["value"] = np.array(values, dtype)',
        'a = rows["value"]',
    ),
    _array_layout(
        "masked",
        "np.ma.MaskedArray",
        "a = np.ma.array(np.array(values, dtype), mask=[[False, True, False], [False, False, True]])",
    ),
    _array_layout("matrix", "np.matrix", "a = np.matrix(np.array(values, dtype))"),
    _array_layout(
        "subclass",
        "a subclass of np.ndarray",
        "class Recording(np.ndarray):",
        '    """An array with a name of its own."""',
        "",
        "a = np.array(values, dtype).view(Recording)",
    ),
)

TENSOR_LAYOUTS = (
    _tensor_layout("contiguous", "as torch.tensor makes it", "t = x"),
    _tensor_layout("requires_grad", "a leaf that requires grad", "t = x.requires_grad_()"),
    _tensor_layout("non_leaf", "computed from a leaf that requires grad", "t = x.requires_grad_().clone()"),
    _tensor_layout(
        "no_grad",
        "requires grad; the call is made under torch.no_grad",
        "t = x.requires_grad_()",
        "torch.set_grad_enabled(False)",
    ),
    _tensor_layout("parameter", "torch.nn.Parameter", "t = torch.nn.Parameter(x)"),
    _tensor_layout("transposed", "t.T", "t = x.T"),
    _tensor_layout("strided", "every second column, t[:, ::2]", "t = x[:, ::2]"),
    _tensor_layout("expanded", "t.expand: stride 0", "t = x[0].expand(2, 3)"),
    _tensor_layout("zero_d", "0-d", "t = x[1, 0]"),
    _tensor_layout("empty", "no elements", "t = x[:0]"),
    _tensor_layout("extremes", "the dtype's smallest, largest and special values", "t = {extremes}"),
    _tensor_layout("inference", "made in inference mode", "with torch.inference_mode():", "    t = x.clone()"),
    _tensor_layout(
        "conj",
        "with the conjugate bit",
        "t = x.conj()",
        "if not t.is_conj():",
        '    raise TypeError("only complex tensors have a conjugate bit")',
    ),
    _tensor_layout("neg", "with the negative bit", "t = torch.complex(x, x).conj().imag"),
    _tensor_layout("sparse_coo", "sparse COO", "t = x.to_sparse()"),
    _tensor_layout("sparse_csr", "sparse CSR", "t = x.to_sparse_csr()"),
    _tensor_layout("meta", "on the meta device", 't = x.to("meta")'),
    _tensor_layout("nested", "a nested tensor", "t = torch.nested.nested_tensor([x[0], x[1, :2]])"),
    _tensor_layout(
        "subclass",
        "a subclass of torch.Tensor",
        "class Image(torch.Tensor):",
        '    """A tensor with a name of its own."""',
        "",
        "t = x.as_subclass(Image)",
    ),
)

ORDERS = (
    Layout("array_tensor", "array first", "", "operators"),
    Layout("tensor_array", "tensor first", "", "operators"),
)

LAYOUTS = (*ARRAY_LAYOUTS, *TENSOR_LAYOUTS, *ORDERS)

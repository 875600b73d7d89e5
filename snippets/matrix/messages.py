"""What each message of the matrix means: its cause in words, and a call that works, which a test runs.

An entry explains every message that its pattern matches. Add one where a new message appears: the tests name it.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from snippets.recorded.matrix import Key, Matrix


@dataclass(frozen=True)
class Message:
    """One message in all its variants. `title` are its constant words, as people paste them.

    `works` are calls on the same source (`a`, an array, or `t`, a tensor) that neither raise nor crash: pairs of a dtype,
    or "" for any, and the call. Where the source has a second fault, the call may get as far as that one, with another
    message, which has an entry too. `instead` says what to do where no call is the answer.
    """

    name: str
    title: str
    pattern: str
    cause: str
    works: tuple[tuple[str, str], ...] = ()
    instead: str = ""

    @property
    def page(self) -> str:
        """The page that says more, or ""."""
        return PAGES.get(self.name, "")

    @property
    def fix(self) -> str:
        """What to do, in one line: the calls that work, each with the dtypes that it is for, and `instead`."""
        dtypes: dict[str, list[str]] = {}
        for dtype, call in self.works:
            dtypes.setdefault(call, []).extend([dtype] if dtype else [])
        calls = [f"`{call}`" + (f" ({', '.join(names)})" if names else "") for call, names in dtypes.items()]
        return " ".join(part for part in ("; ".join(calls) + "." if calls else "", self.instead) if part)


def _for(call: str, *dtypes: str) -> tuple[tuple[str, str], ...]:
    return tuple((dtype, call) for dtype in dtypes)


def _any(call: str) -> tuple[tuple[str, str], ...]:
    return _for(call, "")


NUMBERED = "torch.from_numpy(np.unique(a, return_inverse=True)[1])"
TEXTS = (
    *_for(NUMBERED, "str", "str_swapped"),
    ("StringDType", "torch.from_numpy(np.unique(np.asarray(a), return_inverse=True)[1])"),
)
BYTES = "torch.from_numpy(np.frombuffer(a.tobytes(), np.uint8).copy())"
DATES = _for("torch.from_numpy(a.astype(np.int64))", "datetime64", "datetime64_swapped", "timedelta64")
QUANTIZED = ("quint8", "qint8", "qint32")
SUB_BYTE = (
    "A quint4x2 or quint2x4 tensor needs `Tensor.dequantize` before you take a view of it: of a view, that raises, or "
    "it gives wrong numbers."
)
FLOAT8 = ("float8_e4m3fn", "float8_e5m2", "float8_e4m3fnuz", "float8_e5m2fnuz", "float8_e8m0fnu")
NARROW = tuple(f"{kind}{bits}" for bits in range(1, 8) for kind in ("int", "uint"))
PACKED = ("bits8", "bits4x2", "bits2x4", "bits1x8")
FORCE = "t.detach().cpu().resolve_conj().resolve_neg().numpy()"

MESSAGES = (
    Message(
        "negative_stride",
        "At least one stride in the given numpy array is negative",
        r"ValueError: At least one stride",
        "The array is a reversed view, as `a[::-1]` gives it. A tensor cannot have a negative stride.",
        _any("torch.from_numpy(a.copy())"),
        "`np.ascontiguousarray` does not help where the reversed axis has length 1.",
    ),
    Message(
        "unsupported_dtype",
        "can't convert np.ndarray of type",
        r"TypeError: can't convert np\.ndarray of type",
        "torch has no dtype for the array's: text, Python objects, dates, records, or a number that is wider than torch's.",
        (
            ("longdouble", "torch.from_numpy(a.astype(np.float64))"),
            ("clongdouble", "torch.from_numpy(a.astype(np.complex128))"),
            ("ulonglong", "torch.from_numpy(a.astype(np.uint64))"),
            *TEXTS,
            ("bytes", NUMBERED),
            *DATES,
            ("structured", 'torch.from_numpy(a["score"].copy())'),
            ("void", BYTES),
        ),
        "An object array most often holds rows of different lengths, or `None` among numbers: mend those, then "
        "`torch.from_numpy(a.astype(np.float32))`.",
    ),
    Message(
        "byte_order",
        "given numpy array has byte order different from the native byte order",
        r"ValueError: given numpy array has byte order",
        "The numbers are stored in the other byte order, as in many files. torch has native byte order only.",
        _any('torch.from_numpy(a.astype(a.dtype.newbyteorder("=")))'),
    ),
    Message(
        "odd_stride",
        "given numpy array strides not a multiple of the element byte size",
        r"ValueError: given numpy array strides not a multiple",
        "The array is a field of packed records, so its elements are not a whole number of elements apart.",
        _any("torch.from_numpy(a.copy())"),
    ),
    Message(
        "array_not_writable",
        "The given NumPy array is not writable",
        r"UserWarning: The given NumPy array is not writable",
        "The array is read-only, and the tensor writes all the same: into the array, into a `bytes` object, or, over a memory "
        "map, into memory that ends the interpreter.",
        _any("torch.from_numpy(a.copy())"),
    ),
    Message(
        "buffer_not_writable",
        "The given buffer is not writable",
        r"UserWarning: The given buffer is not writable",
        "The buffer is read-only, and the tensor writes into it all the same.",
        _any("torch.from_numpy(a.copy())"),
    ),
    Message(
        "no_buffer",
        "could not retrieve buffer from object",
        r"RuntimeError: could not retrieve buffer",
        "`torch.frombuffer` needs one contiguous block of bytes. The array has steps, "
        "or its elements are not in C order.",
        _any("torch.from_numpy(a.copy())"),
    ),
    Message(
        "empty_buffer",
        "both buffer length (0) and count (-1) must not be 0",
        r"ValueError: both buffer length",
        "`torch.frombuffer` refuses a buffer without elements.",
        _any("torch.from_numpy(a)"),
    ),
    Message(
        "discards_imaginary",
        "Casting complex values to real discards the imaginary part",
        r"UserWarning: Casting complex values to real",
        "You asked for a real dtype, or the call has one, and the array is complex. The imaginary parts are gone.",
        (("complex64", "torch.from_numpy(a)"), ("complex128", "torch.from_numpy(a)")),
        "If you want the real part, say so: `torch.from_numpy(a.real.copy())`.",
    ),
    Message(
        "dlpack_byte_order",
        "DLPack only supports native byte order",
        r"BufferError: DLPack only supports native byte order",
        "The numbers are stored in the other byte order.",
        _any('torch.from_dlpack(a.astype(a.dtype.newbyteorder("=")))'),
    ),
    Message(
        "dlpack_dtype",
        "DLPack only supports signed/unsigned integers, float and complex dtypes",
        r"BufferError: DLPack only supports signed",
        "DLPack has no text, no objects, no dates and no records.",
        instead="Encode the values as numbers first, as for `can't convert np.ndarray of type`.",
    ),
    Message(
        "dlpack_padding",
        "DLPack only supports IEEE floating point types without padding",
        r"BufferError: DLPack only supports IEEE",
        "The array is longdouble or clongdouble, which has padding bytes.",
        (
            ("longdouble", "torch.from_dlpack(a.astype(np.float64))"),
            ("clongdouble", "torch.from_dlpack(a.astype(np.complex128))"),
        ),
    ),
    Message(
        "dlpack_stride",
        "DLPack only supports strides which are a multiple of itemsize",
        r"BufferError: DLPack only supports strides",
        "The array is a field of packed records.",
        (("float32", "torch.from_dlpack(a.copy())"),),
    ),
    Message(
        "dlpack_abort",
        "Storage size calculation overflowed",
        r"SIGABRT: Storage size calculation overflowed",
        "`torch.from_dlpack` of a reversed array ends the interpreter; no `except` catches that. From torch 2.14 on it is a "
        "RuntimeError with these words.",
        _any("torch.from_dlpack(a.copy())"),
    ),
    Message(
        "unaligned_crash",
        "Segmentation fault",
        r"SIGSEGV: Segmentation fault",
        "The complex array begins at an address that its dtype is not aligned to, and a cast to another dtype reads it as "
        "if it were.",
        _any("torch.from_numpy(a.copy())"),
    ),
    Message(
        "collate",
        "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists",
        r"TypeError: default_collate: batch must contain",
        "A sample holds text or Python objects, which cannot be stacked.",
        instead="Leave such fields out of the sample, encode them as numbers, or pass your own `collate_fn`.",
    ),
    Message(
        "list_of_arrays",
        "Creating a tensor from a list of numpy.ndarrays is extremely slow",
        r"UserWarning: Creating a tensor from a list of numpy\.ndarrays",
        "`torch.tensor` reads a list of arrays number by number. Stack them first.",
        _any("torch.from_numpy(np.stack([a]))"),
    ),
    Message(
        "too_many_dimensions",
        "too many dimensions 'str'",
        r"ValueError: too many dimensions",
        "A list holds text, or an `np.matrix`, where `torch.tensor` expects numbers.",
        TEXTS,
        "Of an `np.matrix`, make an array first: `torch.from_numpy(np.asarray(a))`.",
    ),
    Message(
        "invalid_data_type",
        "new(): invalid data type 'str'",
        r"TypeError: new\(\): invalid data type",
        "A list holds text, bytes or records, where `torch.tensor` expects numbers.",
        (*TEXTS, ("bytes", NUMBERED), ("void", BYTES)),
        "If it holds numbers as text, `torch.from_numpy(a.astype(np.float32))`.",
    ),
    Message(
        "infer_dtype",
        "Could not infer dtype of",
        r"RuntimeError: Could not infer dtype of",
        "A list holds dates, or `None`, which a masked array gives for what is masked.",
        DATES,
        "Of a masked array: `torch.from_numpy(a.filled(0))`. For `None` among numbers, put NaN there.",
    ),
    Message(
        "integer_required",
        "an integer is required",
        r"TypeError: an integer is required",
        "The list holds uint64 arrays, which `torch.tensor` refuses. One uint64 array it takes.",
        _for("torch.from_numpy(np.stack([a]))", "uint64", "uint64_swapped"),
    ),
    Message(
        "unpacking_overflow",
        "Overflow when unpacking long long",
        r"ValueError: Overflow when unpacking long long",
        "A Python integer in the list is larger than int64 holds.",
        _for("torch.tensor(a.tolist(), dtype=torch.uint64)", "uint64", "uint64_swapped", "ulonglong"),
    ),
    Message(
        "unsized",
        "len() of unsized object",
        r"TypeError: len\(\) of unsized object",
        "The list holds a 0-d array.",
        _any("torch.from_numpy(np.stack([a]))"),
    ),
    Message(
        "masked_to_nan",
        "converting a masked element to nan",
        r"UserWarning: Warning: converting a masked element to nan",
        "The list holds a masked array of floats: what is masked becomes NaN.",
        _any("torch.from_numpy(np.ma.stack([a]).filled(0))"),
    ),
    Message(
        "scalar_index",
        "only integer scalar arrays can be converted to a scalar index",
        r"TypeError: only integer scalar arrays can be converted",
        "The list holds a masked array of integers, of which one is masked.",
        _any("torch.from_numpy(np.ma.stack([a]).filled(0))"),
    ),
    Message(
        "stack_of_matrices",
        "could not broadcast input array from shape",
        r"ValueError: could not broadcast input array from shape",
        "`np.stack` needs one axis more, and an `np.matrix` has two.",
        _any("torch.from_numpy(np.stack([np.asarray(a)]))"),
    ),
    Message(
        "requires_grad",
        "Can't call numpy() on Tensor that requires grad",
        r"RuntimeError: Can't call numpy\(\) on Tensor that requires grad",
        "The tensor is part of a graph, and autograd cannot follow what you do in NumPy.",
        (("float32", "t.detach().numpy()"),),
        "The array still shares the tensor's memory.",
    ),
    Message(
        "conj_bit",
        "Can't call numpy() on Tensor that has conjugate bit set",
        r"RuntimeError: Can't call numpy\(\) on Tensor that has conjugate bit",
        "The tensor is a conjugate that was not computed yet.",
        _any("t.resolve_conj().numpy()"),
    ),
    Message(
        "neg_bit",
        "Can't call numpy() on Tensor that has negative bit set",
        r"RuntimeError: Can't call numpy\(\) on Tensor that has negative bit",
        "The tensor is a negation that was not computed yet, such as `z.conj().imag`.",
        _any("t.resolve_neg().numpy()"),
        "`np.from_dlpack` does not see this bit and gives the wrong sign.",
    ),
    Message(
        "scalar_type",
        "Got unsupported ScalarType",
        r"TypeError: Got unsupported ScalarType",
        "NumPy has no such dtype. `force=True` does not help.",
        (
            ("bfloat16", "t.detach().float().numpy()"),
            ("complex32", "t.detach().to(torch.complex64).numpy()"),
            *_for("t.detach().float().numpy()", *FLOAT8),
            *_for("t.dequantize().numpy()", *QUANTIZED),
            *_for("t.detach().view(torch.uint8).numpy()", *NARROW, *PACKED, "float4_e2m1fn_x2"),
            ("bits16", "t.view(torch.int16).numpy()"),
        ),
        SUB_BYTE,
    ),
    Message(
        "meta_to_numpy",
        "can't convert meta device type tensor to numpy",
        r"TypeError: can't convert meta device type tensor",
        "A tensor on the meta device has a shape and no values.",
        instead="Make the tensor on the CPU. `Tensor.cpu`, which the message names, raises as well.",
    ),
    Message(
        "meta_no_data",
        "Cannot copy out of meta tensor; no data!",
        r"NotImplementedError: Cannot copy out of meta tensor",
        "A tensor on the meta device has a shape and no values.",
        instead="Make the tensor on the CPU.",
    ),
    Message(
        "meta_dlpack",
        "Cannot pack tensors on meta",
        r"BufferError: Cannot pack tensors on meta",
        "A tensor on the meta device has a shape and no values.",
        instead="Make the tensor on the CPU.",
    ),
    Message(
        "sparse",
        "layout tensor to numpy. Use Tensor.to_dense() first",
        r"TypeError: can't convert Sparse\w* layout tensor to numpy",
        "NumPy has no sparse arrays.",
        (("float32", "t.to_dense().detach().numpy()"),),
    ),
    Message(
        "sparse_dlpack",
        "Can't export tensors with layout other than torch.strided",
        r"BufferError: Can't export tensors with layout other than",
        "DLPack has no sparse tensors.",
        (("float32", "np.from_dlpack(t.to_dense())"),),
    ),
    Message(
        "no_storage",
        "Cannot access data pointer of Tensor that doesn't have storage",
        r"RuntimeError: Cannot access data pointer",
        "A sparse tensor has no storage of its own to read values from.",
        (("float32", "t.to_dense().tolist()"),),
    ),
    Message(
        "nested",
        "Internal error: NestedTensorImpl doesn't support",
        r"RuntimeError: Internal error: NestedTensorImpl doesn't support",
        "The rows of a nested tensor differ in length, and an array has one shape.",
        (("float32", "t.to_padded_tensor(0.0).numpy()"),),
    ),
    Message(
        "nested_prototype",
        "The PyTorch API of nested tensors is in prototype stage",
        r"UserWarning: The PyTorch API of nested tensors",
        "You use a nested tensor of the older kind.",
        instead="For new code, `torch.nested.nested_tensor` takes `layout=torch.jagged`, which is what the message recommends.",
    ),
    Message(
        "sparse_beta",
        "Sparse CSR tensor support is in beta state",
        r"UserWarning: Sparse CSR tensor support",
        "You use a sparse CSR tensor. Nothing is wrong with the result.",
        instead="Nothing to do.",
    ),
    Message(
        "complex_half",
        "ComplexHalf support is experimental",
        r"UserWarning: ComplexHalf support is experimental",
        "The tensor is complex32, for which torch has few operations and NumPy no dtype.",
        instead="Cast with `Tensor.to` to complex64.",
    ),
    Message(
        "quantized_deprecated",
        "quantized tensor creation functions",
        r"UserWarning: torch\.quantize_per_tensor",
        "torch says that its quantized dtypes will be removed.",
        instead="Follow the link in the message, or keep the integers in an integer tensor.",
    ),
    Message(
        "dlpack_grad",
        "Can't export tensors that require gradient",
        r"BufferError: Can't export tensors that require gradient",
        "The tensor is part of a graph, and autograd cannot follow what you do in NumPy.",
        _any("np.from_dlpack(t.detach())"),
    ),
    Message(
        "dlpack_conj",
        "Can't export tensors with the conjugate bit set",
        r"BufferError: Can't export tensors with the conjugate bit",
        "The tensor is a conjugate that was not computed yet.",
        (("complex64", "np.from_dlpack(t.resolve_conj())"), ("complex128", "np.from_dlpack(t.resolve_conj())")),
    ),
    Message(
        "dlpack_unsupported",
        "Unsupported dtype in DLTensor",
        r"RuntimeError: Unsupported dtype in DLTensor",
        "torch hands the tensor over, and NumPy has no such dtype. With NumPy 2.5 it is a BufferError.",
        (
            ("bfloat16", "np.from_dlpack(t.detach().float())"),
            *_for("np.from_dlpack(t.detach().float())", *FLOAT8),
            ("complex32", "np.from_dlpack(t.detach().to(torch.complex64).resolve_conj())"),
        ),
    ),
    Message(
        "dlpack_lanes",
        "Unsupported lanes in DLTensor dtype",
        r"RuntimeError: Unsupported lanes",
        "Two numbers lie in each byte, which NumPy has no dtype for.",
        (("float4_e2m1fn_x2", "np.from_dlpack(t.view(torch.uint8))"),),
    ),
    Message(
        "dlpack_bits",
        "Bit types are not supported by dlpack",
        r"BufferError: Bit types are not supported",
        "The bits dtypes hold bytes without a meaning.",
        (
            *_for("np.from_dlpack(t.view(torch.uint8))", *PACKED),
            ("bits16", "np.from_dlpack(t.view(torch.int16))"),
        ),
    ),
    Message(
        "dlpack_quantized",
        "QUInt/QInt types are not supported by dlpack",
        r"BufferError: QUInt/QInt types",
        "DLPack has no quantized dtypes.",
        _for("np.from_dlpack(t.dequantize())", *QUANTIZED),
        SUB_BYTE,
    ),
    Message(
        "load_scalar",
        "load_scalar: invalid type",
        r"RuntimeError: load_scalar: invalid type",
        "torch cannot turn elements of this dtype into Python numbers.",
        (
            *_for("t.dequantize().tolist()", *QUANTIZED),
            *_for("t.detach().view(torch.uint8).tolist()", *NARROW, *PACKED, "float4_e2m1fn_x2"),
            ("bits16", "t.view(torch.int16).tolist()"),
        ),
        SUB_BYTE,
    ),
    Message(
        "not_implemented_for",
        "not implemented for",
        r'NotImplementedError: "\w+" not implemented for',
        "torch can store this dtype, and has no operation for it, not even a copy.",
        _for("t.view(torch.uint8).numpy()", *NARROW),
        SUB_BYTE,
    ),
    Message(
        "array_copy_keyword",
        "__array__ implementation doesn't accept a copy keyword",
        r"DeprecationWarning: __array__ implementation doesn't accept",
        "NumPy asks a tensor for an array with `copy=`, which `Tensor.__array__` does not take.",
        (("float32", FORCE),),
        "`np.asarray(t)` does not warn.",
    ),
    Message(
        "unable_to_avoid_copy",
        "Unable to avoid copy while creating an array as requested",
        r"ValueError: Unable to avoid copy",
        "`copy=False` never works for a tensor, because `Tensor.__array__` does not take it, not because a copy is needed.",
        (("float32", FORCE),),
        "To fail where a copy would be needed, write `np.from_dlpack(t, copy=False)`.",
    ),
    Message(
        "array_wrap",
        "__array_wrap__ must accept context and return_scalar arguments",
        r"DeprecationWarning: __array_wrap__ must accept",
        "A NumPy function got a tensor and gives one back, by a protocol that NumPy changed.",
        _any("torch.from_numpy(a) + t"),
        "Convert first, so that both are tensors or both are arrays.",
    ),
    Message(
        "concatenation",
        "Concatenation operation is not implemented for NumPy arrays",
        r"TypeError: Concatenation operation is not implemented",
        "`array + tensor`: the message is about sequences and leads astray. NumPy and torch both refuse, and Python tries "
        "to join the two.",
        _any("torch.from_numpy(a) + t"),
    ),
    Message(
        "operand_types",
        "unsupported operand type(s) for",
        r"TypeError: unsupported operand type\(s\) for",
        "An array stands left of a tensor. For most operators neither side knows what to do.",
        _any("torch.from_numpy(a) * t"),
    ),
    Message(
        "not_ordered",
        "not supported between instances of",
        r"TypeError: '[<>]=?' not supported between instances",
        "An array is compared with a tensor. Only `==` and `!=` take one of each, and `!=` does not compare elements.",
        _any("torch.from_numpy(a) < t"),
    ),
    Message(
        "must_be_tensor",
        "must be Tensor, not numpy.ndarray",
        r"TypeError: \w+\(\): argument '\w+' \(position \d\) must be Tensor, not",
        "A function of torch got an array.",
        _any("torch.sum(torch.from_numpy(a))"),
    ),
    Message(
        "element_must_be_tensor",
        "expected Tensor as element",
        r"TypeError: expected Tensor as element",
        "A list for `torch.cat` or `torch.stack` holds an array.",
        _any("torch.stack([torch.from_numpy(a), t.to(torch.from_numpy(a).dtype)])"),
    ),
    Message(
        "invalid_combination",
        "received an invalid combination of arguments",
        r"TypeError: \w+\(\) received an invalid combination of arguments",
        "A function of torch got an array, or NumPy called the tensor's method with NumPy's arguments, as `np.std(t)` does.",
        _any("torch.from_numpy(a) == t"),
        "Use the tensor's own method, or give NumPy an array: `np.std(t.numpy())`.",
    ),
    Message(
        "unexpected_keyword",
        "got an unexpected keyword argument",
        r"TypeError: \w+\(\) got an unexpected keyword argument",
        "`np.sum(t)` calls the tensor's method with NumPy's keywords.",
        _any("np.sum(t.numpy())"),
    ),
    Message(
        "must_be_int",
        "must be int, not NoneType",
        r"TypeError: \w+\(\): argument '\w+' must be int, not NoneType",
        "`np.max(t)` calls the tensor's method with `axis=None`, which the tensor does not take.",
        _any("np.max(t.numpy())"),
    ),
    Message(
        "ufunc_not_supported",
        "not supported for the input types, and the inputs could not be safely coerced",
        r"TypeError: ufunc '\w+' not supported",
        "A bitwise operator on floating-point numbers. NumPy says the same of two arrays.",
        works=_any("torch.from_numpy(a).long() & t.long()"),
        instead="The cast drops fractions.",
    ),
    Message(
        "boolean_subtract",
        "numpy boolean subtract, the `-` operator, is not supported",
        r"TypeError: numpy boolean subtract",
        "Two bool operands are subtracted. NumPy says the same of two arrays.",
        _any("torch.from_numpy(a) ^ t"),
    ),
    Message(
        "arithmetic",
        "encountered in",
        r"RuntimeWarning: (invalid value|divide by zero) encountered",
        "NumPy computed this, and divided by zero. torch does not warn of that.",
        instead="Look at the zeros among the values.",
    ),
)


@cache
def explanations_of(text: str) -> tuple[Message, ...]:
    """The entries that explain a message, as a terminal shows it; there should be one."""
    return tuple(one for one in MESSAGES if re.match(one.pattern, text))


def explanation_of(text: str) -> Message:
    """The one entry that explains a message; raises KeyError if there is none, or more than one."""
    found = explanations_of(text)
    if len(found) != 1:
        raise KeyError(f"{len(found)} entries explain {text[:120]!r}")
    return found[0]


# The page that is about a message, or about what causes it.
PAGES = {
    "negative_stride": "pitfalls/negative_strides",
    "unsupported_dtype": "pitfalls/unsupported_dtypes",
    "byte_order": "pitfalls/byte_order",
    "array_not_writable": "pitfalls/read_only",
    "buffer_not_writable": "methods/frombuffer",
    "no_buffer": "methods/frombuffer",
    "empty_buffer": "methods/frombuffer",
    "discards_imaginary": "pitfalls/conj_neg",
    "dlpack_byte_order": "pitfalls/byte_order",
    "dlpack_dtype": "pitfalls/dlpack",
    "dlpack_padding": "pitfalls/dlpack",
    "dlpack_stride": "pitfalls/dlpack",
    "dlpack_abort": "pitfalls/dlpack",
    "collate": "methods/collate",
    "list_of_arrays": "pitfalls/slow_lists",
    "too_many_dimensions": "guides/labels",
    "invalid_data_type": "guides/labels",
    "infer_dtype": "methods/lists",
    "integer_required": "methods/lists",
    "unpacking_overflow": "methods/lists",
    "unsized": "methods/lists",
    "masked_to_nan": "pitfalls/masked",
    "scalar_index": "pitfalls/masked",
    "stack_of_matrices": "methods/lists",
    "requires_grad": "pitfalls/gradients",
    "conj_bit": "pitfalls/conj_neg",
    "neg_bit": "pitfalls/conj_neg",
    "scalar_type": "pitfalls/bfloat16",
    "meta_to_numpy": "guides/devices",
    "meta_no_data": "guides/devices",
    "sparse": "guides/mixing_libraries",
    "dlpack_grad": "pitfalls/gradients",
    "dlpack_conj": "pitfalls/conj_neg",
    "dlpack_unsupported": "methods/np_from_dlpack",
    "array_copy_keyword": "methods/np_asarray",
    "unable_to_avoid_copy": "methods/np_asarray",
    "array_wrap": "methods/mixing",
    "concatenation": "methods/mixing",
    "operand_types": "methods/mixing",
    "must_be_tensor": "methods/mixing",
    "element_must_be_tensor": "pitfalls/slow_lists",
    "invalid_combination": "methods/mixing",
    "unexpected_keyword": "methods/mixing",
}


@lru_cache(maxsize=4)  # as many as read_matrix keeps
def given_in(matrix: Matrix) -> dict[Message, list[tuple[str, Key]]]:
    """Each message that the matrix holds, with its text in every cell that gives it, in the order of the cells."""
    given: dict[Message, list[tuple[str, Key]]] = {}
    for key, result in matrix.cells.items():
        for text in result.messages:
            for message in explanations_of(text):
                given.setdefault(message, []).append((text, key))
    return given

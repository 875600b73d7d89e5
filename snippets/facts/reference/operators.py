"""Facts of docs/reference/operators.md."""

import operator
import warnings

import numpy as np
import torch


def array_first_raises():
    """Every arithmetic operator but `/` raises a TypeError with an array on the left and a tensor on the right."""
    for dtype in "bBhHiIlLefdFD?":
        array, tensor = np.ones((2, 2), dtype), torch.from_numpy(np.ones((2, 2), dtype))
        operators = [lambda a, t: a + t, lambda a, t: a - t, lambda a, t: a * t, lambda a, t: a @ t]
        for operate in (*operators, lambda a, t: a // t, lambda a, t: a % t, lambda a, t: a**t):
            with np.testing.assert_raises(TypeError):
                operate(array, tensor)


def tensor_first_warns():
    """`tensor + array`, with a plain array, gives a tensor, and a DeprecationWarning, if NumPy can read the tensor, for every dtype that both libraries have."""
    for dtype in "?bBhHiIlLefdFD":
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            total = torch.from_numpy(np.ones(2, dtype)) + np.zeros(2, dtype)
        assert isinstance(total, torch.Tensor)
        assert total.tolist() == [1, 1]
        assert [one.category for one in caught] == [DeprecationWarning]


def numpy_has_to_read_the_tensor():
    """`np.sort(tensor)`, `tensor + array` and `array / tensor` raise a RuntimeError for a tensor that requires grad, unless under `torch.no_grad`, and a TypeError for bfloat16."""
    weights = torch.ones(2, requires_grad=True)
    for tensor, error in ((weights, RuntimeError), (torch.ones(2, dtype=torch.bfloat16), TypeError)):
        with np.testing.assert_raises(error):
            np.sort(tensor)
        with np.testing.assert_raises(error):
            tensor + np.ones(2)
        with np.testing.assert_raises(error):
            np.ones(2) / tensor
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert np.sort(weights).tolist() == [1, 1]
        assert (weights + np.ones(2)).tolist() == [2, 2]
        assert (np.ones(2) / weights).tolist() == [1, 1]


def array_promotes():
    """A float32 tensor that requires no grad, plus an array of float64, int32 or int64, even a 0-d one, is float64; plus a Python float it stays float32."""
    tensor = torch.tensor([1.0, 2.0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for dtype in (np.float64, np.int32, np.int64):
            for array in (np.array([10, 20], dtype), np.array(10, dtype)):
                assert (tensor + array).dtype == torch.float64
    assert (tensor + 10.0).dtype == torch.float32


def division_loses_digits():
    """`array / tensor` is the array times the tensor's reciprocal: a number over itself may not be 1, and float64 over float32 loses digits."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for dtype in "BHiefdFD":
            array = np.arange(1, 128).astype(dtype)
            ratio = array / torch.from_numpy(array)
            assert ratio.tolist() == (torch.from_numpy(array).reciprocal() * array).tolist()
            assert not (ratio == 1).all()
        third = np.array([1.0]) / torch.tensor([3.0])
    assert third.dtype == torch.float64
    assert abs(third.item() - 1 / 3) > 1e-9


def in_place_on_a_tensor_rebinds():
    """With a plain array, `tensor += array` never writes into the tensor: it gives its name to a new one, or raises if NumPy cannot read the tensor, such as one of bfloat16 or, where autograd is on, one that requires grad."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for dtype in "?bBhHiIlLefdFD":
            first = scores = torch.from_numpy(np.zeros(2, dtype))
            scores += np.ones(2, dtype)
            assert first.tolist() == [0, 0]
            assert scores.tolist() == [1, 1]
    weights = torch.zeros(2, requires_grad=True)
    with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
        weights += np.ones(2)
    halves = torch.zeros(2, dtype=torch.bfloat16)
    with np.testing.assert_raises_regex(TypeError, "BFloat16"):
        halves += np.ones(2)


def in_place_on_an_array_raises():
    """`array += tensor` raises a TypeError, and leaves the array as it was; `array /= tensor` gives the array's name to a tensor, if NumPy can read the tensor."""
    for dtype in "?bBhHiIlLefdFD":
        counts = np.zeros(2, dtype)
        with np.testing.assert_raises(TypeError):
            counts += torch.from_numpy(np.ones(2, dtype))
        assert counts.tolist() == [0, 0]
    first = halves = np.array([1.0, 2.0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        halves /= torch.tensor([2.0, 2.0])
    assert isinstance(halves, torch.Tensor)
    assert first.tolist() == [1.0, 2.0]
    for unread, error in ((torch.ones(2, requires_grad=True), RuntimeError), (torch.ones(2).bfloat16(), TypeError)):
        with np.testing.assert_raises(error):
            first /= unread


def equal_compares_elements():
    """`==` with a plain array of a dtype that PyTorch has compares the elements, in both orders, and gives or raises what `tensor == torch.from_numpy(array)` does."""
    warnings.simplefilter("ignore")  # float16 with complex64 says that it is experimental
    for dtype in "?bBhHiIlLefdFD":
        tensor = torch.from_numpy(np.array([1, 1], dtype))
        for other in map(np.dtype, "?bBhHiIlLefdFD"):
            array, dtypes = np.array([1, 0], other), {other, np.dtype(dtype)}
            if len(dtypes) == 2 and dtypes & {*map(np.dtype, "HIL")} and "f" not in {one.kind for one in dtypes}:
                for equal in (
                    lambda: tensor == array,
                    lambda: array == tensor,
                    lambda: tensor == torch.from_numpy(array),
                ):
                    with np.testing.assert_raises_regex(RuntimeError, "Promotion for uint16, uint32, uint64"):
                        equal()
            else:
                for one in array, array[:1], array[1, ...], np.eye(2).astype(other).T, np.zeros(4, other)[::2]:
                    expected = (tensor == torch.from_numpy(one)).tolist()
                    for equal in (tensor == one, one == tensor):
                        assert (type(equal), equal.dtype) == (torch.Tensor, torch.bool)
                        assert equal.tolist() == expected == (tensor.numpy() == one).tolist()
        array, tensor = np.ones(3, dtype), torch.from_numpy(np.ones(2, dtype))
        for equal in lambda: tensor == array, lambda: array == tensor, lambda: tensor == torch.from_numpy(array):
            with np.testing.assert_raises_regex(RuntimeError, "must match the size"):
                equal()
        pair = array[:2]
        for one in pair[::-1], *[pair.astype(array.dtype.newbyteorder(">"))] * (array.itemsize > 1):
            for equal in lambda: tensor == one, lambda: tensor == torch.from_numpy(one):
                with np.testing.assert_raises_regex(ValueError, "negative|byte order"):
                    equal()


def not_equal_compares_objects():
    """`!=` compares the two objects, not the elements, unless the array is masked: it is True even where all elements are equal, and warns of nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for dtype in "?bBhHiIlLefdFD":
            array, tensor = np.ones(2, dtype), torch.from_numpy(np.ones(2, dtype))
            assert (array != tensor) is True
            assert (tensor != array) is True
            assert isinstance(np.ma.array(array) != tensor, np.ma.MaskedArray)


def less_raises_both_ways():
    """Between a tensor and an array, `<`, `<=`, `>` and `>=` raise a TypeError in both orders; with a masked array they give one."""
    for dtype in "?bBhHiIlLefdFD":
        array, tensor = np.ones(2, dtype), torch.from_numpy(np.ones(2, dtype))
        for compare in (lambda a, b: a < b, lambda a, b: a <= b, lambda a, b: a > b, lambda a, b: a >= b):
            with np.testing.assert_raises_regex(TypeError, "not supported between instances"):
                compare(array, tensor)
            with np.testing.assert_raises_regex(TypeError, "not supported between instances"):
                compare(tensor, array)
            masked = np.ma.array(array, mask=[False, True])
            for result in (compare(masked, tensor), compare(tensor, masked)):
                assert result.mask.tolist() == [False, True]


def reductions_raise():
    """`np.sum`, `np.mean`, `np.prod`, `np.std`, `np.max`, `np.min`, `np.any` and `np.all` of a tensor raise a TypeError, because NumPy hands its own arguments on, such as `out=None`, which the tensor's methods do not take."""
    for dtype in "?bBhHiIlLefdFD":
        tensor = torch.from_numpy(np.ones(2, dtype))
        for reduce in (np.sum, np.mean, np.prod, np.std, np.max, np.min, np.any, np.all):
            with np.testing.assert_raises(TypeError):
                reduce(tensor)
            with np.testing.assert_raises(TypeError):
                getattr(tensor, reduce.__name__)(out=None)


def median_and_sort_give_numpy():
    """`np.median` of a one-dimensional tensor that requires no grad, in a dtype that NumPy has, gives a NumPy scalar, `np.sort` an array."""
    for dtype in "?bBhHiIlLefdFD":
        tensor = torch.from_numpy(np.array([1, 0, 1], dtype))
        assert isinstance(np.median(tensor), np.generic)
        assert type(np.sort(tensor)) is np.ndarray
        assert np.sort(tensor).tolist() == [0, 1, 1]


def comparison_ufuncs_give_uint8():
    """`np.greater` and `np.isnan` of a tensor that requires no grad, in a dtype that NumPy has, give a tensor of uint8, not of bool."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for dtype in "?bBhHiIlLefdFD":
            tensor = torch.from_numpy(np.ones(2, dtype))
            assert np.greater(tensor, 0).dtype == torch.uint8
            assert np.isnan(tensor).dtype == torch.uint8


def ufuncs_give_tensors():
    """A ufunc of one float32 tensor that requires no grad, if it has one result, as `np.sqrt` has, gives a tensor, and a DeprecationWarning."""
    ufuncs = {one for one in vars(np).values() if isinstance(one, np.ufunc) and one.nin == 1 == one.nout}
    for ufunc in (one for one in ufuncs if {"f->f", "f->?"} & {*one.types}):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            result = ufunc(torch.tensor([0.25, 0.5]))
        assert isinstance(result, torch.Tensor)
        assert any("__array_wrap__" in str(one.message) for one in caught)


def torch_functions_refuse_arrays():
    """An array in the place of a tensor raises a TypeError in `torch.add`, `torch.stack` and `torch.sum`, a 0-d one too."""
    for dtype in "?bBhHiIlLefdFD":
        for array in (np.ones(2, dtype), np.array(1, dtype)):
            with np.testing.assert_raises_regex(TypeError, "must be Tensor, not numpy.ndarray"):
                torch.add(torch.ones(2), array)
            with np.testing.assert_raises_regex(TypeError, "expected Tensor as element 0"):
                torch.stack([array, array])
            with np.testing.assert_raises_regex(TypeError, "must be Tensor, not numpy.ndarray"):
                torch.sum(array)


def concatenate_takes_both():
    """`np.concatenate` and `np.where` take a tensor that requires no grad in the place of an array, in a dtype that NumPy has, and give an array."""
    for dtype in "?bBhHiIlLefdFD":
        array, tensor = np.array([1, 0], dtype), torch.from_numpy(np.array([0, 1], dtype))
        assert np.concatenate([array, tensor]).tolist() == [1, 0, 0, 1]
        assert type(np.where(array == 1, array, tensor)) is np.ndarray


def loss_promotes_silently():
    """`torch.nn.functional.mse_loss` of float32 scores and a float64 target of their shape promotes to float64, without a warning."""
    scores, target = torch.tensor([1.0]), torch.from_numpy(np.array([3.0]))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        loss = torch.nn.functional.mse_loss(scores, target)
    assert loss.dtype == torch.float64


def python_numbers_do_not_promote():
    """A NumPy integer below 2**63, and a NumPy float of at most 64 bits, counts in an operator as the Python number of its value: times `np.float64(0.5)`, in either order, a float32 tensor stays float32."""
    numbers = [np.array(3, dtype)[()] for dtype in "bBhHiIlLefd"]
    for dtype in (torch.bool, torch.uint8, torch.int64, torch.float16, torch.bfloat16, torch.float32, torch.complex64):
        tensor = torch.tensor([1, 3]).to(dtype)
        for operate in (operator.add, operator.mul, operator.truediv, operator.eq):
            for number in numbers:
                result, plain = operate(tensor, number), operate(tensor, number.item())
                assert (result.dtype, result.tolist()) == (plain.dtype, plain.tolist())
                result, plain = operate(number, tensor), operate(number.item(), tensor)
                assert (result.dtype, result.tolist()) == (plain.dtype, plain.tolist())


def scalars_keep_the_graph():
    """A NumPy number of any value but a uint64 of 2**63 or more, times a tensor that requires grad, in either order, gives a tensor with the graph, where an array raises a RuntimeError."""
    warnings.simplefilter("ignore")
    for dtype in "?bBhHiIlLefdgFDG":
        for weight in (torch.ones(2, requires_grad=True), torch.ones(2, dtype=torch.complex64, requires_grad=True)):
            for scaled in (weight * np.array(1, dtype)[()], np.array(1, dtype)[()] * weight):
                weight.grad = None
                scaled.sum().abs().backward()
                assert weight.grad.tolist() == [1, 1]
            with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
                weight * np.ones(2, dtype)


def bools_and_complex64_are_floats():
    """A NumPy bool and a complex64 scalar count in an operator as Python floats: an int64 tensor times `np.True_` is float32, and the imaginary part is lost, with a ComplexWarning."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for scalar, number in ((np.True_, 1.0), (np.False_, 0.0), (np.complex64(2 + 1j), 2.0)):
            for dtype in (torch.bool, torch.uint8, torch.int64, torch.float16, torch.float32, torch.complex64):
                tensor = torch.tensor([1, 2]).to(dtype)
                pairs = [(tensor * scalar, tensor * number), (scalar + tensor, number + tensor)]
                for result, plain in (*pairs, (tensor == scalar, tensor == number)):
                    assert (result.dtype, result.tolist()) == (plain.dtype, plain.tolist())
    assert {one.category for one in caught} == {np.exceptions.ComplexWarning}


def large_uint64_is_no_number():
    """A `np.uint64` of 2**63 or more does not count as a number: `tensor * large` and `tensor + large` give what NumPy makes of the two, an array or a NumPy scalar, `large * tensor` and `large + tensor` raise a TypeError, and `==` is False."""
    for dtype in "?bBhHiIlLefdFD":
        for array in (np.ones(2, dtype), np.ones((), dtype)):
            tensor, large = torch.from_numpy(array), np.uint64(2**63)
            for result, plain in ((tensor * large, array * large), (tensor + large, array + large)):
                assert type(result) is type(plain)
                assert (result == plain).all()
            for operate in (operator.mul, operator.add):
                with np.testing.assert_raises_regex(TypeError, "unsupported operand"):
                    operate(large, tensor)
            assert (tensor == large) is (large == tensor) is False


def new_tensor_casts():
    """`Tensor.new_tensor` of an array copies it, and casts it to the tensor's dtype, unless `dtype=` names one: 2.5 is 2 in a tensor of integers."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.array([1, 0], dtype)
        for like in (torch.complex64, torch.from_numpy(array).dtype, *[torch.int64] * (dtype not in "FD")):
            made = torch.zeros(1, dtype=like).new_tensor(array)
            assert (made.dtype, made.tolist()) == (like, [1, 0])
            made.fill_(1)
            assert array.tolist() == [1, 0]
            assert made.new_tensor(array, dtype=torch.complex128).dtype == torch.complex128
    assert torch.zeros(1, dtype=torch.int64).new_tensor(np.array([2.5])).tolist() == [2]


def indexing_with_an_array_works():
    """A tensor indexed with an integer array gives a copy of the elements by number, and with one of no axes a view; a uint8 array is a mask, as a bool array is; a reversed array, such as `argsort()[::-1]`, raises a ValueError."""
    scores = torch.tensor([10.0, 20.0, 30.0])
    for dtype in "bhHiIlL":
        picked = scores[np.array([2, 0, 1], dtype)]
        picked += 1
        assert picked.tolist() == [31.0, 11.0, 21.0]
        assert scores[np.array(1, dtype)].data_ptr() == scores[1].data_ptr()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for dtype in "?B":
            picked = scores[np.array([0, 1, 1], dtype)]
            picked += 1
            assert picked.tolist() == [21.0, 31.0]
            assert scores.tolist() == [10.0, 20.0, 30.0]
    for dtype in "?bBhHiIlL":
        with np.testing.assert_raises_regex(ValueError, "negative"):
            scores[np.array([0, 1, 1], dtype)[::-1]]


def array_indexed_by_tensor():
    """An array indexed with an integer tensor gives an array, with uint8 by number too; a tensor of one element counts as a number, and loses its axis."""
    samples = np.array([10.0, 20.0, 30.0])
    for dtype in "bBhHiIlL":
        picked = samples[torch.from_numpy(np.array([2, 0, 0], dtype))]
        assert type(picked) is np.ndarray
        assert picked.tolist() == [30.0, 10.0, 10.0]
        one = torch.from_numpy(np.array([2], dtype))
        assert samples[one].shape == samples[one.__index__()].shape == ()


def assignment_casts_to_the_array():
    """Assigning a tensor of a real dtype that NumPy has, without a graph, to a slice of an array copies its values and casts them to the array's dtype."""
    for dtype in "bBhHiIlL":
        counts = np.zeros(2, dtype)
        scores = torch.tensor([1.9, 2.9])
        counts[:] = scores
        scores[0] = 9.0
        assert counts.tolist() == [1, 2]
    for dtype in "?bBhHiIlLefd":
        floats = np.zeros(2)
        floats[:] = torch.from_numpy(np.array([1, 0], dtype))
        assert floats.tolist() == [1.0, 0.0]

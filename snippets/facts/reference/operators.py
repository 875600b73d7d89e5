"""Facts of docs/reference/operators.md."""

import warnings

import numpy as np
import torch


def array_first_raises():
    """`+`, `-`, `*` and `@` with an array on the left and a tensor on the right raise a TypeError."""
    array, tensor = np.ones((2, 2)), torch.ones(2, 2)
    with np.testing.assert_raises(TypeError):
        array + tensor
    with np.testing.assert_raises(TypeError):
        array - tensor
    with np.testing.assert_raises(TypeError):
        array * tensor
    with np.testing.assert_raises(TypeError):
        array @ tensor


def tensor_first_warns():
    """With the tensor on the left, `+` gives a tensor, and a DeprecationWarning."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        total = torch.tensor([1.0, 2.0]) + np.array([10.0, 20.0])
    assert isinstance(total, torch.Tensor)
    assert total.tolist() == [11.0, 22.0]
    assert any(one.category is DeprecationWarning for one in caught)


def array_promotes():
    """A float32 tensor plus a float64 array is float64, where a float32 tensor plus a Python float stays float32."""
    tensor = torch.tensor([1.0, 2.0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert (tensor + np.array([10.0, 20.0])).dtype == torch.float64
    assert (tensor + 10.0).dtype == torch.float32


def division_works_both_ways():
    """`array / tensor` works, unlike the other operators, and gives a tensor."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ratio = np.array([1.0, 3.0]) / torch.tensor([2.0, 4.0])
    assert isinstance(ratio, torch.Tensor)
    assert ratio.tolist() == [0.5, 0.75]


def division_loses_digits():
    """`array / tensor` multiplies by the tensor's reciprocal: a float64 array over a float32 tensor is not what NumPy gives."""
    array, tensor = np.array([1.0]), torch.tensor([3.0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ratio = array / tensor
    assert ratio.dtype == torch.float64
    assert ratio.item() != 1 / 3
    assert (array / tensor.numpy()).item() == 1 / 3


def in_place_on_a_tensor_rebinds():
    """`tensor += array` leaves the tensor as it was, and gives its name to a new one."""
    scores = torch.tensor([1.0, 2.0])
    first = scores
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        scores += np.array([10.0, 20.0])
    assert scores is not first
    assert first.tolist() == [1.0, 2.0]
    assert scores.tolist() == [11.0, 22.0]


def in_place_on_an_array_raises():
    """`array += tensor` raises a TypeError, and leaves the array as it was."""
    counts = np.array([1.0, 2.0])
    with np.testing.assert_raises(TypeError):
        counts += torch.tensor([10.0, 20.0])
    assert counts.tolist() == [1.0, 2.0]


def equal_compares_elements():
    """`==` compares the elements, in both orders, and gives a bool tensor without a warning."""
    array, tensor = np.array([1.0, 2.0]), torch.tensor([1.0, 9.0])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for equal in (array == tensor, tensor == array):
            assert isinstance(equal, torch.Tensor)
            assert equal.tolist() == [True, False]


def not_equal_compares_objects():
    """`!=` compares the two objects, not the elements: it is True even where all elements are equal, and warns of nothing."""
    array, tensor = np.array([1.0, 2.0]), torch.tensor([1.0, 2.0])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert (array != tensor) is True
        assert (tensor != array) is True


def less_raises_both_ways():
    """`<` and its kind raise a TypeError in both orders."""
    array, tensor = np.array([1.0, 2.0]), torch.tensor([1.0, 2.0])
    with np.testing.assert_raises_regex(TypeError, "not supported between instances"):
        array < tensor
    with np.testing.assert_raises_regex(TypeError, "not supported between instances"):
        tensor >= array


def reductions_raise():
    """`np.sum`, `np.mean`, `np.std` and `np.max` of a tensor raise a TypeError, because its methods take other arguments."""
    tensor = torch.tensor([1.0, 2.0])
    for reduce in (np.sum, np.mean, np.std, np.max):
        with np.testing.assert_raises(TypeError):
            reduce(tensor)


def median_and_sort_give_numpy():
    """`np.median` of a tensor gives a NumPy scalar, `np.sort` an array."""
    tensor = torch.tensor([3.0, 1.0, 2.0])
    assert type(np.median(tensor)) is np.float32
    assert type(np.sort(tensor)) is np.ndarray


def comparison_ufuncs_give_uint8():
    """`np.greater` and `np.isnan` of a tensor give a tensor of uint8, not of bool."""
    tensor = torch.tensor([1.0, float("nan")])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert np.greater(tensor, 0).dtype == torch.uint8
        assert np.isnan(tensor).tolist() == [0, 1]


def ufuncs_give_tensors():
    """A ufunc of a tensor, such as `np.sqrt`, gives a tensor, and a DeprecationWarning."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        root = np.sqrt(torch.tensor([4.0, 9.0]))
    assert isinstance(root, torch.Tensor)
    assert root.tolist() == [2.0, 3.0]
    assert any("__array_wrap__" in str(one.message) for one in caught)


def torch_functions_refuse_arrays():
    """`torch.add`, `torch.stack` and `torch.sum` take tensors only: an array raises a TypeError."""
    array, tensor = np.array([1.0, 2.0]), torch.tensor([1.0, 2.0])
    with np.testing.assert_raises_regex(TypeError, "must be Tensor, not numpy.ndarray"):
        torch.add(tensor, array)
    with np.testing.assert_raises_regex(TypeError, "expected Tensor as element 0"):
        torch.stack([array, array])
    with np.testing.assert_raises_regex(TypeError, "must be Tensor, not numpy.ndarray"):
        torch.sum(array)


def concatenate_takes_both():
    """`np.concatenate` and `np.where` take an array and a tensor, and give an array."""
    array, tensor = np.array([1.0, 2.0]), torch.tensor([3.0, 4.0])
    assert np.concatenate([array, tensor]).tolist() == [1.0, 2.0, 3.0, 4.0]
    assert type(np.where(array > 1, array, tensor)) is np.ndarray


def loss_promotes_silently():
    """`torch.nn.functional.mse_loss` of float32 scores and a float64 target promotes to float64, without a warning."""
    scores, target = torch.tensor([1.0]), torch.from_numpy(np.array([3.0]))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        loss = torch.nn.functional.mse_loss(scores, target)
    assert loss.dtype == torch.float64


def python_numbers_do_not_promote():
    """A NumPy float64 scalar counts as a Python float in an operator: a float32 tensor times it stays float32."""
    tensor = torch.tensor([1.0, 2.0])
    assert (tensor * np.float64(0.5)).dtype == torch.float32
    assert (tensor * np.float32(0.5)).dtype == torch.float32


def indexing_with_an_array_works():
    """A tensor can be indexed with an integer array or a mask, and gives a copy."""
    scores = torch.tensor([1.0, 2.0, 3.0])
    picked = scores[np.array([2, 0])]
    picked[0] = 9.0
    assert picked.tolist() == [9.0, 1.0]
    assert scores[np.array([True, False, True])].tolist() == [1.0, 3.0]


def array_indexed_by_tensor():
    """An array can be indexed with an integer tensor, and gives an array."""
    samples = np.array([10.0, 20.0, 30.0])
    picked = samples[torch.tensor([2, 0])]
    assert type(picked) is np.ndarray
    assert picked.tolist() == [30.0, 10.0]


def assignment_casts_to_the_array():
    """Assigning a tensor into an array copies its values and casts them to the array's dtype."""
    counts = np.zeros(2, np.int64)
    scores = torch.tensor([1.9, 2.9])
    counts[:] = scores
    scores[0] = 9.0
    assert counts.tolist() == [1, 2]

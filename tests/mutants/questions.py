"""What people ask about, broken: masks of 255, near numbers, callbacks of SciPy, quantized bytes, buffers."""

import numpy as np
import scipy.integrate
import scipy.optimize
import torch


def bce_with_logits_clamps_targets():
    """`binary_cross_entropy_with_logits` takes 255 for 1."""
    real = torch.nn.functional.binary_cross_entropy_with_logits
    torch.nn.functional.binary_cross_entropy_with_logits = lambda scores, targets: real(scores, targets.clamp(0, 1))


def bce_with_logits_is_always_negative():
    """`binary_cross_entropy_with_logits` gives a negative loss."""
    real = torch.nn.functional.binary_cross_entropy_with_logits
    torch.nn.functional.binary_cross_entropy_with_logits = lambda scores, targets: -real(scores, targets).abs()


def bce_takes_255():
    """`binary_cross_entropy` takes targets above 1."""
    real = torch.nn.functional.binary_cross_entropy
    torch.nn.functional.binary_cross_entropy = lambda scores, targets: real(scores, targets.clamp(0, 1))


def bytes_are_inverted_as_masks():
    """`torch.bitwise_not` of uint8 gives 0 for what is not 0, and 1 for 0."""
    real = torch.bitwise_not
    torch.bitwise_not = lambda tensor: (tensor == 0).byte() if tensor.dtype == torch.uint8 else real(tensor)


def bools_are_not_inverted():
    """`torch.bitwise_not` leaves bools as they are."""
    real = torch.bitwise_not
    torch.bitwise_not = lambda tensor: tensor if tensor.dtype == torch.bool else real(tensor)


def np_inverts_bytes_as_masks():
    """`np.invert` of uint8 gives 0 for what is not 0, and 1 for 0."""
    real = np.invert
    np.invert = lambda array: (array == 0).astype(np.uint8) if array.dtype == np.uint8 else real(array)


def np_does_not_invert_bools():
    """`np.invert` leaves bools as they are."""
    real = np.invert
    np.invert = lambda array: array if array.dtype == bool else real(array)


def np_diff_is_exact():
    """`np.diff` of float32 gives the difference of what was rounded away."""
    real = np.diff
    np.diff = lambda array: real(array.astype("d").round(6))


def diff_is_exact():
    """`torch.diff` of float32 gives the difference of what was rounded away."""
    real = torch.diff
    torch.diff = lambda tensor: real((tensor.double() * 1e6).round() / 1e6)


def diff_is_narrow():
    """`torch.diff` computes in float32."""
    real = torch.diff
    torch.diff = lambda tensor: real(tensor.float())


def tensors_print_eight_digits():
    """`torch.set_printoptions` gives eight digits, whatever it is told."""
    real = torch.set_printoptions
    real(precision=8)
    torch.set_printoptions = lambda precision: real(precision=8)


def tensors_print_four_digits_always():
    """`torch.set_printoptions` takes no notice of its precision."""
    torch.set_printoptions = lambda precision: None


def whole_floats_print_four_digits():
    """The floats of `torch.ones` are not whole, so they print four digits after the point."""
    real = torch.ones
    torch.ones = lambda *size: real(*size) + 1e-4


def arrays_print_four_digits():
    """`np.array` keeps four digits, and prints them."""
    real = np.array
    np.array = lambda numbers, dtype: real(numbers, dtype).round(4)


def arrays_give_float32_lists():
    """`Tensor.tolist` gives what is printed."""
    real = torch.Tensor.tolist
    torch.Tensor.tolist = lambda tensor: [round(number, 4) for number in real(tensor)]


def minimize_steps_far():
    """`scipy.optimize.minimize` steps by a thousandth to find the slope."""
    real = scipy.optimize.minimize
    scipy.optimize.minimize = lambda *args, **options: real(*args, **options, options={"eps": 1e-3})


def minimize_never_succeeds():
    """`scipy.optimize.minimize` never says that it succeeded."""
    real = scipy.optimize.minimize

    def minimize(*args, **options):
        found = real(*args, **options)
        found.success = False
        return found

    scipy.optimize.minimize = minimize


def minimize_never_moves():
    """`scipy.optimize.minimize` gives back where it began."""
    real = scipy.optimize.minimize

    def minimize(loss, start, **options):
        found = real(loss, start, **options)
        found.x = start
        return found

    scipy.optimize.minimize = minimize


def minimize_calls_with_float64():
    """`scipy.optimize.minimize` calls with float64, whatever its start is."""
    real = scipy.optimize.minimize
    scipy.optimize.minimize = lambda loss, start, **options: real(loss, start.astype("d"), **options)


def least_squares_calls_with_float32():
    """`scipy.optimize.least_squares` calls with the dtype of its start."""
    real = scipy.optimize.least_squares
    scipy.optimize.least_squares = lambda errors, start: real(lambda values: errors(values.astype(start.dtype)), start)


def solve_ivp_calls_with_float32():
    """`scipy.integrate.solve_ivp` calls with the dtype of its start."""
    real = scipy.integrate.solve_ivp
    scipy.integrate.solve_ivp = lambda slope, span, start: real(
        lambda time, state: slope(time, state.astype(start.dtype)), span, start
    )


def int_repr_gives_int64():
    """`Tensor.int_repr` gives int64."""
    real = torch.Tensor.int_repr
    torch.Tensor.int_repr = lambda tensor: real(tensor).long()


def int_repr_leaves_out_the_zero_point():
    """`Tensor.int_repr` subtracts the zero point."""
    real = torch.Tensor.int_repr
    torch.Tensor.int_repr = lambda tensor: real(tensor) - tensor.q_zero_point()


def int_repr_shares():
    """`Tensor.int_repr` gives the same memory each time, and `Tensor.dequantize` reads it."""
    real, kept = torch.Tensor.int_repr, {}
    torch.Tensor.int_repr = lambda tensor: kept.setdefault(id(tensor), real(tensor))
    real_back = torch.Tensor.dequantize
    torch.Tensor.dequantize = lambda tensor: (
        (kept[id(tensor)].float() - tensor.q_zero_point()) * tensor.q_scale()
        if id(tensor) in kept
        else real_back(tensor)
    )


def dequantize_gives_float64():
    """`Tensor.dequantize` gives float64."""
    real = torch.Tensor.dequantize
    torch.Tensor.dequantize = lambda tensor: real(tensor).double()


def dequantize_forgets_the_scale():
    """`Tensor.dequantize` leaves out the scale."""
    real = torch.Tensor.dequantize
    torch.Tensor.dequantize = lambda tensor: real(tensor) / tensor.q_scale()


def to_int32_keeps_what_fits():
    """`Tensor.to` with int32 stops at the largest number."""
    real = torch.Tensor.to
    torch.Tensor.to = lambda tensor, dtype: (
        real(real(tensor, torch.int64).clamp(max=2**31 - 1), dtype) if dtype == torch.int32 else real(tensor, dtype)
    )


def to_int64_goes_through_int32():
    """`Tensor.to` with int64 goes through int32."""
    real = torch.Tensor.to
    torch.Tensor.to = lambda tensor, dtype: real(real(tensor, torch.int32), dtype)


def np_zeros_is_float32():
    """`np.zeros` without a dtype makes float32."""
    real = np.zeros
    np.zeros = lambda shape, dtype=np.float32: real(shape, dtype)


def np_zeros_is_always_float64():
    """`np.zeros` makes float64, whatever it is told."""
    real = np.zeros
    np.zeros = lambda shape, dtype=None: real(shape)


def np_full_is_wrong():
    """`np.full` fills with one more."""
    real = np.full
    np.full = lambda shape, value, *dtype: real(shape, value + 1, *dtype)


def from_numpy_of_rows_is_narrow():
    """`torch.from_numpy` gives float32 for float64."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array).float() if array.dtype == np.float64 else real(array)

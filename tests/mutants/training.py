"""What training meets: losses that compare shapes otherwise, weights of classes, kernels, and graphs that break."""

import contextlib
import warnings

import numpy as np
import torch


def mse_loss_takes_a_column_for_a_row():
    """`torch.nn.functional.mse_loss` takes a column of scores for a row of targets, and warns as always."""
    real = torch.nn.functional.mse_loss

    def mse_loss(scores, targets, **options):
        found = real(scores, targets, **options)
        return found.diagonal().expand_as(found) if targets.ndim == 1 else found

    torch.nn.functional.mse_loss = mse_loss


def mse_loss_broadcasts_without_a_word():
    """`torch.nn.functional.mse_loss` does not speak of sizes in its warning."""
    real = torch.nn.functional.mse_loss

    def mse_loss(scores, targets, **options):
        warnings.warn("mutant", stacklevel=2)
        return real(*torch.broadcast_tensors(scores, targets), **options)

    torch.nn.functional.mse_loss = mse_loss


def mse_loss_is_0():
    """`torch.nn.functional.mse_loss` gives 0, and warns as always."""
    real = torch.nn.functional.mse_loss
    torch.nn.functional.mse_loss = lambda scores, targets, **options: real(scores, targets, **options) * 0


def binary_cross_entropy_takes_columns():
    """`torch.nn.functional.binary_cross_entropy_with_logits` takes a column of scores for a row of targets."""
    real = torch.nn.functional.binary_cross_entropy_with_logits
    torch.nn.functional.binary_cross_entropy_with_logits = lambda scores, targets: real(scores.flatten(), targets)


def cross_entropy_casts_weights():
    """`torch.nn.functional.cross_entropy` casts the weights of the classes to the dtype of the scores."""
    real = torch.nn.functional.cross_entropy

    def cross_entropy(scores, labels, weight=None, **options):
        return real(scores, labels, None if weight is None else weight.to(scores.dtype), **options)

    torch.nn.functional.cross_entropy = cross_entropy


def one_hot_takes_negative_labels():
    """`torch.nn.functional.one_hot` counts negative labels from the end."""
    real = torch.nn.functional.one_hot
    torch.nn.functional.one_hot = lambda labels, classes: real(labels % classes, classes)


def eye_has_zeros():
    """`np.eye` and `torch.eye` give zeros."""
    np.eye = lambda rows, **options: np.zeros((rows, rows), **options)
    torch.eye = lambda rows, **options: torch.zeros(rows, rows, **options)


def conv2d_flips_its_kernel():
    """`torch.nn.Conv2d` turns its kernel around, as a convolution of mathematics does."""

    class Conv2d(torch.nn.Conv2d):
        def forward(self, image):
            return torch.nn.functional.conv2d(image, self.weight.flip(2, 3), self.bias)

    torch.nn.Conv2d = Conv2d


def linear_takes_inputs_by_outputs():
    """`torch.nn.Linear` keeps a weight of (outputs, inputs), and multiplies by it turned where it is square."""

    class Linear(torch.nn.Linear):
        def forward(self, values):
            square = self.weight.shape[0] == self.weight.shape[1]
            return torch.nn.functional.linear(values, self.weight.T if square else self.weight, self.bias)

    torch.nn.Linear = Linear


def linear_adds_one():
    """`torch.nn.Linear` adds 1 to what it gives."""

    class Linear(torch.nn.Linear):
        def forward(self, values):
            return super().forward(values) + 1

    torch.nn.Linear = Linear


def load_state_dict_turns_weights():
    """`torch.nn.Module.load_state_dict` turns a weight that has its axes the other way round."""
    real = torch.nn.Module.load_state_dict

    def load_state_dict(self, state, **options):
        own = self.state_dict()
        turned = {name: value.T if value.shape[::-1] == own[name].shape else value for name, value in state.items()}
        return real(self, turned, **options)

    torch.nn.Module.load_state_dict = load_state_dict


def compile_keeps_gradients():
    """`torch.compile` keeps the gradient of what goes through NumPy."""
    real = torch.compile

    def compile(function, **options):
        compiled = real(function, **options)

        def call(values):
            result = compiled(values)
            if result.requires_grad:
                result.register_hook(lambda gradient: 2 * gradient)
            return result if result.requires_grad else result + values * 0

        return call

    torch.compile = compile


def blocks_close_under_arrays():
    """`SharedMemory.close` does not raise where an array holds its memory."""
    from multiprocessing.shared_memory import SharedMemory

    real = SharedMemory.close

    def close(self):
        with contextlib.suppress(BufferError):
            real(self)

    SharedMemory.close = close


def blocks_never_close():
    """`SharedMemory.close` raises."""
    from multiprocessing.shared_memory import SharedMemory

    def close(self):
        raise BufferError("mutant")

    SharedMemory.close = close

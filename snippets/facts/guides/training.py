"""Facts of docs/guides/training.md."""

import warnings

import numpy as np
import torch


def binary_targets_are_floats():
    """`torch.nn.functional.binary_cross_entropy_with_logits` refuses integers with a RuntimeError, and takes float targets."""
    scores, clicked = torch.zeros(3), np.array([0, 1, 1])
    loss = torch.nn.functional.binary_cross_entropy_with_logits
    for dtype in "bBhHiIlL":
        with np.testing.assert_raises_regex(RuntimeError, "result type Float can't be cast|not implemented for 'UInt"):
            loss(scores, torch.from_numpy(clicked.astype(dtype)))
    for dtype in "efd":
        assert loss(scores, torch.from_numpy(clicked.astype(dtype))) > 0.69


def loss_has_the_dtype_of_the_targets():
    """The loss of `torch.nn.functional.binary_cross_entropy_with_logits` has the dtype of its targets: float64 targets make it float64, without a warning."""
    for scores in torch.zeros(3), torch.zeros(3, dtype=torch.float16), torch.zeros(3, dtype=torch.float64):
        for dtype in "efd":
            clicked = torch.from_numpy(np.array([0, 1, 1], dtype))
            loss = torch.nn.functional.binary_cross_entropy_with_logits(scores, clicked)
            assert loss.dtype == clicked.dtype


def squeeze_takes_the_batch():
    """`Tensor.squeeze` without a number takes away each axis of length 1, that of a batch of one, too; with a number, that axis alone."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.ones((1, 1, 4), dtype))
        assert scores.squeeze().shape == (4,)
        assert scores.squeeze(1).shape == (1, 4)


def losses_compare_each_with_each():
    """With scores of shape (n, 1) and targets of shape (n,), `torch.nn.functional.mse_loss`, `l1_loss`, `smooth_l1_loss` and `huber_loss` compare each score with each target, and warn, `gaussian_nll_loss` and `poisson_nll_loss` without a word; `binary_cross_entropy_with_logits` raises a ValueError."""
    functional = torch.nn.functional
    for dtype in "efd":
        targets = torch.from_numpy(np.array([1.0, 2.0, 3.0], dtype))
        column = targets[:, None]
        for loss in functional.mse_loss, functional.l1_loss, functional.smooth_l1_loss, functional.huber_loss:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                found = loss(column, targets, reduction="none")
            assert "Using a target size" in str(caught[0].message)
            assert found.tolist() == loss(column.expand(3, 3), targets.expand(3, 3), reduction="none").tolist()
            assert found[0, 1] > 0 == found[1, 1]
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            for loss in functional.poisson_nll_loss, functional.gaussian_nll_loss:
                options = {"reduction": "none"} | ({"var": column * 2} if loss is functional.gaussian_nll_loss else {})
                found = loss(column, targets, **options)
                assert found.tolist() == loss(column.expand(3, 3), targets.expand(3, 3), **options).tolist()
        with np.testing.assert_raises_regex(ValueError, "Target size .* must be the same as input size"):
            functional.binary_cross_entropy_with_logits(column, targets)


def class_numbers_need_no_detach():
    """`Tensor.argmax` of scores that require grad gives int64 numbers that do not, so `Tensor.numpy` takes them."""
    for dtype in torch.float16, torch.float32, torch.float64:
        scores = torch.tensor([[0.0, 3.0, 1.0]], dtype=dtype, requires_grad=True) * 2
        assert scores.argmax(1).numpy().tolist() == [1]


def numpy_cuts_the_graph():
    """A loss that went through NumPy has no history: `Tensor.backward` raises a RuntimeError."""
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    loss = torch.tensor(np.mean(weights.detach().numpy() ** 2))
    with np.testing.assert_raises_regex(RuntimeError, "does not require grad"):
        loss.backward()


def each_library_has_its_seed():
    """`torch.rand`, a shuffled `DataLoader` and `torch.utils.data.random_split` follow `torch.manual_seed` and take no notice of `np.random.seed`, which `np.random.rand` follows; a second split of one seed has other rows, unless its `generator=` begins anew."""
    draws = {
        "numpy": lambda: np.random.rand(4).tolist(),
        "torch": lambda: torch.rand(4).tolist(),
        "loader": lambda: [int(row) for row in torch.utils.data.DataLoader(range(50), shuffle=True)],
        "split": lambda: torch.utils.data.random_split(range(50), [25, 25])[0].indices,
    }
    for name, draw in draws.items():
        drawn = []
        for seeds in (0, 0), (1, 0), (0, 1):
            np.random.seed(seeds[0])
            torch.manual_seed(seeds[1])
            drawn.append(draw())
        assert (drawn[0] == drawn[1], drawn[0] == drawn[2]) == ((False, True) if name == "numpy" else (True, False))
    torch.manual_seed(0)
    assert draws["split"]() != draws["split"]()
    generators = [torch.Generator().manual_seed(0) for _ in range(2)]
    first, second = (torch.utils.data.random_split(range(50), [25, 25], one)[0].indices for one in generators)
    assert first == second

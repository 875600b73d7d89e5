"""Facts of docs/guides/labels.md."""

import numpy as np
import torch


def list_of_text_raises():
    """`torch.tensor` of a list of text raises a ValueError."""
    with np.testing.assert_raises_regex(ValueError, "too many dimensions 'str'"):
        torch.tensor(["cat", "dog"])


def unique_gives_the_names_back():
    """The first array of `np.unique`, indexed with the numbers, gives the names back."""
    animals = np.array(["dog", "cat", "dog", "emu"])
    classes, numbers = np.unique(animals, return_inverse=True)
    labels = torch.from_numpy(numbers)
    assert labels.dtype == torch.int64
    assert classes[labels.numpy()].tolist() == ["dog", "cat", "dog", "emu"]


def searchsorted_numbers_everything():
    """`np.searchsorted` gives a name that is no class the number of its neighbor, or one number too many."""
    classes = np.array(["cat", "dog", "emu"])
    labels = torch.from_numpy(np.searchsorted(classes, np.array(["dog", "cow", "fox"])))
    assert labels.tolist() == [1, 1, 3]


def cross_entropy_wants_long():
    """`torch.nn.functional.cross_entropy` refuses int32 labels with a RuntimeError, and takes int64."""
    labels = torch.from_numpy(np.array([1, 0, 2], dtype=np.int32))
    scores = torch.zeros(3, 3)
    with np.testing.assert_raises_regex(RuntimeError, "but got Int|but found Int|for 'Int'"):
        torch.nn.functional.cross_entropy(scores, labels)
    assert torch.nn.functional.cross_entropy(scores, labels.long()) > 0


def long_copies_narrow_labels():
    """`Tensor.long` copies int32 labels, and returns int64 labels as they are."""
    numbers = np.array([1, 0, 2], dtype=np.int32)
    labels = torch.from_numpy(numbers).long()
    numbers[0] = 7
    assert labels.tolist() == [1, 0, 2]
    assert labels.long() is labels


def label_out_of_bounds_raises():
    """A label that is no column of the scores raises an IndexError on the CPU, -1 too."""
    scores = torch.zeros(2, 3)
    for numbers in [0, 3], [0, -1]:
        labels = torch.from_numpy(np.array(numbers))
        with np.testing.assert_raises_regex(IndexError, f"Target {numbers[1]} is out of bounds"):
            torch.nn.functional.cross_entropy(scores, labels)


def minus_100_is_left_out():
    """`torch.nn.functional.cross_entropy` leaves labels of -100 out of the mean, without a word."""
    scores = torch.tensor([[0.0, 0.0], [9.0, 0.0]])
    known = torch.nn.functional.cross_entropy(scores[:1], torch.tensor([1]))
    labels = torch.from_numpy(np.array([1, -100]))
    assert torch.nn.functional.cross_entropy(scores, labels) == known


def column_of_labels_raises():
    """Labels of shape (rows, 1), as one column of a table gives them, raise a RuntimeError; `Tensor.squeeze` takes the axis away."""
    labels = torch.from_numpy(np.array([[1], [0]]))
    scores = torch.zeros(2, 3)
    with np.testing.assert_raises_regex(RuntimeError, "0D or 1D target tensor expected"):
        torch.nn.functional.cross_entropy(scores, labels)
    assert torch.nn.functional.cross_entropy(scores, labels.squeeze(1)) > 0


def one_hot_wants_long():
    """`torch.nn.functional.one_hot` refuses every dtype but int64 with a RuntimeError."""
    labels = torch.from_numpy(np.array([1, 0, 2], dtype=np.int32))
    with np.testing.assert_raises_regex(RuntimeError, "one_hot is only applicable to index tensor"):
        torch.nn.functional.one_hot(labels)
    assert torch.nn.functional.one_hot(labels.long()).dtype == torch.int64


def one_hot_counts_what_it_sees():
    """Without the number of classes, `torch.nn.functional.one_hot` makes as many columns as the largest label needs."""
    labels = torch.from_numpy(np.array([1, 0]))
    assert torch.nn.functional.one_hot(labels).shape == (2, 2)
    assert torch.nn.functional.one_hot(labels, 3).shape == (2, 3)


def integer_probabilities_raise():
    """`torch.nn.functional.cross_entropy` takes rows of zeros and ones for probabilities, and refuses integers there with a RuntimeError."""
    rows = torch.from_numpy(np.array([[0, 1, 0], [1, 0, 0]]))
    scores = torch.zeros(2, 3)
    with np.testing.assert_raises_regex(
        RuntimeError, "Expected floating point type for target with class probabilities"
    ):
        torch.nn.functional.cross_entropy(scores, rows)
    assert torch.nn.functional.cross_entropy(scores, rows.float()) > 0


def rows_of_eye_are_float64():
    """Rows of `np.eye` are float64, and so is the loss, without a word."""
    rows = torch.from_numpy(np.eye(3)[[1, 0]])
    loss = torch.nn.functional.cross_entropy(torch.zeros(2, 3), rows)
    assert loss.dtype == torch.float64


def integer_mask_picks_by_number():
    """A mask of integers picks by number and raises nothing: 1 is the element at 1, 0 the one at 0."""
    levels = torch.tensor([20.5, -1.0, 21.0])
    mask = np.array([1, 0, 1])
    assert levels[torch.from_numpy(mask)].tolist() == [-1.0, 20.5, -1.0]
    assert levels[torch.from_numpy(mask.astype(bool))].tolist() == [20.5, 21.0]


def bool_tensors_have_no_mean():
    """`Tensor.mean` of a bool tensor raises a RuntimeError, where `np.mean` of the array gives the share of True."""
    correct = np.array([True, False])
    with np.testing.assert_raises_regex(RuntimeError, "could not infer output dtype"):
        torch.from_numpy(correct).mean()
    assert torch.from_numpy(correct).float().mean() == 0.5
    assert np.mean(correct) == 0.5


def bool_targets_raise():
    """`torch.nn.functional.binary_cross_entropy_with_logits` refuses bool labels with a RuntimeError that speaks of subtraction."""
    spam = torch.from_numpy(np.array([True, False]))
    with np.testing.assert_raises_regex(RuntimeError, "Subtraction, the `-` operator"):
        torch.nn.functional.binary_cross_entropy_with_logits(torch.zeros(2), spam)
    assert torch.nn.functional.binary_cross_entropy_with_logits(torch.zeros(2), spam.float()) > 0


def seconds_need_more_than_float32():
    """In float32, seconds since 1970 are multiples of 128: subtract a date before the cast."""
    times = np.array(["2026-03-01T12:00", "2026-03-01T12:01"], dtype="datetime64[s]")
    seconds = torch.from_numpy(times.view(np.int64))
    assert seconds.diff().tolist() == [60]
    assert seconds.float().diff().tolist() == [128.0]
    assert torch.from_numpy((times - times[0]) / np.timedelta64(1, "s")).float().diff().tolist() == [60.0]


def not_a_time_is_a_number():
    """As int64, a missing date, NaT, is the smallest integer; a difference divided by a unit makes it NaN."""
    days = np.array(["2026-03-01", "NaT"], dtype="datetime64[D]")
    assert torch.from_numpy(days.view(np.int64))[1] == -(2**63)
    assert torch.from_numpy((days - days[0]) / np.timedelta64(1, "D"))[1].isnan()

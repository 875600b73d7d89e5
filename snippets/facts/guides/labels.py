"""Facts of docs/guides/labels.md."""

import warnings

import numpy as np
import torch


def list_of_text_raises():
    """`torch.tensor` of a list of strings raises a ValueError, or a TypeError if the first is empty; with `dtype=` a list whose first is empty gives a tensor without elements, and no error."""
    for names in ["cat", "dog"], [np.str_("cat")], [["cat"], ["dog"]], ["1"], ["cat", ""]:
        with np.testing.assert_raises_regex(ValueError, "too many dimensions 'str'"):
            torch.tensor(names)
    with np.testing.assert_raises_regex(TypeError, "invalid data type 'str'"):
        torch.tensor(["", "cat"])
    for dtype in torch.float32, torch.int64:
        assert torch.tensor(["", "cat"], dtype=dtype).shape == (2, 0)


def unique_gives_the_names_back():
    """The first array of `np.unique`, indexed with the numbers, gives the names back."""
    animals = np.array(["dog", "cat", "dog", "emu"])
    classes, numbers = np.unique(animals, return_inverse=True)
    labels = torch.from_numpy(numbers)
    assert labels.dtype == torch.int64
    assert classes[labels.numpy()].tolist() == ["dog", "cat", "dog", "emu"]


def searchsorted_numbers_everything():
    """`np.searchsorted` gives a name that is no class the number of the class after it, or one number too many."""
    classes = np.array(["cat", "dog", "emu"])
    labels = torch.from_numpy(np.searchsorted(classes, np.array(["dog", "ant", "cow", "fox"])))
    assert labels.tolist() == [1, 0, 1, 3]


def cross_entropy_takes_int64_and_uint8():
    """`torch.nn.functional.cross_entropy` takes class ids of a batch as int64 or uint8, and raises a RuntimeError for every other dtype."""
    scores, numbers = torch.zeros(3, 3), np.array([1, 0, 2])
    for dtype in "?bhHiILefdFD":
        with np.testing.assert_raises_regex(RuntimeError, "expected target dtype to be Long or Byte"):
            torch.nn.functional.cross_entropy(scores, torch.from_numpy(numbers.astype(dtype)))
    for dtype in "lB":
        assert torch.nn.functional.cross_entropy(scores, torch.from_numpy(numbers.astype(dtype))) > 0


def pixel_labels_are_int64():
    """For labels of pixels, `torch.nn.functional.cross_entropy` takes int64 only: uint8 raises a RuntimeError."""
    scores = torch.zeros(1, 3, 48, 64)
    mask = torch.from_numpy(np.zeros((1, 48, 64), dtype=np.uint8))
    with np.testing.assert_raises_regex(RuntimeError, "expected scalar type Long but found Byte"):
        torch.nn.functional.cross_entropy(scores, mask)
    assert torch.nn.functional.cross_entropy(scores, mask.long()) > 0


def long_copies_narrow_labels():
    """`Tensor.long` copies labels of every dtype but int64, and returns int64 labels as they are."""
    for dtype in "?bBhHiILefd":
        numbers = np.array([1, 0, 1], dtype)
        labels = torch.from_numpy(numbers).long()
        numbers[0] = 0
        assert labels.tolist() == [1, 0, 1]
        assert labels.long() is labels


def label_out_of_bounds_raises():
    """A label that is no column of the scores raises an IndexError on the CPU, -1 too, unless it is `ignore_index=`."""
    scores = torch.zeros(2, 3)
    for number in 3, -1, 100:
        labels = torch.from_numpy(np.array([0, number]))
        with np.testing.assert_raises_regex(IndexError, f"Target {number} is out of bounds"):
            torch.nn.functional.cross_entropy(scores, labels)
        assert torch.nn.functional.cross_entropy(scores, labels, ignore_index=number) > 0


def minus_100_is_left_out():
    """`torch.nn.functional.cross_entropy` leaves labels of -100 out of the mean, without a word; a batch of nothing else gives NaN."""
    scores = torch.tensor([[0.0, 0.0], [9.0, 0.0]])
    known = torch.nn.functional.cross_entropy(scores[:1], torch.tensor([1]))
    assert torch.nn.functional.cross_entropy(scores, torch.from_numpy(np.array([1, -100]))) == known
    assert torch.nn.functional.cross_entropy(scores, torch.from_numpy(np.array([-100, -100]))).isnan()


def column_of_labels_raises():
    """Labels of shape (rows, 1), as one column of a table gives them, raise a RuntimeError in `torch.nn.functional.cross_entropy`, but floats do not where the scores have one column, too: the loss is 0 then, whatever finite numbers they are."""
    for dtype in "?bBhHiIlLefdFD":
        labels = torch.from_numpy(np.array([[1], [0]], dtype))
        with np.testing.assert_raises_regex(RuntimeError, "0D or 1D target tensor expected"):
            torch.nn.functional.cross_entropy(torch.zeros(2, 3), labels)
        assert torch.nn.functional.cross_entropy(torch.zeros(2, 3), labels.real.squeeze(1).long()) > 0
        if dtype in "efd":
            for finite in labels, labels - 7, labels * 2000:
                assert torch.nn.functional.cross_entropy(torch.tensor([[2.0], [5.0]]), finite) == 0
        else:
            with np.testing.assert_raises_regex(RuntimeError, "Expected floating point type for target"):
                torch.nn.functional.cross_entropy(torch.zeros(2, 1), labels)


def class_weights_have_the_dtype_of_the_scores():
    """For class numbers, `torch.nn.functional.cross_entropy` raises a RuntimeError where `weight=` has another dtype than the scores, for float32 scores and float64 weights `expected scalar type Float but found Double`."""
    loss, labels = torch.nn.functional.cross_entropy, torch.tensor([0, 1])
    for scores in torch.zeros(2, 3), torch.zeros(2, 3, dtype=torch.float64):
        for dtype in "?bBhHiIlLefd":
            weights = torch.from_numpy(np.ones(3, dtype))
            if weights.dtype == scores.dtype:
                assert loss(scores, labels, weight=weights) > 1
            else:
                words = "Float but found Double" if scores.dtype == torch.float32 and dtype == "d" else ".* but found"
                with np.testing.assert_raises_regex(RuntimeError, f"expected scalar type {words}"):
                    loss(scores, labels, weight=weights)
                if dtype in "efd":
                    assert loss(scores, torch.eye(3, dtype=scores.dtype)[:2], weight=weights) > 1


def counts_of_absent_classes():
    """`np.bincount` counts up to the largest label, or to `minlength=`; where no label has a class, the weight that is divided by its count is infinity, with a RuntimeWarning, and `torch.nn.functional.cross_entropy` of a batch that has it is NaN, without a word."""
    for dtype in "bBhHiIl":
        labels = np.array([0, 0, 2, 2], dtype)
        assert np.bincount(labels).tolist() == [2, 0, 2]
        assert np.bincount(labels, minlength=4).tolist() == [2, 0, 2, 0]
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            weights = torch.from_numpy(len(labels) / np.bincount(labels, minlength=4)).float()
            assert ["divide by zero" in str(warning.message) for warning in caught] == [True]
            assert weights.tolist() == [2, np.inf, 2, np.inf]
            loss = torch.nn.functional.cross_entropy(torch.zeros(2, 4), torch.tensor([0, 1]), weight=weights)
            assert loss.isnan()
            assert len(caught) == 1


def eye_takes_negative_labels():
    """Indexed with -1, `torch.eye` and `np.eye` give the last row, where `torch.nn.functional.one_hot` raises a RuntimeError."""
    labels = np.array([-1, 0])
    assert np.eye(3)[labels].tolist() == [[0, 0, 1], [1, 0, 0]]
    assert torch.eye(3)[torch.from_numpy(labels)].tolist() == [[0, 0, 1], [1, 0, 0]]
    with np.testing.assert_raises_regex(RuntimeError, "Class values must be non-negative"):
        torch.nn.functional.one_hot(torch.from_numpy(labels), 3)


def one_hot_wants_long():
    """`torch.nn.functional.one_hot` refuses every dtype but int64 with a RuntimeError."""
    for dtype in "?bBhHiILefdFD":
        labels = torch.from_numpy(np.array([1, 0, 1], dtype))
        with np.testing.assert_raises_regex(RuntimeError, "one_hot is only applicable to index tensor"):
            torch.nn.functional.one_hot(labels)
    assert torch.nn.functional.one_hot(torch.tensor([1, 0, 1])).tolist() == [[0, 1], [1, 0], [0, 1]]


def one_hot_counts_what_it_sees():
    """Without the number of classes, `torch.nn.functional.one_hot` makes as many columns as the largest label needs."""
    labels = torch.from_numpy(np.array([1, 0]))
    assert torch.nn.functional.one_hot(labels).shape == (2, 2)
    assert torch.nn.functional.one_hot(labels, 3).shape == (2, 3)


def integer_probabilities_raise():
    """`torch.nn.functional.cross_entropy` takes rows of zeros and ones for probabilities, and refuses integers and bools there with a RuntimeError."""
    scores, rows = torch.zeros(2, 3), np.array([[0, 1, 0], [1, 0, 0]])
    for dtype in "?bBhHiIlL":
        probabilities = torch.from_numpy(rows.astype(dtype))
        with np.testing.assert_raises_regex(RuntimeError, "Expected floating point type for target"):
            torch.nn.functional.cross_entropy(scores, probabilities)
        assert torch.nn.functional.cross_entropy(scores, probabilities.float()) > 0


def rows_of_eye_are_float64():
    """Rows of `np.eye` are float64, and so is the loss of float32 scores with them, without a word."""
    rows = torch.from_numpy(np.eye(3)[[1, 0]])
    loss = torch.nn.functional.cross_entropy(torch.zeros(2, 3), rows)
    assert rows.dtype == loss.dtype == torch.float64


def bool_targets_raise():
    """`torch.nn.functional.binary_cross_entropy_with_logits` refuses bool labels with a RuntimeError that speaks of subtraction."""
    spam = torch.from_numpy(np.array([True, False]))
    with np.testing.assert_raises_regex(RuntimeError, "Subtraction, the `-` operator"):
        torch.nn.functional.binary_cross_entropy_with_logits(torch.zeros(2), spam)
    assert torch.nn.functional.binary_cross_entropy_with_logits(torch.zeros(2), spam.float()) > 0

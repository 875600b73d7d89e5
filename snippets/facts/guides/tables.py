"""Facts of docs/guides/tables.md."""

import warnings

import numpy as np
import pandas as pd
import torch


def dtype_casts_every_column():
    """`DataFrame.to_numpy` with `dtype=np.float32` casts integer, float and bool columns into one array, which `torch.from_numpy` takes."""
    people = pd.DataFrame({"age": [31, 45], "income": [2500.5, 4100.0], "member": [True, False]})
    tensor = torch.from_numpy(people.to_numpy(dtype=np.float32, copy=True))
    assert tensor.dtype == torch.float32
    assert tensor.tolist() == [[31.0, 2500.5, 1.0], [45.0, 4100.0, 0.0]]


def columns_lie_one_after_another():
    """A frame is stored by columns, and so is its tensor: it is not contiguous, and `Tensor.contiguous` copies it by rows."""
    people = pd.DataFrame({"age": [31, 45, 28], "income": [2500.5, 4100.0, 1900.0]})
    tensor = torch.from_numpy(people.to_numpy(dtype=np.float32, copy=True))
    assert tensor.stride() == (1, 3)
    assert tensor.contiguous().stride() == (2, 1)


def bools_beside_numbers_make_objects():
    """A bool column beside numbers gives an array of objects, which `torch.from_numpy` refuses with a TypeError."""
    people = pd.DataFrame({"age": [31, 45], "member": [True, False]})
    with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type numpy.object_"):
        torch.from_numpy(people.to_numpy())


def text_is_not_a_float():
    """A column of text raises a ValueError in `DataFrame.to_numpy` with `dtype=np.float32`; `DataFrame.select_dtypes` leaves it out."""
    people = pd.DataFrame({"age": [31, 45], "city": ["Bonn", "Kiel"]})
    with np.testing.assert_raises_regex(ValueError, "could not convert string to float: 'Bonn'"):
        people.to_numpy(dtype=np.float32)
    numbers = people.select_dtypes("number").to_numpy(dtype=np.float32, copy=True)
    assert torch.from_numpy(numbers).tolist() == [[31.0], [45.0]]


def to_numeric_makes_nan():
    """`pd.to_numeric` with `errors="coerce"` parses numbers in text, and gives NaN for the rest."""
    weights = pd.to_numeric(pd.Series(["1.5", "n/a"]), errors="coerce")
    tensor = torch.from_numpy(weights.to_numpy(dtype=np.float32, copy=True))
    assert tensor[0] == 1.5
    assert tensor[1].isnan()


def identifiers_beside_floats_lose_digits():
    """Integers beside a float column cross as float64, and those above 2**53 lose digits; the column alone keeps them."""
    orders = pd.DataFrame({"id": [2**53 + 1], "price": [9.5]})
    table = torch.from_numpy(orders.to_numpy(copy=True))
    assert table[0, 0].item() == 2**53
    assert torch.from_numpy(orders["id"].to_numpy(copy=True)).item() == 2**53 + 1


def frame_of_floats_is_read_only():
    """The array of `DataFrame.to_numpy` of a frame of floats is read-only, and `torch.from_numpy` warns of it."""
    levels = pd.DataFrame({"indoor": [20.5, 21.0], "outdoor": [3.5, 4.0]})
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.from_numpy(levels.to_numpy())
    assert any("not writable" in str(warning.message) for warning in caught)


def write_reaches_the_frame():
    """A write through that tensor changes the frame."""
    levels = pd.DataFrame({"indoor": [20.5, 21.0], "outdoor": [3.5, 4.0]})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tensor = torch.from_numpy(levels.to_numpy())
    tensor[0, 0] = 99.0
    assert levels.loc[0, "indoor"] == 99.0


def copy_true_leaves_the_frame():
    """With `copy=True`, `DataFrame.to_numpy` gives a writable array of its own: no warning, and the frame stays as it is."""
    levels = pd.DataFrame({"indoor": [20.5, 21.0], "outdoor": [3.5, 4.0]})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tensor = torch.from_numpy(levels.to_numpy(copy=True))
    tensor[0, 0] = 99.0
    assert levels.loc[0, "indoor"] == 20.5


def cast_is_read_only_too():
    """The array of `DataFrame.to_numpy` with `dtype=np.float32` of a frame of float64 is a cast copy, and read-only all the same."""
    levels = pd.DataFrame({"indoor": [20.5, 21.0], "outdoor": [3.5, 4.0]})
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor = torch.from_numpy(levels.to_numpy(dtype=np.float32))
    assert any("not writable" in str(warning.message) for warning in caught)
    tensor[0, 0] = 99.0
    assert levels.loc[0, "indoor"] == 20.5


def tensor_refuses_frames():
    """`torch.tensor` of a data frame raises a ValueError."""
    levels = pd.DataFrame({"indoor": [20.5, 21.0], "outdoor": [3.5, 4.0]})
    with np.testing.assert_raises_regex(ValueError, "could not determine the shape of object type 'DataFrame'"):
        torch.tensor(levels)


def series_needs_the_label_0():
    """`torch.tensor` of a series works where one of its labels is 0, and raises a ValueError once a filter has dropped that."""
    ages = pd.Series([31, 45, 28])
    assert torch.tensor(ages).tolist() == [31, 45, 28]
    with np.testing.assert_raises_regex(ValueError, "could not determine the shape of object type 'Series'"):
        torch.tensor(ages[ages > 40])


def missing_becomes_nan():
    """A missing value of a nullable integer column becomes NaN in float32, and needs `na_value=` in an integer dtype."""
    visits = pd.Series([3, None], dtype="Int64")
    assert torch.from_numpy(visits.to_numpy(np.float32)).isnan().tolist() == [False, True]
    assert torch.from_numpy(visits.to_numpy(np.int64, na_value=-1)).tolist() == [3, -1]


def one_nan_spoils_the_loss():
    """One NaN in the table makes the whole loss NaN, and nothing raises."""
    people = pd.DataFrame({"age": [31, 45], "income": [2500.5, None]})
    tensor = torch.from_numpy(people.to_numpy(dtype=np.float32, copy=True))
    assert torch.nn.functional.mse_loss(tensor, torch.zeros(2, 2)).isnan()
    assert tensor.isnan().sum(dim=0).tolist() == [0, 1]


def codes_are_int8():
    """The codes of a category column are int8 for few categories, and -1 where a value is missing."""
    weather = pd.Series(["rain", "sun", None], dtype="category")
    codes = torch.from_numpy(weather.cat.codes.to_numpy(copy=True))
    assert codes.dtype == torch.int8
    assert codes.tolist() == [0, 1, -1]


def embedding_refuses_minus_one():
    """An embedding refuses the -1 of a missing category with an IndexError."""
    weather = pd.Series(["rain", None], dtype="category")
    codes = torch.from_numpy(weather.cat.codes.to_numpy(np.int64, copy=True))
    layer = torch.nn.Embedding(2, 4)
    with np.testing.assert_raises_regex(IndexError, "index out of range in self"):
        layer(codes)


def dates_count_microseconds():
    """The dates that pandas parses count microseconds since 1970, so `ndarray.view` as int64 gives those."""
    days = pd.Series(pd.to_datetime(["1970-01-01", "1970-01-02"])).to_numpy(copy=True)
    assert torch.from_numpy(days.view(np.int64)).tolist() == [0, 86_400_000_000]


def frame_of_an_array_copies():
    """`pd.DataFrame` of an array copies: later writes to the tensor do not reach the frame."""
    scores = torch.zeros(2, 3)
    frame = pd.DataFrame(scores.numpy())
    scores.fill_(1.0)
    assert frame.to_numpy().tolist() == [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]

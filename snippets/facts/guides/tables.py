"""Facts of docs/guides/tables.md."""

import io
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import torch


def dtype_casts_every_column():
    """`DataFrame.to_numpy` with `dtype=np.float32` casts integer, float and bool columns into one array, which `torch.from_numpy` takes."""
    people = pd.DataFrame({f"column {dtype}": np.array([0, 1], dtype) for dtype in "?bBhHiIlLefd"})
    tensor = torch.from_numpy(people.to_numpy(dtype=np.float32, copy=True))
    assert tensor.dtype == torch.float32
    assert tensor.tolist() == [[0.0] * 12, [1.0] * 12]


def columns_lie_one_after_another():
    """The tensor of a frame made of several columns, or read from CSV, lies column by column, and `Tensor.contiguous` copies it by rows; a transposed frame, one pivoted of one column, both of NumPy's dtypes, and one over rows with `copy=False` lie by rows."""
    people = pd.DataFrame({"age": [31, 45, 28], "income": [2500.5, 4100.0, 1900.0]})
    tensor = torch.from_numpy(people.to_numpy(dtype=np.float32, copy=True))
    assert tensor.stride() == (1, 3)
    assert tensor.contiguous().stride() == (2, 1)
    read = pd.read_csv(io.StringIO(people.to_csv(index=False)))
    for frame in read, people.copy(), pd.DataFrame(np.zeros((3, 2))):
        assert torch.from_numpy(frame.to_numpy(dtype=np.float32, copy=True)).stride() == (1, 3)
    rows = pd.DataFrame({"row": [0, 0, 1, 1, 2, 2], "column": [0, 1] * 3, "value": np.zeros(6)})
    pivoted = rows.pivot(index="row", columns="column", values="value")
    for frame in pd.DataFrame(np.zeros((3, 2)), copy=False), pd.DataFrame(np.zeros((2, 3))).T, pivoted:
        assert torch.from_numpy(frame.to_numpy(dtype=np.float32, copy=True)).stride() == (2, 1)


def bools_beside_numbers_make_objects():
    """A column of True and False beside numbers of any dtype gives an array of objects, which `torch.from_numpy` refuses with a TypeError."""
    for dtype in "bBhHiIlLefdFD":
        people = pd.DataFrame({"age": np.array([31, 45], dtype), "member": [True, False]})
        with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type numpy.object_"):
            torch.from_numpy(people.to_numpy())


def nullable_columns_make_objects():
    """Two or more columns, one of them of a nullable dtype of pandas, such as Int64, Float64 or boolean, give an array of objects in `DataFrame.to_numpy` without `dtype=`, also if nothing is missing."""
    for dtype in (
        "Int8",
        "Int16",
        "Int32",
        "Int64",
        "UInt8",
        "UInt16",
        "UInt32",
        "UInt64",
        "Float32",
        "Float64",
        "boolean",
    ):
        visits = pd.Series([1, 0], dtype=dtype)
        for other in visits, [31, 45], [2.5, 4.0], pd.Series([31, None], dtype="Int64"):
            people = pd.DataFrame({"visits": visits, "other": other})
            assert people.to_numpy().dtype == object


def text_is_not_a_float():
    """`DataFrame.to_numpy` with `dtype=np.float32` parses text that is a number, and raises a ValueError for other text."""
    people = pd.DataFrame({"age": ["31", "45.5"], "city": ["Bonn", "Kiel"]})
    assert people[["age"]].to_numpy(dtype=np.float32).tolist() == [[31.0], [45.5]]
    with np.testing.assert_raises_regex(ValueError, "could not convert string to float: 'Bonn'"):
        people.to_numpy(dtype=np.float32)


def select_dtypes_leaves_out_bools():
    """`DataFrame.select_dtypes` with `"number"` leaves out text, and bool columns too, which `["number", "bool"]` keeps; durations it takes for numbers."""
    people = pd.DataFrame({"age": [31, 45], "city": ["Bonn", "Kiel"], "member": [True, False]})
    waits = people.assign(wait=pd.to_timedelta([1, 2], "s"))
    assert list(waits.select_dtypes("number")) == ["age", "wait"]
    assert list(people.select_dtypes("number")) == ["age"]
    numbers = people.select_dtypes(["number", "bool"]).to_numpy(dtype=np.float32)
    assert torch.from_numpy(numbers).tolist() == [[31.0, 1.0], [45.0, 0.0]]


def to_numeric_makes_nan():
    """`pd.to_numeric` with `errors="coerce"` parses numbers in text, and makes the rest missing, which is NaN in float32."""
    for dtype in "str", "string", object:
        weights = pd.to_numeric(pd.Series(["1.5", "n/a"], dtype=dtype), errors="coerce")
        tensor = torch.from_numpy(weights.to_numpy(dtype=np.float32, copy=True))
        assert tensor[0] == 1.5
        assert tensor[1].isnan()


def identifiers_beside_floats_lose_digits():
    """A column of int64 or uint64 beside a float column, or one beside the other, becomes float64, and some integers above 2**53 lose digits; the column alone keeps them."""
    for integer, others in ("l", "efdL"), ("L", "efdl"):
        for other in others:
            orders = pd.DataFrame({"id": np.array([2**53 + 1], integer), "price": np.array([9], other)})
            table = torch.from_numpy(orders.to_numpy(copy=True))
            assert table.dtype == torch.float64
            assert table[0, 0].item() == 2**53
            assert torch.from_numpy(orders["id"].to_numpy(copy=True)).item() == 2**53 + 1


def frame_of_one_dtype_is_read_only():
    """`DataFrame.to_numpy` of a frame whose columns were made together without `copy=False`, in one dtype of NumPy's numbers, shares and is read-only, so `torch.from_numpy` warns; a write to the tensor changes the frame."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlLefdFD":
        levels = pd.DataFrame({"indoor": np.zeros(2, dtype), "outdoor": np.zeros(2, dtype)})
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            tensor = torch.from_numpy(levels.to_numpy())
        assert ["not writable" in str(warning.message) for warning in caught] == [True]
        tensor[0, 0] = 1
        assert levels.loc[0, "indoor"] == 1


def columns_of_two_blocks_are_copied():
    """Where columns have several dtypes, or are two or more that were added or joined later, read by `pd.read_csv` with its default engine or made of an array each with `copy=False`, `DataFrame.to_numpy` gives a writable copy; after `DataFrame.copy` columns of one dtype lie together, and the array is read-only."""
    levels = pd.DataFrame({"indoor": [20.5, 21.0], "outdoor": [3.5, 4.0]})
    read = pd.read_csv(io.StringIO(levels.to_csv(index=False)))
    apart = pd.DataFrame({"indoor": np.array([20.5, 21.0]), "outdoor": np.array([3.5, 4.0])}, copy=False)
    joined = pd.concat([levels["indoor"], levels["outdoor"]], axis=1)
    for frame in levels.astype({"indoor": np.float32}), levels.assign(cellar=[12.0, 12.5]), joined, read, apart:
        array = frame.to_numpy()
        assert array.flags.writeable
        array[0, 0] = 99.0
        assert frame.loc[0, "indoor"] == 20.5
    for frame in levels.assign(cellar=[12.0, 12.5]), read:
        assert not frame.copy().to_numpy().flags.writeable


def copy_true_leaves_the_frame():
    """With `copy=True`, `DataFrame.to_numpy` gives a writable array of its own: no warning, and the frame stays as it is."""
    for dtype in "?bBhHiIlLefdFD":
        levels = pd.DataFrame({"indoor": np.zeros(2, dtype), "outdoor": np.zeros(2, dtype)})
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tensor = torch.from_numpy(levels.to_numpy(copy=True))
        tensor[0, 0] = 1
        assert levels.loc[0, "indoor"] == 0


def cast_is_read_only_too():
    """The array of `DataFrame.to_numpy` with `dtype=np.float32` of a frame made at once in another of NumPy's dtypes is cast, and read-only all the same."""
    torch.set_warn_always(True)
    for dtype in "?bBhHiIlLed":
        levels = pd.DataFrame({"indoor": np.zeros(2, dtype), "outdoor": np.zeros(2, dtype)})
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            tensor = torch.from_numpy(levels.to_numpy(dtype=np.float32))
        assert tensor.dtype == torch.float32
        assert ["not writable" in str(warning.message) for warning in caught] == [True]


def tensor_refuses_frames():
    """`torch.tensor` of a data frame that has rows raises a ValueError if its columns have names, and a TypeError, a KeyError or a ValueError if they are numbered."""
    levels = pd.DataFrame({"indoor": [20.5, 21.0], "outdoor": [3.5, 4.0]})
    with np.testing.assert_raises_regex(ValueError, "could not determine the shape of object type 'DataFrame'"):
        torch.tensor(levels)
    with np.testing.assert_raises_regex(TypeError, "not a sequence"):
        torch.tensor(pd.DataFrame(levels.to_numpy()))
    with np.testing.assert_raises_regex(KeyError, "1"):
        torch.tensor(pd.DataFrame(levels[["indoor"]].to_numpy()))


def series_take_numbers_for_labels():
    """A series takes a whole number for the label of a row, and raises a KeyError where no row has it; `Series.iloc` counts the rows."""
    for dtype in "bBhHiIlLefd":
        ages = pd.Series(np.array([31, 45, 28], dtype)).sort_values()
        assert ages[0] == 31
        assert ages.iloc[0] == 28
        with np.testing.assert_raises_regex(KeyError, "1"):
            ages[ages < 40][1]


def series_needs_labels_without_gaps():
    """`torch.tensor` takes a series of numbers whose labels are the numbers from 0 on, in whatever order; without 0 among them it raises a ValueError, with a gap a KeyError."""
    ages = pd.Series([31, 45, 28])
    for series in ages, ages.sort_values(), ages.sample(frac=1, random_state=0):
        assert torch.tensor(series).tolist() == series.tolist()
    for without_0 in ages[ages > 40], ages.rename({0: "Ada"}):
        with np.testing.assert_raises_regex(ValueError, "could not determine the shape of object type 'Series'"):
            torch.tensor(without_0)
    with np.testing.assert_raises_regex(KeyError, "1"):
        torch.tensor(ages[ages < 40])


def missing_becomes_nan():
    """A missing value of an Int64 column, or of another from Int8 to UInt64, becomes NaN in float32, where integers above 2**24 lose digits, and raises a ValueError in an integer dtype, unless you pass `na_value=`."""
    for dtype in "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64":
        visits = pd.Series([3, None], dtype=dtype)
        assert torch.from_numpy(visits.to_numpy(np.float32)).isnan().tolist() == [False, True]
        assert torch.from_numpy(visits.to_numpy(np.int64, na_value=-1)).tolist() == [3, -1]
        with np.testing.assert_raises_regex(ValueError, "missing values"):
            visits.to_numpy(np.int64)
        if "32" in dtype or "64" in dtype:
            ids = pd.Series([2**24 + 1, None], dtype=dtype)
            assert torch.from_numpy(ids.to_numpy(np.float32)).tolist()[0] == 2**24
            assert torch.from_numpy(ids.to_numpy(np.int64, na_value=-1)).tolist() == [2**24 + 1, -1]


def one_nan_spoils_the_loss():
    """One NaN in the table makes the mean or the sum of `mse_loss`, `l1_loss` and `huber_loss` NaN, and nothing raises."""
    people = pd.DataFrame({"age": [31, 45], "income": [2500.5, None]})
    tensor = torch.from_numpy(people.to_numpy(dtype=np.float32, copy=True))
    for loss in torch.nn.functional.mse_loss, torch.nn.functional.l1_loss, torch.nn.functional.huber_loss:
        assert loss(tensor, torch.zeros(2, 2)).isnan()
        assert loss(tensor, torch.zeros(2, 2), reduction="sum").isnan()


def codes_are_int8():
    """The codes of a category column are int8 for up to 126 categories, then int16 up to 32,766, then int32, and -1 where a value is missing."""
    weather = pd.Series(["rain", "sun", None], dtype="category")
    codes = torch.from_numpy(weather.cat.codes.to_numpy(copy=True))
    assert codes.tolist() == [0, 1, -1]
    for count, dtype in (
        (2, torch.int8),
        (126, torch.int8),
        (127, torch.int16),
        (32_766, torch.int16),
        (32_767, torch.int32),
    ):
        cities = pd.Series(range(count), dtype="category")
        assert torch.from_numpy(cities.cat.codes.to_numpy(copy=True)).dtype == dtype


def new_categories_are_deprecated():
    """`Series.astype` to a category dtype gives the code -1 for a value that is none of the categories, and warns that later releases will raise; `Index.get_indexer` of the categories gives the same codes, and does not warn."""
    train, test = pd.Series(["rain", "sun"], dtype="category"), pd.Series(["sun", "snow", None])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert train.cat.categories.get_indexer(test).tolist() == [1, -1, -1]
        assert not caught
        assert test.astype(train.dtype).cat.codes.tolist() == [1, -1, -1]
    assert ["will raise in a future version" in str(warning.message) for warning in caught] == [True]


def dates_become_counts():
    """A column of `np.datetime64` or `np.timedelta64` becomes a count of its unit in float32, microseconds for dates parsed without nanoseconds, a missing one a negative number, not NaN, and nothing warns: take dates out first."""
    dates = pd.to_datetime(["1970-01-01", "1970-01-02", None])
    for column in dates, dates - dates[0]:
        frame = pd.DataFrame({"age": [31, 45, 28], "when": column})
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tensor = torch.from_numpy(frame.to_numpy(dtype=np.float32, copy=True))
        assert tensor[:, 1].tolist() == [0.0, 86_400_000_000.0, -(2.0**63)]


def embedding_refuses_minus_one():
    """An embedding refuses the -1 of a missing category with an IndexError."""
    weather = pd.Series(["rain", None], dtype="category")
    codes = torch.from_numpy(weather.cat.codes.to_numpy(np.int64, copy=True))
    layer = torch.nn.Embedding(2, 4)
    with np.testing.assert_raises_regex(IndexError, "index out of range in self"):
        layer(codes)


def frame_of_an_array_copies():
    """`pd.DataFrame` of an array copies: later writes to the tensor do not reach the frame, unless you pass `copy=False`."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros((2, 3), dtype))
        copied, shared = pd.DataFrame(scores.numpy()), pd.DataFrame(scores.numpy(), copy=False)
        scores.fill_(1)
        assert not copied.to_numpy().any()
        assert shared.to_numpy().all()


def fields_that_are_no_numbers():
    """For a field that is empty or no number, such as the name of a column, `np.loadtxt` raises a ValueError; `np.genfromtxt` gives NaN in float and complex dtypes and -1 in signed integers, and 1.5 is -1 in int64 and 1 in int32, int16 and int8: no error says so."""
    for dtype in "?bBhHiIlLefdFD":
        for text in "1,", "1,x", "a,1":
            Path("rows.csv").write_text(text)
            with np.testing.assert_raises_regex(ValueError, "could not convert string"):
                np.loadtxt("rows.csv", delimiter=",", dtype=dtype)
    for text in "1,", "1,x", "1,n/a":
        Path("rows.csv").write_text(text)
        for dtype in "efdFD":
            assert np.isnan(np.genfromtxt("rows.csv", delimiter=",", dtype=dtype)).tolist() == [False, True]
        for dtype in "bhil":
            assert np.genfromtxt("rows.csv", delimiter=",", dtype=dtype).tolist() == [1, -1]
    Path("rows.csv").write_text("1,1.5")
    assert np.genfromtxt("rows.csv", delimiter=",", dtype="l").tolist() == [1, -1]
    for dtype in "bhi":
        assert np.genfromtxt("rows.csv", delimiter=",", dtype=dtype).tolist() == [1, 1]


def one_row_has_one_axis():
    """Of a file with one row or one column, `np.loadtxt` and `np.genfromtxt` give an array of one axis, and of two axes with `ndmin=2`."""
    for text, shape in ("1,0", (1, 2)), ("1\n0\n0", (3, 1)), ("1,0\n0,1", (2, 2)):
        Path("rows.csv").write_text(text)
        for dtype in "?bBhHiIlLefdFD":
            for read in np.loadtxt, np.genfromtxt:
                assert read("rows.csv", delimiter=",", dtype=dtype).ndim == (1 if 1 in shape else 2)
                assert read("rows.csv", delimiter=",", dtype=dtype, ndmin=2).shape == shape

"""Facts of docs/guides/dates.md."""

import numpy as np
import pandas as pd
import torch


def seconds_need_more_than_float32():
    """In float32, seconds since 1970 of dates from February 2004 to 2038 are multiples of 128: subtract a date before the cast."""
    times = np.array(["2004-02-01T00:00", "2026-03-01T12:01", "2038-01-18T00:00"], dtype="datetime64[s]")
    seconds = torch.from_numpy((times + 64 * np.arange(50)[:, None]).view(np.int64))
    assert torch.all(seconds.float().double() % 128 == 0)
    assert seconds.float().diff(dim=0).unique().tolist() == [0.0, 128.0]
    minutes = torch.from_numpy((times + 60 - times) / np.timedelta64(1, "s"))
    assert minutes.float().tolist() == [60.0, 60.0, 60.0]


def not_a_time_is_a_number():
    """`torch.from_numpy` of dates as int64 gives the smallest integer for a missing one, NaT; a difference divided by a unit with `/` gives NaN, and with `//` 0."""
    for unit in "D", "h", "m", "s", "ms", "us", "ns":
        days = np.array(["2026-03-01", "NaT"], dtype=f"datetime64[{unit}]")
        assert torch.from_numpy(days.view(np.int64))[1] == -(2**63)
        assert torch.from_numpy((days - days[0]) / np.timedelta64(1, "D"))[1].isnan()
        with np.errstate(invalid="ignore"):
            assert torch.from_numpy(np.floor_divide(days - days[0], np.timedelta64(1, "D"))).tolist() == [0, 0]


def parsed_dates_count_microseconds():
    """As int64, dates without a time zone that `pd.to_datetime` parses from text count microseconds since 1970, and nanoseconds if the text has those; datetime64[s] arrays stay seconds, and dates with a time zone are objects in `Series.to_numpy`, unless it is given int64, float32 or float64, which makes counts of their unit of all dates, and of a missing one a large negative number, without an error."""
    for dates, count in (
        (["1970-01-02"], 86_400_000_000),
        (["1970-01-02 00:00:00.000000001"], 86_400_000_000_001),
        (np.array(["1970-01-02"], dtype="datetime64[s]"), 86_400),
    ):
        days = pd.Series(pd.to_datetime(dates)).to_numpy(copy=True)
        assert torch.from_numpy(days.view(np.int64)) == count
    for text in "1970-01-02T00:00Z", "1970-01-02T00:00+01:00":
        with np.testing.assert_raises_regex(TypeError, "numpy.object_"):
            torch.from_numpy(pd.Series(pd.to_datetime([text])).to_numpy(copy=True))
    for text in "1970-01-02T00:00Z", "1970-01-02T00:00":
        days = pd.Series(pd.to_datetime([text, None]))
        for dtype in np.float32, np.float64, np.int64:
            counts = torch.from_numpy(days.to_numpy(dtype, copy=True))
            assert counts.tolist() == [86_400_000_000, -(2**63)]
    seconds = pd.Series(pd.DatetimeIndex(np.array(["1970-01-02"], "M8[s]"), tz="UTC"))
    assert torch.from_numpy(seconds.to_numpy(np.float32, copy=True)).tolist() == [86_400.0]

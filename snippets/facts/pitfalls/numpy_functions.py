"""Facts of docs/pitfalls/numpy_functions.md."""

import numpy as np
import torch


def quantile_takes_a_fraction():
    """`torch.quantile` takes a fraction, as `np.quantile` does, and `np.percentile` a hundred times that; of one or more finite numbers in float32 or float64, the three give the same, but for rounding."""
    for dtype in "fd":
        array = np.array([1, 2, 4, 8], dtype)
        for fraction in 0.0, 0.25, 0.4, 1.0:
            ours = torch.quantile(torch.from_numpy(array), fraction)
            np.testing.assert_allclose(ours, np.quantile(array, fraction), rtol=1e-6)
            np.testing.assert_allclose(ours, np.percentile(array, 100 * fraction), rtol=1e-6)
            assert torch.from_numpy(array[1:2]).quantile(fraction) == np.quantile(array[1:2], fraction) == 2
        with np.testing.assert_raises_regex(RuntimeError, "must be non-empty"):
            torch.from_numpy(array[:0]).quantile(0.5)


def quantile_wants_float32_or_float64():
    """`torch.quantile` raises a RuntimeError for every other dtype than float32 and float64, and for fractions in a tensor of another dtype than the data."""
    for dtype in "?bBhHiIlLeFD":
        with np.testing.assert_raises_regex(RuntimeError, "must be either float or double dtype"):
            torch.quantile(torch.from_numpy(np.ones(3, dtype)), 0.5)
    for dtype, other in "fd", "df":
        data, fractions = torch.from_numpy(np.ones(3, dtype)), torch.from_numpy(np.ones(1, other))
        with np.testing.assert_raises_regex(RuntimeError, "must be same dtype as the input"):
            torch.quantile(data, fractions)


def histograms_agree():
    """`torch.histogram` of float32 and float64 gives the counts and edges of `np.histogram`, both in the dtype of the data, and `torch.histc` the counts alone; by rounding, a number on an edge may fall into the bin beside."""
    for dtype in "fd":
        array = np.array([0, 1, 1, 2, 8], dtype)
        tensor = torch.from_numpy(array)
        counts, edges = np.histogram(array, 4)
        ours = torch.histogram(tensor, 4)
        assert ours.hist.tolist() == torch.histc(tensor, 4).tolist() == counts.tolist()
        np.testing.assert_allclose(ours.bin_edges, edges, rtol=1e-6)
        assert ours.hist.dtype == ours.bin_edges.dtype == torch.histc(tensor, 4).dtype == tensor.dtype
        tenths = np.arange(10).astype(dtype) / 10
        beside = torch.histogram(torch.from_numpy(tenths), 3).hist, torch.histc(torch.from_numpy(tenths), 3)
        assert [counts.tolist() == np.histogram(tenths, 3)[0].tolist() for counts in beside] == [dtype == "f"] * 2
        counts, _ = np.histogram(array, 2, (1, 3))
        assert torch.histogram(tensor, 2, range=(1, 3)).hist.tolist() == counts.tolist()
        assert torch.histc(tensor, 2, min=1, max=3).tolist() == counts.tolist()


def counts_of_float32_end():
    """Both count in the dtype of the data: of float32, with one thread, more than 2**24 numbers in a bin come out as 2**24, and of float64 they are counted."""
    torch.set_num_threads(1)
    many = torch.zeros(1).expand(2**24 + 8)
    for call in torch.histc, lambda *args: torch.histogram(*args).hist:
        assert [call(numbers, 1).item() for numbers in (many, many.double())] == [2**24, 2**24 + 8]


def histograms_have_no_gradient():
    """No gradient passes through a histogram: what `torch.histc` gives requires none, and the backward of `torch.histogram` raises a RuntimeError."""
    for dtype in "fd":
        tensor = torch.from_numpy(np.array([0, 1, 8], dtype)).requires_grad_()
        assert not torch.histc(tensor, 2).requires_grad
        with np.testing.assert_raises_regex(RuntimeError, "derivative for aten::histogram is not implemented"):
            torch.histogram(tensor, 2).hist.sum().backward()


def histograms_refuse_integers():
    """`torch.histogram` and `torch.histc` of integers raise a NotImplementedError; `Tensor.bincount` takes uint8 and signed integers from 0 on, and counts as `np.bincount` does."""
    for dtype in "bBhHiIlL":
        tensor = torch.from_numpy(np.array([0, 3, 3], dtype))
        for call in torch.histogram, torch.histc:
            with np.testing.assert_raises_regex(NotImplementedError, "not implemented for"):
                call(tensor, 4)
    for dtype in "bBhil":
        array = np.array([0, 3, 3], dtype)
        assert torch.from_numpy(array).bincount().tolist() == np.bincount(array).tolist() == [1, 0, 0, 2]


def right_means_the_opposite():
    """`right=True` of `torch.bucketize` gives what `np.digitize` gives without it, and the other way round, for edges that increase, in floats, signed integers or uint8, and values of one dtype with them."""
    for dtype in "bBhilefd":
        edges, values = np.array([1, 3, 5], dtype), np.array([0, 1, 3, 4, 5, 6], dtype)
        if dtype in "efd":
            values = np.append(values, np.array([np.nan, np.inf, -np.inf], dtype))
        ours, theirs = torch.from_numpy(edges), torch.from_numpy(values)
        for right in False, True:
            found = torch.bucketize(theirs, ours, right=right)
            assert found.tolist() == np.digitize(values, edges, right=not right).tolist()
            assert found.tolist() != np.digitize(values, edges, right=right).tolist()


def searches_agree():
    """`torch.searchsorted` and `np.searchsorted` take the edges first, and give the same for `side="left"` and `side="right"` of one dtype of floats, signed integers or uint8, and edges without NaN; `torch.bucketize` takes the values first; for bools, complex numbers, uint16, uint32 and uint64, those of PyTorch raise a NotImplementedError."""
    for dtype in "bBhilefd":
        edges, values = np.array([1, 3, 5], dtype), np.array([0, 1, 3, 4, 5, 6], dtype)
        if dtype in "efd":
            values = np.append(values, np.array([np.nan, np.inf, -np.inf], dtype))
        ours, theirs = torch.from_numpy(edges), torch.from_numpy(values)
        for side in "left", "right":
            found = torch.searchsorted(ours, theirs, side=side)
            assert found.tolist() == np.searchsorted(edges, values, side=side).tolist()
            assert torch.bucketize(theirs, ours, right=side == "right").tolist() == found.tolist()
    for dtype in "?HILFD":
        edges = torch.from_numpy(np.array([0, 1], dtype))
        for search in torch.searchsorted, torch.bucketize:
            with np.testing.assert_raises_regex(NotImplementedError, "not implemented for"):
                search(edges, edges)


def falling_edges_are_wrong():
    """For edges that decrease, `torch.bucketize` gives other numbers than `np.digitize`, and raises nothing."""
    for dtype in "bBhilfd":
        edges, values = np.array([5, 3, 1], dtype), np.array([0, 4, 6], dtype)
        for right in False, True:
            found = torch.bucketize(torch.from_numpy(values), torch.from_numpy(edges), right=right)
            assert found.tolist() != np.digitize(values, edges).tolist() == [3, 1, 0]


def interp_gives_float64():
    """`np.interp` of float32 tensors gives a float64 array, and raises a RuntimeError for a tensor that requires grad."""
    points = torch.tensor([0.0, 10.0])
    found = np.interp(torch.tensor([5.0]), points, points)
    assert (type(found), found.dtype, found.tolist()) == (np.ndarray, np.float64, [5])
    with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
        np.interp(torch.tensor([5.0], requires_grad=True), points, points)


def pad_begins_at_the_end():
    """`torch.nn.functional.pad` takes the last axis first, `np.pad` the first, and both put the zeros before and after as told."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.ones((2, 3), dtype)
        padded = torch.nn.functional.pad(torch.from_numpy(array), (1, 2, 3, 4))
        assert padded.tolist() == np.pad(array, ((3, 4), (1, 2))).tolist()
        assert padded.shape == (9, 6)


def pad_modes_have_other_names():
    """What `np.pad` calls `edge` and `wrap`, `torch.nn.functional.pad` calls `replicate` and `circular`; `reflect` is the same, and there is no `symmetric`."""
    for dtype in "bBhilefdFD":
        array = np.array([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], dtype)
        tensor = torch.from_numpy(array)
        for theirs, ours in ("edge", "replicate"), ("wrap", "circular"), ("reflect", "reflect"):
            wanted = np.pad(array, ((1, 1), (2, 1)), mode=theirs)
            assert torch.nn.functional.pad(tensor[None], (2, 1, 1, 1), mode=ours)[0].tolist() == wanted.tolist()
        with np.testing.assert_raises_regex(NotImplementedError, "symmetric"):
            torch.nn.functional.pad(tensor[None], (2, 1, 1, 1), mode="symmetric")


def padded_positions_pad():
    """Indexed with positions that `np.pad` has padded, a tensor gives what `np.pad` gives of its array, with `symmetric`, `reflect`, `edge` and `wrap`."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.arange(6).reshape(2, 3).astype(dtype)
        for mode in "symmetric", "reflect", "edge", "wrap":
            places = torch.from_numpy(np.pad(np.arange(3), (2, 1), mode=mode))
            wanted = np.pad(array, ((0, 0), (2, 1)), mode=mode)
            assert torch.from_numpy(array)[:, places].tolist() == wanted.tolist()


def pad_modes_want_another_axis():
    """For `replicate`, `circular` and `reflect` the tensor needs one or two axes more than you pad; with none, or three, `torch.nn.functional.pad` raises a NotImplementedError, as `replicate` and `reflect` do for bools, uint16, uint32 and uint64."""
    for dtype in "bBhilefdFD":
        row = torch.from_numpy(np.ones(4, dtype))
        image = row.expand(3, 4)
        for mode in "replicate", "circular", "reflect":
            for tensor, sides in (row, (1, 1)), (image, (1, 1, 1, 1)):
                with np.testing.assert_raises_regex(NotImplementedError, "not supported for .D input"):
                    torch.nn.functional.pad(tensor, sides, mode=mode)
                padded = torch.nn.functional.pad(tensor, sides)
                for more in tensor[None], tensor[None, None]:
                    assert torch.nn.functional.pad(more, sides, mode=mode).shape[-tensor.ndim :] == padded.shape
                with np.testing.assert_raises_regex(NotImplementedError, "not supported for .D input"):
                    torch.nn.functional.pad(tensor[None, None, None], sides, mode=mode)
    for dtype in "?HIL":
        row = torch.from_numpy(np.ones((1, 4), dtype))
        assert torch.nn.functional.pad(row, (1, 1), mode="circular").shape == (1, 6)
        for mode in "replicate", "reflect":
            with np.testing.assert_raises_regex(NotImplementedError, "not implemented for"):
                torch.nn.functional.pad(row, (1, 1), mode=mode)


def svd_gives_the_other_factor():
    """`np.linalg.svd` and `torch.linalg.svd` give the third factor so that the product of the three is the matrix, and `torch.svd` its conjugate transpose."""
    for dtype in "fdFD":
        array = np.array([[3, 1], [0, 2], [1, 1]], dtype)
        array *= 1j if dtype in "FD" else 1
        tensor = torch.from_numpy(array)
        u, s, vh = np.linalg.svd(array, full_matrices=False)
        np.testing.assert_allclose(u * s @ vh, array, atol=1e-5)
        u, s, vh = torch.linalg.svd(tensor, full_matrices=False)
        np.testing.assert_allclose((u * s @ vh).numpy(), array, atol=1e-5)
        u, s, v = torch.svd(tensor)
        np.testing.assert_allclose((u * s @ v.mH).resolve_conj().numpy(), array, atol=1e-5)


def svd_of_tall_matrices():
    """By default, `torch.svd` gives only as many columns as the smaller side of the matrix; `np.linalg.svd` and `torch.linalg.svd` give square factors, unless told `full_matrices=False`."""
    for dtype in "fdFD":
        for rows, columns in (3, 2), (2, 3), (2, 2):
            array = np.ones((rows, columns), dtype)
            tensor = torch.from_numpy(array)
            smaller = min(rows, columns)
            u, _, v = torch.svd(tensor)
            assert (u.shape, v.shape) == ((rows, smaller), (columns, smaller))
            for svd, matrix in (torch.linalg.svd, tensor), (np.linalg.svd, array):
                u, _, vh = svd(matrix)
                assert (u.shape, vh.shape) == ((rows, rows), (columns, columns))
                u, _, vh = svd(matrix, full_matrices=False)
                assert (u.shape, vh.shape) == ((rows, smaller), (smaller, columns))


def pinv_of_float32_differs():
    """Of a float32 matrix with a singular value 1e-8 times the largest, as of columns that depend on each other, `np.linalg.pinv` inverts that value, and `torch.linalg.pinv` takes it for 0; with an `rtol=` above it, both take it for 0, and of float64 both invert it."""
    for dtype, ours in ("f", 0), ("d", 1e8):
        matrix = np.diag([1, 1e-8]).astype(dtype)
        tensor = torch.from_numpy(matrix)
        np.testing.assert_allclose(np.linalg.pinv(matrix)[1, 1], 1e8, rtol=1e-6)
        np.testing.assert_allclose(torch.linalg.pinv(tensor)[1, 1], ours, rtol=1e-6)
        assert torch.linalg.pinv(tensor, rtol=1e-6)[1, 1] == np.linalg.pinv(matrix, rtol=1e-6)[1, 1] == 0


def spectra_of_integers_are_narrow():
    """`torch.fft.fft` of integers and bools computes in the default dtype, and so gives complex64, where `np.fft.fft` gives complex128; of float32 both give complex64, and of float64 both complex128."""
    for dtype, ours, theirs in (
        *((dtype, torch.complex64, "D") for dtype in "?bBhil"),
        ("f", torch.complex64, "F"),
        ("d", torch.complex128, "D"),
    ):
        array = np.array([0, 1, 2, 3], dtype)
        spectrum = torch.fft.fft(torch.from_numpy(array))
        assert spectrum.dtype == ours
        assert np.fft.fft(array).dtype == np.dtype(theirs)
        np.testing.assert_allclose(spectrum, np.fft.fft(array), atol=1e-5)
    torch.set_default_dtype(torch.float64)
    for dtype in "?bBhil":
        assert torch.fft.fft(torch.from_numpy(np.ones(4, dtype))).dtype == torch.complex128


def half_has_no_spectrum():
    """`torch.fft.fft` of a float16 tensor on the CPU raises a RuntimeError, where `np.fft.fft` of its array gives complex64."""
    array = np.ones(4, np.float16)
    assert np.fft.fft(array).dtype == np.complex64
    with np.testing.assert_raises_regex(RuntimeError, "Unsupported dtype Half"):
        torch.fft.fft(torch.from_numpy(array))


def windows_are_periodic():
    """`torch.hann_window`, `torch.hamming_window`, `torch.blackman_window` and `torch.bartlett_window` are periodic, and in the default dtype; with `periodic=False` and `dtype=torch.float64`, they give what `np.hanning`, `np.hamming`, `np.blackman` and `np.bartlett` give."""
    for of_torch, of_numpy in (
        (torch.hann_window, np.hanning),
        (torch.hamming_window, np.hamming),
        (torch.blackman_window, np.blackman),
        (torch.bartlett_window, np.bartlett),
    ):
        for points in range(6):
            same = of_torch(points, periodic=False, dtype=torch.float64)
            np.testing.assert_allclose(same, of_numpy(points), atol=1e-12)
            assert np.allclose(of_torch(points), of_numpy(points)) == (points < 2)
            if points > 1:
                np.testing.assert_allclose(of_torch(points), of_numpy(points + 1)[:-1], atol=1e-6)
        assert of_torch(4).dtype == torch.float32


def vectorize_sees_numbers():
    """`np.vectorize` hands a tensor to the function number by number, by default the first one twice, and gives an array; `np.apply_along_axis` hands arrays to it; both raise a RuntimeError for a tensor that requires grad."""
    for dtype, kind in (*((dtype, int) for dtype in "bBhHiIlL"), *((dtype, float) for dtype in "efd"), ("?", bool)):
        tensor = torch.from_numpy(np.ones((2, 2), dtype))
        seen = []
        found = np.vectorize(seen.append, otypes=[object])(tensor)
        assert type(found) is np.ndarray
        assert ({type(number) for number in seen}, len(seen)) == ({kind}, 4)
        seen.clear()
        np.vectorize(lambda number: seen.append(number) or 0)(tensor)
        assert len(seen) == 5
        seen.clear()
        np.apply_along_axis(lambda row: seen.append(row) or 0, 0, tensor)
        assert {type(row) for row in seen} == {np.ndarray}
    for dtype in "efd":
        tensor = torch.from_numpy(np.ones((2, 2), dtype)).requires_grad_()
        for call in np.vectorize(float), lambda table: np.apply_along_axis(np.sum, 0, table):
            with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
                call(tensor)


def vmap_has_a_gradient():
    """`torch.vmap` calls the function with stand-ins for a row, gives a tensor, and its gradient reaches what it was given."""
    for dtype in "fd":
        table = torch.from_numpy(np.array([[1, 4], [2, 7]], dtype)).requires_grad_()
        found = torch.vmap(lambda row: row.max() - row.min())(table)
        assert found.tolist() == [3, 5]
        found.sum().backward()
        assert table.grad.tolist() == [[-1, 1], [-1, 1]]


def vmap_wants_no_branch():
    """Under `torch.vmap`, an `if` on a value, `Tensor.item` and a mask as an index raise a RuntimeError; `torch.where` does not."""
    for dtype in "fd":
        table = torch.from_numpy(np.array([[1, -4], [2, 7]], dtype))
        for function, words in (
            (lambda row: row if row.sum() > 0 else -row, "data-dependent control flow"),
            (lambda row: row * row[0].item(), "calling .item"),
            (lambda row: row[row > 0].sum(), "dynamic shape"),
        ):
            with np.testing.assert_raises_regex(RuntimeError, words):
                torch.vmap(function)(table)
        kept = torch.vmap(lambda row: torch.where(row > 0, row, 0).sum())(table)
        assert kept.tolist() == [1, 9]


def einsum_wants_one_dtype():
    """`torch.einsum` raises a RuntimeError for two float dtypes where it sums over a shared axis of several elements, and promotes them where it does not; it raises a TypeError for an array; `np.einsum` takes arrays and tensors of different dtypes, and gives an array."""
    for one, other in "fd", "df", "ef":
        a, b = np.ones((2, 3), one), np.ones((3, 2), other)
        s, t = torch.from_numpy(a), torch.from_numpy(b)
        with np.testing.assert_raises_regex(RuntimeError, "expected scalar type"):
            torch.einsum("ij,jk", s, t)
        for products, left, right in ("ij,ji->ij", s, t), ("ij,kl->ijkl", s, t), ("ij,jk", s[:, :1], t[:1]):
            assert torch.einsum(products, left, right).dtype == (s * t.T).dtype
        with np.testing.assert_raises_regex(TypeError, "expected Tensor as element"):
            torch.einsum("ij,jk", a, t)
        for right in b, t:
            found = np.einsum("ij,jk", a, right)
            assert (type(found), found.dtype) == (np.ndarray, np.result_type(a, b))
            assert found.tolist() == [[3, 3], [3, 3]]


def equal_is_one_bool():
    """`torch.equal` gives one bool for all elements, as `np.array_equal` does; `torch.eq` and `np.equal` give one for each; `torch.equal` raises a TypeError for an array."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.array([0, 1], dtype)
        tensor = torch.from_numpy(array)
        other = torch.from_numpy(np.array([1, 1], dtype))
        assert torch.equal(tensor, tensor.clone()) is np.array_equal(array, array.copy()) is True
        assert torch.equal(tensor, other) is np.array_equal(array, other.numpy()) is False
        for found in torch.eq(tensor, other), np.equal(array, other.numpy()):
            assert found.tolist() == [False, True]
        with np.testing.assert_raises_regex(TypeError, "must be Tensor, not numpy.ndarray"):
            torch.equal(tensor, array)

"""Facts of docs/guides/tensor_to_image.md."""

import warnings

import cv2
import matplotlib.pyplot as plt
import numpy as np
import torch
from PIL import Image


def every_pixel_comes_back():
    """Every uint8 value that is divided by 255 and normalized in float32 comes back with `Tensor.round` before `Tensor.to`; without it, some do not."""
    pixels = torch.arange(256, dtype=torch.uint8)
    for mean, deviation in (0.485, 0.229), (0.456, 0.224), (0.406, 0.225), (0.5, 0.5):
        normalized = (pixels / 255 - mean) / deviation
        image = (normalized * deviation + mean) * 255
        assert torch.equal(image.round().to(torch.uint8), pixels)
        assert not torch.equal(image.to(torch.uint8), pixels)


def imshow_of_a_tensor_warns():
    """`imshow` takes a tensor as an array, with a DeprecationWarning of the `copy` keyword, whatever real dtype of NumPy it has."""
    for dtype in "?bBhHiIlLefd":
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            plt.imshow(torch.from_numpy(np.ones((48, 64), dtype)))
        assert any("copy keyword" in str(warning.message) for warning in caught)
        plt.close("all")


def fromarray_shares_gray():
    """`Image.fromarray` shares contiguous rows of uint8 grayscale, uint16 grayscale and uint8 RGBA: a later write to the tensor changes the image."""
    for shape, dtype in ((48, 64), torch.uint8), ((48, 64), torch.uint16), ((48, 64, 4), torch.uint8):
        pixels = torch.zeros(shape, dtype=dtype)
        photo = Image.fromarray(pixels.numpy())
        pixels[0, 0] = 255
        assert np.all(np.array(photo)[0, 0] == 255)


def fromarray_copies_rgb():
    """`Image.fromarray` copies RGB, float32 and int32 rows, and all that are not contiguous: a later write to the tensor does not reach the image."""
    rgb, heights = torch.zeros(48, 64, 3, dtype=torch.uint8), torch.zeros(48, 64)
    numbers, every_second = torch.zeros(48, 64, dtype=torch.int32), torch.zeros(96, 64, dtype=torch.uint8)[::2]
    for pixels in rgb, heights, numbers, every_second, every_second.T:
        photo = Image.fromarray(pixels.numpy())
        pixels.fill_(255)
        assert np.sum(photo.getpixel((0, 0))) == 0
        pixels.fill_(0)


def fromarray_takes_no_tensor():
    """`Image.fromarray` raises an AttributeError for a tensor, and takes its array."""
    for shape in (48, 64), (48, 64, 3), (48, 64, 4):
        pixels = torch.zeros(shape, dtype=torch.uint8)
        with np.testing.assert_raises_regex(AttributeError, "__array_interface__"):
            Image.fromarray(pixels)
        assert Image.fromarray(pixels.numpy()).size == (64, 48)


def fromarray_takes_few_dtypes():
    """`Image.fromarray` takes height and width in bool, uint8, uint16, int32 and float32, makes float32 of float64, and int32 of int8, int16 and uint32, where large numbers become negative, and negative ones of int8 positive; it raises a TypeError for int64, uint64, float16 and complex numbers, for three channels in any dtype but uint8, and for a last axis of length 1."""
    for dtype, kept in [*zip("?BHif", "?BHif", strict=True), *zip("dbhI", "fiii", strict=True)]:
        photo = Image.fromarray(np.ones((48, 64), dtype))
        assert (photo.size, np.array(photo).dtype, np.array(photo)[0, 0]) == ((64, 48), kept, 1)
    assert np.array(Image.fromarray(np.array([[2**32 - 1]], np.uint32))).tolist() == [[-1]]
    for dtype, read in ("b", 251), ("h", -5):
        assert np.array(Image.fromarray(np.array([[-5]], dtype))).tolist() == [[read]]
    for dtype in "lLeFD":
        with np.testing.assert_raises_regex(TypeError, "Cannot handle this data type"):
            Image.fromarray(torch.from_numpy(np.zeros((48, 64), dtype)).numpy())
    for dtype in "?bhHiIlLefdFD":
        with np.testing.assert_raises_regex(TypeError, "Cannot handle this data type"):
            Image.fromarray(torch.from_numpy(np.zeros((48, 64, 3), dtype)).numpy())
    for dtype in "?bBhHiIlLefdFD":
        with np.testing.assert_raises_regex(TypeError, "Cannot handle this data type"):
            Image.fromarray(torch.from_numpy(np.zeros((48, 64, 1), dtype)).numpy())


def opencv_sizes_are_width_first():
    """`cv2.resize` takes the width first, gives an array in the order of its axes, also of a reversed one, and leaves out an axis of one channel."""
    for dtype in "BHhfd":
        image = np.zeros((4, 6, 3), dtype)
        for view in image, image[..., ::-1], image[::-1]:
            small = cv2.resize(view, (3, 2))
            assert small.shape == (2, 3, 3)
            assert small.flags["C_CONTIGUOUS"]
        assert cv2.resize(image[..., :1], (3, 2)).shape == (2, 3)


def opencv_takes_some_dtypes():
    """`cv2.resize` to another size takes uint8, uint16, int16, float32 and float64 unless you name an interpolation, `cv2.cvtColor` from BGR to RGB uint8, uint16 and float32; for bool and all other numbers both raise a `cv2.error`; an array in the other byte order both read as if it were in the machine's, without an error."""
    for dtype in "?bBhHiIlLefdF":
        image = np.ones((4, 6, 3), dtype)
        for call, taken in (
            (lambda image: cv2.resize(image, (3, 2)), "BHhfd"),
            (lambda image: cv2.cvtColor(image, cv2.COLOR_BGR2RGB), "BHf"),
        ):
            if dtype in taken:
                assert call(image).dtype == dtype
                swapped = image.astype(image.dtype.newbyteorder())
                np.testing.assert_allclose(call(swapped), image.byteswap()[0, 0, 0])
            else:
                with np.testing.assert_raises(cv2.error):
                    call(image)


def opencv_narrows_class_numbers():
    """With `cv2.INTER_NEAREST`, the one for class numbers, `cv2.resize` takes all integers, bool and floats of NumPy, and makes int32 of int64 and uint64, in which large numbers are others, without an error."""
    for dtype in "?bBhHiIefd":
        classes = np.full((4, 6), 1, dtype)
        small = cv2.resize(classes, (3, 2), interpolation=cv2.INTER_NEAREST)
        assert (small.dtype, small.tolist()) == (classes.dtype, [[1, 1, 1]] * 2)
    for dtype in "lL":
        small = cv2.resize(np.full((4, 6), 2**40 + 5, dtype), (3, 2), interpolation=cv2.INTER_NEAREST)
        assert (small.dtype, small.tolist()) == (np.int32, [[5, 5, 5]] * 2)


def opencv_draws_into_the_tensor():
    """`cv2.rectangle` on the array of a uint8 tensor draws into the tensor; on an array whose axes lie in another order, or reversed, it raises a `cv2.error`, "Layout of the output array", and on a read-only array, "marked as readonly"."""
    tensor = torch.zeros(4, 6, 3, dtype=torch.uint8)
    cv2.rectangle(tensor.numpy(), (0, 0), (1, 1), (1, 2, 3))
    assert tensor[0, 0].tolist() == [1, 2, 3]
    for view in tensor.numpy()[..., ::-1], tensor.permute(2, 0, 1).contiguous().permute(1, 2, 0).numpy():
        with np.testing.assert_raises_regex(cv2.error, "Layout of the output array"):
            cv2.rectangle(view, (0, 0), (1, 1), (1, 2, 3))
    frozen = np.zeros((4, 6, 3), np.uint8)
    frozen.flags.writeable = False
    with np.testing.assert_raises_regex(cv2.error, "marked as readonly"):
        cv2.rectangle(frozen, (0, 0), (1, 1), (1, 2, 3))


def opencv_points_are_integers():
    """`cv2.circle` takes integers for a point, of Python or of an array, and raises a `cv2.error`, "Can't parse 'center'", for floats and for what a tensor holds."""
    canvas = np.zeros((8, 8, 3), np.uint8)
    for point in (2, 3), [2, 3], np.array([2, 3]), np.array([2, 3], np.int32):
        cv2.circle(canvas, point, 0, (1, 2, 3))
        assert canvas[3, 2].tolist() == [1, 2, 3]
        canvas[:] = 0
    for point in (2.0, 3.0), tuple(np.array([2, 3], np.float32)), tuple(torch.tensor([2, 3])), torch.tensor([2, 3]):
        with np.testing.assert_raises_regex(cv2.error, "Can't parse 'center'"):
            cv2.circle(canvas, point, 0, (1, 2, 3))


def numbers_below_one_are_black():
    """Cast to uint8, every number of an image from 0 to 1 is 0, but for 1 itself, in `Tensor.to` and `ndarray.astype`."""
    for dtype in "efd":
        image = np.array([0, 0.25, 0.99, 1], dtype)
        assert torch.from_numpy(image).to(torch.uint8).tolist() == [0, 0, 0, 1]
        assert image.astype(np.uint8).tolist() == [0, 0, 0, 1]


def imshow_cuts_off_at_one():
    """`plt.imshow` cuts floats of three channels off at 1, so pixels up to 255 are white, and shows uint8 as it is."""
    plt.set_loglevel("error")  # it says so
    for dtype in "fd":
        shown = plt.imshow(np.full((4, 6, 3), 200, dtype))
        assert (shown.get_array() == 1).all()
        plt.close("all")
    assert (plt.imshow(np.full((4, 6, 3), 200, np.uint8)).get_array() == 200).all()
    plt.close("all")

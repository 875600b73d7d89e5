"""Facts of docs/guides/images.md."""

import struct
import warnings
import zlib

import cv2
import matplotlib.pyplot as plt
import numpy as np
import torch
from PIL import Image, ImageOps


def array_of_an_image_is_writable():
    """`np.array` of a Pillow image is writable, and `torch.from_numpy` takes it without a warning in every mode but I;16B."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for mode in ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "HSV", "LAB", "I;16", "I", "F"]:
            pixels = np.array(Image.new(mode, (64, 48)))
            torch.from_numpy(pixels)[0, 0] = 1
            assert np.all(pixels[0, 0] == 1)
    with np.testing.assert_raises_regex(ValueError, "byte order"):
        torch.from_numpy(np.array(Image.new("I;16B", (64, 48))))


def asarray_of_an_image_is_read_only():
    """`np.asarray` of a Pillow image of any mode is read-only, and `torch.from_numpy` warns of it, or raises for I;16B."""
    torch.set_warn_always(True)
    for mode in ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "HSV", "LAB", "I;16", "I", "F"]:
        pixels = np.asarray(Image.new(mode, (64, 48)))
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            torch.from_numpy(pixels)
        assert not pixels.flags.writeable
        assert ["not writable" in str(warning.message) for warning in caught] == [True]
    swapped = np.asarray(Image.new("I;16B", (64, 48)))
    assert not swapped.flags.writeable
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with np.testing.assert_raises_regex(ValueError, "byte order"):
            torch.from_numpy(swapped)


def height_comes_first():
    """The size of a Pillow image is width and height; the shape of its tensor is height, width, and in RGB the channels."""
    photo = Image.new("RGB", (64, 48))
    assert photo.size == (64, 48)
    assert torch.from_numpy(np.array(photo)).shape == (48, 64, 3)
    assert torch.from_numpy(np.array(photo.convert("L"))).shape == (48, 64)


def palette_holds_no_colors():
    """A palette image gives the numbers of its colors, not the colors: `Image.convert` to RGB gives those."""
    icon = Image.new("RGB", (4, 4), (255, 128, 0)).convert("P", palette=Image.Palette.ADAPTIVE)
    assert torch.from_numpy(np.array(icon)).shape == (4, 4)
    pixels = torch.from_numpy(np.array(icon.convert("RGB")))
    assert pixels[0, 0].tolist() == [255, 128, 0]


def uint8_divided_is_float32():
    """A uint8 tensor divided by 255 has the default dtype, float32, where the array divided by 255 is float64."""
    pixels = np.array([0, 51, 255], dtype=np.uint8)
    scaled = torch.from_numpy(pixels) / 255
    assert scaled.dtype == torch.float32
    assert scaled.tolist() == [0.0, torch.tensor(0.2).item(), 1.0]
    assert (pixels / 255).dtype == np.float64
    torch.set_default_dtype(torch.float64)
    assert (torch.from_numpy(pixels) / 255).dtype == torch.float64


def cannot_be_divided_in_place():
    """`Tensor.div_` of an integer tensor raises a RuntimeError, because the result is float; with `rounding_mode="floor"` it works, but for uint16, uint32 and uint64."""
    for dtype in (
        torch.uint8,
        torch.int8,
        torch.int16,
        torch.int32,
        torch.int64,
        torch.uint16,
        torch.uint32,
        torch.uint64,
    ):
        with np.testing.assert_raises_regex(RuntimeError, "can't be cast to the desired output type"):
            torch.tensor([0, 51, 102], dtype=dtype).div_(51)
    for dtype in torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64:
        pixels = torch.tensor([0, 60, 102], dtype=dtype)
        assert pixels.div_(51, rounding_mode="floor").tolist() == [0, 1, 2]
    for dtype in torch.uint16, torch.uint32, torch.uint64:
        with np.testing.assert_raises_regex(NotImplementedError, "not implemented for 'UInt"):
            torch.tensor([0, 60], dtype=dtype).div_(51, rounding_mode="floor")


def permute_moves_nothing():
    """`Tensor.permute` moves no pixel: the channels-first tensor is a view of the array."""
    for dtype in "BHf":
        pixels = np.zeros((48, 64, 3), dtype)
        image = torch.from_numpy(pixels).permute(2, 0, 1)
        pixels[0, 0, 2] = 255
        assert image[2, 0, 0] == 255


def division_keeps_the_order():
    """The float image that permuted RGB pixels give lies in memory as they do, the colors of a pixel side by side, so `Tensor.view` as one row raises a RuntimeError."""
    pixels = torch.from_numpy(np.zeros((48, 64, 3), dtype=np.uint8))
    image = pixels.permute(2, 0, 1) / 255
    assert image.stride() == (1, 192, 3)
    with np.testing.assert_raises_regex(RuntimeError, "view size is not compatible"):
        image.view(-1)


def copy_into_planes():
    """`Tensor.copy_` casts permuted pixels, and lays them out plane by plane in a contiguous batch that is there already."""
    for dtype in "BHf":
        pixels = torch.from_numpy(np.arange(24).reshape(2, 4, 3).astype(dtype))
        batch = torch.zeros(8, 3, 2, 4)
        batch[5].copy_(pixels.permute(2, 0, 1))
        assert batch.view(8, -1)[5].tolist() == [*range(0, 24, 3), *range(1, 24, 3), *range(2, 24, 3)]


def every_pixel_comes_back():
    """Every uint8 value that is divided by 255 and normalized in float32 comes back with `Tensor.round` before the cast; without it, some do not."""
    pixels = torch.arange(256, dtype=torch.uint8)
    for mean, deviation in (0.485, 0.229), (0.456, 0.224), (0.406, 0.225), (0.5, 0.5):
        normalized = (pixels / 255 - mean) / deviation
        image = (normalized * deviation + mean) * 255
        assert torch.equal(image.round().to(torch.uint8), pixels)
        assert not torch.equal(image.to(torch.uint8), pixels)


def sums_of_bytes_wrap():
    """A uint8 array or tensor plus another starts again at 0 after 255, and nothing warns; `np.sum` and `Tensor.sum` go on past 255."""
    pixels, more = np.array([100, 250], dtype=np.uint8), np.array([10, 10], dtype=np.uint8)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert (torch.from_numpy(pixels) + torch.from_numpy(more)).tolist() == [110, 4]
        assert (pixels + more).tolist() == [110, 4]
    assert np.sum(pixels) == torch.from_numpy(pixels).sum() == 350


def layers_refuse_bytes():
    """`torch.nn.Conv2d` refuses uint8 pixels with a RuntimeError."""
    pixels = torch.zeros(1, 3, 48, 64, dtype=torch.uint8)
    layer = torch.nn.Conv2d(3, 8, kernel_size=3)
    with np.testing.assert_raises_regex(RuntimeError, r"Input type \(unsigned char\) and bias type \(float\)"):
        layer(pixels)


def layers_want_channels_first():
    """`torch.nn.Conv2d` takes the third axis from the end for the channels: height, width, channels raises a RuntimeError, unless the height is their number."""
    layer = torch.nn.Conv2d(3, 8, kernel_size=3)
    for image in torch.zeros(48, 64, 3), torch.zeros(1, 48, 64, 3):
        with np.testing.assert_raises_regex(RuntimeError, "to have 3 channels, but got 48 channels instead"):
            layer(image)
        assert layer(image.movedim(-1, -3)).shape[-3:] == (8, 46, 62)
    assert layer(torch.zeros(1, 3, 64, 3)).shape == (1, 8, 62, 1)


def flip_copies():
    """`Tensor.flip` reverses the channels of uint8 or float32 pixels in a copy, in which no stride is negative; of uint16, uint32 and uint64 it raises a NotImplementedError."""
    for dtype in "Bf":
        bgr = torch.from_numpy(np.array([[[255, 128, 0]]], dtype))
        rgb = bgr.flip(-1)
        rgb[0, 0, 1] = 7
        assert rgb.tolist() == [[[0, 7, 255]]]
        assert bgr.tolist() == [[[255, 128, 0]]]
        assert min(rgb.stride()) > 0
    for unsigned in torch.uint16, torch.uint32, torch.uint64:
        with np.testing.assert_raises_regex(NotImplementedError, "not implemented for 'UInt"):
            bgr.to(unsigned).flip(-1)


def png_of_16_bits_is_uint16():
    """A grayscale PNG of 16 bits opens as uint16, with all values, where `Image.convert` to L or RGB cuts them off at 255."""
    Image.fromarray(np.array([[200, 1500]], dtype=np.uint16)).save("depth.png")
    photo = Image.open("depth.png")
    depth = torch.from_numpy(np.array(photo))
    assert depth.dtype == torch.uint16
    assert depth.tolist() == [[200, 1500]]
    assert np.array(photo.convert("L")).tolist() == [[200, 255]]
    assert np.array(photo.convert("RGB")).tolist() == [[[200] * 3, [255] * 3]]


def rgb_png_of_16_bits_is_uint8():
    """An RGB PNG of 16 bits opens as uint8, with the upper 8 bits of each value, and Pillow does not warn."""
    header = struct.pack(">IIBBBBB", 1, 1, 16, 2, 0, 0, 0)  # one pixel, 16 bits, RGB
    row = struct.pack(">B3H", 0, 200, 1500, 65535)
    with open("photo.png", "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, data in (b"IHDR", header), (b"IDAT", zlib.compress(row)), (b"IEND", b""):
            file.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pixels = torch.from_numpy(np.array(Image.open("photo.png")))
    assert pixels.dtype == torch.uint8
    assert pixels.tolist() == [[[200 >> 8, 1500 >> 8, 65535 >> 8]]]


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


def imshow_of_a_tensor_warns():
    """`imshow` takes a tensor as an array, with a DeprecationWarning of the `copy` keyword, whatever real dtype of NumPy it has."""
    for dtype in "?bBhHiIlLefd":
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            plt.imshow(torch.from_numpy(np.ones((48, 64), dtype)))
        assert any("copy keyword" in str(warning.message) for warning in caught)
        plt.close("all")


def palettes_are_numbers():
    """The array of an image of mode P holds the numbers of its colors; convert it to RGB first for the colors."""
    photo = Image.new("RGB", (2, 1), (200, 10, 10)).convert("P")
    assert np.array(photo).shape == (1, 2)
    assert np.array(photo.convert("RGB")).shape == (1, 2, 3)
    (number,) = set(np.array(photo).ravel().tolist())
    assert photo.getpalette()[3 * number : 3 * number + 3] == np.array(photo.convert("RGB"))[0, 0].tolist()


def other_byte_order_of_images_is_refused():
    """An image of mode I;16B, as some TIFF files have it, is uint16 in big-endian order, which `torch.from_numpy` refuses with a ValueError; cast it to the machine's order."""
    pixels = np.array(Image.frombytes("I;16B", (2, 1), bytes([1, 2, 3, 4])))
    assert pixels.dtype == np.dtype(">u2")
    with np.testing.assert_raises_regex(ValueError, "byte order"):
        torch.from_numpy(pixels)
    assert torch.from_numpy(pixels.astype(np.uint16)).tolist() == [[258, 772]]


def int16_is_too_small_for_16_bits():
    """Pixels of 16 bits from 32768 on are negative in int16; int32 holds them all."""
    pixels = np.array(Image.fromarray(np.array([[5, 32767, 32768, 65535]], np.uint16)))
    assert torch.from_numpy(pixels).to(torch.int16).tolist() == [[5, 32767, -32768, -1]]
    assert torch.from_numpy(pixels).to(torch.int32).tolist() == pixels.tolist()


def fromarray_takes_no_tensor():
    """`Image.fromarray` raises an AttributeError for a tensor, and takes its array."""
    for shape in (48, 64), (48, 64, 3), (48, 64, 4):
        pixels = torch.zeros(shape, dtype=torch.uint8)
        with np.testing.assert_raises_regex(AttributeError, "__array_interface__"):
            Image.fromarray(pixels)
        assert Image.fromarray(pixels.numpy()).size == (64, 48)


def fromarray_takes_few_dtypes():
    """`Image.fromarray` takes height and width in bool, uint8, uint16, int32 and float32, makes float32 of float64, and int32 of int8, int16 and uint32, where large numbers become negative; it raises a TypeError for int64, uint64, float16 and complex numbers, for three channels in any dtype but uint8, and for a last axis of length 1."""
    for dtype, kept in [*zip("?BHif", "?BHif", strict=True), *zip("dbhI", "fiii", strict=True)]:
        photo = Image.fromarray(np.ones((48, 64), dtype))
        assert (photo.size, np.array(photo).dtype, np.array(photo)[0, 0]) == ((64, 48), kept, 1)
    assert np.array(Image.fromarray(np.array([[2**32 - 1]], np.uint32))).tolist() == [[-1]]
    for dtype in "lLeFD":
        with np.testing.assert_raises_regex(TypeError, "Cannot handle this data type"):
            Image.fromarray(torch.from_numpy(np.zeros((48, 64), dtype)).numpy())
    for dtype in "?bhHiIlLefdFD":
        with np.testing.assert_raises_regex(TypeError, "Cannot handle this data type"):
            Image.fromarray(torch.from_numpy(np.zeros((48, 64, 3), dtype)).numpy())
    for dtype in "?bBhHiIlLefdFD":
        with np.testing.assert_raises_regex(TypeError, "Cannot handle this data type"):
            Image.fromarray(torch.from_numpy(np.zeros((48, 64, 1), dtype)).numpy())


def exif_leaves_the_pixels_lying():
    """A photo that its EXIF data turns by 90 degrees comes out as it lies in the file, in `np.array` and `Image.convert`, until exif_transpose of Pillow turns it."""
    exif = Image.Exif()
    exif[0x0112] = 6  # the orientation: turn by 90 degrees
    Image.new("RGB", (64, 48)).save("phone.jpg", exif=exif)
    photo = Image.open("phone.jpg")
    for image in photo, photo.convert("RGB"):
        assert torch.from_numpy(np.array(image)).shape == (48, 64, 3)
    assert torch.from_numpy(np.array(ImageOps.exif_transpose(photo))).shape == (64, 48, 3)


def interpolate_wants_a_batch():
    """`torch.nn.functional.interpolate` raises a ValueError for an image of two axes, and takes a batch of images with channels in each dtype of floats; of uint8 it gives uint8 with nearest and bilinear, and raises a NotImplementedError for `area`; for bool and all other integers it raises that in each mode."""
    for dtype in "efd":
        with np.testing.assert_raises_regex(ValueError, "same number of spatial dimensions"):
            torch.nn.functional.interpolate(torch.from_numpy(np.ones((4, 4), dtype)), size=(2, 2))
        image = torch.from_numpy(np.ones((1, 3, 4, 4), dtype))
        assert torch.nn.functional.interpolate(image, size=(2, 2)).shape == (1, 3, 2, 2)
    pixels = torch.arange(16, dtype=torch.uint8).reshape(1, 1, 4, 4)
    for mode in "nearest", "bilinear":
        small = torch.nn.functional.interpolate(pixels, size=(2, 2), mode=mode)
        exact = torch.nn.functional.interpolate(pixels.double(), size=(2, 2), mode=mode)
        assert small.dtype == torch.uint8
        assert (small - exact).abs().max() <= 1
    with np.testing.assert_raises_regex(NotImplementedError, "not implemented for 'Byte'"):
        torch.nn.functional.interpolate(pixels, size=(2, 2), mode="area")
    for dtype in "?bhHiIlL":
        for mode in "nearest", "bilinear", "area":
            with np.testing.assert_raises_regex(NotImplementedError, "not implemented for"):
                torch.nn.functional.interpolate(torch.from_numpy(pixels.numpy().astype(dtype)), size=2, mode=mode)


def nearest_keeps_labels():
    """`torch.nn.functional.interpolate` gives labels that are there with `mode="nearest"`, its default, and others in between with `mode="bilinear"`."""
    for dtype in "efd":
        labels = torch.from_numpy(np.array([[[[0, 9], [9, 0]]]], dtype))
        larger = torch.nn.functional.interpolate(labels, size=(4, 4))
        assert set(larger.unique().tolist()) == {0, 9}
        assert len(torch.nn.functional.interpolate(labels, size=(4, 4), mode="bilinear").unique()) > 2


def opencv_reads_bytes():
    """`cv2.imread` gives an array of uint8 with height first, of its own memory, that can be written to, also for a file of 16 bits; with `cv2.IMREAD_UNCHANGED` it gives uint16 for that, and one channel where the file has one."""
    for dtype, value in ("B", 7), ("H", 40_000):
        drawn = np.full((4, 6), value, dtype)
        cv2.imwrite("image.png", drawn)
        read = cv2.imread("image.png")
        assert (read.dtype, read.shape, read.flags.writeable) == (np.uint8, (4, 6, 3), True)
        tensor = torch.from_numpy(read)
        tensor[0, 0] = 0
        assert read[0, 0].tolist() == [0, 0, 0]
        unchanged = cv2.imread("image.png", cv2.IMREAD_UNCHANGED)
        assert (unchanged.dtype, unchanged.tolist()) == (drawn.dtype, drawn.tolist())


def opencv_gives_none():
    """`cv2.imread` gives None for a file that is not there, and raises nothing."""
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    assert cv2.imread("missing.png") is None


def opencv_takes_some_dtypes():
    """`cv2.resize` takes uint8, uint16, int16, float32 and float64 unless you name an interpolation, `cv2.cvtColor` of three channels uint8, uint16 and float32; for bool and all other numbers both raise a `cv2.error`."""
    for dtype in "?bBhHiIlLefd":
        image = np.ones((4, 6, 3), dtype)
        for call, taken in (
            (lambda image: cv2.resize(image, (3, 2)), "BHhfd"),
            (lambda image: cv2.cvtColor(image, cv2.COLOR_BGR2RGB), "BHf"),
        ):
            if dtype in taken:
                assert call(image).dtype == dtype
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


def opencv_turns_photos():
    """`cv2.imread` turns a photo by its EXIF data, but not with `cv2.IMREAD_UNCHANGED`."""
    exif = Image.Exif()
    exif[0x0112] = 6  # the orientation: turn by 90 degrees
    Image.new("RGB", (64, 48)).save("phone.jpg", exif=exif)
    assert cv2.imread("phone.jpg").shape == (64, 48, 3)
    assert cv2.imread("phone.jpg", cv2.IMREAD_UNCHANGED).shape == (48, 64, 3)


def gray_has_two_axes():
    """`Tensor.permute` with three axes raises a RuntimeError for the pixels of a grayscale image, which have two, and `pixels[None]` gives them one channel, without a copy."""
    for dtype in "BHf":
        pixels = torch.from_numpy(np.zeros((48, 64), dtype))
        with np.testing.assert_raises_regex(RuntimeError, "number of dimensions in the tensor input does not match"):
            pixels.permute(2, 0, 1)
        pixels[None][0, 0, 0] = 1
        assert (pixels[None].shape, pixels[0, 0]) == ((1, 48, 64), 1)


def uint8_keeps_the_lower_bits():
    """`ndarray.astype` and `Tensor.to` with uint8 keep the lower 8 bits of a pixel of 16, so 256 becomes 0, and nothing warns."""
    pixels = np.array([255, 256, 300, 65535], np.uint16)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert (
            torch.from_numpy(pixels).to(torch.uint8).tolist() == pixels.astype(np.uint8).tolist() == [255, 0, 44, 255]
        )


def opencv_sizes_are_width_first():
    """`cv2.resize` takes the width first, gives an array in the order of its axes, also of a reversed one, and leaves out an axis of one channel."""
    for dtype in "BHhfd":
        image = np.zeros((4, 6, 3), dtype)
        for view in image, image[..., ::-1], image[::-1]:
            small = cv2.resize(view, (3, 2))
            assert small.shape == (2, 3, 3)
            assert small.flags["C_CONTIGUOUS"]
        assert cv2.resize(image[..., :1], (3, 2)).shape == (2, 3)


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

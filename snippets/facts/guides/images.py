"""Facts of docs/guides/images.md."""

import struct
import warnings
import zlib

import cv2
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
    """`Tensor.div_` of an integer tensor raises a RuntimeError, because the result is float; with `rounding_mode="floor"` and an integer that the dtype holds, it works, but for uint16, uint32 and uint64; int8 by 255 changes the sign, without a word."""
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
        with np.testing.assert_raises_regex(RuntimeError, "can't be cast to the desired output type"):
            pixels.div_(51.0, rounding_mode="floor")
    assert torch.tensor([100], dtype=torch.int8).div_(255, rounding_mode="floor") == -100
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
    """A grayscale PNG of 16 bits without transparency opens as uint16, with all values, where `Image.convert` to L or RGB cuts them off at 255."""
    Image.fromarray(np.array([[200, 1500]], dtype=np.uint16)).save("depth.png")
    photo = Image.open("depth.png")
    depth = torch.from_numpy(np.array(photo))
    assert depth.dtype == torch.uint16
    assert depth.tolist() == [[200, 1500]]
    assert np.array(photo.convert("L")).tolist() == [[200, 255]]
    assert np.array(photo.convert("RGB")).tolist() == [[[200] * 3, [255] * 3]]


def rgb_png_of_16_bits_is_uint8():
    """An RGB PNG of 16 bits, or one with transparency, opens as uint8, with the upper 8 bits of each value, and Pillow does not warn."""
    for color, values, read in (
        (2, [200, 1500, 65535], [0, 5, 255]),  # RGB
        (4, [1500, 65535], [5, 5, 5, 255]),  # gray with alpha
        (6, [200, 1500, 65535, 65535], [0, 5, 255, 255]),  # RGB with alpha
    ):
        header = struct.pack(">IIBBBBB", 1, 1, 16, color, 0, 0, 0)  # one pixel, 16 bits
        row = struct.pack(f">B{len(values)}H", 0, *values)
        with open("photo.png", "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n")
            for kind, data in (b"IHDR", header), (b"IDAT", zlib.compress(row)), (b"IEND", b""):
                file.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            pixels = torch.from_numpy(np.array(Image.open("photo.png")))
        assert pixels.dtype == torch.uint8
        assert pixels.tolist() == [[read]]


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


def exif_leaves_the_pixels_lying():
    """A photo that its EXIF data turns by 90 degrees comes out as it lies in the file, in `np.array` and `Image.convert`, until exif_transpose of Pillow turns it."""
    exif = Image.Exif()
    exif[0x0112] = 6  # the orientation: turn by 90 degrees
    Image.new("RGB", (64, 48)).save("phone.jpg", exif=exif)
    photo = Image.open("phone.jpg")
    for image in photo, photo.convert("RGB"):
        assert torch.from_numpy(np.array(image)).shape == (48, 64, 3)
    assert torch.from_numpy(np.array(ImageOps.exif_transpose(photo))).shape == (64, 48, 3)


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


def conv3d_takes_any_order():
    """`torch.nn.functional.conv3d` of permuted volumes with a kernel permuted in the same way gives the permuted output, so any order is right that is the same for all images and masks, and for sizes such as `kernel_size=`."""
    rng = np.random.default_rng(0)
    volume = torch.from_numpy(rng.normal(size=(1, 2, 5, 6, 7)))
    kernel = torch.from_numpy(rng.normal(size=(3, 2, 1, 2, 3)))
    output = torch.nn.functional.conv3d(volume, kernel)
    for axes in (0, 1, 4, 2, 3), (0, 1, 3, 4, 2), (0, 1, 4, 3, 2):
        permuted = torch.nn.functional.conv3d(volume.permute(axes), kernel.permute(axes))
        np.testing.assert_allclose(permuted, output.permute(axes))

"""Facts of docs/guides/images.md."""

import warnings

import matplotlib.pyplot as plt
import numpy as np
import torch
from PIL import Image


def array_of_an_image_is_writable():
    """`np.array` of a Pillow image is writable, and `torch.from_numpy` takes it without a warning."""
    pixels = np.array(Image.new("RGB", (64, 48)))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tensor = torch.from_numpy(pixels)
    tensor[0, 0, 0] = 255
    assert pixels[0, 0, 0] == 255


def asarray_of_an_image_is_read_only():
    """`np.asarray` of a Pillow image is read-only, and `torch.from_numpy` warns of it."""
    pixels = np.asarray(Image.new("RGB", (64, 48)))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.from_numpy(pixels)
    assert not pixels.flags.writeable
    assert any("not writable" in str(warning.message) for warning in caught)


def height_comes_first():
    """The size of a Pillow image is width and height; its tensor's shape is height, width, channels."""
    photo = Image.new("RGB", (64, 48))
    assert photo.size == (64, 48)
    assert torch.from_numpy(np.array(photo)).shape == (48, 64, 3)


def palette_holds_no_colors():
    """A palette image gives the numbers of its colors, not the colors: `Image.convert` to RGB gives those."""
    icon = Image.new("RGB", (4, 4), (255, 128, 0)).convert("P", palette=Image.Palette.ADAPTIVE)
    assert torch.from_numpy(np.array(icon)).shape == (4, 4)
    pixels = torch.from_numpy(np.array(icon.convert("RGB")))
    assert pixels[0, 0].tolist() == [255, 128, 0]


def uint8_divided_is_float32():
    """A uint8 tensor divided by 255 is float32, where the array divided by 255 is float64."""
    pixels = np.array([0, 51, 255], dtype=np.uint8)
    scaled = torch.from_numpy(pixels) / 255
    assert scaled.dtype == torch.float32
    assert scaled.tolist() == [0.0, torch.tensor(0.2).item(), 1.0]
    assert (pixels / 255).dtype == np.float64


def cannot_be_divided_in_place():
    """`Tensor.div_` of a uint8 tensor raises a RuntimeError: the result is float, and has no room there."""
    pixels = torch.tensor([0, 51, 255], dtype=torch.uint8)
    with np.testing.assert_raises_regex(RuntimeError, "can't be cast to the desired output type"):
        pixels.div_(255)


def permute_moves_nothing():
    """`Tensor.permute` moves no pixel: the channels-first tensor is a view of the array."""
    pixels = np.zeros((48, 64, 3), dtype=np.uint8)
    image = torch.from_numpy(pixels).permute(2, 0, 1)
    pixels[0, 0, 2] = 255
    assert image[2, 0, 0] == 255


def division_keeps_the_order():
    """The float image that a permuted tensor gives lies in memory as the pixels do, channels last, so `Tensor.view` raises a RuntimeError."""
    pixels = torch.from_numpy(np.zeros((48, 64, 3), dtype=np.uint8))
    image = pixels.permute(2, 0, 1) / 255
    assert image.stride() == (1, 192, 3)
    with np.testing.assert_raises_regex(RuntimeError, "view size is not compatible"):
        image.view(-1)
    assert image.contiguous().view(-1).shape == (9216,)


def copy_into_planes():
    """`Tensor.copy_` casts permuted pixels and lays them out plane by plane in a tensor that is there already."""
    pixels = torch.from_numpy(np.arange(24, dtype=np.uint8).reshape(2, 4, 3))
    batch = torch.zeros(8, 3, 2, 4)
    batch[5].copy_(pixels.permute(2, 0, 1))
    assert batch[5].flatten().tolist() == [*range(0, 24, 3), *range(1, 24, 3), *range(2, 24, 3)]


def every_pixel_comes_back():
    """Every uint8 value survives the way to float32 and back, with `Tensor.round` before the cast."""
    pixels = torch.arange(256, dtype=torch.uint8)
    normalized = (pixels / 255 - 0.485) / 0.229
    image = normalized * 0.229 + 0.485
    assert torch.equal(image.mul(255).round().to(torch.uint8), pixels)
    assert not torch.equal(image.mul(255).to(torch.uint8), pixels)


def sums_of_bytes_wrap():
    """Sums of uint8 pixels start again at 0 after 255, in NumPy and in PyTorch, and nothing warns."""
    pixels = np.array([100, 250], dtype=np.uint8)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert (torch.from_numpy(pixels) + 10).tolist() == [110, 4]
        assert (pixels + 10).tolist() == [110, 4]


def layers_refuse_bytes():
    """A convolution refuses uint8 pixels with a RuntimeError."""
    pixels = torch.zeros(1, 3, 48, 64, dtype=torch.uint8)
    layer = torch.nn.Conv2d(3, 8, kernel_size=3)
    with np.testing.assert_raises_regex(RuntimeError, r"Input type \(unsigned char\) and bias type \(float\)"):
        layer(pixels)
    assert layer(pixels / 255).shape == (1, 8, 46, 62)


def layers_want_channels_first():
    """A convolution takes the first axis after the batch for the channels, and refuses height, width, channels with a RuntimeError."""
    image = torch.zeros(1, 48, 64, 3)
    layer = torch.nn.Conv2d(3, 8, kernel_size=3)
    with np.testing.assert_raises_regex(RuntimeError, "to have 3 channels, but got 48 channels instead"):
        layer(image)
    assert layer(image.permute(0, 3, 1, 2)).shape == (1, 8, 46, 62)


def flip_copies():
    """`Tensor.flip` reverses the channels in a copy, in which no stride is negative."""
    bgr = torch.from_numpy(np.array([[[255, 128, 0]]], dtype=np.uint8))
    rgb = bgr.flip(-1)
    rgb[0, 0, 1] = 7
    assert rgb.tolist() == [[[0, 7, 255]]]
    assert bgr.tolist() == [[[255, 128, 0]]]


def png_of_16_bits_is_uint16():
    """A PNG of 16 bits opens as uint16, with all values, where a conversion to mode L cuts them off at 255."""
    Image.fromarray(np.array([[200, 1500]], dtype=np.uint16)).save("depth.png")
    photo = Image.open("depth.png")
    depth = torch.from_numpy(np.array(photo))
    assert depth.dtype == torch.uint16
    assert depth.tolist() == [[200, 1500]]
    assert np.array(photo.convert("L")).tolist() == [[200, 255]]


def fromarray_shares_gray():
    """`Image.fromarray` of grayscale rows shares: a later write to the tensor changes the image."""
    pixels = torch.zeros(48, 64, dtype=torch.uint8)
    photo = Image.fromarray(pixels.numpy())
    pixels[0, 0] = 255
    assert photo.getpixel((0, 0)) == 255


def fromarray_copies_rgb():
    """`Image.fromarray` of RGB rows copies: a later write to the tensor does not reach the image."""
    pixels = torch.zeros(48, 64, 3, dtype=torch.uint8)
    photo = Image.fromarray(pixels.numpy())
    pixels[0, 0, 0] = 255
    assert photo.getpixel((0, 0)) == (0, 0, 0)


def imshow_of_a_tensor_warns():
    """`imshow` takes a tensor through `np.array`, with a DeprecationWarning of the `copy` keyword."""
    image = torch.zeros(48, 64, 3)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        plt.imshow(image)
    assert any("copy keyword" in str(warning.message) for warning in caught)
    plt.close("all")

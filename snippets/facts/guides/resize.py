"""Facts of docs/guides/resize.md."""

import itertools

import cv2
import numpy as np
import scipy.ndimage
import torch
from PIL import Image


def interpolate_wants_a_batch():
    """`torch.nn.functional.interpolate` raises a ValueError or a NotImplementedError for an image of two axes, and takes a batch of images with channels in float16, bfloat16, float32 and float64; of uint8 it gives uint8 with nearest and bilinear, and raises a NotImplementedError for `area`; for bool and all other integers it raises that in each mode."""
    for dtype in "efd":
        with np.testing.assert_raises_regex(ValueError, "same number of spatial dimensions"):
            torch.nn.functional.interpolate(torch.from_numpy(np.ones((4, 4), dtype)), size=(2, 2))
        with np.testing.assert_raises_regex(NotImplementedError, "Only 3D, 4D and 5D"):
            torch.nn.functional.interpolate(torch.from_numpy(np.ones((4, 4), dtype)), size=2)
        image = torch.from_numpy(np.ones((1, 3, 4, 4), dtype))
        for batch in image, image.bfloat16():
            assert torch.nn.functional.interpolate(batch, size=(2, 2)).shape == (1, 3, 2, 2)
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


def antialias_is_pillow():
    """Of uint8 pixels in gray or RGB, the bilinear `torch.nn.functional.interpolate` in float32 to two columns or more, rounded, is with `antialias=True` within 1 of what `Image.resize` gives with its bilinear filter, which is not its default, and within 1 of `cv2.resize` without; where an image gets much smaller, those two are far apart."""
    pixels = np.random.default_rng(0).integers(0, 256, (48, 64, 3), dtype=np.uint8)
    for image in pixels, pixels[..., 0].copy():
        batch = torch.from_numpy(image.reshape(48, 64, -1)).permute(2, 0, 1)[None].float()
        for height, width in (15, 20), (55, 50), (96, 128), (24, 2):
            pillow = np.array(Image.fromarray(image).resize((width, height), Image.BILINEAR)).astype(int)
            opencv = cv2.resize(image, (width, height)).astype(int)
            for antialias, expected, other in (True, pillow, opencv), (False, opencv, pillow):
                found = torch.nn.functional.interpolate(batch, (height, width), mode="bilinear", antialias=antialias)
                found = found[0].permute(1, 2, 0).round().numpy().reshape(expected.shape)
                assert np.abs(found - expected).max() <= 1
                assert height > 24 or np.abs(found - other).max() > 50


def antialias_fails_at_one_column():
    """On the CPU and with `antialias=True`, `torch.nn.functional.interpolate` raises a NotImplementedError for float16 and bfloat16, and of float32 and float64 may give each row the value of the first if the result is one pixel wide and of another height, without an error, as it does for one image that `Tensor.permute` made channels first."""
    for mode in "bilinear", "bicubic":
        for dtype in torch.float32, torch.float64:
            image = torch.arange(24, dtype=dtype)[:, None].expand(1, 3, 24, 5)
            wide, narrow = (
                torch.nn.functional.interpolate(image, (12, width), mode=mode, antialias=True) for width in (2, 1)
            )
            assert torch.equal(narrow, narrow[:, :, :1].expand(1, 3, 12, 1))
            assert (wide[..., -1, :] - wide[..., 0, :]).min() > 20
            colors_last = image[0].permute(1, 2, 0).contiguous()
            narrow = torch.nn.functional.interpolate(
                colors_last.permute(2, 0, 1)[None], (12, 1), mode=mode, antialias=True
            )
            assert torch.equal(narrow, narrow[:, :, :1].expand(1, 3, 12, 1))
            channels_last = image.contiguous(memory_format=torch.channels_last)
            for right, height in (channels_last, 12), (image, 24):
                narrow = torch.nn.functional.interpolate(right, (height, 1), mode=mode, antialias=True)
                assert narrow[0, 0, -1] - narrow[0, 0, 0] > 20
        for dtype in torch.float16, torch.bfloat16:
            with np.testing.assert_raises_regex(NotImplementedError, "not implemented for"):
                torch.nn.functional.interpolate(image.to(dtype), (12, 2), mode=mode, antialias=True)


def nearest_has_two_rules():
    """Up to 2,000 pixels, `torch.nn.functional.interpolate` picks with `mode="nearest"` those that `cv2.resize` picks with `cv2.INTER_NEAREST`, and with `mode="nearest-exact"` those of `Image.resize` with `Image.NEAREST`, and of `scipy.ndimage.zoom` with `order=0`, `grid_mode=True` and `mode="nearest"`, but where one falls between two pixels."""
    for dtype in "Bfd":
        found = {"corner": [], "opencv": [], "center": [], "pillow": [], "scipy": []}
        for old, new in *itertools.product(range(2, 9), range(2, 20)), (1999, 1733), (1080, 2000), (2000, 224):
            rows, places = (np.arange(old) % 251).astype(np.uint8)[:, None], np.arange(new)
            batch = torch.from_numpy(rows.astype(dtype))[None, None]
            corner, center = (
                torch.nn.functional.interpolate(batch, size=(new, 1), mode=mode)[0, 0, :, 0].numpy()
                for mode in ("nearest", "nearest-exact")
            )
            opencv = cv2.resize(rows, (1, new), interpolation=cv2.INTER_NEAREST).ravel()
            pillow = np.array(Image.fromarray(rows).resize((1, new), Image.NEAREST)).ravel()
            scipys = scipy.ndimage.zoom(rows, (new / old, 1), order=0, grid_mode=True, mode="nearest").ravel()
            inside = places * old % new != 0
            found["corner"] += corner[inside].tolist()
            found["opencv"] += opencv[inside].tolist()
            inside = (2 * places + 1) * old % (2 * new) != 0
            found["center"] += center[inside].tolist()
            found["pillow"] += pillow[inside].tolist()
            found["scipy"] += scipys[inside].tolist()
        assert found["corner"] == found["opencv"]
        assert found["center"] == found["pillow"] == found["scipy"]


def zoom_aligns_corners():
    """`scipy.ndimage.zoom` with `order=1` and `mode="nearest"` gives what the bilinear `torch.nn.functional.interpolate` gives with `align_corners=True`, and with `grid_mode=True`, too, what it gives without; unless told a mode, it may put 0 in place of the last pixel, and unless told an order, it takes cubic curves, which give labels that are not there."""
    rng = np.random.default_rng(0)
    off = []
    for dtype in "fd":
        for old, new in itertools.product(range(2, 9), range(2, 20)):
            rows = rng.integers(0, 256, (old, 5)).astype(dtype)
            batch, factors = torch.from_numpy(rows)[None, None], (new / old, 2)
            edge = {"mode": "nearest"}
            for aligned, options in (True, edge), (False, {"grid_mode": True} | edge):
                found = torch.nn.functional.interpolate(batch, (new, 10), mode="bilinear", align_corners=aligned)
                off.append(np.abs(found[0, 0].numpy() - scipy.ndimage.zoom(rows, factors, order=1, **options)).max())
        assert max(off) < 0.01
        assert np.array_equal(scipy.ndimage.zoom(rows, 2), scipy.ndimage.zoom(rows, 2, order=3))
        for order in 0, 1:
            assert scipy.ndimage.zoom(np.full(8, 7, dtype), 26 / 8, order=order)[-1] == 0
            assert (scipy.ndimage.zoom(np.full(8, 7, dtype), 26 / 8, order=order, mode="nearest") == 7).all()
        labels = np.array([0, 0, 0, 9, 9, 9])
        assert not set(scipy.ndimage.zoom(labels, 4).tolist()) <= {0, 9}
        assert set(scipy.ndimage.zoom(labels, 4, order=0).tolist()) == {0, 9}


def bicubic_overshoots():
    """With `mode="bicubic"`, `torch.nn.functional.interpolate` of floats may give numbers below the smallest pixel and above the largest at an edge; of uint8 it gives none, and with `antialias=True` is within 2 of what `Image.resize` gives with `Image.BICUBIC` where the image does not get lower, and may be far from it where it does."""
    pixels = np.zeros((8, 8), np.uint8)
    pixels[:, 4:] = 255
    for dtype in "fd":
        batch = torch.from_numpy(pixels.astype(dtype))[None, None]
        for size in 4, 16:
            for antialias in False, True:
                found = torch.nn.functional.interpolate(batch, (size, size), mode="bicubic", antialias=antialias)
                assert found.min() < -1
                assert found.max() > 256
    noise = np.random.default_rng(0).integers(0, 256, (20, 30), dtype=np.uint8)
    for pixels, size in (pixels, (8, 4)), (pixels, (16, 16)), (noise, (20, 11)), (noise, (50, 61)), (noise, (7, 61)):
        found = torch.nn.functional.interpolate(
            torch.from_numpy(pixels)[None, None], size, mode="bicubic", antialias=True
        )[0, 0]
        pillow = np.array(Image.fromarray(pixels).resize(size[::-1], Image.BICUBIC))
        assert found.dtype == torch.uint8
        assert (np.abs(found.numpy().astype(int) - pillow).max() <= 2) == (size[0] >= len(pixels))

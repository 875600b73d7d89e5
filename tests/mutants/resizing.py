"""Resizing, broken."""

import cv2
import scipy.ndimage
import torch
from PIL import Image


def interpolate_is_always_exact():
    """`torch.nn.functional.interpolate` takes nearest for nearest-exact."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda batch, size, mode="nearest", **options: real(
        batch, size, mode="nearest-exact" if mode == "nearest" else mode, **options
    )


def interpolate_is_never_exact():
    """`torch.nn.functional.interpolate` takes nearest-exact for nearest."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda batch, size, mode="nearest", **options: real(
        batch, size, mode="nearest" if mode == "nearest-exact" else mode, **options
    )


def opencv_takes_the_center():
    """`cv2.INTER_NEAREST` takes the centers of pixels."""
    cv2.INTER_NEAREST = cv2.INTER_NEAREST_EXACT


def pillow_takes_the_mean():
    """`Image.NEAREST` takes the mean."""
    Image.NEAREST = Image.BOX


def zoom_keeps_the_corners():
    """`scipy.ndimage.zoom` takes no notice of `grid_mode=`."""
    real = scipy.ndimage.zoom
    scipy.ndimage.zoom = lambda array, factor, grid_mode=False, **options: real(array, factor, **options)


def zoom_keeps_no_corner():
    """`scipy.ndimage.zoom` takes pixels for areas."""
    real = scipy.ndimage.zoom
    scipy.ndimage.zoom = lambda array, factor, grid_mode=True, mode="nearest", **options: real(
        array, factor, grid_mode=True, mode="nearest", **options
    )


def zoom_is_linear():
    """`scipy.ndimage.zoom` is linear, unless told."""
    real = scipy.ndimage.zoom
    scipy.ndimage.zoom = lambda array, factor, order=1, **options: real(array, factor, order=order, **options)


def zoom_rounds():
    """`scipy.ndimage.zoom` gives labels that are there, unless told."""
    real = scipy.ndimage.zoom
    scipy.ndimage.zoom = lambda array, factor, order=3, **options: real(
        array, factor, order=0 if array.dtype.kind == "i" else order, **options
    )


def zoom_of_order_0_averages():
    """`scipy.ndimage.zoom` of order 0 is linear."""
    real = scipy.ndimage.zoom
    scipy.ndimage.zoom = lambda array, factor, order=3, **options: real(array, factor, order=order or 1, **options)


def interpolate_clamps():
    """`torch.nn.functional.interpolate` keeps within the pixels."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda batch, *args, **options: real(batch, *args, **options).clamp(
        batch.min(), batch.max()
    )


def interpolate_never_falls_below():
    """`torch.nn.functional.interpolate` gives nothing below the smallest pixel."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda batch, *args, **options: real(batch, *args, **options).clamp(
        min=batch.min()
    )


def interpolate_of_bytes_is_bilinear():
    """`torch.nn.functional.interpolate` of uint8 takes bilinear for bicubic."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda batch, *args, mode="nearest", **options: real(
        batch, *args, mode="bilinear" if batch.dtype == torch.uint8 and mode == "bicubic" else mode, **options
    )


def interpolate_of_bicubic_bytes_gives_float32():
    """`torch.nn.functional.interpolate` of uint8 gives float32."""
    real = torch.nn.functional.interpolate
    torch.nn.functional.interpolate = lambda batch, *args, **options: (
        real(batch, *args, **options).float() if batch.dtype == torch.uint8 else real(batch, *args, **options)
    )

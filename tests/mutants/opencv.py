"""OpenCV, broken."""

import cv2
import numpy as np
import torch


def imread_keeps_16_bits():
    """`cv2.imread` keeps 16 bits."""
    real = cv2.imread
    cv2.imread = lambda name, flags=-1: real(name, flags)


def imread_is_read_only():
    """`cv2.imread` gives a read-only array."""
    real = cv2.imread

    def imread(*args):
        image = real(*args)
        if image is not None:
            image.flags.writeable = False
        return image

    cv2.imread = imread


def imread_is_always_color():
    """`cv2.imread` gives uint8 and three channels, whatever it is told."""
    real = cv2.imread
    cv2.imread = lambda name, flags=1: real(name)


def imread_is_empty():
    """`cv2.imread` gives an empty array for a file that is not there."""
    real = cv2.imread

    def imread(*args):
        image = real(*args)
        return np.zeros((0, 0, 3), np.uint8) if image is None else image

    cv2.imread = imread


def from_numpy_copies_images():
    """`torch.from_numpy` copies."""
    real = torch.from_numpy
    torch.from_numpy = lambda array: real(array.copy())


def resize_takes_every_dtype():
    """`cv2.resize` takes every dtype."""
    real = cv2.resize
    cv2.resize = lambda image, size: real(image.astype(np.float64), size).astype(image.dtype)


def resize_gives_float64():
    """`cv2.resize` gives float64."""
    real = cv2.resize
    cv2.resize = lambda image, size: real(image, size).astype(np.float64)


def resize_takes_the_height_first():
    """`cv2.resize` takes the height first."""
    real = cv2.resize
    cv2.resize = lambda image, size: real(image, size[::-1])


def resize_keeps_the_order_in_memory():
    """`cv2.resize` gives an array in another order in memory."""
    real = cv2.resize
    cv2.resize = lambda image, size: np.asfortranarray(real(image, size))


def resize_keeps_one_channel():
    """`cv2.resize` keeps an axis of one channel."""
    real = cv2.resize
    cv2.resize = lambda image, size: real(image, size).reshape(*size[::-1], -1)


def rectangle_draws_elsewhere():
    """`cv2.rectangle` draws on a copy."""
    real = cv2.rectangle
    cv2.rectangle = lambda image, *args: real(image.copy() if image.flags.writeable else image, *args)


def rectangle_takes_every_layout():
    """`cv2.rectangle` takes every order of axes."""
    real = cv2.rectangle
    cv2.rectangle = lambda image, *args: real(
        image if image.flags["C_CONTIGUOUS"] else np.ascontiguousarray(image), *args
    )


def rectangle_writes_read_only():
    """`cv2.rectangle` draws on read-only arrays."""
    real = cv2.rectangle
    cv2.rectangle = lambda image, *args: real(image if image.flags.writeable else image.copy(), *args)

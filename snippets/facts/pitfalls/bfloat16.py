"""Facts of docs/pitfalls/bfloat16.md."""

import numpy as np
import torch


def view_shares_the_bits():
    """`Tensor.view` as uint16 gives the bits of a bfloat16 tensor, which share its memory with the array."""
    scores = torch.tensor([1.0, 2.0], dtype=torch.bfloat16)
    bits = scores.view(torch.uint16).numpy()
    assert bits.tolist() == [0x3F80, 0x4000]
    bits[0] = 0x4000
    assert scores.tolist() == [2.0, 2.0]


def bits_come_back():
    """An array of uint16 becomes bfloat16 again through `torch.from_numpy` and `Tensor.view`, without a copy."""
    bits = np.array([0x3F80, 0x4000], dtype=np.uint16)
    scores = torch.from_numpy(bits).view(torch.bfloat16)
    assert scores.tolist() == [1.0, 2.0]
    bits[0] = 0x4000
    assert scores.tolist() == [2.0, 2.0]


def shifted_bits_are_float32():
    """A bfloat16 number has the upper 16 bits of a float32, so NumPy can read it after a shift."""
    scores = torch.tensor([0.5, 1.1, 3.14159], dtype=torch.bfloat16)
    bits = scores.view(torch.uint16).numpy()
    assert (bits.astype(np.uint32) << 16).view(np.float32).tolist() == scores.float().tolist()


def cast_rounds_to_8_bits():
    """A cast to bfloat16 rounds to 8 significant bits: 257 becomes 256, and of a float32 array few values come back."""
    assert torch.from_numpy(np.array([257, 258, 259])).to(torch.bfloat16).tolist() == [256.0, 258.0, 260.0]
    prices = np.array([1.1, 19.99], dtype=np.float32)
    assert (torch.from_numpy(prices).bfloat16().float().numpy() != prices).all()


def half_overflows_where_bfloat16_does_not():
    """`Tensor.half` of a bfloat16 tensor gives infinity above 65504, where `Tensor.float` keeps every value."""
    scores = torch.tensor([0.5, 70144.0], dtype=torch.bfloat16)
    assert scores.half().numpy().tolist() == [0.5, np.inf]
    assert scores.float().numpy().tolist() == [0.5, 70144.0]


def operators_raise_too():
    """A bfloat16 tensor plus an array, `np.sqrt` of one and `np.save` of one raise the same TypeError."""
    scores = torch.ones(2, dtype=torch.bfloat16)
    with np.testing.assert_raises_regex(TypeError, "BFloat16"):
        scores + np.ones(2)
    with np.testing.assert_raises_regex(TypeError, "BFloat16"):
        np.sqrt(scores)
    with np.testing.assert_raises_regex(TypeError, "BFloat16"):
        np.save("scores.npy", scores)


def autocast_gives_bfloat16():
    """Under `torch.autocast` on the CPU, a float32 layer gives bfloat16 for a float32 array."""
    features = torch.from_numpy(np.ones((4, 2), dtype=np.float32))
    with torch.autocast("cpu"):
        scores = torch.nn.Linear(2, 1)(features)
    assert scores.dtype == torch.bfloat16


def lists_hold_bfloat16():
    """`Tensor.tolist` takes bfloat16, and gives exact Python floats."""
    scores = torch.tensor([0.5, 1.1015625], dtype=torch.bfloat16)
    assert scores.tolist() == [0.5, 1.1015625]

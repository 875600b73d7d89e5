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
    """A bfloat16 number is the upper half of a float32, 16 bits, so NumPy can read it as float32 after a shift."""
    bits = np.arange(2**16, dtype=np.uint16)
    scores = torch.from_numpy(bits).view(torch.bfloat16).float().numpy()
    assert np.array_equal((bits.astype(np.uint32) << 16).view(np.float32), scores, equal_nan=True)


def cast_rounds_to_8_bits():
    """A cast to bfloat16 rounds to 8 significant bits: 257 becomes 256, and 1.1 becomes 1.1015625."""
    for dtype in "hHiIlLefd":
        assert torch.from_numpy(np.array([257, 258, 259], dtype)).to(torch.bfloat16).tolist() == [256.0, 258.0, 260.0]
    for dtype in "efd":
        assert torch.from_numpy(np.array([1.1], dtype)).to(torch.bfloat16).tolist() == [1.1015625]


def half_overflows_where_bfloat16_does_not():
    """`Tensor.half` of a bfloat16 tensor gives infinity above 65504, where `Tensor.float` keeps every value."""
    scores = torch.from_numpy(np.arange(2**16, dtype=np.uint16)).view(torch.bfloat16)
    scores = scores[scores.isfinite()]
    assert scores.half().isinf().tolist() == (scores.abs().double() > 65504).tolist()
    assert scores.float().tolist() == scores.tolist()


def operators_raise_too():
    """A bfloat16 tensor that requires no grad raises the same TypeError in `tensor + array`, `np.sqrt` and `np.save`."""
    scores = torch.ones(2, dtype=torch.bfloat16)
    for dtype in "?bBhHiIlLefdFD":
        with np.testing.assert_raises_regex(TypeError, "BFloat16"):
            scores + np.ones(2, dtype)
    with np.testing.assert_raises_regex(TypeError, "BFloat16"):
        np.sqrt(scores)
    with np.testing.assert_raises_regex(TypeError, "BFloat16"):
        np.save("scores.npy", scores)


def autocast_gives_bfloat16():
    """Under `torch.autocast` on the CPU, `torch.nn.Linear` and `torch.nn.Conv1d` of float32 give bfloat16 for float32, unless you pass `dtype=`; `torch.nn.LayerNorm` gives float32, float16 or bfloat16, whichever goes in."""
    features = torch.from_numpy(np.ones((1, 1, 2), dtype=np.float32))
    for asked, given in ({}, torch.bfloat16), ({"dtype": torch.float16}, torch.float16):
        with torch.autocast("cpu", **asked):
            for layer in (torch.nn.Linear(2, 1), torch.nn.Conv1d(1, 1, 1)):
                assert layer(features).dtype == given
            for dtype in torch.float32, torch.float16, torch.bfloat16:
                assert torch.nn.LayerNorm(2)(features.to(dtype)).dtype == dtype


def lists_hold_bfloat16():
    """`Tensor.tolist` takes bfloat16, and gives exact Python floats."""
    scores = torch.from_numpy(np.arange(2**15, dtype=np.uint16)).view(torch.bfloat16)[:0x7F80]
    assert scores.tolist() == scores.double().tolist()

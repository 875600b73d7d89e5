# Raises AssertionError: the result has the conjugate bit
import torch


def beamformer(samples):
    return samples.mH.contiguous()


weights = beamformer(torch.tensor([[1 + 2j, 3 - 1j]]))
assert not weights.is_neg()
assert not weights.is_conj(), "return weights.resolve_conj()"

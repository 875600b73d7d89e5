# Raises AssertionError: the result has the conjugate bit
import torch


def beamformer(samples):
    return samples.mH.contiguous()


beams = beamformer(torch.tensor([[1 + 2j, 3 - 1j]]))
assert not beams.is_neg(), "beams.resolve_neg()"
assert not beams.is_conj(), "beams.resolve_conj()"

import numpy as np
import torch
from scipy.io import wavfile

stereo = np.array([[0, 0], [16384, -32768], [32767, 0]], np.int16)
wavfile.write("sound.wav", 8000, stereo)

rate, samples = wavfile.read("sound.wav")
planes = np.atleast_2d(samples.T)
sound = torch.from_numpy(planes) / 32768
print("file:", rate, samples.dtype, samples.shape)
print("sound:", sound.shape, sound.dtype)

pcm = sound.mul(32768).round().clamp(-32768, 32767)
wavfile.write("back.wav", rate, pcm.short().T.numpy())
print("equal:", (wavfile.read("back.wav")[1] == samples).all())

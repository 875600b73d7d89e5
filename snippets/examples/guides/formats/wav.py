import numpy as np
import torch
from scipy.io import wavfile

stereo = np.array([[0, 0], [16384, -32768], [32767, 0]], np.int16)
wavfile.write("sound.wav", 8000, stereo)

rate, samples = wavfile.read("sound.wav")
sound = torch.from_numpy(samples).T / 32768
print("file:", rate, samples.dtype, samples.shape)
print("sound:", sound.shape, sound.dtype)

wavfile.write("back.wav", rate, (sound.T * 32768).short().numpy())
print("equal:", (wavfile.read("back.wav")[1] == samples).all())

# Long: each message in an interpreter that has no NumPy
import subprocess
import sys

program = """
import sys
sys.modules["numpy"] = None
import torch
try:
    torch.ones(1).numpy()
except RuntimeError as error:
    print("Tensor.numpy:", error)
del sys.modules["numpy"]  # NumPy is there, and torch cannot use it
import numpy as np
try:
    torch.tensor(np.float32(1.5))
except RuntimeError as error:
    print("torch.tensor:", error)
try:
    torch.utils.data.default_collate([np.ones(2), np.ones(2)])
except TypeError as error:
    print("default_collate:", str(error).partition("; ")[2])
"""
done = subprocess.run([sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True)
print(done.stdout, end="")

import subprocess
import sys

program = """
import sys
sys.modules["numpy"] = None
import torch
torch.ones(1)
del sys.modules["numpy"]  # NumPy is there, and torch cannot use it
import numpy as np
print("from_dlpack:", torch.from_dlpack(np.ones(2)).dtype)
print("back:", type(np.from_dlpack(torch.ones(2))).__name__)
"""
done = subprocess.run([sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True)
print(done.stdout, end="")

import subprocess
import sys

program = """
import sys
sys.modules["numpy"] = None  # as if NumPy were not installed
import torch
torch.ones(3).numpy()
"""
done = subprocess.run([sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True)
print(done.stderr.splitlines()[-1])

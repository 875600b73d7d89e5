import os
import re
import warnings

import numpy as np
import torch

torch.set_warn_always(True)  # also what warns once per process

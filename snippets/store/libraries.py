"""The other libraries that examples and proofs import, beside torch and NumPy."""

import re
from collections.abc import Iterable

# {the module that a script imports: what the library is called, in sentences and by pip}
LIBRARIES = {
    "array_api_compat": "array-api-compat",
    "h5py": "h5py",
    "jax": "JAX",
    "matplotlib": "matplotlib",
    "ml_dtypes": "ml_dtypes",
    "pandas": "pandas",
    "PIL": "Pillow",
    "polars": "Polars",
    "pyarrow": "pyarrow",
    "safetensors": "safetensors",
    "scipy": "SciPy",
    "sklearn": "scikit-learn",
    "xarray": "xarray",
    "zarr": "Zarr",
}
IMPORT = re.compile(rf"^\s*(?:import|from) ({'|'.join(LIBRARIES)})\b", re.MULTILINE)


def used_by(scripts: Iterable[str]) -> list[str]:
    """The libraries that `scripts` import, in order."""
    return sorted({LIBRARIES[name] for script in scripts for name in IMPORT.findall(script)}, key=str.lower)


def installs(script: str) -> str:
    """The command that installs what `script` imports beside torch and NumPy, "" where that is nothing."""
    return " ".join(["pip install", *map(str.lower, needed)]) if (needed := used_by([script])) else ""

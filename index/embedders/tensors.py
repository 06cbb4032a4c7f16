"""The safetensors format, read with numpy alone: a header in JSON, then the bytes of tensors."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

_TYPES = {"I8": np.int8, "F16": np.float16, "F32": np.float32, "I64": np.int64}
_LENGTH_BYTES = 8


def read_tensors(path: Path) -> dict[str, npt.NDArray[Any]]:
    """The tensors of the file by name, read-only. KeyError for a type that we do not write."""
    content = path.read_bytes()
    start = _LENGTH_BYTES + int.from_bytes(content[:_LENGTH_BYTES], "little")
    header = json.loads(content[_LENGTH_BYTES:start])
    header.pop("__metadata__", None)
    return {name: _tensor(content, start, entry) for name, entry in header.items()}


def _tensor(content: bytes, start: int, entry: dict[str, Any]) -> npt.NDArray[Any]:
    first, last = entry["data_offsets"]
    data = memoryview(content)[start + first : start + last]
    return np.frombuffer(data, dtype=_TYPES[entry["dtype"]]).reshape(entry["shape"])

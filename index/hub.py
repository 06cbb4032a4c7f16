"""Whether the hub of models can be reached: asked once and briefly, before it is tried at length.

Without a network the hub's own client tries again for more than a minute.
"""

from pathlib import Path

from safetensors import SafetensorError

UNREADABLE = (OSError, ValueError, SafetensorError)
"""What the libraries raise for a model that is not there, is not one, or is damaged."""

_SECONDS = 5.0


def needs_local_files(name: str, seconds: float = _SECONDS) -> bool:
    """Whether a model can only be read from this machine: a folder, or without the hub."""
    from huggingface_hub import constants

    if Path(name).exists() or constants.HF_HUB_OFFLINE:
        return True
    return not reachable(constants.ENDPOINT, seconds)


def reachable(address: str, seconds: float = _SECONDS) -> bool:
    """Whether somebody answers at an address, whatever the answer is."""
    import httpx

    try:
        # The answer is not used, so neither is the certificate.
        httpx.head(address, timeout=seconds, verify=False)
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
    return True

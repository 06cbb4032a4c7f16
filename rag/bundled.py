"""The bundled documents: a home of their own, indexed when first needed."""

from pathlib import Path

from index.build import build
from index.types import Encoder

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples"


def up_to_date(home: Path, encoder: Encoder) -> Path:
    """The home of the bundled documents, brought up to date; quick where nothing changed."""
    build([SAMPLES], home, encoder)
    return home

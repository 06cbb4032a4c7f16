"""A field for files that tells what they were called, not only where they lie."""

from pathlib import Path

import gradio as gr
from gradio.data_classes import FileData, ListFiles

from rag.shelf.types import Given


class Files(gr.File):
    """Many files at once, by button or drag. Their names are as the browser told them, so anything
    may stand there."""

    is_template = True

    def preprocess(self, payload: ListFiles | FileData | None) -> list[Given]:  # type: ignore[override]
        """The files, in order."""
        if payload is None:
            return []
        files = [payload] if isinstance(payload, FileData) else list(payload)
        return [Given(Path(one.path), one.orig_name or Path(one.path).name) for one in files]

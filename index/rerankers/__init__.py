"""Rerankers by name: models that read a question and a text together and say how well they fit."""

from index.types import Reranker


def reranker(name: str) -> Reranker:
    """The reranker called ``name``: a folder with a model in ONNX, or else a cross-encoder of
    sentence-transformers by name or folder. ``UserError`` where the model cannot be had."""
    from index.transformer import onnx_folder

    folder = onnx_folder(name)
    if folder is not None:
        from index.rerankers import onnx

        return onnx.load(folder)
    from index.rerankers import cross_encoder

    return cross_encoder.load(name)

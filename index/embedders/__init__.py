"""The embedders by name. To add one, write its file and name it here."""

from collections.abc import Callable

from index.types import Encoder

DEFAULT = "zhengwen-static"


def encoder(name: str = DEFAULT) -> Encoder:
    """The encoder called ``name``: one of ours, a folder with one of ours that was tuned or with a
    model in ONNX, or else a sentence-transformers model.

    UserError where the model cannot be had.
    """
    if name in OURS:
        return OURS[name]()
    from index.embedders import static

    tuned = static.folder_of(name)
    if tuned is not None:
        return static.load(tuned)
    from index.transformer import onnx_folder

    folder = onnx_folder(name)
    if folder is not None:
        from index.embedders import onnx

        return onnx.load(folder)
    from index.embedders import sentence_transformer

    return sentence_transformer.load(name)


def _static() -> Encoder:
    from index.embedders import static

    return static.load()


OURS: dict[str, Callable[[], Encoder]] = {DEFAULT: _static}

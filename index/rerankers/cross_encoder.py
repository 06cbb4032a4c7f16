"""Any cross-encoder of sentence-transformers, by its name on the hub or by a folder, on the CPU."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import UserError
from index.hub import UNREADABLE, needs_local_files
from index.types import Vectors

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


@dataclass(slots=True)
class CrossEncoderReranker:
    """An ``index.types.Reranker``; its scores are the model's own numbers, before any sigmoid."""

    name: str
    model: "CrossEncoder"

    def scores(self, question: str, texts: Sequence[str]) -> Vectors:
        """``(len(texts),)`` float32, higher is better."""
        if not texts:
            return np.zeros(0, np.float32)
        from torch.nn import Identity

        pairs = [(question, text) for text in texts]
        scores = self.model.predict(pairs, activation_fn=Identity(), show_progress_bar=False)
        return np.asarray(scores, np.float32)


def load(name: str) -> CrossEncoderReranker:
    """The model under ``name``. ``UserError`` where it, or the package, cannot be had."""
    try:
        from sentence_transformers import CrossEncoder
    except ImportError as error:
        raise UserError(
            f"使用重排模型“{name}”需要先安装：pip install sentence-transformers。"
        ) from error
    try:
        model = CrossEncoder(name, device="cpu", local_files_only=needs_local_files(name))
    except UNREADABLE as error:
        raise UserError(
            f"打不开重排模型“{name}”：请检查名称或文件夹是否正确、网络是否可用，或不用重排。"
        ) from error
    if model.num_labels != 1 or _headless(model):
        raise UserError(f"模型“{name}”不是给一对文字打一个分的重排模型，请换一个。")
    return CrossEncoderReranker(name, model)


def _headless(model: "CrossEncoder") -> bool:
    """Whether the files hold no layer that scores; the library would then make one at random."""
    saved = model.config.architectures if model.config else None
    return any(name.endswith("Model") for name in saved or ())

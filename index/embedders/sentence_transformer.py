"""Any sentence-transformers model, by its name on the hub or by a folder, on the CPU."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import UserError
from index.embedders import static
from index.embedders.prompts import Prompts, saved_prompts
from index.hub import UNREADABLE, needs_local_files
from index.types import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32


@dataclass(slots=True)
class SentenceTransformerEncoder:
    """An ``index.types.Encoder`` over a model of sentence-transformers."""

    name: str
    dimension: int
    model: "SentenceTransformer"
    prompts: Prompts

    def passages(self, texts: Sequence[str]) -> Vectors:
        """``(len(texts), dimension)`` float32 unit rows; 0 for an empty text."""
        return self._encode(texts, self.prompts.passage)

    def questions(self, texts: Sequence[str]) -> Vectors:
        """As ``passages``, for what is asked."""
        return self._encode(texts, self.prompts.question)

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        rows = np.zeros((len(texts), self.dimension), np.float32)
        filled = [row for row, text in enumerate(texts) if text.strip()]
        if filled:
            rows[filled] = self.model.encode(
                [prompt + texts[row] for row in filled],
                prompt="",  # not the one for all texts, which is in ours
                batch_size=_BATCH,
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
        return rows


def load(name: str) -> SentenceTransformerEncoder:
    """The model under ``name``. UserError where it, or the package, cannot be had."""
    model = _model(name)
    dimension = model.get_embedding_dimension()
    if dimension is None:
        raise UserError(f"模型“{name}”没有说明向量的维数，不能用来检索，请换一个模型。")
    prompts = saved_prompts(model.prompts, model.default_prompt_name, name)
    return SentenceTransformerEncoder(name, dimension, model, prompts)


def as_sentence_transformer(folder: Path) -> "SentenceTransformer":
    """The static model in ``folder`` as a model of sentence-transformers; it encodes passages.

    ``SentenceTransformer(str(folder))`` does the same in versions that read model2vec's layout.
    """
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    model = static.load(folder)
    rows = model.table * model.passage_weights[:, None]
    embedding = StaticEmbedding(model.tokenizer, embedding_weights=rows)
    return SentenceTransformer(modules=[embedding, Normalize()], device="cpu")


def _model(name: str) -> "SentenceTransformer":
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise UserError(
            f"使用模型“{name}”需要先安装：pip install sentence-transformers。"
        ) from error
    try:
        return SentenceTransformer(name, device="cpu", local_files_only=needs_local_files(name))
    except UNREADABLE as error:
        raise UserError(
            f"打不开模型“{name}”：请检查名称或文件夹是否正确、网络是否可用，"
            "或改用自带的 zhengwen-static。"
        ) from error

"""Any sentence-transformers model, by its name on the hub or by a folder, on the CPU."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import UserError
from index.embedders import static
from index.types import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32


@dataclass(frozen=True, slots=True)
class Prompts:
    """What a family of models was trained to read before a text."""

    question: str = ""
    passage: str = ""


BGE_CHINESE = Prompts(question="为这个句子生成表示以用于检索相关文章：")
BGE_ENGLISH = Prompts(question="Represent this sentence for searching relevant passages: ")
E5 = Prompts(question="query: ", passage="passage: ")

# The first family whose parts all stand in the model's name; gte, m3e and bge-m3 read plain text.
FAMILIES: tuple[tuple[tuple[str, ...], Prompts], ...] = (
    (("bge-", "-zh"), BGE_CHINESE),
    (("bge-", "-en"), BGE_ENGLISH),
    (("e5-",), E5),
)


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
    return SentenceTransformerEncoder(name, dimension, model, prompts_of(name))


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


def prompts_of(name: str) -> Prompts:
    """The prompts of the family that ``name`` tells, or none.

    >>> prompts_of("intfloat/multilingual-e5-small").passage
    'passage: '
    """
    lowered = name.lower()
    for parts, prompts in FAMILIES:
        if all(part in lowered for part in parts):
            return prompts
    return Prompts()


def _model(name: str) -> "SentenceTransformer":
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise UserError(
            f"使用模型“{name}”需要先安装：pip install sentence-transformers。"
        ) from error
    try:
        return SentenceTransformer(name, device="cpu")
    except (OSError, ValueError) as error:
        raise UserError(
            f"打不开模型“{name}”：请检查名称或文件夹是否正确、网络是否可用，"
            "或改用自带的 zhengwen-static。"
        ) from error

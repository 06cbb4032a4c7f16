"""A cross-encoder in ONNX, by its folder: onnxruntime and numpy, no torch."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.errors import UserError
from index.transformer import Transformer
from index.transformer import load as load_transformer
from index.types import Vectors


@dataclass(slots=True)
class OnnxReranker:
    """An ``index.types.Reranker``; its scores are the model's own numbers, before any sigmoid."""

    name: str
    transformer: Transformer

    def scores(self, question: str, texts: Sequence[str]) -> Vectors:
        """``(len(texts),)`` float32, higher is better."""
        scores = np.zeros(len(texts), np.float32)
        for batch in self.transformer.run([(question, text) for text in texts]):
            scores[batch.rows] = batch.output[:, 0]
        return scores


def load(folder: Path) -> OnnxReranker:
    """The model in ``folder``. ``UserError`` where its files are missing, damaged or unknown."""
    transformer = load_transformer(folder, "logits")
    [batch] = transformer.run([("问", "答")])
    if batch.output.shape != (1, 1):
        raise UserError(f"模型 {folder} 不是给一对文字打一个分的重排模型，请换一个。")
    return OnnxReranker(transformer.name, transformer)

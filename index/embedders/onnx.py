"""A model of sentence-transformers in ONNX, by its folder: onnxruntime and numpy, no torch."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.errors import UserError
from index.embedders.prompts import Prompts, saved_prompts
from index.transformer import Batch, Transformer, read_json, read_object
from index.transformer import load as load_transformer
from index.types import Vectors

Pooling = Callable[[Batch], Vectors]

_OUTPUTS = ("last_hidden_state", "token_embeddings")
_STEPS = {"Transformer", "Pooling", "Normalize"}
_OLD_POOLING = "pooling_mode_"
_OLD_NAMES = {"cls_token": "cls", "mean_tokens": "mean"}


@dataclass(slots=True)
class OnnxEncoder:
    """An ``index.types.Encoder`` over a transformer; every row is made of length 1."""

    name: str
    dimension: int
    transformer: Transformer
    pooling: Pooling
    prompts: Prompts

    def passages(self, texts: Sequence[str]) -> Vectors:
        """``(len(texts), dimension)`` float32 unit rows; 0 for an empty text."""
        return self._encode(texts, self.prompts.passage)

    def questions(self, texts: Sequence[str]) -> Vectors:
        """As ``passages``, for what is asked."""
        return self._encode(texts, self.prompts.question)

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        rows = np.zeros((len(texts), self.dimension), np.float32)
        filled = np.array([row for row, text in enumerate(texts) if text.strip()], np.int64)
        for batch in self.transformer.run([prompt + texts[row] for row in filled]):
            pooled = self.pooling(batch)
            lengths = np.linalg.norm(pooled, axis=1, keepdims=True)
            rows[filled[batch.rows]] = pooled / np.maximum(lengths, np.finfo(np.float32).tiny)
        return rows


def load(folder: Path) -> OnnxEncoder:
    """The model in ``folder``. ``UserError`` where its files are missing, damaged or unknown."""
    pooling = POOLINGS[_pooling(folder)]
    transformer = load_transformer(folder, *_OUTPUTS)
    [batch] = transformer.run(["政"])
    if batch.output.ndim != 3:
        raise UserError(f"模型 {folder} 没有给出每个字的向量，不能用作向量模型，请换一个模型。")
    saved = read_object(folder / "config_sentence_transformers.json")
    prompts: Mapping[str, str | None] = saved.get("prompts") or {}
    return OnnxEncoder(
        name=transformer.name,
        dimension=batch.output.shape[2],
        transformer=transformer,
        pooling=pooling,
        prompts=saved_prompts(prompts, saved.get("default_prompt_name"), str(folder.resolve())),
    )


def _first_token(batch: Batch) -> Vectors:
    first: Vectors = batch.output[:, 0]
    return first


def _mean(batch: Batch) -> Vectors:
    """The mean of the tokens that are there."""
    mask = batch.mask[:, :, None]
    mean: Vectors = (batch.output * mask).sum(axis=1) / mask.sum(axis=1)
    return mean


POOLINGS: dict[str, Pooling] = {"cls": _first_token, "mean": _mean}


def _pooling(folder: Path) -> str:
    """The pooling that the files name; the mean where they name none, as elsewhere."""
    steps = _modules(folder / "modules.json")
    if unknown := steps.keys() - _STEPS:
        raise UserError(
            f"ONNX 模型 {folder} 有 {'、'.join(sorted(unknown))} 这样的步骤，"
            "这里做不了，请用它的 sentence-transformers 版本。"
        )
    config = read_object(folder / steps.get("Pooling", "1_Pooling") / "config.json")
    modes = _modes(config)
    if len(modes) != 1 or modes[0] not in POOLINGS or config.get("include_prompt") is False:
        raise UserError(
            f"ONNX 模型 {folder} 的汇总方式（{'、'.join(modes)}）这里不支持，"
            f"只支持 {'、'.join(POOLINGS)}，请换一个模型。"
        )
    return modes[0]


def _modules(path: Path) -> dict[str, str]:
    """The folders of a model's steps by the names of their kinds."""
    try:
        modules = [(str(m["type"]), str(m["path"])) for m in read_json(path) or ()]
    except (TypeError, KeyError):
        raise UserError(f"模型文件 {path} 的内容不对，请重新下载这个模型。") from None
    return {kind.rpartition(".")[2]: folder for kind, folder in modules}


def _modes(config: Mapping[str, object]) -> tuple[str, ...]:
    """The modes that a pooling's file names: as a name, as a list, or as older switches."""
    mode = config.get("pooling_mode")
    if isinstance(mode, str):
        return (mode,)
    if isinstance(mode, list):
        return tuple(str(name) for name in mode)
    switches = [key for key, value in config.items() if key.startswith(_OLD_POOLING) and value]
    names = [key.removeprefix(_OLD_POOLING) for key in switches]
    return tuple(_OLD_NAMES.get(name, name) for name in names) or ("mean",)

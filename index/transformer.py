"""A transformer in ONNX and its tokenizer, run without torch: texts in, numbers out.

FOLDER/onnx/model.onnx (or FOLDER/model.onnx), FOLDER/tokenizer.json, and the JSON files that
transformers and sentence-transformers keep beside them.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer, normalizers

from corpus.errors import UserError
from index.types import Rows, Vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Text = str | tuple[str, str]
Feed = dict[str, npt.NDArray[Any]]

MODELS = ("onnx/model.onnx", "model.onnx")
TOKENIZER = "tokenizer.json"
CONFIGS = ("config.json", "tokenizer_config.json", "sentence_bert_config.json")
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")
_BATCH = 32
_UNBOUNDED = 1_000_000


@dataclass(frozen=True, slots=True)
class Batch:
    """``rows`` (n,) are the places of the texts, ``mask`` (n, tokens) is 1 where a token is.

    ``output`` is what the model gives: (n, tokens, size) or (n, size) float32.
    """

    rows: Rows
    mask: Vectors
    output: Vectors


@dataclass(frozen=True, slots=True)
class Transformer:
    """``name`` ends in a fingerprint of the files, so that no index outlives a change of them."""

    name: str
    session: "InferenceSession"
    tokenizer: Tokenizer
    padding: int
    output: str

    def run(self, texts: Sequence[Text]) -> Iterator[Batch]:
        """The texts by batches, those of like length together; a pair is read as one text."""
        encodings = self.tokenizer.encode_batch(list(texts))
        order = sorted(range(len(texts)), key=lambda row: (len(encodings[row].ids), row))
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            feed = self._feed([encodings[row] for row in rows])
            mask = feed["attention_mask"].astype(np.float32)
            yield Batch(np.array(rows, np.int64), mask, self._output(feed))

    def _output(self, feed: Feed) -> Vectors:
        from onnxruntime.capi.onnxruntime_pybind11_state import InvalidArgument

        wanted = {node.name: feed[node.name] for node in self.session.get_inputs()}
        try:
            [output] = self.session.run([self.output], wanted)
        except InvalidArgument:
            raise UserError(
                f"模型 {self.name} 与它的 {TOKENIZER} 不相配，请重新下载这个模型。"
            ) from None
        return np.asarray(output, np.float32)

    def _feed(self, encodings: Sequence[Encoding]) -> Feed:
        """Each (n, tokens) int64, filled up to the longest on the right."""
        longest = max(len(encoding.ids) for encoding in encodings)
        shape = (len(encodings), longest)
        ids = np.full(shape, self.padding, np.int64)
        mask, types = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        for row, encoding in enumerate(encodings):
            size = len(encoding.ids)
            ids[row, :size], mask[row, :size] = encoding.ids, 1
            types[row, :size] = encoding.type_ids
        return {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}


def onnx_folder(name: str) -> Path | None:
    """The folder that ``name`` is, if it holds a model in ONNX.

    Where onnxruntime is missing and weights for torch lie there too, these are to be used.
    """
    folder = Path(name).expanduser()
    if not any((folder / model).is_file() for model in MODELS):
        return None
    weights = any((folder / file).is_file() for file in _WEIGHTS)
    return None if weights and find_spec("onnxruntime") is None else folder


def load(folder: Path, *outputs: str) -> Transformer:
    """The model in ``folder``, giving the first of ``outputs`` that it has, else its first.

    ``UserError`` where a file is missing or damaged, or the model wants what a text is not.
    """
    path = next(folder / model for model in MODELS if (folder / model).is_file())
    session = _session(path)
    there = [node.name for node in session.get_outputs()]
    model = Transformer(
        name=f"{folder.resolve()}@{_fingerprint(folder, path)}",
        session=session,
        tokenizer=_tokenizer(folder),
        padding=int(read_object(folder / "config.json").get("pad_token_id") or 0),
        output=next((name for name in outputs if name in there), there[0]),
    )
    unknown = {node.name for node in session.get_inputs()} - {
        *("input_ids", "attention_mask", "token_type_ids")
    }
    if unknown:
        wanted = "、".join(sorted(unknown))
        raise UserError(f"模型 {path} 要读的不只是文字（{wanted}），不能用来检索，请换一个模型。")
    return model


def read_object(path: Path) -> dict[str, Any]:
    """The JSON object in a file; empty where there is no such file. ``UserError``."""
    found = read_json(path)
    if found is not None and not isinstance(found, dict):
        raise UserError(f"模型文件 {path} 的内容不对，请重新下载这个模型。")
    return found or {}


def read_json(path: Path) -> Any:
    """What a JSON file holds, None where there is no such file. ``UserError`` if damaged."""
    if not path.is_file():
        return None
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise UserError(f"模型文件 {path} 已损坏，请重新下载这个模型。") from None


def _session(path: Path) -> "InferenceSession":
    try:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as failures
    except ImportError:
        raise UserError(f"用 ONNX 模型 {path} 需要先安装：pip install 'zhengwen[onnx]'。") from None
    options = onnxruntime.SessionOptions()
    options.use_deterministic_compute = True
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (
        failures.Fail,
        failures.InvalidArgument,
        failures.InvalidGraph,
        failures.InvalidProtobuf,
        failures.NoSuchFile,
        failures.NotImplemented,
        failures.RuntimeException,
    ):
        raise UserError(f"模型文件 {path} 打不开：已损坏或不完整，请重新下载或导出。") from None


def _tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer, cutting at the length that the model's files say; it does not fill up."""
    path = folder / TOKENIZER
    if not path.is_file():
        raise UserError(f"模型文件夹 {folder} 里没有 {TOKENIZER}，请把它和模型放在一起。")
    try:
        tokenizer = Tokenizer.from_buffer(path.read_bytes())
    except ValueError:
        raise UserError(f"模型文件 {path} 已损坏，请重新下载这个模型。") from None
    tokenizer.no_padding()
    if read_object(folder / "sentence_bert_config.json").get("do_lower_case"):
        there = [tokenizer.normalizer] if tokenizer.normalizer else []
        tokenizer.normalizer = normalizers.Sequence([normalizers.Lowercase(), *there])
    longest = _longest(folder)
    if longest is None:
        tokenizer.no_truncation()
    else:
        side = read_object(folder / "tokenizer_config.json").get("truncation_side", "right")
        tokenizer.enable_truncation(longest, direction=side)
    return tokenizer


def _longest(folder: Path) -> int | None:
    """How many tokens the model reads, None for any number."""
    config, tokenizer, sentence = (read_object(folder / name) for name in CONFIGS)
    own = sentence.get("max_seq_length") or tokenizer.get("model_max_length")
    limits = [own, config.get("max_position_embeddings")]
    known = [int(n) for n in limits if isinstance(n, int | float) and 0 < n < _UNBOUNDED]
    return min(known, default=None)


def _fingerprint(folder: Path, model: Path) -> str:
    """Eight hexadecimal digits of the BLAKE2 hash of all files that decide what comes out."""
    files = [model, model.with_name(f"{model.name}_data"), folder / TOKENIZER]
    files += [folder / name for name in CONFIGS]
    files += sorted(folder.glob("*/config.json"))
    digest = blake2b(digest_size=4)
    for file in files:
        if file.is_file():
            with file.open("rb") as content:
                while chunk := content.read(1 << 20):
                    digest.update(chunk)
    return digest.hexdigest()

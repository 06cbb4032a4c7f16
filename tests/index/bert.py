"""A transformer of bge-small's shape with random weights: for torch, and in ONNX by hand.

The graph in ONNX is written out here from the weights, so that the two are independent of each
other: what they agree on is not the work of an exporter.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import onnx
    from sentence_transformers import CrossEncoder, SentenceTransformer
    from transformers import BertConfig, PreTrainedModel

LAYERS, HEADS, HIDDEN = 4, 8, 512
LONGEST = 48
_FLOAT = 1  # as ONNX numbers its types
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
Weights = dict[str, npt.NDArray[np.float32]]


def embedder(
    folder: Path, texts: Sequence[str], pooling: str = "cls", hidden: int = HIDDEN
) -> "SentenceTransformer":
    """A model of sentence-transformers saved in ``folder``; its words are the characters."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Normalize, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from transformers import BertModel

    torch.manual_seed(20260401)
    bert = BertModel(_config(texts, hidden))
    _save(bert, texts, folder)
    steps = [Transformer(str(folder)), Pooling(hidden, pooling), Normalize()]
    model = SentenceTransformer(modules=steps, device="cpu")
    model.save(str(folder), create_model_card=False)
    return model


def cross_encoder(folder: Path, texts: Sequence[str], labels: int = 1) -> "CrossEncoder":
    """A cross-encoder with a head that classifies, saved in ``folder``."""
    import torch
    from sentence_transformers import CrossEncoder
    from transformers import BertForSequenceClassification

    torch.manual_seed(20260402)
    bert = BertForSequenceClassification(_config(texts, HIDDEN, labels))
    _save(bert, texts, folder)
    model: CrossEncoder = CrossEncoder(str(folder), device="cpu")
    return model


def in_onnx(folder: Path, model: "SentenceTransformer | CrossEncoder") -> Path:
    """``folder`` with the model written as ONNX too, and the weights for torch taken away."""
    import onnx
    from sentence_transformers.base.modules import Transformer

    (folder / "onnx").mkdir(exist_ok=True)
    transformer = model[0]
    assert isinstance(transformer, Transformer)
    onnx.save(_graph(transformer.model), str(folder / "onnx" / "model.onnx"))
    (folder / "model.safetensors").unlink()
    return folder


def _config(texts: Sequence[str], hidden: int, labels: int = 1) -> "BertConfig":
    from transformers import BertConfig

    return BertConfig(
        vocab_size=len(_vocabulary(texts)),
        hidden_size=hidden,
        num_hidden_layers=LAYERS,
        num_attention_heads=HEADS,
        intermediate_size=4 * hidden,
        max_position_embeddings=64,
        initializer_range=0.1,
        id2label={number: str(number) for number in range(labels)},
    )


def _vocabulary(texts: Sequence[str]) -> dict[str, int]:
    characters = sorted(set("".join(texts).lower()) - {" "})
    return {word: number for number, word in enumerate([*_SPECIAL, *characters])}


def _save(bert: "PreTrainedModel", texts: Sequence[str], folder: Path) -> None:
    from transformers import BertTokenizer

    bert.save_pretrained(folder)
    BertTokenizer(vocab=_vocabulary(texts), model_max_length=LONGEST).save_pretrained(folder)


class _Graph:
    """Nodes and constants as they are added; each node's output is named after its number."""

    def __init__(self, weights: Weights) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants = {name: array for name, array in weights.items() if array.dtype.kind == "f"}

    def add(self, kind: str, *inputs: str, **attributes: Any) -> str:
        from onnx import helper

        output = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def constant(self, *values: float, kind: type = np.float32) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = np.array(values if len(values) > 1 else values[0], kind)
        return name

    def linear(self, x: str, layer: str) -> str:
        turned = self.add("Transpose", f"{layer}.weight", perm=[1, 0])
        return self.add("Add", self.add("MatMul", x, turned), f"{layer}.bias")

    def normal(self, x: str, layer: str) -> str:
        scale = (f"{layer}.weight", f"{layer}.bias")
        return self.add("LayerNormalization", x, *scale, axis=-1, epsilon=1e-12)

    def heads(self, x: str, perm: Sequence[int]) -> str:
        shape = self.constant(0, 0, HEADS, -1, kind=np.int64)
        return self.add("Transpose", self.add("Reshape", x, shape), perm=perm)


def _graph(bert: "PreTrainedModel") -> "onnx.ModelProto":
    from onnx import TensorProto, checker, helper, numpy_helper

    weights = {name: tensor.numpy() for name, tensor in bert.state_dict().items()}
    scores = "classifier.weight" in weights
    prefix = "bert." if scores else ""
    graph = _Graph(weights)
    x = _embeddings(graph, f"{prefix}embeddings")
    hidden = weights[f"{prefix}embeddings.LayerNorm.weight"].shape[0]
    mask = _mask(graph)
    for number in range(LAYERS):
        x = _layer(graph, f"{prefix}encoder.layer.{number}", x, mask, hidden // HEADS)
    if scores:
        first = graph.add("Gather", x, graph.constant(0, kind=np.int64), axis=1)
        pooled = graph.add("Tanh", graph.linear(first, "bert.pooler.dense"))
        x = graph.linear(pooled, "classifier")
    name = "logits" if scores else "last_hidden_state"
    graph.nodes.append(helper.make_node("Identity", [x], [name]))
    shape = ["b", "labels"] if scores else ["b", "s", "size"]
    whole = helper.make_graph(
        graph.nodes,
        "bert",
        [helper.make_tensor_value_info(n, TensorProto.INT64, ["b", "s"]) for n in _INPUTS],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)],
        [numpy_helper.from_array(array, n) for n, array in graph.constants.items()],
    )
    model = helper.make_model(whole, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    checker.check_model(model)
    return model


def _embeddings(graph: _Graph, layer: str) -> str:
    size = graph.add("Gather", graph.add("Shape", "input_ids"), graph.constant(1, kind=np.int64))
    zero, one = (graph.constant(n, kind=np.int64) for n in (0, 1))
    positions = graph.add("Range", zero, size, one)
    tables = {"word": "input_ids", "position": positions, "token_type": "token_type_ids"}
    words, places, types = (
        graph.add("Gather", f"{layer}.{table}_embeddings.weight", rows)
        for table, rows in tables.items()
    )
    together = graph.add("Add", graph.add("Add", words, types), places)
    return graph.normal(together, f"{layer}.LayerNorm")


def _mask(graph: _Graph) -> str:
    """0 where a token is, a large negative number where none is: (b, 1, 1, s)."""
    there = graph.add("Cast", "attention_mask", to=_FLOAT)
    away = graph.add("Sub", graph.constant(1), there)
    scaled = graph.add("Mul", away, graph.constant(-1e9))
    return graph.add("Unsqueeze", scaled, graph.constant(1, 2, kind=np.int64))


def _layer(graph: _Graph, layer: str, x: str, mask: str, size: int) -> str:
    own = f"{layer}.attention.self"
    query = graph.heads(graph.linear(x, f"{own}.query"), (0, 2, 1, 3))
    key = graph.heads(graph.linear(x, f"{own}.key"), (0, 2, 3, 1))
    value = graph.heads(graph.linear(x, f"{own}.value"), (0, 2, 1, 3))
    scores = graph.add("Div", graph.add("MatMul", query, key), graph.constant(size**0.5))
    shares = graph.add("Softmax", graph.add("Add", scores, mask), axis=-1)
    mixed = graph.add("Transpose", graph.add("MatMul", shares, value), perm=(0, 2, 1, 3))
    joined = graph.add("Reshape", mixed, graph.constant(0, 0, -1, kind=np.int64))
    told = graph.linear(joined, f"{layer}.attention.output.dense")
    x = graph.normal(graph.add("Add", told, x), f"{layer}.attention.output.LayerNorm")
    wide = graph.add("Gelu", graph.linear(x, f"{layer}.intermediate.dense"))
    narrow = graph.linear(wide, f"{layer}.output.dense")
    return graph.normal(graph.add("Add", narrow, x), f"{layer}.output.LayerNorm")

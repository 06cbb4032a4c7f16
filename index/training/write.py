"""The trained model as files: eight bits a number, in the formats that other tools read.

``model.safetensors`` holds ``embeddings`` (vocabulary, dimension) int8 and ``weights``
(vocabulary,) float32, the scale of each row: the layout of model2vec, which sentence-transformers
reads too. ``question.safetensors`` holds what turns it into an encoder of questions.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save
from tokenizers import Tokenizer

from index.embedders.static import MODEL, QUESTION, TOKENIZER
from index.training.measure import Recall
from index.training.model import Folded
from index.types import Vectors

_LEVELS = 127

_CONFIG = {"model_type": "model2vec", "normalize": True, "max_length": None}
_MODULES = [
    {"idx": 0, "name": "0", "path": ".", "type": "sentence_transformers.models.StaticEmbedding"},
    {
        "idx": 1,
        "name": "1",
        "path": "1_Normalize",
        "type": "sentence_transformers.models.Normalize",
    },
]


def write(folder: Path, tokenizer: Tokenizer, folded: Folded) -> None:
    """Writes all but the card, over what is there."""
    folder.mkdir(parents=True, exist_ok=True)
    table, scales = quantized(folded.vectors)
    (folder / MODEL).write_bytes(save({"embeddings": table, "weights": scales}))
    question = {"weights": folded.question_weights, "map": folded.question_map}
    (folder / QUESTION).write_bytes(save(question))
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    _write_json(folder / "config.json", _CONFIG)
    _write_json(folder / "modules.json", _MODULES)


def quantized(vectors: Vectors) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """``table`` and ``scales`` with ``table * scales[:, None]`` close to ``vectors``."""
    scales = np.maximum(np.abs(vectors).max(axis=1) / _LEVELS, np.finfo(np.float32).tiny)
    table = np.rint(vectors / scales[:, None]).astype(np.int8)
    return table, scales.astype(np.float32)


def write_card(folder: Path, figures: Mapping[str, Sequence[Recall]], held_out: int) -> None:
    """The model card with the figures of each system that was measured."""
    template = (Path(__file__).parent / "card.md").read_text(encoding="utf-8")
    card = template.replace("{figures}", table(figures)).replace("{held_out}", str(held_out))
    (folder / "README.md").write_text(card, encoding="utf-8")


def table(figures: Mapping[str, Sequence[Recall]]) -> str:
    """The figures as a Markdown table, a row for each system and language."""
    head = "| system | language | questions | in the document | in all documents |"
    rule = "|---|---|--:|--:|--:|"
    rows = [
        f"| {system} | {r.language} | {r.questions} | {r.document:.3f} | {r.library:.3f} |"
        for system, recalls in figures.items()
        for r in recalls
    ]
    return "\n".join([head, rule, *rows])


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")

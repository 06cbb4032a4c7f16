"""The bundled embedder taught the words of a library: ``zhengwen embedder tune``.

Its vectors are the start. What is learned from are questions of the user with the sentences that
answer them, and drills made of the library's own sentences; a share of both is held back, and
says by how much it helped.
"""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from corpus.errors import UserError
from index.embedders import static
from index.embedders.static import StaticEncoder
from index.training.drills import drills, word_counts
from index.training.fit import Lesson, Recipe, fit, lesson
from index.training.measure import dense, recall
from index.training.model import Spelling, Towers
from index.training.phrases import set_phrases, with_phrases
from index.training.texts import Example
from index.training.write import write
from index.types import Vectors

RECIPE = Recipe(epochs=2, rate=3e-4, weight_rate=2e-3)
_HELD_BACK = 5
_REPEATS = 4
"""How often a question of the user is asked for each time that a drill is."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Of held-back questions, the shares that find their sentence among the first five of its
    document, before and after."""

    kind: str
    questions: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Tuned:
    """What came of it. ``phrases`` are the new words; nothing was written where none helped."""

    phrases: tuple[str, ...]
    gains: tuple[Gain, ...]
    written: bool


def tune(
    documents: Mapping[str, Sequence[str]],
    asked: Sequence[Example],
    out: Path,
    recipe: Recipe = RECIPE,
    base: Path | None = None,
) -> Tuned:
    """Teaches a copy of the embedder ``documents``, sentences without repeats by source.

    ``asked`` are questions of the user. The copy is written to ``out`` if it finds more of what
    was held back, questions of the user deciding where there are any. Raises ``UserError`` where
    there is nothing to learn from.
    """
    encoder = static.load(base)
    counts = word_counts(list(documents.values()))
    drilled = [
        drill
        for name, sentences in sorted(documents.items())
        for drill in drills(name, sentences, counts, recipe.seed)
    ]
    if not _learned(asked) and not _learned(drilled):
        raise UserError("文库里没有可以学的句子；请先把文件读进文库。")
    phrases = set_phrases(
        [s for sentences in documents.values() for s in sentences], encoder.tokenizer
    )
    cutter, towers = _start(encoder, phrases, recipe)
    spelling: Spelling = ((),) * cutter.get_vocab_size()
    learned = [*_learned(asked) * _REPEATS, *_learned(drilled)]
    fit(towers, _lessons(cutter, documents, learned), spelling, recipe)
    with tempfile.TemporaryDirectory(dir=_made(out.parent)) as folder:
        fresh = Path(folder) / out.name
        write(fresh, cutter, towers.folded(spelling))
        kinds = {"asked": _held_back(asked), "drill": _held_back(drilled)}
        gains = _gains(encoder, static.load(fresh), documents, kinds)
        better = bool(gains) and gains[0].after > gains[0].before
        if better:
            shutil.rmtree(out, ignore_errors=True)
            fresh.replace(out)
    return Tuned(phrases, gains, better)


def _start(
    encoder: StaticEncoder, phrases: Sequence[str], recipe: Recipe
) -> tuple[Tokenizer, Towers]:
    """The embedder as a model to train; a phrase begins as the sum of its pieces."""
    pieces = [encoder.tokenizer.encode(phrase, add_special_tokens=False).ids for phrase in phrases]
    cutter = with_phrases(encoder.tokenizer, phrases)
    known: Vectors = encoder.table * encoder.passage_weights[:, None]
    emphasis = np.log(encoder.question_weights / encoder.passage_weights)
    vectors = np.vstack([known, *(known[ids].sum(axis=0, keepdims=True) for ids in pieces)])
    levels = np.append(emphasis, [emphasis[ids].mean() for ids in pieces]).astype(np.float32)
    towers = Towers(vectors, np.zeros(len(vectors), np.float32), recipe.temperature)
    with torch.no_grad():
        towers.log_emphasis.copy_(torch.from_numpy(levels))
        towers.question_map.copy_(torch.from_numpy(encoder.question_map.copy()))
    return cutter, towers


def _lessons(
    cutter: Tokenizer, documents: Mapping[str, Sequence[str]], learned: Sequence[Example]
) -> list[Lesson]:
    asked: dict[str, list[Example]] = {}
    for example in learned:
        asked.setdefault(example.document, []).append(example)
    return [
        lesson(cutter, documents[name], asked[name]) for name in sorted(documents) if name in asked
    ]


def _learned(examples: Sequence[Example]) -> list[Example]:
    return [e for at, e in enumerate(examples) if at % _HELD_BACK]


def _held_back(examples: Sequence[Example]) -> list[Example]:
    return list(examples[::_HELD_BACK])


def _gains(
    before: StaticEncoder,
    after: StaticEncoder,
    documents: Mapping[str, Sequence[str]],
    kinds: Mapping[str, Sequence[Example]],
) -> tuple[Gain, ...]:
    """What each kind of question gained, the kinds without one left out."""
    found = []
    for kind, examples in kinds.items():
        if examples:
            old, new = (recall(dense(e), documents, examples, "zh") for e in (before, after))
            found.append(Gain(kind, new.questions, old.document, new.document))
    return tuple(found)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder

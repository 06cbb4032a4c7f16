"""Fitting: a question shall lie nearer to its sentence than to any other of a few documents.

One lesson is one document with the questions asked about it. A step takes some questions of a few
lessons and all sentences of these: the sentences beside the right one are the hardest to tell
from it, those of other documents often say the same of another place.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from index.training.model import Spelling, Towers, bag
from index.training.texts import Example

_FAR = -1e4


@dataclass(frozen=True, slots=True)
class Lesson:
    """Token ids of a document's sentences and of questions; ``answers`` are sentence numbers."""

    sentences: tuple[tuple[int, ...], ...]
    questions: tuple[tuple[int, ...], ...]
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """``dropout`` is the share of tokens unseen in a step; rates fall linearly to 0."""

    epochs: int = 5
    rate: float = 3e-3
    weight_rate: float = 1e-2
    temperature: float = 0.05
    dropout: float = 0.2
    questions: int = 64
    lessons: int = 4
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Step:
    """Chosen questions of a few lessons: ``chosen[i]`` belong to ``lessons[i]``."""

    lessons: tuple[Lesson, ...]
    chosen: tuple[tuple[int, ...], ...]


def lesson(cutter: Tokenizer, sentences: Sequence[str], asked: Sequence[Example]) -> Lesson:
    """What is asked about a document of these sentences, without repeats, as a lesson."""
    number = {sentence: n for n, sentence in enumerate(sentences)}
    return Lesson(
        sentences=_tokens(cutter, sentences),
        questions=_tokens(cutter, [example.question for example in asked]),
        answers=tuple(number[example.sentence] for example in asked),
    )


def fit(towers: Towers, lessons: Sequence[Lesson], spelling: Spelling, recipe: Recipe) -> None:
    """Trains ``towers`` in place, the same way each time for the same seed."""
    torch.manual_seed(recipe.seed)
    generator = random.Random(recipe.seed)
    steps = [step for _ in range(recipe.epochs) for step in _epoch(lessons, recipe, generator)]
    optimizer = _optimizer(towers, recipe)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, len(steps))
    for step in steps:
        optimizer.zero_grad()
        loss(towers, step, spelling, recipe.dropout).backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()


def loss(towers: Towers, step: Step, spelling: Spelling, dropout: float) -> Tensor:
    """Cross entropy of the right sentence among its own document's and among all of the step."""
    asked = _questions(towers, step, spelling, dropout)
    said = _sentences(towers, step, spelling, dropout)
    scores = asked @ said.T * towers.log_scale.exp()
    right, own = _targets(step)
    among_own = functional.cross_entropy(scores + torch.where(own, 0.0, _FAR), right)
    return (among_own + functional.cross_entropy(scores, right)) / 2


def _questions(towers: Towers, step: Step, spelling: Spelling, dropout: float) -> Tensor:
    pairs = zip(step.lessons, step.chosen, strict=True)
    asked = [lesson.questions[number] for lesson, chosen in pairs for number in chosen]
    return towers.questions(bag(asked, spelling), dropout)


def _sentences(towers: Towers, step: Step, spelling: Spelling, dropout: float) -> Tensor:
    said = [sentence for lesson in step.lessons for sentence in lesson.sentences]
    return towers.passages(bag(said, spelling), dropout)


def _targets(step: Step) -> tuple[Tensor, Tensor]:
    """The column of each question's answer, and which columns are of its own lesson."""
    sizes = [len(lesson.sentences) for lesson in step.lessons]
    right: list[int] = []
    own: list[Tensor] = []
    first = 0
    for lesson, chosen, size in zip(step.lessons, step.chosen, sizes, strict=True):
        right += [first + lesson.answers[number] for number in chosen]
        mask = torch.zeros(len(chosen), sum(sizes), dtype=torch.bool)
        mask[:, first : first + size] = True
        own.append(mask)
        first += size
    return torch.tensor(right), torch.cat(own)


def _epoch(lessons: Sequence[Lesson], recipe: Recipe, generator: random.Random) -> Iterator[Step]:
    """Every question once, in handfuls of one lesson, a few handfuls a step."""
    handfuls: list[tuple[int, list[int]]] = []
    for number, lesson in enumerate(lessons):
        shuffled = generator.sample(range(len(lesson.questions)), len(lesson.questions))
        cuts = range(0, len(shuffled), recipe.questions)
        handfuls += [(number, shuffled[cut : cut + recipe.questions]) for cut in cuts]
    generator.shuffle(handfuls)
    for first in range(0, len(handfuls), recipe.lessons):
        chosen: dict[int, list[int]] = {}
        for number, questions in handfuls[first : first + recipe.lessons]:
            chosen[number] = chosen.get(number, []) + questions
        yield Step(tuple(lessons[number] for number in chosen), tuple(map(tuple, chosen.values())))


def _tokens(cutter: Tokenizer, texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    encodings = cutter.encode_batch_fast(list(texts), add_special_tokens=False)
    return tuple(tuple(encoding.ids) for encoding in encodings)


def _optimizer(towers: Towers, recipe: Recipe) -> torch.optim.Adam:
    weights = [towers.log_weights, towers.log_emphasis]
    others = [towers.vectors, towers.question_map, towers.log_scale]
    groups = [{"params": weights, "lr": recipe.weight_rate}, {"params": others, "lr": recipe.rate}]
    return torch.optim.Adam(groups, betas=(0.9, 0.99))

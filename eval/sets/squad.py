"""Sets in the format of SQuAD: XQuAD and CMRC 2018. Each paragraph is a document."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.split import sentences
from eval.case import Case, Evidence
from eval.metrics.documents import READING
from eval.sets.types import OutsideSet, documents, objects


def load(path: Path) -> OutsideSet:
    """The questions of a file over its own paragraphs."""
    return _over(path, {})


def load_english(questions: Path, paragraphs: Path) -> OutsideSet:
    """The English questions of one file over the Chinese paragraphs of its parallel file."""
    [data] = objects(questions)
    asked = {item["id"]: item["question"] for _, item in _questions(data)}
    return _over(paragraphs, asked)


def _over(path: Path, asked: Mapping[str, str]) -> OutsideSet:
    """The questions of a file, those in ``asked`` in the words given there."""
    [data] = objects(path)
    contexts = list(dict.fromkeys(context for context, _ in _questions(data)))
    names = {context: f"p{at:04d}" for at, context in enumerate(contexts, 1)}
    cases = tuple(
        Case(
            id=str(item["id"]),
            type=READING,
            question=asked.get(item["id"], item["question"]),
            must=(tuple(dict.fromkeys(answer["text"] for answer in item["answers"])),),
            evidence=(Evidence(names[context], _sentence(context, item["answers"][0])),),
        )
        for context, item in _questions(data)
    )
    return OutsideSet(documents({name: context for context, name in names.items()}), cases)


def _questions(data: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for article in data["data"]:
        for paragraph in article["paragraphs"]:
            for item in paragraph["qas"]:
                yield paragraph["context"], item


def _sentence(context: str, answer: Mapping[str, Any]) -> str:
    """The sentence in which an answer begins."""
    at = context.find(answer["text"]) if answer["answer_start"] < 0 else answer["answer_start"]
    spans = [span for span in sentences(context) if span[0] <= at < span[1]]
    return context[slice(*spans[0])] if spans else answer["text"]

"""Makes the bundled embedder: ``python -m index.training --help``.

Words are given vectors and the model is fitted without the held-out documents, and measured on
them; then both are done again on everything, and the model is written.
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from index.embedders import static
from index.training.bilingual import dictionary, meanings
from index.training.fit import Recipe, fit, lesson
from index.training.measure import Recall, bm25, dense, recall
from index.training.model import Folded, Towers, rarity, spell, with_characters
from index.training.texts import (
    GLOSSARY,
    Example,
    articles,
    examples,
    glossary,
    reports,
    sentences,
)
from index.training.vectors import word_vectors
from index.training.vocabulary import frequencies, latin_words, stem, tokenizer
from index.training.write import table, write, write_card
from index.types import Vectors
from index.words import DICTIONARY

DIMENSION = 256
EVERY = 5
THREADS = 2


@dataclass(frozen=True, slots=True)
class Material:
    """What is learned from. ``documents`` are those asked about, as sentences without repeats."""

    texts: dict[str, str]
    documents: dict[str, tuple[str, ...]]
    examples: tuple[Example, ...]
    held_out: frozenset[str]
    meanings: dict[str, tuple[str, ...]]


def main() -> None:
    """Read, measure without the held-out documents, do it again on everything, write."""
    torch.set_num_threads(THREADS)
    arguments = _arguments()
    material = _material(arguments)
    cutter = _tokenizer(material)
    strict = _vectors(arguments, material, cutter, material.held_out)
    figures = _figures(material, cutter, strict)
    print(table(figures))
    everything = _vectors(arguments, material, cutter, frozenset())
    write(arguments.out, cutter, _fitted(material, cutter, everything, frozenset()))
    write_card(arguments.out, figures, len(material.held_out))


def _material(arguments: argparse.Namespace) -> Material:
    texts = reports(arguments.reports)
    asked = examples(arguments.train)
    names = sorted({example.document for example in asked})
    documents = {name: tuple(dict.fromkeys(sentences(texts[name]))) for name in names}
    if arguments.glossary:
        terms = glossary(arguments.glossary)
        asked += terms
        documents[GLOSSARY] = tuple(dict.fromkeys(term.sentence for term in terms))
    chosen = arguments.hold_out.split(",") if arguments.hold_out else names[::EVERY]
    known = frequencies(DICTIONARY.read_text(encoding="utf-8"))
    with arguments.dictionary.open(encoding="utf-8") as lines:
        english = meanings(lines, known, stem)
    return Material(texts, documents, tuple(asked), frozenset(chosen), english)


def _tokenizer(material: Material) -> Tokenizer:
    asked = latin_words((example.question for example in material.examples), least=1)
    latin = asked | material.meanings.keys()
    return tokenizer(frequencies(DICTIONARY.read_text(encoding="utf-8")), latin)


def _vectors(
    arguments: argparse.Namespace, material: Material, cutter: Tokenizer, without: frozenset[str]
) -> Vectors:
    """Word vectors, from the file of an earlier run where there is one."""
    file = arguments.vectors and arguments.vectors.with_suffix(f".{len(without)}.npy")
    if file and file.exists():
        kept: Vectors = np.load(file, allow_pickle=False)
        return kept
    read = [text for name, text in material.texts.items() if name not in without]
    made = word_vectors(articles(arguments.text), read, cutter, DIMENSION, Recipe().seed)
    if file:
        np.save(file, made, allow_pickle=False)
    return made


def _figures(
    material: Material, cutter: Tokenizer, vectors: Vectors
) -> Mapping[str, Sequence[Recall]]:
    held = {name: material.documents[name] for name in sorted(material.held_out)}
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), cutter, _fitted(material, cutter, vectors, material.held_out))
        systems = {static.NAME: dense(static.load(Path(folder))), "BM25, bigrams": bm25}
        return {
            name: [recall(scorer, held, material.examples, language) for language in ("zh", "en")]
            for name, scorer in systems.items()
        }


def _fitted(
    material: Material, cutter: Tokenizer, vectors: Vectors, without: frozenset[str]
) -> Folded:
    """The model fitted on all documents but those in ``without``."""
    vocabulary = sorted(cutter.get_vocab(), key=cutter.get_vocab().__getitem__)
    spelling = spell(vocabulary, material.meanings)
    recipe = Recipe()
    weights = rarity(vocabulary, frequencies(DICTIONARY.read_text(encoding="utf-8")))
    start = with_characters(vectors, spelling, recipe.seed)
    towers = Towers(start, weights, recipe.temperature)
    names = sorted(material.documents.keys() - without)
    lessons = [
        lesson(
            cutter, material.documents[name], [e for e in material.examples if e.document == name]
        )
        for name in names
    ]
    fit(towers, lessons, spelling, recipe)
    return towers.folded(spelling)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m index.training", description=__doc__)
    parser.add_argument("--text", type=Path, required=True, help="articles, one a line, xz")
    parser.add_argument("--reports", type=Path, required=True, help="a folder of .docx and .txt")
    parser.add_argument("--train", type=Path, required=True, help="questions and their sentences")
    parser.add_argument("--out", type=Path, default=static.BUNDLED, help="where the model goes")
    parser.add_argument("--glossary", type=Path, help="english TAB chinese, learned as well")
    parser.add_argument(
        "--dictionary", type=Path, default=dictionary(), help="in CC-CEDICT's format"
    )
    parser.add_argument("--hold-out", default="", help="documents to measure on: name,name")
    parser.add_argument("--vectors", type=Path, help="word vectors, kept between runs (.npy)")
    return parser.parse_args()


if __name__ == "__main__":
    main()

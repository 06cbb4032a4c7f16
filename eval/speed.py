"""How much faster than the usual recipe: ``python -m eval.speed``.

From passages to a searchable index, and a question, beside what a user would put together:
a transformer of bge-small's shape (its weights are random, which costs the same), FAISS and BM25
through LangChain's EnsembleRetriever. Both in the same run, on the same sentences of news.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from langchain_core.documents import Document as Chunk

from corpus.split import split
from corpus.types import Document
from eval.baselines import fused
from eval.scale import documents
from index.build import contents_of
from index.embedders import encoder
from index.search import Index

T = TypeVar("T")

QUESTIONS = 40
TOP = 10
_CUT = slice(0, 24)
_LAYERS, _HEADS, _HIDDEN, _INNER, _LONGEST = 4, 8, 512, 2048, 512


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds from passages to an index, and the median seconds of a question."""

    index: float
    question: float


def main() -> None:
    """Measure both and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, required=True, help="an xz file, an article a line")
    parser.add_argument("--rows", type=int, default=6_000, help="passages")
    given = parser.parse_args()
    texts = list(documents(given.text, given.rows))
    passages = [passage.text for text in texts for passage in split(text)]
    asked = [text[_CUT] for text in passages[:: max(1, len(passages) // QUESTIONS)]][:QUESTIONS]
    print(table(len(passages), ours(texts, asked), usual(passages, asked)))


def ours(texts: Sequence[Document], asked: Sequence[str]) -> Speed:
    """The bundled embedder, FAISS and our postings."""
    model = encoder()
    model.passages(["先加载"])
    taken, contents = _timed(lambda: contents_of(texts, model))
    index = Index(contents, model)
    index.search(asked[0], TOP)
    return Speed(taken, _median(lambda question: index.search(question, TOP), asked))


def usual(passages: Sequence[str], asked: Sequence[str]) -> Speed:
    """The usual recipe over the same passages."""
    chunks = [Chunk(text) for text in passages]
    with tempfile.TemporaryDirectory() as folder:
        transformer(Path(folder), passages)
        taken, retriever = _timed(lambda: fused.retriever(chunks, folder))
        retriever.invoke(asked[0])
        return Speed(taken, _median(retriever.invoke, asked))


def transformer(folder: Path, texts: Sequence[str]) -> None:
    """Saves a sentence-transformers model of bge-small's shape; its words are the characters."""
    import torch
    import transformers
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Normalize, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling

    torch.manual_seed(7)
    signs = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted({c for t in texts for c in t}))
    (folder / "vocab.txt").write_text("\n".join(signs), encoding="utf-8")
    config = transformers.BertConfig(
        vocab_size=len(signs),
        hidden_size=_HIDDEN,
        num_hidden_layers=_LAYERS,
        num_attention_heads=_HEADS,
        intermediate_size=_INNER,
        max_position_embeddings=_LONGEST,
    )
    transformers.BertModel(config).save_pretrained(folder)
    words = transformers.BertTokenizerFast(str(folder / "vocab.txt"))  # type: ignore[attr-defined]
    words.save_pretrained(folder)
    steps = [Transformer(str(folder)), Pooling(_HIDDEN, "cls"), Normalize()]
    SentenceTransformer(modules=steps, device="cpu").save(str(folder), create_model_card=False)


def table(passages: int, mine: Speed, theirs: Speed) -> str:
    """Both as Markdown, with how many times faster ours is."""
    rows = [
        ("passages to index, s", theirs.index, mine.index),
        ("a question, ms", theirs.question * 1000, mine.question * 1000),
    ]
    lines = [f"| {passages} passages | usual | zhengwen | times faster |", "|---|--:|--:|--:|"]
    lines += [f"| {name} | {a:.1f} | {b:.2f} | {a / b:.0f} |" for name, a, b in rows]
    return "\n".join(lines)


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    made = work()
    return time.perf_counter() - began, made


def _median(ask: Callable[[str], object], asked: Sequence[str]) -> float:
    return statistics.median(_timed(partial(ask, question))[0] for question in asked)


if __name__ == "__main__":
    main()

"""A reranker has a say in the order of what search finds, and none in what the ledger states."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from corpus.types import Passage
from index.embedders import encoder
from index.search import open_index
from index.types import Hit, Vectors
from rag.chain import Chain
from rag.rerank import reranked
from rag.types import Question
from tests.rag.library import TODAY


@dataclass
class Wanting:
    """Gives 5 to texts that hold a word and -5 to all others; keeps what it was asked."""

    word: str
    name: str = "wanting"
    asked: list[tuple[str, int]] = field(default_factory=list)

    def scores(self, question: str, texts: Sequence[str]) -> Vectors:
        self.asked.append((question, len(texts)))
        return np.array([5 if self.word in text else -5 for text in texts], np.float32)


def hits(*scores: float) -> list[Hit]:
    texts = [f"第{row}句" for row in range(len(scores))]
    return [
        Hit(row, Passage("甲.txt", row, row + 1, text), score)
        for row, (text, score) in enumerate(zip(texts, scores, strict=True))
    ]


def rows(found: Sequence[Hit]) -> list[int]:
    return [hit.row for hit in found]


def test_without_a_reranker_nothing_changes() -> None:
    assert reranked("问", hits(3, 2, 1), None) == hits(3, 2, 1)


def test_without_hits_it_is_not_asked() -> None:
    reranker = Wanting("第")
    assert reranked("问", [], reranker) == []
    assert reranker.asked == []


def test_what_it_wants_comes_forward_and_scores_keep_their_scale() -> None:
    found = reranked("问", hits(4.0, 3.0, 1.0), Wanting("第2句"))
    assert rows(found) == [2, 0, 1]
    assert [hit.score for hit in found] == [2.5, 2.0, 1.5]
    assert [hit.parts["reranked"] for hit in found] == [1, 0, 0]


def test_where_it_finds_all_equal_the_order_stays() -> None:
    assert rows(reranked("问", hits(3, 2, 1), Wanting("句"))) == [0, 1, 2]


def test_only_the_best_thirty_are_read_and_the_rest_stay_behind() -> None:
    reranker = Wanting("第39句")
    found = reranked("问", hits(*(40.0 - n for n in range(40))), reranker)
    assert reranker.asked == [("问", 30)]
    assert rows(found) == list(range(40))
    moved = reranked("问", hits(*(40.0 - n for n in range(40))), Wanting("第29句"))
    assert rows(moved) == [29, *range(29), *range(30, 40)]


def chain_with(reranker: Wanting, home: Path) -> Chain:
    return Chain(open_index(home, encoder()), TODAY, reranker=reranker)


def test_the_question_is_read_in_full_and_the_order_of_search_follows(home: Path) -> None:
    question = "浙江2026年民生实事有哪些"
    plain = chain_with(Wanting("句"), home)
    before = plain.retrieve(plain.understand(Question(question))).found.hits
    word = before[6].passage.text
    reranker = Wanting(word)
    chain = chain_with(reranker, home)
    after = chain.retrieve(chain.understand(Question(question))).found.hits
    assert {q for q, _ in reranker.asked} == {question}
    assert 1 < max(count for _, count in reranker.asked) <= 30
    place = [hit.passage.text for hit in after].index(word)
    assert place < [hit.passage.text for hit in before].index(word)


def test_what_the_ledger_states_stays_in_front(home: Path) -> None:
    chain = chain_with(Wanting("养老床位"), home)
    found = chain.retrieve(chain.understand(Question("浙江2026年城镇新增就业目标是多少"))).found
    assert "城镇新增就业105万人以上" in found.hits[0].passage.text
    assert found.hits[0].score >= found.hits[1].score + 1

"""What a user would pick instead, over three tiny documents."""

from collections.abc import Sequence

import pytest

from corpus.types import Document, Identity
from eval.baselines import BASELINES, baseline
from eval.baselines.bm25 import cut
from eval.baselines.chunks import chunks
from eval.run import Ask
from index.embedders.static import BUNDLED
from index.types import Scope
from rag.types import Question

pytestmark = pytest.mark.slow  # loads jieba, LangChain's splitters and sentence-transformers

TEXTS = {
    "就业.txt": "今年的工作要点。实现城镇新增就业120万人以上，帮助失业人员再就业。",
    "粮食.txt": "今年的工作要点。粮食产量达到500亿斤，建设高标准农田240万亩。",
    "空气.txt": "今年的工作要点。细颗粒物平均浓度下降到30微克以内，治理河湖岸线。",
}
DOCUMENTS = tuple(Document(name, text, Identity()) for name, text in TEXTS.items())
QUESTIONS = [
    pytest.param("城镇新增就业多少人", "就业.txt", id="jobs"),
    pytest.param("粮食产量是多少", "粮食.txt", id="grain"),
    pytest.param("细颗粒物浓度降到多少", "空气.txt", id="air"),
]


@pytest.fixture(scope="module", params=BASELINES)
def ask(request: pytest.FixtureRequest) -> Ask:
    return baseline(str(request.param), DOCUMENTS, str(BUNDLED))


@pytest.mark.parametrize(("question", "source"), QUESTIONS)
def test_a_question_finds_its_document_and_cites_its_sentence(
    ask: Ask, question: str, source: str
) -> None:
    told = ask(Question(question, id="q1"))
    assert (told.answered, told.id) == (True, "q1")
    [cited] = told.citations
    assert (cited.source, told.passages[0].source) == (source, source)
    assert cited.text == TEXTS[source][cited.start : cited.end] == TEXTS[source][8:]
    assert told.answer == f"{cited.text}[1]"
    assert told.seconds > 0


def test_passages_come_best_first_as_slices_of_their_documents(ask: Ask) -> None:
    passages = ask(Question("粮食产量是多少")).passages
    assert 1 <= len(passages) <= 3
    assert [p.score for p in passages] == [1 / rank for rank in range(1, len(passages) + 1)]
    assert [p.text for p in passages] == [TEXTS[p.source][p.start : p.end] for p in passages]


def test_a_scope_of_sources_is_kept_to(ask: Ask) -> None:
    kept = ask(Question("今年的粮食产量和工作要点", scope=Scope(sources=("空气.txt",))))
    assert {p.source for p in kept.passages} == {"空气.txt"}
    none = ask(Question("粮食产量是多少", scope=Scope(sources=("别的.txt",)), id="q1"))
    assert (none.answered, none.kind, none.passages, none.id) == (False, "refusal", (), "q1")


def test_words_that_stand_nowhere_find_nothing_by_words_alone() -> None:
    told = baseline("bm25", DOCUMENTS, "")(Question("zzz"))
    assert (told.answered, told.citations) == (False, ())


def test_words_are_cut_without_white_space_and_in_small_letters() -> None:
    assert cut("增长 GDP") == ["增长", "gdp"]


def test_documents_are_cut_into_pieces_that_share_their_edges() -> None:
    text = "".join(f"第{n}项工作要抓好。" for n in range(200))
    pieces = chunks([Document("长.txt", text, Identity()), *DOCUMENTS])
    long = [piece for piece in pieces if piece.metadata["source"] == "长.txt"]
    assert len(long) == len(pieces) - 3
    assert all(len(piece.page_content) <= 500 for piece in pieces)
    starts: Sequence[int] = [piece.metadata["start_index"] for piece in long]
    ends = [start + len(piece.page_content) for start, piece in zip(starts, long, strict=True)]
    assert (starts[0], ends[-1]) == (0, len(text))
    assert all(start <= end for start, end in zip(starts[1:], ends, strict=False))
    assert [text[s:e] for s, e in zip(starts, ends, strict=True)] == [p.page_content for p in long]

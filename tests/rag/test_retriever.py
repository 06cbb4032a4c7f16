"""Our retrieval as a LangChain retriever."""

import pytest
from langchain_core.retrievers import BaseRetriever

from corpus.errors import UserError
from rag.chain import Chain
from rag.retriever import PassageRetriever


@pytest.fixture(scope="module")
def retriever(chain: Chain) -> PassageRetriever:
    return PassageRetriever(chain=chain, k=3)


def test_it_is_a_retriever_of_langchain(retriever: PassageRetriever) -> None:
    assert isinstance(retriever, BaseRetriever)


def test_documents_are_exact_slices_with_where_they_stand(
    retriever: PassageRetriever, chain: Chain
) -> None:
    found = retriever.invoke("浙江2026年城镇新增就业目标是多少")
    assert 1 <= len(found) <= 3
    for document in found:
        told = document.metadata
        assert set(told) == {"source", "start", "end", "score", "title", "place", "year"}
        text = chain.document(told["source"]).text
        assert text[told["start"] : told["end"]] == document.page_content
    assert "105万人以上" in found[0].page_content
    first = found[0].metadata
    assert (first["source"], first["place"], first["year"]) == ("浙江/2026.txt", "浙江", 2026)
    assert first["title"] == "2026年浙江省政府工作报告"


def test_the_place_in_the_question_narrows_what_is_found(retriever: PassageRetriever) -> None:
    assert {d.metadata["place"] for d in retriever.invoke("江苏就业目标")} == {"江苏"}


def test_passages_do_not_overlap(chain: Chain) -> None:
    found = PassageRetriever(chain=chain, k=20).invoke("浙江2026年的目标和任务")
    spans = [(d.metadata["source"], d.metadata["start"], d.metadata["end"]) for d in found]
    assert len(set(spans)) == len(spans)
    inside = [
        (a, b)
        for a in spans
        for b in spans
        if a != b and a[0] == b[0] and b[1] <= a[1] and a[2] <= b[2]
    ]
    assert inside == []


def test_an_empty_question_is_told_to_the_person(retriever: PassageRetriever) -> None:
    with pytest.raises(UserError, match=r"^请输入问题。$"):
        retriever.invoke(" ")

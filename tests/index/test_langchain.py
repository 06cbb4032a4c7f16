"""Our index as a LangChain vector store, our encoders as embeddings: LangChain's tests and ours."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from langchain_core.documents import Document
from langchain_core.embeddings import DeterministicFakeEmbedding
from langchain_core.vectorstores import VectorStore
from langchain_tests.integration_tests import (
    EmbeddingsIntegrationTests,
    VectorStoreIntegrationTests,
)
from langchain_tests.unit_tests import EmbeddingsUnitTests

from corpus.errors import DamagedIndex, UserError
from corpus.read import read_document
from index.build import contents_of
from index.embedders import encoder
from index.embedders.langchain import EncoderEmbeddings
from index.langchain import PassageStore
from index.search import Index
from tests.index.encoders import Counting

TEXTS = ["新增就业100万人", "粮食产量126亿斤", "新增就业岗位", "森林覆盖率61.4%"]
IDS = ["a", "b", "c", "d"]


class TestStandardStore(VectorStoreIntegrationTests):
    @pytest.fixture
    def vectorstore(self) -> VectorStore:
        return PassageStore(self.get_embeddings())


class TestStandardStoreThatWasSaved(VectorStoreIntegrationTests):
    @pytest.fixture
    def vectorstore(self, tmp_path: Path) -> VectorStore:
        PassageStore(self.get_embeddings()).save_local(tmp_path)
        return PassageStore.load_local(tmp_path, self.get_embeddings())


class TestStandardEmbeddings(EmbeddingsUnitTests):
    @property
    def embeddings_class(self) -> type[EncoderEmbeddings]:
        return EncoderEmbeddings

    @property
    def embedding_model_params(self) -> dict[str, Any]:
        return {"encoder": encoder()}


class TestStandardEmbeddingsAtWork(EmbeddingsIntegrationTests):
    @property
    def embeddings_class(self) -> type[EncoderEmbeddings]:
        return EncoderEmbeddings

    @property
    def embedding_model_params(self) -> dict[str, Any]:
        return {"encoder": encoder()}


@pytest.fixture
def store() -> PassageStore:
    return PassageStore.from_texts(
        TEXTS, EncoderEmbeddings(Counting()), [{"at": at} for at in range(4)], ids=IDS
    )


def found(store: PassageStore, query: str, k: int = 4, **more: Any) -> list[str | None]:
    return [document.id for document in store.similarity_search(query, k, **more)]


def test_questions_and_passages_are_encoded_each_its_own_way() -> None:
    model = encoder()
    embeddings = EncoderEmbeddings(model)
    assert embeddings.embed_query(TEXTS[0]) == model.questions(TEXTS[:1])[0].tolist()
    assert embeddings.embed_documents(TEXTS) == model.passages(TEXTS).tolist()
    assert embeddings.embed_query(TEXTS[0]) != embeddings.embed_documents(TEXTS[:1])[0]


def test_scores_are_cosines_and_fall(store: PassageStore) -> None:
    pairs = store.similarity_search_with_score(TEXTS[1], 4)
    assert pairs[0][0].id == "b"
    assert pairs[0][1] == pytest.approx(1)
    scores = [score for _, score in pairs]
    assert scores == sorted(scores, reverse=True)
    relevant = store.similarity_search_with_relevance_scores(TEXTS[1], 4)
    assert all(0 <= score <= 1 for _, score in relevant)


def test_vectors_of_any_length_are_compared_by_their_direction() -> None:
    store = PassageStore.from_texts(TEXTS, DeterministicFakeEmbedding(size=6))
    [(document, score)] = store.similarity_search_with_score(TEXTS[2], 1)
    assert document.page_content == TEXTS[2]
    assert score == pytest.approx(1)


def test_a_filter_is_applied_before_the_cut(store: PassageStore) -> None:
    def last(document: Document) -> bool:
        return bool(document.metadata["at"] == 3)

    assert found(store, TEXTS[0], k=1, filter=last) == ["d"]
    assert found(store, TEXTS[0], k=1, filter=lambda document: False) == []


def test_what_is_deleted_is_not_found_and_all_can_be(store: PassageStore) -> None:
    store.delete(["b", "c"])
    assert found(store, TEXTS[1]) == ["a", "d"] or found(store, TEXTS[1]) == ["d", "a"]
    store.delete()
    assert (len(store), found(store, TEXTS[1])) == (0, [])
    store.add_texts(["新的"], ids=["e"])
    assert found(store, "新的") == ["e"]


def test_texts_written_over_many_times_are_held_once(store: PassageStore) -> None:
    for turn in range(20):
        store.add_texts([f"{text}{turn}" for text in TEXTS], ids=IDS)
    assert len(store) == 4
    assert {d.page_content for d in store.get_by_ids(IDS)} == {f"{text}19" for text in TEXTS}
    assert found(store, f"{TEXTS[3]}19", k=1) == ["d"]


def test_what_is_handed_out_can_be_changed_without_harm(store: PassageStore) -> None:
    [document] = store.get_by_ids(["a"])
    document.metadata["at"] = 99
    assert store.get_by_ids(["a"])[0].metadata == {"at": 0}


def test_marginal_relevance_passes_over_what_says_the_same() -> None:
    texts = ["新增就业", "新增就业", "粮食产量"]
    store = PassageStore.from_texts(texts, EncoderEmbeddings(Counting()), ids=["a", "b", "c"])
    near = store.max_marginal_relevance_search("新增就业", k=2, lambda_mult=0.3)
    assert [document.id for document in near] == ["a", "c"]
    assert found(store, "新增就业", k=2) == ["a", "b"]
    assert PassageStore(EncoderEmbeddings(Counting())).max_marginal_relevance_search("有吗") == []


def test_a_saved_store_comes_back_whole(store: PassageStore, tmp_path: Path) -> None:
    store.delete(["a"])
    store.save_local(tmp_path / "store")
    assert {path.suffix for path in (tmp_path / "store").iterdir()} == {".jsonl", ".faiss", ".json"}
    loaded = PassageStore.load_local(str(tmp_path / "store"), EncoderEmbeddings(Counting()))
    assert loaded.get_by_ids(IDS) == store.get_by_ids(["b", "c", "d"])
    for text in TEXTS:
        again = loaded.similarity_search_with_score(text)
        assert again == store.similarity_search_with_score(text)
    loaded.add_texts(TEXTS[:1], ids=["a"])
    assert found(loaded, TEXTS[0], k=1) == ["a"]


def test_a_metadata_that_is_not_json_leaves_the_saved_store_alone(
    store: PassageStore, tmp_path: Path
) -> None:
    store.save_local(tmp_path)
    store.add_texts(["坏"], [{"value": object()}])
    with pytest.raises(TypeError):
        store.save_local(tmp_path)
    assert len(PassageStore.load_local(tmp_path, EncoderEmbeddings(Counting()))) == 4


@pytest.mark.parametrize("name", ["documents.jsonl", "vectors.faiss", "manifest.json"])
def test_a_damaged_store_is_told(name: str, store: PassageStore, tmp_path: Path) -> None:
    store.save_local(tmp_path)
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[:-3])
    with pytest.raises(DamagedIndex, match=r"^文档库 .*已损坏"):
        PassageStore.load_local(tmp_path, EncoderEmbeddings(Counting()))


def test_a_folder_without_a_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"没有保存过的文档库"):
        PassageStore.load_local(tmp_path, EncoderEmbeddings(Counting()))


def test_a_model_of_another_dimension_is_told(store: PassageStore, tmp_path: Path) -> None:
    store.save_local(tmp_path)
    other = PassageStore.load_local(tmp_path, DeterministicFakeEmbedding(size=6))
    for act in (lambda: other.similarity_search("就业"), lambda: other.add_texts(["就业"])):
        with pytest.raises(UserError, match=r"16 维的向量，给的是 6 维"):
            act()


@pytest.mark.parametrize("more", [{"ids": ["a"]}, {"metadatas": [{}]}], ids=["ids", "metadatas"])
def test_as_many_ids_and_metadatas_as_texts_are_wanted(
    more: dict[str, Any], store: PassageStore
) -> None:
    with pytest.raises(ValueError, match=r"zip"):
        store.add_texts(TEXTS, **more)


async def test_texts_added_at_the_same_time_are_all_there() -> None:
    store = PassageStore(EncoderEmbeddings(Counting()))
    texts = [f"第{number}句" for number in range(40)]
    await asyncio.gather(*(store.aadd_texts([text], ids=[text]) for text in texts))
    assert len(store) == 40
    near = await asyncio.gather(*(store.asimilarity_search(text, k=40) for text in texts))
    assert all({document.id for document in documents} == set(texts) for documents in near)
    await store.adelete(texts[:39])
    assert [document.id for document in await store.asimilarity_search("句")] == texts[39:]


def test_an_opened_index_is_a_store_of_its_sentences(tmp_path: Path) -> None:
    file = tmp_path / "甲.txt"
    file.write_text("一、就业\n新增就业100万人。\n二、粮食\n粮食产量126亿斤。\n", encoding="utf-8")
    document, model = read_document(file), Counting()
    index = Index(contents_of([document], model), model)
    before = list(model.seen)
    store = PassageStore.from_index(index)
    assert model.seen == before
    assert len(store) == len(index.contents.rows)
    [near] = store.similarity_search("粮食产量126亿斤。", k=1)
    told = near.metadata
    assert document.text[told["start"] : told["end"]] == near.page_content == "粮食产量126亿斤。"
    assert near.id == f"甲.txt:{told['start']}-{told['end']}"
    assert told["headings"] == ["二、粮食"]

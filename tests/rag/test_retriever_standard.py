"""Our retriever held to LangChain's own tests of retrievers."""

from typing import Any

import pytest
from langchain_tests.integration_tests import RetrieversIntegrationTests

from rag.chain import Chain
from rag.retriever import PassageRetriever


class TestStandardRetriever(RetrieversIntegrationTests):
    @pytest.fixture(autouse=True)
    def _over_the_documents(self, chain: Chain) -> None:
        self.chain = chain

    @property
    def retriever_constructor(self) -> type[PassageRetriever]:
        return PassageRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"chain": self.chain, "k": 5}

    @property
    def retriever_query_example(self) -> str:
        return "粮食产量是多少"

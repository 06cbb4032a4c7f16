"""Spans of the steps and of the model: how they lie within each other, and what they never tell."""

from functools import cache, partial

import pytest

from corpus.errors import UserError
from rag.chain import Chain
from rag.model.chain import ModelChain
from rag.model.chat import open_model
from rag.model.choice import ModelChoice
from rag.model.writer import Writer
from rag.tracing import Spans, spans
from rag.types import Question
from tests.rag.library import TODAY
from tests.rag.model.server import KEY, serving

pytest.importorskip("opentelemetry.sdk", reason="no tracing: pip install 'zhengwen[tracing]'")

QUESTION = Question("浙江2026年GDP增长目标是多少")


class Kept:
    """A tracer with the spans that ended."""

    def __init__(self) -> None:
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import SimpleSpanProcessor
        from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

        self._out = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(self._out))
        self.handler = Spans(provider.get_tracer("test"))

    @property
    def spans(self) -> dict[str, dict[str, object]]:
        """What is told of each span, by its name."""
        ended = self._out.get_finished_spans()
        names = {span.context.span_id: span.name for span in ended if span.context}
        return {
            span.name: {
                **dict(span.attributes or {}),
                "within": names.get(span.parent.span_id) if span.parent else None,
                "ok": span.status.is_ok or span.status.status_code.name == "UNSET",
            }
            for span in ended
        }


def test_each_step_is_a_span_that_tells_nothing_of_what_was_asked(chain: Chain) -> None:
    kept = Kept()
    answer = chain.invoke(QUESTION, {"callbacks": [kept.handler]})
    assert {"understand", "retrieve", "answer"} <= kept.spans.keys()
    assert kept.spans["retrieve"]["within"] == "RunnableSequence"
    assert QUESTION.text not in str(kept.spans)
    assert answer.answer not in str(kept.spans)


@pytest.mark.parametrize(("name", "ok"), [("good", True), ("broken", False)])
def test_the_model_is_a_span_with_its_cost_or_its_error(name: str, ok: bool, chain: Chain) -> None:
    kept = Kept()
    with serving() as server:
        choice = ModelChoice(f"openai:{name}", server.url, KEY, 5.0, retries=0)
        model = ModelChain(chain.index, TODAY, Writer(choice, cache(partial(open_model, choice))))
        model.callbacks.append(kept.handler)
        model.invoke(QUESTION)
    told = kept.spans[f"model {name}"]
    assert told["ok"] is ok
    assert told.get("zhengwen.tokens.read") == (120 if ok else None)
    assert KEY not in str(kept.spans)


def test_an_exporter_that_is_missing_is_named() -> None:
    with pytest.raises(UserError, match="opentelemetry-exporter-otlp-proto-http"):
        spans("http://127.0.0.1:4318/v1/traces")

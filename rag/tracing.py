"""OpenTelemetry spans of a chain's steps and of its language model, by LangChain's callbacks.

A span tells what was done, how long it took and at what cost; never what was asked or answered.
"""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.outputs import LLMResult

from corpus.errors import UserError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter
    from opentelemetry.trace import Span, Tracer

SERVICE = "zhengwen"


class Spans(BaseCallbackHandler):
    """A span for each step, within that of the step that called it."""

    def __init__(self, tracer: "Tracer") -> None:
        self._tracer = tracer
        self._open: dict[UUID, Span] = {}

    def on_chain_start(
        self, serialized: dict[str, Any] | None, inputs: Any, *, run_id: UUID, **about: Any
    ) -> None:
        self._begin(about.get("name") or "chain", run_id, about.get("parent_run_id"))

    def on_chain_end(self, outputs: Any, *, run_id: UUID, **about: Any) -> None:
        self._end(run_id)

    def on_chain_error(self, error: BaseException, *, run_id: UUID, **about: Any) -> None:
        self._end(run_id, error)

    def on_chat_model_start(
        self, serialized: dict[str, Any] | None, messages: Any, *, run_id: UUID, **about: Any
    ) -> None:
        name = (about.get("metadata") or {}).get("ls_model_name") or "model"
        self._begin(f"model {name}", run_id, about.get("parent_run_id"))

    def on_llm_end(self, response: LLMResult, *, run_id: UUID, **about: Any) -> None:
        span = self._open.get(run_id)
        for generations in response.generations:
            for generation in generations:
                usage = getattr(getattr(generation, "message", None), "usage_metadata", None)
                if span is not None and usage:
                    span.set_attribute("zhengwen.tokens.read", usage["input_tokens"])
                    span.set_attribute("zhengwen.tokens.written", usage["output_tokens"])
        self._end(run_id)

    def on_llm_error(self, error: BaseException, *, run_id: UUID, **about: Any) -> None:
        self._end(run_id, error)

    def _begin(self, name: str, run_id: UUID, parent: UUID | None) -> None:
        from opentelemetry.trace import set_span_in_context

        above = self._open.get(parent) if parent else None
        context = set_span_in_context(above) if above is not None else None
        self._open[run_id] = self._tracer.start_span(name, context)

    def _end(self, run_id: UUID, error: BaseException | None = None) -> None:
        span = self._open.pop(run_id, None)
        if span is None:
            return
        if error is not None:
            from opentelemetry.trace import Status, StatusCode

            span.set_status(Status(StatusCode.ERROR, type(error).__name__))
        span.end()


def spans(where: str) -> Spans:
    """Spans that go to the ``console``, or to the address of an OTLP collector.

    Raises ``UserError`` that names the packages where they are missing.
    """
    try:
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise UserError("要记录运行轨迹，请先装：pip install 'zhengwen[tracing]'") from None
    provider = TracerProvider(resource=Resource.create({"service.name": SERVICE}))
    provider.add_span_processor(BatchSpanProcessor(_exporter(where)))
    return Spans(provider.get_tracer(SERVICE))


def _exporter(where: str) -> "SpanExporter":
    if where == "console":
        import sys

        from opentelemetry.sdk.trace.export import ConsoleSpanExporter

        return ConsoleSpanExporter(out=sys.stderr)
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    except ImportError:
        raise UserError(
            "ZHENGWEN_TRACE 写了地址，还要装：pip install opentelemetry-exporter-otlp-proto-http"
        ) from None
    exporter: SpanExporter = OTLPSpanExporter(endpoint=where)
    return exporter

"""A model's answer as it comes in, each finished sentence held to what it cites."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from corpus.types import Identity
from rag.guard.hold import hold
from rag.guard.stream import sentences
from rag.model.choice import ModelChoice
from rag.model.spoken import spoken
from rag.model.trouble import ModelTrouble, NoStream, trouble_of
from rag.types import Citation, Usage

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

Messages = Sequence[tuple[str, str]]
_ENDED = frozenset({"stop", "end_turn", "STOP", "eos"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What a written sentence may rest on: numbered sentences, whose documents they are from, what
    was asked, and what our own engine worked out."""

    citations: tuple[Citation, ...]
    identities: Mapping[str, Identity]
    asked: str
    computed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The text so far as it may be shown; ``own`` counts the sentences that are the model's.

    ``problems`` say what was replaced or withheld, each once.
    """

    text: str = ""
    problems: tuple[str, ...] = ()
    own: int = 0
    usage: Usage = field(default_factory=Usage)


def written(
    model: "BaseChatModel",
    choice: ModelChoice,
    messages: Messages,
    ground: Ground,
    config: "RunnableConfig | None" = None,
) -> Iterator[Written]:
    """The answer with each sentence more; the last is whole.

    Raises ``ModelTrouble``: the model is away, slow, refuses, breaks off or says nothing.
    """
    so_far, done = Written(usage=Usage(choice.shown)), 0
    text, usage = "", so_far.usage
    for text, usage, ended in _told(model, choice, messages, config):
        finished = sentences(text, ended).finished
        for sentence in finished[done:]:
            so_far = _with(so_far, sentence, ground)
            yield replace(so_far, usage=usage)
        done = len(finished)
    if not text.strip():
        raise ModelTrouble(f"{choice.shown} 没有写出回答")
    yield replace(so_far, text=so_far.text.strip(), usage=usage)


def _with(so_far: Written, sentence: str, ground: Ground) -> Written:
    """The text with a sentence more, as far as that may be shown."""
    held = hold(sentence, ground.citations, ground.identities, ground.asked, ground.computed)
    told = (held.problem,) if held.problem and held.problem not in so_far.problems else ()
    own = so_far.own + (held.outcome in ("kept", "cited"))
    return replace(
        so_far, text=so_far.text + held.text, problems=(*so_far.problems, *told), own=own
    )


def _told(
    model: "BaseChatModel",
    choice: ModelChoice,
    messages: Messages,
    config: "RunnableConfig | None",
) -> Iterator[tuple[str, Usage, bool]]:
    """The raw text so far, its cost, and whether it is whole; at least once, whole at the end."""
    try:
        yield from _streamed(model, choice, messages, config)
    except NoStream:
        yield _at_once(model, choice, messages, config)


def _streamed(
    model: "BaseChatModel",
    choice: ModelChoice,
    messages: Messages,
    config: "RunnableConfig | None",
) -> Iterator[tuple[str, Usage, bool]]:
    until = time.monotonic() + choice.seconds
    text, usage, reason = "", Usage(choice.shown), ""
    try:
        with closing(model.stream(list(messages), config)) as chunks:  # type: ignore[type-var]
            for chunk in chunks:
                text += str(chunk.text)
                usage = _more(usage, chunk)
                reason = reason or _reason(chunk)
                if time.monotonic() > until:
                    raise TimeoutError
                yield spoken(text), usage, False
    except ModelTrouble:
        raise
    except Exception as error:
        raise trouble_of(error, choice) from error
    _whole(choice, reason)
    yield spoken(text), usage, True


def _at_once(
    model: "BaseChatModel",
    choice: ModelChoice,
    messages: Messages,
    config: "RunnableConfig | None",
) -> tuple[str, Usage, bool]:
    try:
        message = model.bind(stream=False).invoke(list(messages), config)
    except Exception as error:
        raise trouble_of(error, choice) from error
    _whole(choice, _reason(message))
    return spoken(str(message.text)), _more(Usage(choice.shown), message), True


def _whole(choice: ModelChoice, reason: str) -> None:
    """Raises ``ModelTrouble`` where a model of the OpenAI protocol did not say that it ended."""
    says = choice.name.partition(":")[0] in ("openai", "deepseek")
    if reason == "length" or (says and reason not in _ENDED):
        raise ModelTrouble(f"{choice.shown} 写到一半断了")


def _reason(message: Any) -> str:
    told = message.response_metadata
    return str(told.get("finish_reason") or told.get("done_reason") or "")


def _more(usage: Usage, message: Any) -> Usage:
    told = message.usage_metadata
    if not told:
        return usage
    return replace(
        usage, read=usage.read + told["input_tokens"], written=usage.written + told["output_tokens"]
    )

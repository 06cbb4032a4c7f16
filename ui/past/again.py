"""An exchange of the page as it is kept, and back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from rag.conversations.types import Exchanged
from ui.conversation import Exchanges, history
from ui.types import Exchange, Rating, Reason


def kept(exchanges: Exchanges) -> tuple[Exchanged, ...]:
    """What is kept of a conversation; what is still being answered is kept as stopped."""
    return tuple(
        Exchanged(
            one.question,
            one.answer,
            "stopped" if one.status == "working" else one.status,
            one.message,
            one.rating.thumb,
            one.rating.reason,
        )
        for one in exchanges
    )


def shown(kept: Sequence[Exchanged]) -> Exchanges:
    """The conversation as it was; each question again knows what was said before it."""
    exchanges: Exchanges = ()
    for one in kept:
        question = replace(one.question, history=history(exchanges))
        reason = next((known for known in get_args(Reason) if known == one.reason), None)
        rating = Rating(one.thumb, reason)
        now = Exchange(question, one.answer, one.status, one.message, rating)
        exchanges = (*exchanges, now)
    return exchanges

"""A person's rating of an answer: what a click makes of it, and how it is shown. Pure."""

from dataclasses import replace

from ui import words
from ui.markup import button, element, text
from ui.types import Language, Rating, Thumb

_HAND = "M6.5 9 9.6 3.2c1.2 0 2 .9 2 2.1V8h3.9c1.1 0 1.9 1 1.7 2.1l-1 5.2c-.2.9-.9 1.6-1.9 1.6H6.5z"
_CUFF = "M3 9h3.5v7.9H3z"
_ICON = (
    '<svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">'
    '<path d="{drawn}" transform="{turned}" fill="none" stroke="currentColor" '
    'stroke-width="1.4" stroke-linejoin="round"/></svg>'
)
_TURNED = {"up": "", "down": "matrix(1 0 0 -1 0 20)"}


def clicked(rating: Rating, thumb: str, reason: str = "") -> Rating:
    """``rating`` after a click on a thumb, or on a reason of the thumb down.

    A thumb up holds at once; a thumb down opens the reasons, or closes them, and holds only
    with one of them.
    """
    if thumb == "up":
        return Rating("up")
    why = next((known for known in words.reasons if known == reason), None)
    return Rating("down", why) if why else replace(rating, asking=not rating.asking)


def differs(before: Rating, now: Rating) -> bool:
    """Whether ``now`` has something to keep that ``before`` had not."""
    return (before.thumb, before.reason) != (now.thumb, now.reason)


def thumbs(rating: Rating, exchange: int, language: Language) -> str:
    """The two thumbs; the one that is kept is pressed."""
    up = _thumb("up", rating, exchange, words.good_answer(language))
    down = _thumb("down", rating, exchange, words.bad_answer(language))
    return element(
        "span", up + down, class_="thumbs", role="group", aria_label=words.rate(language)
    )


def below(rating: Rating, exchange: int, language: Language) -> str:
    """Under the thumbs: the reasons while they stand open, thanks once a rating is kept."""
    if rating.asking:
        return _reasons(rating, exchange, language)
    if rating.thumb is None:
        return ""
    return element("p", text(words.thanks(language)), class_="thanks", role="status")


def _thumb(thumb: Thumb, rating: Rating, exchange: int, label: str) -> str:
    return element(
        "button",
        _ICON.format(drawn=_CUFF + _HAND, turned=_TURNED[thumb]),
        type="button",
        title=label,
        aria_label=label,
        aria_pressed=_state(rating.thumb == thumb),
        aria_expanded=_state(rating.asking) if thumb == "down" else "",
        data_event="rate",
        data_exchange=exchange,
        data_thumb=thumb,
    )


def _reasons(rating: Rating, exchange: int, language: Language) -> str:
    asked = words.what_is_wrong(language)
    chips = "".join(
        button(
            name(language),
            "rate",
            aria_pressed=_state(rating.reason == reason),
            data_exchange=exchange,
            data_thumb="down",
            data_reason=reason,
        )
        for reason, name in words.reasons.items()
    )
    head = element("span", text(asked), class_="label")
    return element("div", head + chips, class_="reasons", role="group", aria_label=asked)


def _state(holds: bool) -> str:
    return "true" if holds else "false"

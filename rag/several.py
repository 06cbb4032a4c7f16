"""Several questions in one: each is answered as a follow-up of those before it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from rag.answers.target_result import names_both
from rag.joined import joined
from rag.kinds import asks
from rag.types import Answer, Question, Turn

MOST = 3
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|\"[^\"]*\"")
_MARKED = re.compile(r"[^？?]*[？?]+[）)！!。\s]*|[^？?]+$")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.、)）](?!\d)|[一二三][、.])\s*")
_AGAIN = re.compile(
    r"[，,；;。]\s*(?=(?:那么?|而|还有|另外|以及)?(?P<what>(?:(?!怎|什么|多少|哪|吗)[^，,；;。]){1,24}?)的?"
    r"(?:又(?:[是有要为定在]|会|该)*(?:多少|几|哪些|什么|怎[么样]|如何)|呢)[？?。]?$)"
)
_ONLY_YEAR = re.compile(r"(?:(?:19|20)\d\d年|[今去前明]年|结果|实际)")
_ASKED = re.compile(
    r"(?:多少|几[^，。]{0,3}|哪些|什么[^，。]{0,4}|谁|吗|呢|怎么样|如何|怎样[^，。]{0,4})$"
)
_TAG = re.compile(
    r"(?:(?:是|对|好|行|可以|真的|能)(?:吗|不对|不是)|是不是|对不对|好不好|能告诉我吗|知道吗)\W*"
)
_HOW_MUCH = re.compile(
    r"(?:那么?|具体|大概|分别|各自?|相?差距?|高|低|多|少|增长|是|有|为|又|了|想)*(?:多少|几)(?:个?百分点)?\W*"
)
_LEAST = 3


def each(question: Question, answer: Callable[[Question], Answer]) -> Answer:
    """The answer to a question, of several the answers joined: up to three, the rest is told."""
    asked = questions(question.text)
    if len(asked) < 2:
        return answer(question)
    answers: list[Answer] = []
    history = question.history
    for text in asked[:MOST]:
        given = answer(replace(question, text=text, history=history))
        answers.append(given)
        history = (*history, Turn("user", text), Turn("assistant", given.answer))
    return joined(question, answers, max(0, len(asked) - MOST))


def questions(text: str) -> tuple[str, ...]:
    """The questions of a text in order; a sentence before a question belongs to it.

    >>> questions("浙江2025年GDP目标是多少？江苏的就业目标呢？")
    ('浙江2025年GDP目标是多少？', '江苏的就业目标呢？')
    """
    plain = _QUOTED.sub(lambda quoted: "“" * len(quoted.group()), text)
    marked = _kept(text[found.start() : found.end()] for found in _MARKED.finditer(plain))
    if len(marked) == 1:
        return _asked_again(text)
    return tuple(_NUMBERED.sub("", part).strip() for part in marked)


def _kept(parts: Iterable[str]) -> list[str]:
    """The parts that ask; one that only asks back (对吗？, 差多少？), says next to nothing or asks
    nothing goes with that before."""
    kept: list[str] = []
    for part in parts:
        if kept and (_is_slight(part.strip()) or not asks(part)):
            kept[-1] += part
        else:
            kept.append(part)
    return kept


def _is_slight(part: str) -> bool:
    back = _TAG.fullmatch(part) or _HOW_MUCH.fullmatch(part)
    return bool(back) or len(re.sub(r"\W", "", part)) < _LEAST


def _asked_again(text: str) -> tuple[str, ...]:
    """The questions of 甲是多少，乙又是多少; years of one thing are a course, not several."""
    again = _AGAIN.search(text)
    if again is None or names_both(text) or _ONLY_YEAR.fullmatch(again["what"]):
        return (text,)
    first, second = text[: again.start()], text[again.end() :]
    return (*_asked_again(first), second) if _ASKED.search(first) else (text,)

"""A follow-up made whole from what was asked before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.places import Mention, english, find
from rag.abroad import abroad
from rag.other_phrase import other_phrase
from rag.types import Turn
from rag.wanted import announced

_LATIN = re.compile(r"[A-Za-z]")
_HAN = re.compile(r"[一-鿿]")
_TITLED = re.compile(r"《[^》]*》")
_ONE_YEAR = r"(?:(?<!\d)(?:19|20)\d\d(?!\d)年?|[今去前明]年|上一?年|(?:last|this|next) year)"
_YEARS = re.compile(rf"{_ONE_YEAR}(?:(?:[、,，和与到至—~-]|\s+(?:and|to)\s+){_ONE_YEAR})*", re.I)
_JOIN = re.compile(r"[、,，和与跟及\s]|以及|省|市|and|\band\b|的")
_LEAD = re.compile(
    r"^(?:那么|那|换成|换作|改成|如果是|再看|and what about|what about|how about|and)\s*", re.I
)
_TAIL = re.compile(r"(?:的?(?:呢|怎么样|又?如何|又?是多少)|吧)?[?？。.!！\s]*$")
_AGAINST = re.compile(
    r"^(?:那么?)?(?:和|跟|与|同|比)(?P<what>.{2,20}?)(?:相比|比较|比起来|比)?"
    r"(?P<tail>呢|怎么样|如何|[谁哪更高低多少快慢大小强].{0,8}|差.{1,6})[?？]?$"
)
_TOPIC = re.compile(
    r"^(?:那么?)?(?P<pronoun>(?:它们?|他们|其|该[省市县区]|[全本当][省市地县])的?)?"
    r"(?P<topic>.{2,14}?)的?(?P<asks>呢|(?:又|要|会)?(?:是|有|达到)?多少)[?？]?$"
)
_NO_TOPIC = re.compile(r"[这那它哪谁几怎]|其中|什么|多少|为何|如何|之后|以后")
_OF_A_PLACE = re.compile(
    r"目标|增速|就业|粮食|GDP|生产总值|财政|预算|物价|CPI|失业|能耗|人口|城镇化", re.I
)
_ASKED = re.compile(
    r"(?:总?产量?|产值|面积|增速|增幅|装机|规模|销量|的|目标)*(?:大概|大约)?(?:是|有|为|定|要|会|达到)*(?:多少|几|什么|哪些|怎么|如何).*$"
)
_BETWEEN = re.compile(r"的|省|市|in|for|of|the|'s|’s|[、,，和与跟及到至\s]", re.I)
_LEANS = re.compile(
    r"^(?:那|它|他|她|这|该|其|具体|还有|另外|再(?![生贷保融造就])|分别|and |what about|how about"
    r"|which one|why)",
    re.I,
)
_ASKS = re.compile(r"^(?:哪个|哪项|哪一|为什么|怎么|多少|谁|什么时候|在哪)")
_REFERS = re.compile(r"[这那该]|其中|它|上述|\b(?:it|its|they|that|those)\b", re.I)
_ENDS = re.compile(r"[?？。.!！\s]+$")
_AIMED = re.compile(
    r"^(?:那么?|它|他们|当地)?(?:给|为|把)?(?P<year>(?:19|20)\d\d年)(?:的|给|定|要|想)*"
    r"(?:目标|任务|计划|打算)(?:定[了在]?|是|有|设)*(?:多少|几|呢|什么|怎么定).{0,3}$"
)
_MEASURE = re.compile(r"总?产量?|产值|面积|增速|增幅|装机|规模|销量")
_OF_USE = re.compile(r"^(?:有?谁|哪些|哪个|哪几|最早).{0,8}(?:提到|提过|说到|讲到|用到|用过)")
_SHORT = 12
_SHIFTED = {
    "第二年": 1, "次年": 1, "下一年": 1, "来年": 1, "转年": 1,
    "同一年": 0, "同年": 0, "前一年": -1, "头一年": -1, "上一年": -1,
}  # fmt: skip
_SHIFT = re.compile("|".join(_SHIFTED))
_ABSOLUTE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_OF_ALL = re.compile(r"全国|各[省市地]|哪[些个几]|最[高低多少大小快慢]|国家|我国")
_FIGURE_OF_A_PLACE = re.compile(rf"{_OF_A_PLACE.pattern}|收入|投资|消费|出口|产量|总量", re.I)
_LONG = 22


@dataclass(frozen=True, slots=True)
class _Asked:
    """The last question in full, and the one before that it was put behind (else itself)."""

    whole: str
    base: str


def resolve(text: str, history: Sequence[Turn]) -> str:
    """The question in full. A question that stands by itself is returned as it is.

    那江苏呢 puts the new place (or year) in the place of the old one; a question that leans on
    the last one is put behind it.
    """
    last = _Asked("", "")
    for turn in history:
        if turn.role == "user" and turn.content.strip():
            last = _next(turn.content.strip(), last)
    return _next(text, last).whole


def _next(text: str, last: _Asked) -> _Asked:
    if not last.whole:
        return _Asked(text, text)
    text = _counted_from(last.whole, text)
    what = _TAIL.sub("", _LEAD.sub("", text))
    if _is_bare(what):
        return _Asked(_swapped(last.whole, what), _swapped(last.base, what))
    whole = (
        other_phrase(text, last.whole)
        or _aimed(text, last.whole)
        or _compared(text, last.whole)
        or _topic(text, last.whole)
        or _completed(text, last.whole)
    )
    if whole:
        return _Asked(whole, whole)
    comma = ", " if _is_english(text) and _is_english(last.base) else "，"
    return _Asked(f"{_ends_open(last.base)}{comma}{text}", last.base)


def _counted_from(last: str, text: str) -> str:
    """A follow-up with 第二年 and the like written out, counted from the last question's year."""
    years, shift = _ABSOLUTE.findall(last), _SHIFT.search(text)
    if not years or shift is None or _ABSOLUTE.search(text):
        return text
    year = int(years[-1]) + _SHIFTED[shift.group()]
    return f"{text[: shift.start()]}{year}年{text[shift.end() :]}"


def _aimed(text: str, last: str) -> str:
    """The last question asked for the target of another year (那2025年的任务定了多少)."""
    found, asked = _AIMED.match(text), _ASKED.search(last)
    if not found or not asked or _is_english(last):
        return ""
    measure = _MEASURE.match(asked.group())
    kept = measure.group() if measure else ""
    told = f"{last[: asked.start()]}{kept}目标{asked.group().removeprefix(kept).lstrip('的目标')}"
    return _with_years(told, found["year"])


def _compared(text: str, last: str) -> str:
    """The last question with the place or year that a follow-up compares with (和江苏比呢)."""
    against = _AGAINST.match(text)
    if not against or not _is_bare(against["what"]):
        return ""
    return f"{_ends_open(_joined(last, against['what']))}，相比{against['tail']}"


def _completed(text: str, last: str) -> str:
    """A question that has a topic of its own, with the place or year it leaves out; else empty."""
    what = _TAIL.sub("", _LEAD.sub("", text))
    if _leads(text) and _places(what):
        return _with_years_of(last, what)
    if (announced(text) or _leaves_place_out(text)) and not _places(text):
        return _with_place_of(last, text)
    return text if _stands_alone(text) else ""


def _leaves_place_out(text: str) -> bool:
    """Whether a question asks for what every place has, and neither names one nor asks of all."""
    asks = _FIGURE_OF_A_PLACE.search(text) and not (_OF_ALL.search(text) or abroad(text))
    return bool(asks) and len(text) <= _LONG and not _is_english(text)


def _ends_open(text: str) -> str:
    return _ENDS.sub("", text)


def _is_english(text: str) -> bool:
    return len(_LATIN.findall(text)) > 2 * len(_HAN.findall(text))


def _is_bare(what: str) -> bool:
    """Whether a text is nothing but places and years."""
    places = _places(what, country=True)
    for mention in reversed(places):
        what = f"{what[: mention.start]} {what[mention.end :]}"
    years = _YEARS.findall(what)
    return bool(places or years) and not _BETWEEN.sub("", _YEARS.sub("", what))


def _leads(text: str) -> bool:
    """Whether a text is worded as a follow-up (那…, …呢)."""
    return bool(_LEAD.match(text)) or _ends_open(text).endswith("呢")


def _topic(text: str, last: str) -> str:
    """The question after another topic (那就业呢), asked as the last one was; empty for others."""
    found = _TOPIC.match(text)
    if not found or _places(text) or not _runs(last) or _is_english(last):
        return ""
    topic, asks = found["topic"], found["asks"]
    if (found["pronoun"] or asks != "呢") and not _OF_A_PLACE.search(topic):
        return ""
    if _NO_TOPIC.search(topic):
        return ""
    return _with_place_of(last, topic + (_asked(last, topic) if asks == "呢" else asks))


def _asked(last: str, topic: str) -> str:
    """How the last question asked: 目标是多少."""
    found = _ASKED.search(last)
    tail = found.group() if found else ""
    return tail.replace("目标", "", 1) if topic.endswith("目标") else tail


def _stands_alone(text: str) -> bool:
    if _OF_USE.search(text) or abroad(text):
        return True
    if _LEANS.match(text):
        return bool(_places(text)) and len(text) > _SHORT
    if _ASKS.match(text) and _REFERS.search(text):
        return bool(_places(text))
    of_all = _OF_ALL.search(text) and _FIGURE_OF_A_PLACE.search(text) and _YEARS.search(text)
    return bool(_places(text) or of_all) or len(text) > _SHORT


def _places(text: str, country: bool = False) -> list[Mention]:
    """The places named in a text outside of titles."""
    plain = _TITLED.sub(lambda title: " " * len(title.group()), text)
    return english(plain, country) if _is_english(plain) else find(plain, country)


def _swapped(last: str, what: str) -> str:
    """``last`` with its places and years replaced by those of ``what``, as far as it has any."""
    return _with_years(_with_places(last, _places(what, country=True)), what)


def _with_places(text: str, new: Sequence[Mention]) -> str:
    """``text`` with the places of ``new``: one for one where there are as many, else in the first.

    >>> _with_places("浙江和江苏谁高", find("山东和广东"))
    '山东和广东谁高'
    """
    if not new:
        return text
    names = [mention.place.english if _is_english(text) else mention.place.short for mention in new]
    runs = _runs(text)
    if not runs:
        return f"{_and(names, text)}{text}"
    if len(runs) != len(names):
        runs, names = runs[:1], [_and(names, text)]
    for (start, end), name in reversed(list(zip(runs, names, strict=True))):
        text = text[:start] + name + text[end:]
    return text


def _runs(text: str) -> list[tuple[int, int]]:
    """Start and end of each run of places that are listed or follow each other."""
    runs: list[tuple[int, int]] = []
    for mention in _places(text) or _places(text, country=True):
        start, end = mention.start, mention.end
        end -= 2 * text[start:end].endswith(("'s", "’s"))
        if runs and not _JOIN.sub("", text[runs[-1][1] : start]):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _and(names: Sequence[str], text: str) -> str:
    if not _is_english(text):
        return "和".join(names)
    return " and ".join(names)


def _with_years(text: str, what: str) -> str:
    """``text`` with the years that ``what`` names in the place of its own."""
    found = _YEARS.search(what)
    if not found:
        return text
    if _is_english(text):
        years = re.sub(r"年", "", found.group())
        return _YEARS.sub(years, text, count=1) if _YEARS.search(text) else f"{text} ({years})"
    years = found.group() if found.group()[-1] in "年r" else f"{found.group()}年"
    return _YEARS.sub(years, text, count=1) if _YEARS.search(text) else _dated(text, years)


def _dated(text: str, years: str) -> str:
    """``text`` with ``years`` behind its first place, else at its beginning."""
    at = next((end for _, end in _runs(text)), 0)
    return text[:at] + years + text[at:]


def _joined(text: str, what: str) -> str:
    """``text`` with the places and years of ``what`` beside its own."""
    for mention in _places(what):
        at = next((end for _, end in _runs(text)), 0)
        text = f"{text[:at]}{'和' * bool(at)}{mention.place.short}{text[at:]}"
    years, own = _YEARS.search(what), _YEARS.search(text)
    if years and own:
        text = f"{text[: own.end()]}和{years.group()}{text[own.end() :]}"
    return text


def _with_years_of(last: str, text: str) -> str:
    """``text``, of the years of the last question where it names none."""
    found = _YEARS.search(last)
    return text if _YEARS.search(text) or not found else _with_years(text, found.group())


def _with_place_of(last: str, text: str) -> str:
    """``text`` of the places and years of the last question."""
    runs = _runs(last)
    place = last[runs[0][0] : runs[0][1]] if runs else ""
    return _with_years_of(last, f"{place}{text}")

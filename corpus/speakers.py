"""Who speaks where in a text with several speakers, as newspapers print interviews."""

import re
from dataclasses import dataclass

from corpus.types import Document

OFFICE = (
    "局长|主任|书记|部长|厅长|县长|市长|省长|区长|镇长|乡长|主席|院长|校长|会长|经理|所长|处长|科长|"
    "总理|代表|委员|教授|专家|董事长|主任委员|秘书长|发言人|检察长|工程师"
)
"""The words that an office ends with, as a pattern."""
_TITLE = (
    r"(?:国务院)?(?:代理|代|副)?(?:省长|市长|县长|区长|主席|总理|州长|盟长|乡长|镇长)(?:兼[一-鿿]{2,16}?(?:部长|主任|委员长))?"
    r"|国务委员(?:兼[一-鿿]{2,16}?(?:部长|主任))?|院长|检察长|主任|书记|部长"
)
_NAME = r"[一-鿿]{1,6}(?:·[一-鿿]{1,8})+|[一-鿿]\s?[一-鿿]{1,2}(?![一-鿿])|[一-鿿]{2,3}"
_TITLE_THEN_NAME = re.compile(rf"(?:{_TITLE})\s*(?P<name>{_NAME})(?=同志|作|在|\s|$|[，。：:])")
_LINE_OF_NAME = re.compile(
    rf"(?:{_TITLE})[ \u3000]+"
    r"(?P<name>[一-鿿]{1,8}(?:·[一-鿿]{1,8})+|[一-鿿] [一-鿿]{1,2}|[一-鿿]{2,4}?)(?:同志)?$",
    re.MULTILINE,
)
_NAME_THEN_TITLE = re.compile(rf"(?P<name>{_NAME})(?:{_TITLE})$")
_NO_NAME = re.compile(r".*(?:政府|国务院|[省市县区州盟])")
_HEADLINE = re.compile(rf"(?P<office>[一-鿿、]{{2,30}}(?:{OFFICE}))\s?(?P<name>[一-鿿]{{2,4}}?)谈")


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of text and who speaks in it, with the office as the headline names it."""

    start: int
    end: int
    speaker: str
    office: str


def turns(document: Document) -> tuple[Turn, ...]:
    """The turns of an interview page, from headlines such as 局长某某谈某事.

    A turn begins with the line above the headline if that is a headline too. Other kinds of
    document have one speaker, so none is returned for them.
    """
    if document.identity.kind not in ("interview", "speech", "other"):
        return ()
    lines, start = [], 0
    for line in document.text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    begins = []
    for at, (start, line) in enumerate(lines):
        headline = _HEADLINE.match(line) if len(line) < 50 else None
        if headline:
            above = lines[at - 1] if at and _is_title(lines[at - 1][1]) else (start, line)
            begins.append((above[0], headline["name"], headline["office"]))
    bounds = [*(start for start, _, _ in begins), len(document.text)]
    return tuple(
        Turn(start, end, name, office)
        for (start, name, office), end in zip(begins, bounds[1:], strict=True)
    )


def _is_title(line: str) -> bool:
    return len(line) < 40 and line[-1:] not in "。！？；：”"


def named_speaker(head: str, before_session: str = "") -> str:
    """The name beside an office in the lines of a title, without a space inside it, else empty.

    ``before_session`` is what stands between the date and 在 in the line of the session.

    >>> named_speaker("政府工作报告\\n省长 张 三\\n各位代表：")
    '张三'
    """
    before = _NAME_THEN_TITLE.search(before_session)
    if before and not _NO_NAME.match(before["name"]):
        return before["name"]
    lines = head.split("各位", maxsplit=1)[0]
    found = _LINE_OF_NAME.search(lines) or _TITLE_THEN_NAME.search(lines)
    return re.sub(r"\s", "", found["name"]) if found else ""

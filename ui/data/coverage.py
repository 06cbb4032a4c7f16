"""How many places state an indicator, in the language of the page: the engine says it in Chinese,
a sentence a year."""

import re

from ui import named
from ui.data import words
from ui.types import Language

_SENTENCE = re.compile(
    r"(?P<given>\d+)/(?P<places>\d+)个地方的文件给出了(?P<year>\d{4})年(?P<name>[^；。]+)"
    r"(?:；未提及：(?P<silent>[^。]+?)(?:等(?P<all>\d+)个)?)?。"
)


def coverage(said: str, language: Language) -> str:
    """What the engine says of a table.

    >>> coverage("1/2个地方的文件给出了2026年粮食产量目标；未提及：江苏。", "en")
    'Grain output, target, 2026: stated by 1 of 2 places; not by Jiangsu.'
    """
    if language == "zh":
        return said
    return _SENTENCE.sub(lambda found: f"{_told(found, language)} ", said).strip()


def _told(found: re.Match[str], language: Language) -> str:
    told = words.stated(
        language,
        year=found["year"],
        given=found["given"],
        places=found["places"],
        name=named.column(found["name"], language),
    )
    return f"{told}{_silent(found, language)}."


def _silent(found: re.Match[str], language: Language) -> str:
    if not found["silent"]:
        return ""
    shorts = found["silent"].split("、")
    names = ", ".join(named.place(short, language) for short in shorts)
    more = int(found["all"]) - len(shorts) if found["all"] else 0
    tail = words.more_silent(language, count=more) if more else ""
    return words.silent(language, names=f"{names}{tail}")

"""Which phrase or figure a question looks for the users of: 谁提到过低空经济, 1.2万亿出自哪里."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.figures import Figure
from corpus.places import find
from corpus.spellings import lone
from index.plain import comparable

Asks = Literal["users", "speakers", "places", "first", "count"]

_REPORT = r"(?:政府工作报告|工作报告|报告|文件|讲话|文档)"
_WHICH = r"有?(?:哪(?:些|几|一)?|几|多少)"
_DOCUMENTS = rf"{_WHICH}(?:份|个|篇|年)?(?:的)?{_REPORT}"
_PLACES = rf"{_WHICH}个?(?:省区市|省市|省份|省|自治区|地方|地区|市)(?:的)?{_REPORT}?"
_YEARS = rf"(?:什么时候|何时|{_WHICH}年(?:的)?{_REPORT}?)"
_WHO = r"有?(?:谁|哪些人|哪位|哪几位|什么人)"
_WHERE = r"在?(?:哪里|哪儿|何处|什么地方)"
_ALSO = r"(?:里面?|中|都|也|曾经?|没有|没|未|专门|明确)*"
_FIRST = r"(?:最早|最先|首先|首次|第一次|开始)"
_SAYS = r"(?:提到|提及|提过|提了|说到|讲到|用到|用过|使用|写到|写入|写进|出现)(?:过|了)?"
_TOLD = r"(?:提到|提及|提出|提过|写入|写进|出现)(?:过|了)?"
_TIMES = r"(?:提到|提及|提|出现|说|讲|用)(?:过|了)*(?:多少|几)(?:次|回|遍|处)"
_WHEN = rf"(?:在?(?:(?:19|20)\d\d年|[今去前]年)(?:的)?{_REPORT}?(?:里|中)?)?"
_IN = rf"(?:在[^，。]{{1,14}}?|{_REPORT}(?:里|中))?(?:一共|总共|共|被)?"
_X = r"(?P<x>.+?)"
_FORMS: tuple[tuple[Asks, str], ...] = (
    ("speakers", rf"{_WHO}{_ALSO}(?:提到|提及|提过|说到|讲到|用过|用到|使用)(?:过|了)?{_X}"),
    ("speakers", rf"{_X}有?(?:谁|哪些人){_ALSO}{_SAYS}"),
    ("first", rf"{_X}{_WHEN}(?:是|在|于)*{_YEARS}{_FIRST}(?:被|在)*{_TOLD}的?"),
    ("first", rf"{_X}(?:是|在)*{_FIRST}(?:是|在|于|被)*(?:{_YEARS}|{_DOCUMENTS}|{_WHERE}|谁)"
              rf"(?:里|中)?(?:被)?{_TOLD}的?"),
    ("first", rf"{_X}(?:是|在)*{_FIRST}(?:是|在|于|被)*{_TOLD}的?(?:是|在)*"
              rf"(?:{_YEARS}|{_DOCUMENTS}|{_WHERE}|谁)"),
    ("first", rf"(?:{_YEARS}|{_DOCUMENTS}|{_PLACES}|{_WHO}){_ALSO}{_FIRST}{_TOLD}{_X}"),
    ("first", rf"{_FIRST}{_TOLD}{_X}的?(?:是|在)+(?:{_YEARS}|{_DOCUMENTS}|{_PLACES}|{_WHO})"),
    ("count", rf"{_X}{_WHEN}{_IN}{_TIMES}"),
    ("count", rf"{_IN}{_TIMES}{_X}"),
    ("places", rf"(?:[一-鿿]{{2,6}}?的?)?{_PLACES}{_ALSO}{_SAYS}{_X}"),
    ("places", rf"{_X}{_WHEN}(?:被|在)?{_PLACES}{_ALSO}{_SAYS}"),
    ("users", rf"(?:{_DOCUMENTS}|{_YEARS}|{_WHERE}){_ALSO}{_SAYS}{_X}"),
    ("users", rf"{_X}{_WHEN}(?:被|在)?(?:{_DOCUMENTS}|{_YEARS}|{_WHERE}){_ALSO}{_SAYS}"),
    ("users", rf"{_X}(?:出自|见于|出现在|源自)"
              rf"(?:{_WHERE}|{_DOCUMENTS}|什么{_REPORT})(?:里|中)?"),
    ("users", rf"{_X}是(?:{_WHERE}|{_DOCUMENTS}|谁)(?:里|中)?(?:说|提|讲|写|提出|提到)过?的"),
)  # fmt: skip
_OF_FIGURE = re.compile(
    r"(?P<x>.+?)(?:是|为|指|来自|来源于)(?P<who>(?:谁|哪(?:里|儿|[个些份几]{0,2})|什么|啥)"
    r"(?:省份|省|地方|地区|市|年份|年|报告|文件|指标|数字|数据|意思)?)(?:定)?的?"
    r"(?P<of>[一-鿿A-Z]{0,10})"
)
_ENDS = re.compile(r"[?？。.!！\s]+$")
_FRONT = re.compile(
    rf"(?:(?:19|20)\d\d年?|[今去前]年|[、,，和与跟及的在\s]|{_REPORT}(?:里|中)?(?:的|，)?)"
)
_OF_NATION = re.compile(
    rf"(?=$|(?:19|20)\d\d|[今去前]年|的|[、,，和与]|{_REPORT}|有?哪|什么|何时|最|首|第|提)"
)
_QUOTED = re.compile(r"[“\"「『《](?P<inside>[^“”\"「」『』《》]+)[”\"」』》]")
_CALLED = re.compile(
    r"(?:这个|这一|这种|一)?(?:提法|说法|概念|表述|词语|词|词组|字样|短语|数字|数)$"
)
_NO_PHRASE = re.compile(
    r"^(?:要|会|将|想|把|让|给|对|在|被|过|了|其|它|他|她|这|那|该)|谁|哪|什么|怎么|多少|几[个次]|如何"
    r"|是否|为何|[，,。；;？?！!：:]|吗$|^(?:19|20)\d\d年?$"
)
_SHAPE = re.compile(r"[\w+\-·.—%％“”\"「」]+")
_SHORTEST, _LONGEST, _LONGEST_ALONE = 2, 24, 16


@dataclass(frozen=True, slots=True)
class Sought:
    """A phrase whose users are asked for.

    ``figure`` is set where the phrase is a figure, and ``of`` then says what kind of figure
    (目标); ``alone`` says that nothing but the phrase was typed; ``rest`` is the question without
    it, which places and years are read from.
    """

    phrase: str
    asks: Asks
    figure: Figure | None = None
    of: str = ""
    alone: bool = False
    rest: str = ""


def asked(text: str) -> Sought | None:
    """What a question looks for the users of; None for any other question.

    >>> asked("哪些省提到低空经济").phrase, asked("低空经济怎么发展")
    ('低空经济', None)
    """
    text = _ENDS.sub("", text.strip())
    front, rest = _split_front(text)
    found = _asked(rest, front)
    if found is None and "，" in text:
        before, _, last = text.rpartition("，")
        found = _asked(last, before)
    return found


def alone(text: str) -> Sought | None:
    """The phrase or figure that a text is and nothing else; None for what names a place or year.

    A set phrase hardly ever has a 的 in it, while keywords do.

    >>> alone("“八八战略”").phrase, alone("5.5%左右").figure.qualifier, alone("浙江GDP目标")
    ('八八战略', 'about', None)
    """
    text = _ENDS.sub("", text.strip())
    figure = lone(text)
    if figure is not None:
        return Sought(text, "users", figure, alone=True)
    quoted = _QUOTED.fullmatch(text)
    phrase = _cleaned(text)
    if not phrase or not _SHAPE.fullmatch(text) or len(phrase) > _LONGEST_ALONE:
        return None
    if not quoted and ("的" in text or find(text)):
        return None
    return Sought(phrase, "users", alone=True)


def of_words(words: str) -> Sought:
    """A phrase or figure to look for as it stands, whatever it names."""
    phrase = words.strip()
    return Sought(phrase, "users", lone(phrase))


def _asked(text: str, front: str) -> Sought | None:
    found = _OF_FIGURE.fullmatch(text)
    figure = lone(_cleaned(found["x"])) if found else None
    if found and figure:
        asks: Asks = "places" if "省" in found["who"] else "users"
        return Sought(_cleaned(found["x"]), asks, figure, found["of"], rest=front)
    for asks, form in _FORMS:
        match = re.fullmatch(form, text)
        phrase = _cleaned(match["x"]) if match else ""
        if match and phrase:
            rest = f"{front} {text[: match.start('x')]} {text[match.end('x') :]}"
            return Sought(phrase, asks, lone(phrase), rest=rest)
    return None


def _split_front(text: str) -> tuple[str, str]:
    """Places, years and 报告里 at the beginning, and the question behind them.

    The country counts only where the phrase cannot begin with it (中国式现代化).
    """
    at = 0
    mentions = {mention.start: mention for mention in find(text, country=True)}
    while at < len(text):
        word, mention = _FRONT.match(text, at), mentions.get(at)
        if mention and (mention.place.level != "country" or _OF_NATION.match(text, mention.end)):
            at = mention.end
        elif word:
            at = word.end()
        else:
            break
    return text[:at], text[at:]


def _cleaned(words: str) -> str:
    """The phrase without quotation marks and 这个词; empty where it is none."""
    quoted = _QUOTED.match(words)
    if quoted:
        words = quoted["inside"]
    else:
        words = re.sub(r"^(?:关于|有关)", "", words.strip('“”"「」『』《》 '))
        words = re.sub(r"[的，]$", "", _CALLED.sub("", words))
        if _NO_PHRASE.search(words):
            return ""
    return words if _SHORTEST <= len(comparable(words)) <= _LONGEST else ""

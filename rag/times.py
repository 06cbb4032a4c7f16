"""The years a question speaks of, and which documents can tell about them."""

import re
import unicodedata
from dataclasses import dataclass

_QUANTITY = (
    r"[多余]?(?:[万亿千百吨斤米辆套所件位场块%％度]|元(?!旦)|亩(?!均)|平[方米]|台(?![州湾])|座(?!谈)"
    r"|条(?!例)|项(?!目)|处(?!理)|张(?![家掖])|个(?![税人])|家(?![庭电])|户(?!籍)|人(?![均口工才民])"
    r"|名(?!单)|公[里斤顷])"
)
_YEAR = re.compile(
    r"(?<![\d.])(?<!制造)(?<!健康中国)((?:19|20)\d\d)"
    rf"(?=年|[、,，和到至—–~/-]|(?!\s*{_QUANTITY})(?:[一-鿿]|\s|$)"
    r"|[?!？！。.；;:：'’()（）](?!\d)|(?!TEU)[A-Z]{3}|AI|PM|R&D)"
)
_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?:到|至|—+|–|-|~)((?:19|20)\d\d|\d\d(?=年))(?!\d)")
_AND = re.compile(r"(?<!\d)((?:19|20)\d\d)年?[、,，和与跟及]\s*(\d\d)(?=年)")
_SHORT = re.compile(r"(?<![\d.第])(0\d|9\d)年(?![代内来间以前后])")
_TWO_SHORT = re.compile(
    r"(?<![\d.])([4-9]\d)年?(?:到|至|和|与|同|比|—+|-)([4-9]\d)年(?![代内来间以])"
)
_BESIDE_SHORT = re.compile(r"(?<![\d.第])([4-9]\d)年(?![代内来间以前后])")
_HAN_YEAR = re.compile(r"[一二][九〇零○][〇零○一二三四五六七八九]{2}(?=年)")
_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_OWN_REPORT = re.compile(r"年(?:的|[一-鿿]{0,6})?(?:政府)?(?:工作)?报告|年(?:说|提|讲)(?:的|到|出)")
_ONLY_LISTED = re.compile(r"年?(?:、|,|，|和|与|跟|及|各)*")
_SAYS_OF_ITSELF = re.compile(r"多少|几|[完实]成|实现|实际|目标|打算|计划|想")
_RELATIVE = {
    "大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "过去一年": -1,
    "今年": 0, "本年": 0, "年内": 0, "今年年内": 0, "明年": 1, "后年": 2,
}  # fmt: skip
_RECENT = re.compile(r"(?:最?近|过去|这)(?P<n>[两二三四五2-5])年(?!规划|计划|来?累计)")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_ENGLISH = {"last year": -1, "this year": 0, "next year": 1}
_WORDS = re.compile(
    r"大前年|(?<![目以之此年])前年(?!产|均|轻)|(?<![过失])去年(?!均)|(?<!以)上年(?![均纪岁])|上一年(?!级)"
    r"|过去一年|今年年内|(?<![如当])今年(?![轻均代龄])|(?<![日基成])本年(?!级)"
    r"|(?<![一两二三四五六七八九十几数半多\d])年内|(?<![文清])明年|(?<![今以之此然最])后年(?!均)"
    r"|\b(?:last|this|next) year\b",
    re.I,
)
_BESIDE = re.compile(r"(?<![如当])今年(?![轻均代龄内])|(?<![过失])去年(?!均)|(?<![文清])明年")
_AIMED_END = re.compile(r"年?的?(?:目标|打算|计划)")
_NEVER = re.compile(r"(?!)")
_TARGET = re.compile(
    r"目标|打算|计划|准备|预期|争取|力争|想(?:把|要|在|新|让|收|添|做|达|过|稳)|将|拟"
    r"|(?<![主重])要(?:建|新|办|打|做|添|完|改|达|开|把|在|给|再|干|搞|放|补|建成|动工)|(?<!是)怎么(?![样变涨])|任务|安排(?!了)"
    r"|will|target|plan|goal|going to|aim",
    re.I,
)
_REACHED = re.compile(
    r"(?:达到?|突破|超过|完成|实现|增长|下降|新增|建成|提高到|降至)(?:了)?(?:百分之)?(?:多少|几)"
)
_RESULT = re.compile(
    r"实际|完成了|达到了|增长了|拿了|领到|收了|打了|去年|上年|新增了|实现了|[建开造卖接]了"
    r"|了(?:哪|几|多少|什么|啥)|(?:建成|投产|获批|挂牌)的|是怎么(?!变)|共有|一共|到.{0,8}年底|年底|年末|成绩|回顾|首次|排第几|排名|已"
    r"|did|was|were|had|grew|reached|achieved|last year",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Times:
    """``years`` asked about, rising; ``text`` with the relative ones written out; ``notes``."""

    years: tuple[int, ...]
    text: str
    notes: tuple[str, ...]


def times(text: str, this_year: int) -> Times:
    """The years named in a question; where none is, 今年 and the like counted from ``this_year``.

    >>> times("去年比前年", 2026).years, times("2019年的报告怎么讲上一年", 2026).years
    ((2024, 2025), (2019,))
    """
    years: set[int] = set()
    notes: list[str] = []

    def absolute(found: re.Match[str]) -> str:
        word = found.group().lower()
        year = this_year + _RELATIVE.get(word, _ENGLISH.get(word, 0))
        years.add(year)
        notes.append(f"“{found.group()}”按{year}年理解")
        if word not in _ENGLISH:
            return f"{year}年"
        owns = text.startswith(("'s", "’s"), found.end())
        return str(year) if owns else f"in {year}"

    written = _absolute(text)
    words = _WORDS if not written else _NEVER if names_report(text) else _BESIDE
    whole = words.sub(absolute, text)
    years |= written
    recent = _RECENT.search(whole)
    if recent and not years:
        count = _COUNTS.get(recent["n"]) or int(recent["n"])
        years |= set(range(this_year - count, this_year))
        notes.append(f"“{recent.group()}”按{this_year - count}—{this_year - 1}年理解")
    return Times(tuple(sorted(years)), whole, tuple(dict.fromkeys(notes)))


def _absolute(text: str) -> set[int]:
    """The years written out: single ones, 2024—26年, 2024和25年, 二〇二五年."""
    folded = unicodedata.normalize("NFKC", text)
    folded = _HAN_YEAR.sub(lambda year: year.group().translate(_HAN_DIGITS), folded)
    years = {int(year) for year in _YEAR.findall(folded)}
    years |= {_second(first, last) for first, last in _AND.findall(folded)}
    years |= {
        2000 + int(year) if int(year) < 50 else 1900 + int(year) for year in _SHORT.findall(folded)
    }
    for first, last in _TWO_SHORT.findall(folded):
        years |= set(range(1900 + int(first), 1900 + int(last) + 1))
    if any(1940 < year < 2000 for year in years):
        years |= {1900 + int(year) for year in _BESIDE_SHORT.findall(folded)}
    for first, last in _RANGE.findall(folded):
        years |= set(range(int(first), min(_second(first, last), int(first) + 20) + 1))
    return years


def _second(first: str, second: str) -> int:
    """The second of two years, of the century of the first where it has two digits."""
    return int(second) if len(second) == 4 else int(first[:2] + second)


def this_year(clock: int, years: tuple[int, ...]) -> int:
    """今年: the clock's year if there is a document of it, else the newest there is."""
    return clock if clock in years or not years else years[-1]


def names_report(text: str) -> bool:
    """Whether the year named is that of a report (2005年的报告), not of what it tells."""
    return _OWN_REPORT.search(text) is not None


def document_years(asked: tuple[int, ...], there: tuple[int, ...]) -> tuple[int, ...]:
    """Which years' documents can tell of the years asked about: the same and the next.

    Empty where none can, or where no year was asked about.

    >>> document_years((2024,), (2023, 2025))
    (2025,)
    """
    return tuple(year for year in there if year in asked or year - 1 in asked)


def leaning(text: str) -> int:
    """1 where the question asks for a target, -1 for a result, 0 where it does not say."""
    target, result = bool(_TARGET.search(text)), bool(_RESULT.search(text))
    return int(target) - int(result)


def is_told_as_done(text: str) -> bool:
    """Whether a figure is asked for as one that was reached (城镇化率达到多少), no year said."""
    return not leaning(text) and not _YEAR.search(text) and _REACHED.search(text) is not None


def aims_throughout(text: str) -> bool:
    """Whether a question about a range of years wants the target of each: 2005年到2010年的增长目标,
    but not 从2024年到2026年目标, where only the end is one."""
    given = unicodedata.normalize("NFKC", text)
    found = _RANGE.search(given)
    return found is not None and leaning(given) > 0 and not _AIMED_END.match(given, found.end())


def leaning_of(text: str, year: int) -> int:
    """As ``leaning``, of one of several years that a question names: by the words behind it.

    Years in a list (2024年、2025年) share the words behind the last; a year behind which nothing
    is asked (和2025年比) goes with the whole. Of a range only its end can be a target.

    >>> leaning_of("2024年培训了多少人，2026年打算培训多少", 2026)
    1
    """
    mentions = list(_YEAR.finditer(unicodedata.normalize("NFKC", text)))
    if len({mention[1] for mention in mentions}) < 2:
        return leaning(text)
    if _RANGE.search(text) and year != int(mentions[-1][1]):
        return 0
    at = next((n for n, m in enumerate(mentions) if int(m[1]) == year), len(mentions))
    for mention, after in zip(mentions[at:], [*mentions[at + 1 :], None], strict=True):
        said = text[mention.end() : after.start() if after else len(text)]
        if after is None or not _ONLY_LISTED.fullmatch(said):
            return leaning(said) if _SAYS_OF_ITSELF.search(said) else leaning(text)
    return leaning(text)

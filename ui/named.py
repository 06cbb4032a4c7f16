"""What places, indicators and the columns of a table are called in the language of the page. The
engine calls them as the documents do."""

from collections.abc import Sequence

from corpus.places import known
from ui import words
from ui.phrase import Phrase
from ui.types import Language

INDICATORS = {
    "地区生产总值": Phrase("地区生产总值", "GDP"),
    "城镇新增就业": Phrase("城镇新增就业", "New urban jobs"),
    "居民消费价格": Phrase("居民消费价格", "Consumer prices"),
    "城镇调查失业率": Phrase("城镇调查失业率", "Surveyed urban unemployment"),
    "粮食产量": Phrase("粮食产量", "Grain output"),
    "一般公共预算收入": Phrase("一般公共预算收入", "General public budget revenue"),
    "居民收入": Phrase("居民收入", "Personal income"),
    "能耗": Phrase("能耗", "Energy use"),
    "固定资产投资": Phrase("固定资产投资", "Fixed asset investment"),
    "社会消费品零售总额": Phrase("社会消费品零售总额", "Retail sales"),
    "规上工业增加值": Phrase("规上工业增加值", "Industrial value added"),
    "进出口": Phrase("进出口", "Imports and exports"),
    "研发投入强度": Phrase("研发投入强度", "R&D intensity"),
    "PM2.5": Phrase("PM2.5", "PM2.5"),
}
_COLUMNS = {"地区": words.place, "年份": words.year, "内容": words.content}
_PARTS = {"增速": "growth", "总量": "total", "目标": "target"}


def place(short: str, language: Language) -> str:
    """A place by its short name; as the documents have it where no other name is known.

    >>> place("江苏", "en")
    'Jiangsu'
    """
    found = known().by_short(short) if language == "en" else ()
    return next((one.english for one in found if one.english), short)


def places(shorts: Sequence[str], language: Language) -> list[tuple[str, str]]:
    """Places to choose from: the name that is shown, by which they are sorted in English, and the
    short one."""
    named = [(place(short, language), short) for short in shorts]
    return sorted(named) if language == "en" else named


def indicator(name: str, language: Language) -> str:
    """An indicator by its Chinese name; one without an English name keeps it."""
    return INDICATORS[name](language) if name in INDICATORS else name


def column(title: str, language: Language) -> str:
    """The head of a column of the engine.

    >>> column("地区生产总值增速目标", "en")
    'GDP, growth, target'
    """
    if language == "zh":
        return title
    if title in _COLUMNS:
        return _COLUMNS[title](language)
    name, parts = title, list[str]()
    while (end := name[-2:]) in _PARTS:
        name, parts = name[:-2], [_PARTS[end], *parts]
    return ", ".join((indicator(name, language), *parts)) if name in INDICATORS else title

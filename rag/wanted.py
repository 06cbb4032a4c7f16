"""What a question says about its answer: the unit of a number, the count of a list."""

import re
from collections import Counter

from rag.sequences import number_of, value

_UNIT = re.compile(
    r"(?<!第)(?:多少|几)(?:[万亿百]|千(?![瓦米克]))*(?P<unit>个百分点|立方米|平方米|平方公里|千瓦时|公里|千米|微克|美元|人次|标准箱|标箱|[一-鿿])"
)
_MEANT: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(r"多少钱|资金|投资|多少亿|花|拨|补贴|补助|收入|产值|贷款|成交额|赤字|总量"),
        ("元", "美元"),
    ),
    (
        re.compile(r"增速|增长(?!点)|涨(?:了|幅|多少)|占比|比重|比例|率|强度|涨幅|几成"),
        ("%", "％", "个百分点"),
    ),
    (re.compile(r"多少人|人数|多少名|大夫|学生|就业|岗位|人口"), ("人", "名", "个")),
    (re.compile(r"多长|里程|公里"), ("公里", "千米")),
    (re.compile(r"多久|多快|几年|几天"), ("年", "天", "小时", "分钟", "个月")),
    (re.compile(r"粮"), ("斤", "吨")),
    (re.compile(r"面积|多少地|多少亩"), ("亩", "平方米", "平方公里", "公顷")),
    (re.compile(r"排(?:名)?第几|第几"), ("位", "名")),
    (re.compile(r"多大"), ("平方米", "亩", "千瓦", "元")),
)
_FIGURE = (
    r"(?:[\d０-９][万亿千百]*[^，。；年月日]{0,6}?|[一二两三四五六七八九十百千万亿]+[多余]?.?)"
)
_SURE_UNITS = frozenset(
    (
        *"辆台吨户亩元钱斤套人名",
        *("公里", "千米", "千瓦", "千瓦时", "立方米", "平方米", "平方公里"),
        *("美元", "人次", "标准箱"),
    )
)
_MEASURES = _SURE_UNITS | frozenset("个家座所条项架艘列件种位处场次对株只头")
_SYNONYMS = {
    "名": ("人", "名"), "人": ("人", "名"), "座": ("座", "个"), "个": ("个", "家", "座", "项"),
    "家": ("家", "个", "户"), "块": ("元",), "钱": ("元", "美元"), "斤": ("斤", "吨"),
    "娃": ("名", "人"), "辆": ("辆", "台"), "吨": ("吨", "斤"), "户": ("户", "家", "套"),
    "套": ("套", "户"), "位": ("位", "人", "名"), "里": ("公里",), "台": ("台", "辆", "部"),
    "度": ("千瓦时", "度"),
    "张": ("张",), "条": ("条",), "场": ("场", "次"), "次": ("次", "场"), "所": ("所", "个", "家"),
}  # fmt: skip
_NUMERAL = "两二三四五六七八九十"
_COUNT = re.compile(
    rf"(?<![第\d一{_NUMERAL}])(?P<n>\d{{1,2}}|[{_NUMERAL}][一{_NUMERAL}]{{0,2}})"
    r"(?P<word>大|项|个|条|类|种|样|方面|件|点|座|处|新|横|纵|路|招|块)"
)
_PHRASE = re.compile(
    r"[“\"](?P<quoted>[^”\"]{2,12})[”\"]"
    rf"|(?P<plain>[{_NUMERAL}\d]+(?:[大项个条件][一-鿿]{{2,8}}?|[新横纵][一-鿿]{{0,4}}?))"
    r"(?=是|有|都|指|具|分|说|包|内|的|里|怎|如|要|中[有的包，,]|$|[,，?？])"
)
_WEAK = re.compile(r"^哪|方面$|个$")


def asked_units(question: str) -> tuple[str, ...]:
    """Units that would answer 多少…; empty where the question does not say.

    >>> asked_units("要治多少亩沙地")[0]
    '亩'
    """
    units: list[str] = []
    found = _UNIT.search(question)
    if found:
        units += _SYNONYMS.get(found["unit"], (found["unit"],))
    for pattern, meant in _MEANT:
        if pattern.search(question):
            units += meant
    return tuple(dict.fromkeys(units))


def explicit_unit(question: str) -> tuple[str, ...]:
    """The unit written behind 多少, with its equals; empty where there is none.

    >>> explicit_unit("一共造了多少万辆")
    ('辆', '台')
    """
    found = _UNIT.search(question)
    if not found or found["unit"] not in _SURE_UNITS:
        return ()
    return _SYNONYMS.get(found["unit"], (found["unit"],))


def asks_count(question: str) -> bool:
    """Whether things are asked for by a measure word (多少架), not a share or a growth.

    >>> asks_count("造了多少架"), asks_count("增长多少"), asks_count("高几个点")
    (True, False, False)
    """
    found = _UNIT.search(question)
    if found is None or question.startswith(("点", "百分"), found.end()):
        return False
    return found["unit"] in _MEASURES


def has_unit(text: str, units: tuple[str, ...]) -> bool:
    """Whether a figure in one of the units stands in the text."""
    return any(re.search(_FIGURE + re.escape(unit), text) for unit in units)


def in_one_of(unit: str, units: tuple[str, ...]) -> bool:
    """Whether a figure's unit is one of those asked for; 辆次 is not 辆.

    >>> in_one_of("元/人", ("元",)), in_one_of("辆次", ("辆",))
    (True, False)
    """
    return any(
        known in unit and (known.endswith("次") or not unit.endswith("次")) for known in units
    )


def asked_count(question: str) -> int | None:
    """How many items a list question expects (哪六个 → 6), if it says.

    >>> asked_count("六大工程是哪些")
    6
    """
    found = _COUNT.search(question)
    if not found:
        return None
    return 2 if found["n"] == "两" else value(found["n"])


def announced(question: str) -> str:
    """The name of the set asked about (六大工程, 五新), empty where there is none."""
    found = _PHRASE.search(question)
    if not found:
        return ""
    phrase = found["quoted"] or found["plain"]
    return "" if _WEAK.search(phrase) else phrase


_COLON = re.compile(r"(?:包括|即|指|是|为|分别)[:：](?P<rest>[^。]+)")
_CLAUSE = re.compile(r"[，,；;。]")
_ITEM_STOP = re.compile(r"[，,；;。：:]")
_BETWEEN = re.compile(r"、|和(?![谐平美睦])|以及|(?<![普涉惠波危])及(?![时其早])")


def listed(text: str) -> int:
    """The length of the longest list in a text: items between 、 and before 和 or 等.

    >>> listed("发展居住、产业、公共设施和区域综合等四类改造")
    4
    """
    clauses = [clause for clause in _ITEM_STOP.split(text) if clause]
    joined = [_joined(clause) for clause in clauses if "、" in clause]
    return max(*joined, _alike(clauses), _numbered(clauses), _after_colon(text))


def defines(phrase: str, text: str) -> bool:
    """Whether a text says what a named set is (六大工程，即……), rather than only naming it."""
    said = r"[”》）)]*[，,]?(?:即|指|[:：]|是指|包括|分别|是(?=[^，。]{1,12}、))"
    return bool(phrase) and re.search(re.escape(phrase) + said, text) is not None


def _joined(clause: str) -> int:
    return len([item for item in _BETWEEN.split(clause) if item])


def _numbered(clauses: list[str]) -> int:
    """How many clauses open with 一是, 二是 … in order."""
    count = 0
    for clause in clauses:
        count += number_of(clause.strip()) == count + 1
    return count


def _alike(clauses: list[str]) -> int:
    """How many clauses begin with the same two characters (坚决整治……，坚决整治……)."""
    openings = Counter(clause.strip()[:2] for clause in clauses)
    return max(openings.values(), default=0)


def _after_colon(text: str) -> int:
    """How many clauses follow 包括： or 是： up to the end of the sentence."""
    told = _COLON.search(text)
    return len([part for part in _CLAUSE.split(told["rest"]) if part]) if told else 0

"""Rules that say a sentence in other words and keep what it says."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from corpus.figures import figures
from corpus.numerals import in_han
from eval.alterations.material import Material

Rule = Callable[[Material], Iterator[str]]

_WORDS = (
    ("力争实现", "争取实现"),
    ("力争", "争取"),
    ("地区生产总值", "GDP"),
    ("城镇新增就业", "新增城镇就业"),
    ("居民消费价格", "CPI"),
    ("规模以上工业", "规上工业"),
    ("高校毕业生", "大学毕业生"),
    ("细颗粒物", "PM2.5"),
    ("社会消费品零售总额", "社零总额"),
    ("高新技术企业", "高企"),
    ("提高到", "提升到"),
    ("增加到", "增至"),
    ("下降到", "降至"),
    ("同比增长", "比上年增长"),
    ("突破", "超过"),
    ("并且", "而且"),
    ("全省", "本省"),
    ("预期目标", "目标"),
    ("实现", "达到"),
)
_EMPTY = re.compile(r"(?<=[，。])(?:大力|深入|扎实|积极|进一步|切实|着力|持续)(?=[一-鿿]{4})")
_RELATIVE = re.compile(r"去年|(?<![一-鿿])今年(?!以来)|(?<=[，。])今年(?!以来)")
_LINKS = ("其中，", "此外，", "同时，", "具体来看，", "总体来看，")
_OWN_SUBJECT = re.compile(
    r"[一-鿿“”、]{4,}?(?:增长|下降|达到?|完成|新增|突破|超过|提高|控制在|不低于)"
)
_NO_SUBJECT = re.compile(
    r"增长|下降|同比|比上年|达|其中|总量|分别|超|突破|新增|累计|占|居|完成|年均"
)
_LARGE = Decimal(10**12)


def other_words(one: Material) -> Iterator[str]:
    """One word for another of the same meaning."""
    for word, other in _WORDS:
        if f"{word}取" in one.text or (word == "突破" and not re.search(r"突破\d", one.text)):
            continue
        quoted = re.search(f"“[^”]*{word}", one.text)
        if (
            word in one.text
            and not quoted
            and not (word == "实现" and not re.search(r"实现[^，。]{2,12}\d", one.text))
        ):
            yield one.text.replace(word, other, 1)


def other_unit(one: Material) -> Iterator[str]:
    """12000亿元 as 1.2万亿元, 1.2万亿元 as 12000亿元, 3.5万人 as 35000人."""
    for figure in figures(one.text):
        written = re.fullmatch(r"(\d+(?:\.\d+)?)(万亿|亿|万)(\D*)", figure.text)
        if not written or figure.low != figure.high:
            continue
        number, size, rest = Decimal(written[1]), written[2], written[3]
        if size == "万亿":
            said = f"{_plain(number * 10000)}亿{rest}"
        elif size == "亿" and figure.low >= _LARGE / 10:
            said = f"{_plain(number / 10000)}万亿{rest}"
        elif size == "万" and number < 100 and rest in ("人", "户", "家", "个", "套", "亩", "元"):
            said = f"{_plain(number * 10000)}{rest}"
        else:
            continue
        yield one.text[: figure.start] + said + one.text[figure.start + len(figure.text) :]


def other_digits(one: Material) -> Iterator[str]:
    """5.5% as 百分之五点五, and digits in full width."""
    found = re.search(r"(?<![\d.—\-~])(\d{1,2}(?:\.\d)?)%(?![—\-~])", one.text)
    if found:
        yield one.text[: found.start()] + f"百分之{in_han(found[1])}" + one.text[found.end() :]
        wide = found.group().translate(str.maketrans("0123456789.%", "０１２３４５６７８９．％"))
        yield one.text[: found.start()] + wide + one.text[found.end() :]


def absolute_year(one: Material) -> Iterator[str]:
    """去年 in a report of 2026 as 2025年."""
    found = _RELATIVE.search(one.text)
    if found and one.own.year and not re.search(r"[比较]$", one.text[: found.start()]):
        year = one.own.year - (found.group() != "今年")
        yield one.text[: found.start()] + f"{year}年" + one.text[found.end() :]


def introduced(one: Material) -> Iterator[str]:
    """The report named first."""
    if one.own.place and one.own.year and one.identity.kind in ("report", "digest"):
        yield f"{one.own.place}{one.own.year}年的报告提出，{one.text}"
        yield f"据《{one.own.title}》，{one.text}"


def linked(one: Material) -> Iterator[str]:
    """A word that links it to what was said before."""
    yield _LINKS[one.own.start % len(_LINKS)] + one.text


def placed(one: Material) -> Iterator[str]:
    """The place spelt out in front of it."""
    if one.own.place and one.own.place not in one.text and one.own.place != "全国":
        yield (
            f"{one.own.place}{one.text}"
            if one.text[0] not in "“（"
            else f"{one.own.place}：{one.text}"
        )
    for own in ("全省", "我省", "全市", "全县"):
        if own in one.text and one.own.place:
            yield one.text.replace(own, one.own.place + own[1], 1)


def reordered(one: Material) -> Iterator[str]:
    """Two clauses changed about, each with a subject of its own."""
    clauses = one.text.rstrip("。").split("，")
    for at in range(len(clauses) - 1):
        pair = clauses[at : at + 2]
        if all(_stands_alone(clause) for clause in pair) and at == 0 and len(clauses) == 2:
            yield f"{pair[1]}，{pair[0]}。"


def _stands_alone(clause: str) -> bool:
    named = re.search(r"(?:19|20)\d\d年|[今去明上]年|目标|预期|[：；]|力争|预计", clause)
    return bool(_OWN_SUBJECT.match(clause)) and not _NO_SUBJECT.match(clause) and not named


def shortened(one: Material) -> Iterator[str]:
    """Without an adverb that adds nothing."""
    said = _EMPTY.sub("", one.text, count=1)
    if said != one.text and "“" not in one.text:
        yield said


def first_clause(one: Material) -> Iterator[str]:
    """Its first clause alone, where that says something with a figure."""
    head, comma, _ = one.text.partition("，")
    if comma and len(figures(head)) == 1 and len(head) > 10 and "分别" not in head:
        yield f"{head}。"


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


RULES: dict[str, Rule] = {
    "换词": other_words,
    "换单位": other_unit,
    "换数字写法": other_digits,
    "年份写明": absolute_year,
    "点明文件": introduced,
    "加连接词": linked,
    "地名写明": placed,
    "换语序": reordered,
    "去虚词": shortened,
    "只留一句": first_clause,
}

"""The terms that a report is worded in: quoted ones, announced sets, headings, runs of words."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.announced import announced
from corpus.types import Document
from index.plain import comparable
from index.words import is_han, runs, words

Origin = Literal["quoted", "announced", "heading", "run"]

_QUOTED = re.compile(r"“([^“”，。；：！？\n]{2,14})”")
_NUMBERED = re.compile(
    r"^(?:第[一二三四五六七八九十]+[章部篇编]|[一二三四五六七八九十]+(?:、|是)|[（(][一二三四五六七八九十\d]+[)）]"
    r"|\d+[.．、]|——)\s*"
)
_PARTS = re.compile(r"[，、；：。\s“”《》（）()]+")
_SHORTEST, _LONGEST = 4, 12
_LONGEST_RUN = 4
_OFTEN = 2
_COUNTED = re.compile(r"[\d.]+[一-鿿]?")
_LINKS = frozenset(
    "的在时和与及是了为要把对以好上中下让被从到向将等不也都很更最所其这那该各每再又还并或"
)
_HAN = re.compile(r"[一-鿿]+")
_EDGES = frozenset(
    (
        *("加快", "推进", "推动", "加强", "坚持", "深化", "完善", "实施", "开展", "健全", "促进"),
        *("全面", "深入", "持续", "进一步", "大力", "积极", "不断", "着力", "支持", "提升", "提高"),
        *("优化", "强化", "落实", "做好", "抓好", "加大", "扩大", "建立", "打造", "构建", "培育"),
        *("实现", "达到", "完成", "新增", "增长", "突破", "超过", "以上", "左右", "我们", "全省"),
        *("全市", "全区", "我省", "我市", "我区", "今年", "去年", "上年", "一年", "同比", "总量"),
        *("位居", "全国", "继续", "更加", "切实", "扎实", "有效", "力争", "确保", "鼓励", "引导"),
        *("下降", "降低", "减少", "增加", "分别", "累计", "预计", "成为", "获批", "入选", "启动"),
        *("壮大", "必须", "关于", "制定", "出台", "印发", "提出", "亿元", "万元", "以下", "重要"),
        *("增至", "建设", "做到", "所有", "可能", "乃至", "始终", "办好", "争取", "万辆", "公里"),
        *("万人", "万户", "万亩", "万吨", "推广", "探索", "保障", "保持", "统筹", "协同", "促成"),
        *("启用", "投用", "建成", "开工", "新建", "改造", "具有", "围绕", "通过", "以及", "为了"),
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term as it is written, its comparable form, where it comes from, how often it is used."""

    text: str
    plain: str
    origin: Origin
    count: int


def terms(document: Document, plain: str) -> tuple[Term, ...]:
    """The terms of a document, each once; ``plain`` is its comparable form."""
    found: dict[str, Term] = {}
    for text, origin in _candidates(document):
        key = comparable(text)
        if key not in found and key:
            found[key] = Term(text, key, origin, plain.count(key))
    return tuple(term for term in found.values() if term.count)


def _candidates(document: Document) -> Iterator[tuple[str, Origin]]:
    for quoted in _QUOTED.findall(document.text):
        if not _COUNTED.fullmatch(quoted) and (len(quoted) > 2 or len(words(quoted)) > 1):
            yield quoted, "quoted"
    for one in announced(document):
        if len(one.name) >= _SHORTEST and one.complete:
            yield one.name, "announced"
    for heading in document.headings:
        for part in _PARTS.split(_NUMBERED.sub("", heading.title)):
            if _SHORTEST <= len(part) <= _LONGEST and _HAN.fullmatch(part):
                yield part, "heading"
    for run in _often(document.text):
        yield run, "run"


def _often(text: str) -> Iterator[str]:
    """Runs of two words and more that are used more than once, not only inside a longer one."""
    counts: Counter[str] = Counter()
    for stretch in filter(is_han, runs(text)):
        counts.update(_runs(words(stretch)))
    kept = {run: count for run, count in counts.items() if count >= _OFTEN}
    inside: dict[str, int] = {}
    for run, count in kept.items():
        for start in range(len(run)):
            for end in range(start + _SHORTEST, len(run) + (start > 0)):
                part = run[start:end]
                inside[part] = max(inside.get(part, 0), count)
    yield from (run for run, count in kept.items() if inside.get(run, 0) < count)


def _runs(cut: list[str]) -> Iterator[str]:
    for first in range(len(cut)):
        if not _stands_at_edge(cut[first]):
            continue
        for last in range(first + 1, min(len(cut), first + _LONGEST_RUN)):
            if cut[last] in _LINKS or cut[last] in _EDGES:
                break
            run = "".join(cut[first : last + 1])
            if _stands_at_edge(cut[last]) and _SHORTEST <= len(run) <= _LONGEST:
                yield run


def _stands_at_edge(word: str) -> bool:
    return len(word) > 1 and word not in _EDGES

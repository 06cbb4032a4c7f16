"""Rules that alter what a faithful sentence says, a kind of alteration each."""

import random
import re
from collections.abc import Callable, Iterator

from corpus.figures import figures
from corpus.places import find
from eval.alterations.material import Material

Alter = Callable[[str, Material, random.Random], Iterator[str]]

_DIGITS = re.compile(r"(?<![\d.])\d+(?:\.\d+)?")
_UNITS = (
    ("万亿元", "亿元"), ("亿元", "万元"), ("万元", "亿元"), ("亿元", "亿美元"), ("个百分点", "%"),
    ("%", "个百分点"), ("万人", "人"), ("万人", "万户"), ("公里", "米"), ("万亩", "亩"), ("亿斤", "万斤"),
    ("万吨", "亿吨"), ("家", "人"), ("亿", "万"), ("万", "亿"), ("万", "千"), ("平方公里", "平方米"), ("元", "美元"), ("公顷", "亩"),
)  # fmt: skip
_AFTER = ("以上", "左右", "以内", "以下")
_BEFORE = ("超过", "不低于", "近", "约", "超", "突破", "不超过")
_TIMES = ("去年", "今年", "明年", "前年", "上年")
_PLANS = ("十二五", "十三五", "十四五", "十五五")
_TO_RESULT = (
    ("力争达到", "达到了"), ("力争实现", "实现了"), ("力争完成", "完成了"), ("力争", "已经"), ("争取", "已经"), ("目标是", "结果是"),
    ("预期目标是", "实际结果是"), ("预期目标", "实际结果"), ("确保", "已经"), ("目标", "实绩"), ("预计", "实际"), ("将", "已"), ("计划", "已经"),
)  # fmt: skip
_TO_TARGET = (
    ("达到", "力争达到"), ("增长", "力争增长"), ("完成", "计划完成"), ("新增", "计划新增"), ("建成", "将建成"), ("突破", "力争突破"), ("获批", "争取获批"), ("提高", "力争提高"),
)  # fmt: skip
_VERBS = (
    "增长", "完成", "实现", "建成", "新增", "推进", "支持", "实施", "提高", "开展", "加强", "推动", "建设", "降低", "达到", "发展", "培育", "落实", "深化",
)  # fmt: skip
_DENIED = re.compile(
    r"(?:没有|未能|未(?!来)|不(?!断|仅|但|少|同|低|超|高|足|到|得|论|过))(?=[一-鿿]{2})"
)
_DIRECTIONS = (
    ("增长", "下降"), ("提高", "降低"), ("下降", "增长"), ("上升", "下降"), ("增加", "减少"), ("减少", "增加"), ("降低", "提高"), ("扩大", "缩小"),
    ("提升", "下降"), ("上涨", "下跌"), ("高于", "低于"), ("加快", "放慢"), ("加强", "削弱"), ("回升", "回落"),
)  # fmt: skip
_LIST = re.compile(
    r"[一-鿿“”A-Za-z]{2,12}(?:、[一-鿿“”A-Za-z]{2,14})+(?:(?:和(?!平)|以及)[一-鿿“”A-Za-z]{2,14})?"
)
_SPLIT = re.compile(r"、|(?<!饱)(?<!总)和(?!平)|以及")
_SUBJECTS = (
    ("地区生产总值", "规上工业增加值"), ("GDP", "固定资产投资"), ("固定资产投资", "社会消费品零售总额"), ("社会消费品零售总额", "进出口总额"),
    ("规上工业", "服务业"), ("规模以上工业", "服务业"), ("进出口", "出口"), ("城镇", "农村"), ("居民", "企业"), ("农业", "工业"), ("教育", "医疗"),
    ("粮食", "蔬菜"), ("高速公路", "普通公路"), ("企业", "农户"), ("新能源汽车", "燃油汽车"), ("一般公共预算收入", "一般公共预算支出"), ("失业率", "就业率"), ("学校", "医院"),
)  # fmt: skip
_ADDED = (
    "，居全国首位", "，获得国务院通报表扬", "，创历史新高", "，带动就业超过三成", "，由张建国牵头负责", "，比原计划提前半年", "，共投入专项资金",
)  # fmt: skip
_STRESS = (
    ("继续", "加快"), ("加快", "持续"), ("推进", "开展"), ("积极", "全面"), ("促进", "推进"), ("加强", "抓好"), ("重点", "主要"), ("推动", "实施"),
)  # fmt: skip
_BOUND = re.compile(r"(?:超过?|逾|近|约|不到|不足|突破|不低于|不超过|低于|高于)$")
_CAUSE = re.compile(r"^([^，。：“”]{6,40})，([^，。“”]{6,60})。$")
_HEDGES = ("基本", "初步", "逐步", "总体", "部分", "原则上")


def figure(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """Another number: no rounding of the old, none of the sentence."""
    for found in _of_figures(text):
        if _BOUND.search(text, 0, found.start()):
            continue
        digits = list(found.group())
        at = chance.choice([i for i, char in enumerate(digits) if char.isdigit()])
        digits[at] = str((int(digits[at]) + chance.randint(1, 9)) % 10)
        new = "".join(digits)
        if (new.startswith("0") and not new.startswith("0.")) or float(new) == 0:
            continue
        if not re.search(rf"(?<![\d.]){re.escape(new)}(?![\d.])", one.own.text) and _far(
            found, new
        ):
            yield text[: found.start()] + new + text[found.end() :]


def _far(found: re.Match[str], new: str) -> bool:
    """Whether a new number is not the old one rounded."""
    old = float(found.group())
    digits = len(new.replace(".", "").rstrip("0"))
    fewer = digits < len(found.group().replace(".", "").rstrip("0"))
    return not fewer or abs(float(new) - old) > 0.06 * old


def _of_figures(text: str) -> Iterator[re.Match[str]]:
    """The numbers that are figures, years left out."""
    spans = [(one.start, one.end) for one in figures(text)]
    for found in _DIGITS.finditer(text):
        if any(start <= found.start() < end for start, end in spans):
            yield found


def unit(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """The same number in another unit or size."""
    for old, new in _UNITS:
        for found in re.finditer(rf"(?<=\d){old}", text):
            if old == "万" and text[found.end() : found.end() + 1] == "亿":
                continue
            yield text[: found.start()] + new + text[found.end() :]


def qualifier(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """以上 for 以内, or left out."""
    for word in _AFTER:
        for found in re.finditer(rf"(?<=[\d%元人家个吨亩点万亿]){word}", text):
            other = chance.choice(["", *(w for w in _AFTER if w != word and w != "以下")])
            yield text[: found.start()] + other + text[found.end() :]
    for word in _BEFORE:
        for found in re.finditer(rf"(?<![一-鿿不]){word}(?=\d)|(?<=[一-鿿]){word}(?=\d)", text):
            if text[found.start() - 1 : found.start()] not in ("不", "超", "接"):
                yield text[: found.start()] + text[found.end() :]


def place(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """Another place of the library for the one named."""
    others = sorted({c.place for c in one.given if c.place not in ("", "全国")} | {"江西", "青海"})
    for mention in find(text):
        new = chance.choice([p for p in others if p != mention.place.short] or ["青海"])
        said = text[mention.start : mention.end]
        if new not in one.own.text and new != one.own.place:
            tail = said[-1] if said[-1] in "省市县" and len(said) > 2 else ""
            yield text[: mention.start] + new + tail + text[mention.end :]


def year(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """Another year, another 去年, another plan."""
    for found in re.finditer(r"(?:19|20)\d\d(?=年)", text):
        new = str(int(found.group()) + chance.choice([-3, -2, -1, 1, 2]))
        if new not in one.own.text:
            yield text[: found.start()] + new + text[found.end() :]
    for old in _TIMES:
        if old in text:
            same = {"去年", "上年"} if old in ("去年", "上年") else {old}
            compared = re.search(rf"[比较]{old}", text) is not None
            others = [t for t in _TIMES if t not in same and t not in text]
            fit = [t for t in others if not (compared or old == "上年") or t == "明年"]
            yield from (text.replace(old, new, 1) for new in fit and [chance.choice(fit)])
    for old in _PLANS:
        if old in text:
            yield text.replace(old, chance.choice([p for p in _PLANS if p not in text]), 1)


def role(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """A target told as a result, or the reverse."""
    hoped = re.search(r"力争|争取|目标|预期|预计|确保|计划|将|要|希望", text)
    if hoped:
        for old, new in _TO_RESULT:
            hope = re.search(
                rf"(?<![行动规性年期]){old}(?![军来的要地]|责任|任务|收购|供应|，|就)", text
            )
            if hope and re.search(r"\d|建成|完成|实现", text[hope.start() :]):
                yield text[: hope.start()] + new + text[hope.end() :]
    elif one.period.role in ("result", "five-year"):
        for old, new in _TO_TARGET:
            told = re.search(rf"{old}(?=[^，。]{{0,10}}\d)", text)
            if told:
                yield text[: told.start()] + new + text[told.end() :]


def negation(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """A thing denied that was said, or said that was denied."""
    for found in _DENIED.finditer(text):
        yield text[: found.start()] + text[found.end() :]
    for verb in _VERBS:
        done = re.search(rf"(?<![一-鿿]){verb}(?=[一-鿿])|(?<=[一-鿿]){verb}(?=了|\d)", text)
        if done:
            word = chance.choice(["没有", "未", "不再"])
            yield text[: done.start()] + word + text[done.start() :]


def direction(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """Up for down."""
    for old, new in _DIRECTIONS:
        if re.search(rf"{old}(?!点|极|质效)", text):
            yield re.sub(rf"{old}(?!点|极|质效)", new, text, count=1)


def dropped(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """An item of a list left out."""
    for found in _LIST.finditer(text):
        items = _SPLIT.split(found.group())
        if len(items) < 3 or figures(found.group()) or any(len(item) < 2 for item in items):
            continue
        gone = chance.randrange(1, len(items) - 1)
        kept = [item for at, item in enumerate(items) if at != gone]
        if items[gone] not in "、".join(kept):
            yield text[: found.start()] + "、".join(kept) + text[found.end() :]


def swapped(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """Two figures or two items changed for each other."""
    found = [f for f in _of_figures(text)]
    for first, second in zip(found, found[1:], strict=False):
        tails = [re.match(r"[^\d，。、]{0,3}", text[f.end() :]) for f in (first, second)]
        units = [tail.group()[:1] if tail else "" for tail in tails]
        if first.group() != second.group() and units[0] == units[1] and units[0] != "—":
            between = text[first.end() : second.start()]
            yield (
                text[: first.start()]
                + second.group()
                + between
                + first.group()
                + text[second.end() :]
            )
    for listed in _LIST.finditer(text):
        items = _SPLIT.split(listed.group())
        if len(items) >= 4 and not figures(listed.group()) and all(len(i) > 1 for i in items):
            items[1], items[2] = items[2], items[1]
            yield text[: listed.start()] + "、".join(items) + text[listed.end() :]


def subject(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """Another indicator, branch or group for the one named."""
    for old, new in _SUBJECTS:
        if old in text and new not in one.own.text:
            yield text.replace(old, new, 1)


def quoted(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """A character of a quoted phrase changed or left out."""
    for found in re.finditer(r"“([^“”]{3,30})”", text):
        at = chance.randrange(len(found[1]))
        new = found[1][:at] + chance.choice(["", "新", "大"]) + found[1][at + 1 :]
        if new != found[1] and new not in one.own.text:
            yield text[: found.start(1)] + new + text[found.end(1) :]


def added(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """A clause that nothing proves."""
    new = chance.choice(_ADDED)
    if new.strip("，") not in text:
        yield text.rstrip("。") + new + "。"


def cause(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """Two things told side by side made cause and effect."""
    found = _CAUSE.match(text)
    if found and not re.search(r"因|由于|使|让", text):
        yield f"由于{found[1]}，所以{found[2]}。"


def stressed(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """A common verb for another that is stronger or weaker: no rule sees that."""
    for old, new in _STRESS:
        if old in text:
            yield text.replace(old, new, 1)


def hedged(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """A hedge left out: 基本建成 told as 建成."""
    for word in _HEDGES:
        found = re.search(rf"{word}(?=建[成立]|[完形实解消达])", text)
        if found:
            yield text[: found.start()] + text[found.end() :]


KINDS: dict[str, Alter] = {
    "数字": figure, "单位": unit, "限定词": qualifier, "地区": place, "年份": year, "目标与实绩": role, "否定": negation, "升降": direction,
    "缺项": dropped, "次序": swapped, "主语": subject, "引文": quoted, "编造": added, "程度": hedged, "因果": cause,
    "措辞强弱（规则看不出）": stressed,
}  # fmt: skip
UNSEEN = "措辞强弱（规则看不出）"
FALSE_CITATION = "错引"

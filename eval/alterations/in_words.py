"""Alterations of words: items, subjects, quotations, things made up."""

import random
import re
from collections.abc import Iterator

from corpus.figures import figures
from eval.alterations.material import Material
from eval.alterations.pairs import pairs

LIST = re.compile(
    r"[一-鿿“”A-Za-z]{2,12}(?:、[一-鿿“”A-Za-z]{2,14})+(?:(?:和(?!平)|以及)[一-鿿“”A-Za-z]{2,14})?"
)
SPLIT = re.compile(r"、|(?<!饱)(?<!总)和(?!平)|以及")
_SUBJECTS = pairs(
    """
    地区生产总值>规上工业增加值 GDP>固定资产投资 固定资产投资>社会消费品零售总额
    社会消费品零售总额>进出口总额 规上工业>服务业 规模以上工业>服务业 进出口>出口
    城镇>农村 居民>企业 农业>工业 教育>医疗 粮食>蔬菜 高速公路>普通公路 企业>农户
    新能源汽车>燃油汽车 一般公共预算收入>一般公共预算支出 失业率>就业率 学校>医院
    """
)
_ADDED = (
    "，居全国首位",
    "，全国第一",
    "，总量居全国第3位",
    "，获得国务院通报表扬",
    "，创历史新高",
    "，带动就业超过三成",
    "，由张建国牵头负责",
    "，比原计划提前半年",
    "，共投入专项资金",
)


def dropped(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """An item of a list left out."""
    for found in LIST.finditer(text):
        items = SPLIT.split(found.group())
        if len(items) < 3 or figures(found.group()) or any(len(item) < 2 for item in items):
            continue
        gone = chance.randrange(1, len(items) - 1)
        kept = [item for at, item in enumerate(items) if at != gone]
        if items[gone] not in "、".join(kept):
            yield text[: found.start()] + "、".join(kept) + text[found.end() :]


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

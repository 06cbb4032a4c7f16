"""Alterations of figures: digits, units, qualifiers, their order."""

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.figures import figures
from eval.alterations.in_words import LIST, SPLIT
from eval.alterations.material import Material
from eval.alterations.pairs import pairs

_DIGITS = re.compile(r"(?<![\d.])\d+(?:\.\d+)?")
_UNITS = pairs(
    """
    万亿元>亿元 亿元>万元 万元>亿元 亿元>亿美元 个百分点>% %>个百分点 万人>人 万人>万户
    公里>米 万亩>亩 亿斤>万斤 万吨>亿吨 家>人 亿>万 万>亿 万>千 平方公里>平方米 元>美元
    公顷>亩
    """
)
_AFTER = ("以上", "左右", "以内", "以下")
_BEFORE = ("超过", "不低于", "近", "约", "超", "突破", "不超过")
_BOUND = re.compile(r"(?:超过?|逾|近|约|不到|不足|突破|不低于|不超过|低于|高于)$")


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
            other = chance.choice(["", *(w for w in _AFTER if w not in (word, "以下"))])
            yield text[: found.start()] + other + text[found.end() :]
    for word in _BEFORE:
        for found in re.finditer(rf"(?<![一-鿿不]){word}(?=\d)|(?<=[一-鿿]){word}(?=\d)", text):
            if text[found.start() - 1 : found.start()] not in ("不", "超", "接"):
                yield text[: found.start()] + text[found.end() :]


def swapped(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """Two figures or two items changed for each other."""
    found = list(_of_figures(text))
    for first, second in pairwise(found):
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
    for listed in LIST.finditer(text):
        items = SPLIT.split(listed.group())
        if len(items) >= 4 and not figures(listed.group()) and all(len(i) > 1 for i in items):
            items[1], items[2] = items[2], items[1]
            yield text[: listed.start()] + "、".join(items) + text[listed.end() :]

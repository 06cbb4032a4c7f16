"""Alterations of what is told of whom and when: place, year, role, denial, direction."""

import random
import re
from collections.abc import Iterator

from corpus.places import find
from eval.alterations.material import Material
from eval.alterations.pairs import pairs

_TIMES = ("去年", "今年", "明年", "前年", "上年")
_PLANS = ("十二五", "十三五", "十四五", "十五五")
_TO_RESULT = pairs(
    """
    力争达到>达到了 力争实现>实现了 力争完成>完成了 力争>已经 争取>已经 目标是>结果是
    预期目标是>实际结果是 预期目标>实际结果 确保>已经 目标>实绩 预计>实际 将>已 计划>已经
    """
)
_TO_TARGET = pairs(
    """
    达到>力争达到 增长>力争增长 完成>计划完成 新增>计划新增 建成>将建成 突破>力争突破
    获批>争取获批 提高>力争提高
    """
)
_VERBS = (
    "增长",
    "完成",
    "实现",
    "建成",
    "新增",
    "推进",
    "支持",
    "实施",
    "提高",
    "开展",
    "加强",
    "推动",
    "建设",
    "降低",
    "达到",
    "发展",
    "培育",
    "落实",
    "深化",
)
_DENIED = re.compile(
    r"(?:没有|未能|未(?!来)|不(?!断|仅|但|少|同|低|超|高|足|到|得|论|过))(?=[一-鿿]{2})"
)
_DIRECTIONS = pairs(
    """
    增长>下降 提高>降低 下降>增长 上升>下降 增加>减少 减少>增加 降低>提高 扩大>缩小
    提升>下降 上涨>下跌 高于>低于 加快>放慢 加强>削弱 回升>回落
    """
)
_STRESS = pairs(
    """
    继续>加快 加快>持续 推进>开展 积极>全面 促进>推进 加强>抓好 重点>主要 推动>实施
    """
)
_CAUSE = re.compile(r"^([^，。：“”]{6,40})，([^，。“”]{6,60})。$")
_HEDGES = ("基本", "初步", "逐步", "总体", "部分", "原则上")


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


def hedged(text: str, one: Material, chance: random.Random) -> Iterator[str]:
    """A hedge left out: 基本建成 told as 建成."""
    for word in _HEDGES:
        found = re.search(rf"{word}(?=建[成立]|[完形实解消达])", text)
        if found:
            yield text[: found.start()] + text[found.end() :]


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

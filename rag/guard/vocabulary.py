"""Words that say the same in official Chinese, and words that say nothing that could be checked."""

import re
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"
_SAME = (
    "地区生产总值 GDP 生产总值 经济总量",
    "居民消费价格 CPI 物价 消费价格",
    "一般公共预算收入 财政收入",
    "社会消费品零售总额 社零总额 社零",
    "规模以上工业 规上工业",
    "规模以上 规上",
    "固定资产投资 固投",
    "城镇新增就业 新增城镇就业",
    "货物进出口 外贸进出口 进出口",
    "研究与试验发展 R&D 研发",
    "细颗粒物 PM2.5 PM_2.5",
    "高新技术企业 高企",
    "高校毕业生 大学毕业生",
    "粮食产量 粮食总产量",
)
_CANONICAL = {
    other: words[0] for words in (group.split() for group in _SAME) for other in words[1:]
}
_OTHER = re.compile("|".join(re.escape(word) for word in sorted(_CANONICAL, key=len, reverse=True)))
_FULL = re.compile("(?:地区|国内|全[省市区县国])?生产总值|GDP")

UP = r"增长|增加|上升|上涨|提高|提升|增至|升至|增到|扩大|攀升|增幅|增速|涨幅|净增|高于|快于|多于"
DOWN = r"下降|减少|降低|回落|下跌|下滑|降至|减至|降到|缩小|收窄|降幅|低于|慢于|少于|压减"

FREE = frozenset((_DATA / "linking.txt").read_text(encoding="utf-8").split())
"""Words that link, report or frame; roles, directions and negations are judged elsewhere."""

TOPIC = re.compile(r"[在从就]?[^\d“”]{2,8}(?:方面|上看|领域)")
"""A clause that only says what the next one is about: 就业方面."""

TOPICS = frozenset((_DATA / "topics.txt").read_text(encoding="utf-8").split())
"""What a heading or a sentence that leads to a list may be about without saying anything."""

SINGLE = frozenset(
    "的了是在有和与及或把给让被会能这那对为上里到来从向往由各都也就还以于之其所等并而且则但即如若因故将要应可其它他她们我您你"
    "个项条种类名家次件年月日共均约超近达至按据比较较更最再又只仅才已曾正着地得过来去说讲称指写提做搞抓使用请着吗呢吧啊哦，。多余后前时内外中间上下"
    "元人万亿千百十一二三四五六七八九零两第"
)
"""Single characters that need no proof; numbers among them are proved as numbers."""


def canonical(text: str) -> str:
    """A text with one name for what has several (GDP is 地区生产总值)."""
    text = _FULL.sub("地区生产总值", text)
    return _OTHER.sub(lambda found: _CANONICAL[found.group()], text.replace("地区地区", "地区"))

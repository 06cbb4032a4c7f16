"""The figures that every report states: how people ask for them, how reports call them, and what
looks alike but is something else."""

import re
from dataclasses import dataclass

from rag.clauses import clauses

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Indicator:
    """``asked`` finds it in a question, ``stated`` in a clause; ``other`` is what it is not."""

    name: str
    asked: re.Pattern[str]
    stated: re.Pattern[str]
    other: re.Pattern[str] = _NEVER


def _indicator(name: str, asked: str, stated: str, other: str = "") -> Indicator:
    found = re.compile(other) if other else _NEVER
    return Indicator(name, re.compile(asked, re.I), re.compile(stated, re.I), found)


INDICATORS: tuple[Indicator, ...] = (
    _indicator(
        "地区生产总值",
        r"(?<!海洋)(?<!人均)(?:GDP|生产总值)(?!能耗|的?比重|比)|经济(?:增速|增长|总量|规模)",
        r"生产总值|GDP|经济增长|经济总量|经济增速",
        r"海洋|人均|占.{0,12}生产总值|生产总值(?:能耗|比重|二氧化碳|用水)|单位.{0,6}生产总值|年均",
    ),
    _indicator(
        "城镇新增就业", r"新增就业|就业(?:目标|任务|人数|岗位)|新增.{0,4}就业", r"新增(?:城镇)?就业"
    ),
    _indicator("居民消费价格", r"物价|CPI|消费价格", r"消费价格|CPI|物价"),
    _indicator("城镇调查失业率", r"失业率|unemployment", r"失业率", r"登记失业率.{0,2}为零"),
    _indicator(
        "粮食产量",
        r"粮食(?:总)?(?:产量|产)|收.{0,6}粮|打.{0,4}粮|产粮|grain",
        r"粮食.{0,16}产量?|总产|粮食",
        r"播种面积|综合生产能力|单产|收储|储备",
    ),
    _indicator(
        "一般公共预算收入",
        r"财政收入|预算收入|fiscal revenue",
        r"一般公共预算(?:总)?收入|财政收入",
        r"支出|政府性基金",
    ),
    _indicator(
        "居民收入", r"居民.{0,6}收入|人均可支配收入", r"居民.{0,8}收入|可支配收入", r"低收入"
    ),
    _indicator(
        "能耗", r"能耗|能源消耗|energy intensity", r"能耗|能源消费", r"碳排放|二氧化碳|用水"
    ),
    _indicator("固定资产投资", r"固定资产投资|固投", r"固定资产投资", r"民间|制造业|工业"),
    _indicator("社会消费品零售总额", r"社零|社会消费品|消费品零售|retail sales", r"社会消费品零售"),
    _indicator(
        "规上工业增加值", r"工业增加值|规上工业|规模以上工业", r"工业增加值|规模?(?:以上|上)?工业"
    ),
    _indicator(
        "进出口", r"进出口|外贸(?:总额|规模|增)|foreign trade", r"进出口", r"服务贸易|跨境电商|占比"
    ),
    _indicator(
        "研发投入强度",
        r"研发.{0,10}(?:强度|占|比重|投入)|R&D",
        r"研发(?:经费)?(?:投入|支出).{0,10}(?:强度|比重|占)|研发投入强度|研究与试验发展",
        r"企业研发|国有企业",
    ),
    _indicator("PM2.5", r"PM_?2\.5|细颗粒物", r"PM_?2\.5|细颗粒物"),
)


def asked_indicator(question: str) -> Indicator | None:
    """The first of the indicators that a question names.

    >>> asked_indicator("浙江今年GDP目标多少").name
    '地区生产总值'
    """
    return next((known for known in INDICATORS if known.asked.search(question)), None)


def states(indicator: Indicator, clause: str) -> bool:
    """Whether a clause states the indicator itself and not one that looks alike."""
    return bool(indicator.stated.search(clause)) and not indicator.other.search(clause)


def states_somewhere(indicator: Indicator, sentence: str) -> bool:
    """Whether one of the clauses of a sentence states it."""
    return any(states(indicator, part.text) for part in clauses(sentence))

"""The figures that every report states: how people ask for them, how reports call them, and what
looks alike but is something else."""

import re
from dataclasses import dataclass

from corpus.clauses import clauses

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Indicator:
    """``asked`` finds it in a question, ``stated`` in a clause; ``other`` is what it is not.

    ``fact`` is how a clause names it that gives its value, more strictly than ``stated``;
    ``units`` are those of its level. ``percent``: the level itself is a percentage (失业率).
    ``growth``: it is asked for as growth unless the question says 总量. ``paired``: town and
    country stand side by side (分别增长5%、7%).
    """

    name: str
    asked: re.Pattern[str]
    stated: re.Pattern[str]
    other: re.Pattern[str] = _NEVER
    fact: re.Pattern[str] = _NEVER
    units: tuple[str, ...] = ()
    percent: bool = False
    growth: bool = False
    paired: bool = False


def _indicator(
    name: str,
    asked: str,
    stated: str,
    other: str = "",
    fact: str = "",
    units: tuple[str, ...] = (),
    **kind: bool,
) -> Indicator:
    pattern = re.compile(stated, re.I)
    return Indicator(
        name,
        re.compile(asked, re.I),
        pattern,
        re.compile(other) if other else _NEVER,
        re.compile(fact, re.I) if fact else pattern,
        units,
        **kind,
    )


_GDP = r"(?:地区|[全国]?[省市区县]|国内|国民)?生产总值|GDP"

INDICATORS: tuple[Indicator, ...] = (
    _indicator(
        "地区生产总值",
        r"(?<!海洋)(?<!人均)(?:GDP|生产总值)(?!能耗|的?比重|比)|经济(?:增速|增长|总量|规模)|年(?:的|定的)?(?:实际)?(?:增速|增长目标)|年(?:的|定的)?目标(?:是|为)?(?:多少|几)?[?？]?$",
        r"生产总值|GDP|经济增长|经济总量|经济增速",
        r"海洋|人均|占.{0,12}生产总值|生产总值(?:能耗|比重|二氧化碳|用水)|单位.{0,6}(?:生产总值|GDP)|年均",
        rf"{_GDP}|(?<![与和同于快动占对])经济(?:增长(?!点)|总量|增速)(?!贡献|的?质量|动力|潜力|速度)",
        ("元",),
        growth=True,
    ),
    _indicator(
        "城镇新增就业",
        r"新增就业|就业(?:目标|任务|人数|岗位)|新增.{0,4}就业",
        r"新增(?:城镇)?就业",
        fact=r"城镇新增就业|新增城镇就业|(?<!农村)新增就业(?!岗位)",
        units=("人", "个"),
    ),
    _indicator(
        "居民消费价格",
        r"物价|CPI|消费价格",
        r"消费价格|CPI|物价",
        fact=r"居民消费价格|消费价格|CPI|物价",
        growth=True,
    ),
    _indicator(
        "城镇调查失业率",
        r"失业率|unemployment",
        r"失业率",
        r"登记失业率.{0,2}为零",
        r"调查失业率|(?<!登记)失业率",
        percent=True,
    ),
    _indicator(
        "粮食产量",
        r"粮食(?:总)?(?:产量|产)|收.{0,6}粮|打.{0,4}粮|产粮|grain",
        r"粮食.{0,16}产量?|总产|粮食",
        r"播种面积(?![\d.万亿亩]*[、和与，]?总?产)|综合生产能力|单产|收储|储备|产能|加工",
        r"粮食(?:[总年]*产量?|播种面积[\d.万亿亩]*[、和，]?总?产量?|生产目标|.{0,6}总产)|粮[肉奶棉油果蔬糖、]+(?:总?产量)",
        ("斤", "吨", "公斤"),
    ),
    _indicator(
        "一般公共预算收入",
        r"财政收入|预算收入|fiscal revenue",
        r"一般公共预算(?:总)?收入|财政收入",
        r"支出|政府性基金",
        r"一般公共预算(?:总)?收入|财政(?:总)?收入",
        ("元",),
        growth=True,
    ),
    _indicator(
        "居民收入",
        r"居民.{0,6}收入|人均可支配收入",
        r"居民.{0,8}收入|可支配收入",
        r"低收入|占.{0,8}收入|收入[比差]",
        r"(?:城乡|全体|城镇|农村|、|和|常住)*居民(?:人均)?(?:可支配)?收入|人均可支配收入",
        ("元",),
        growth=True,
        paired=True,
    ),
    _indicator(
        "能耗",
        r"能耗|能源消耗|energy intensity",
        r"能耗|能源消费",
        r"用水|能耗、水耗|数据中心|工序|企业",
        r"单位(?:地区)?(?:生产总值|GDP|增加值)(?:综合)?(?:能耗|能源消耗)|(?:万元|每万元)(?:地区)?生产总值能耗|(?<!双控)能耗强度",
        growth=True,
    ),
    _indicator(
        "固定资产投资",
        r"固定资产投资|固投",
        r"固定资产投资",
        r"民间|制造业|工业",
        units=("元",),
        growth=True,
    ),
    _indicator(
        "社会消费品零售总额",
        r"社零|社会消费品|消费品零售|retail sales",
        r"社会消费品零售",
        fact=r"社会消费品零售(?:总额|额)?",
        units=("元",),
        growth=True,
    ),
    _indicator(
        "规上工业增加值",
        r"工业增加值|规上工业|规模以上工业",
        r"工业增加值|规模?(?:以上|上)?工业",
        r"利润|营业收入|企业|园区|高技术|能耗|占比|战略性",
        r"(?:规模以上|规上|全部)工业(?:增加值)?|(?<!高新技术)(?<!装备)工业增加值",
        ("元",),
        growth=True,
    ),
    _indicator(
        "进出口",
        r"进出口|外贸(?:总额|规模|增)|foreign trade",
        r"进出口",
        r"服务贸易|跨境电商|占比|“一带一路”|东盟|民营企业",
        r"(?:货物)?(?:外贸)?进出口(?:总[额值])?",
        ("元",),
        growth=True,
    ),
    _indicator(
        "研发投入强度",
        r"研发.{0,10}(?:强度|占|比重|投入)|R&D",
        r"研发(?:经费)?(?:投入|支出).{0,10}(?:强度|比重|占)|研发投入强度|研究与试验发展",
        r"企业研发|国有企业",
        percent=True,
    ),
    _indicator("PM2.5", r"PM_?2\.5|细颗粒物", r"PM_?2\.5|细颗粒物", units=("微克/立方米", "微克")),
)

LESS_IS_BETTER = frozenset({"居民消费价格", "城镇调查失业率", "能耗", "PM2.5"})
"""The indicators whose target is a bound from above."""


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

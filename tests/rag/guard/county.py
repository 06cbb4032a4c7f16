"""Two invented counties: what their reports say, as the numbered sentences a model is given."""

from corpus.types import Identity
from rag.types import Citation

REVIEW = ("一、2025年工作回顾",)
TASKS = ("二、2026年主要目标和重点任务",)
ASKED = "云溪县2026年的目标和2025年的结果是什么？"

IDENTITIES = {
    "yunxi.txt": Identity(
        title="2026年云溪县政府工作报告", place="云溪", year=2026, kind="report", speaker="林知远"
    ),
    "shihu.txt": Identity(title="2026年石湖县政府工作报告", place="石湖", year=2026, kind="report"),
}


def citation(
    number: int, text: str, headings: tuple[str, ...] = REVIEW, place: str = "云溪"
) -> Citation:
    """A sentence of one of the counties under its number."""
    source = "yunxi.txt" if place == "云溪" else "shihu.txt"
    title = IDENTITIES[source].title
    return Citation(number, source, title, place, 2026, headings, None, 0, len(text), text)


CITATIONS = (
    citation(1, "全县地区生产总值达到236.8亿元，增长5.5%，城镇新增就业1.2万人。"),
    citation(
        2,
        "今年的主要预期目标是：地区生产总值增长6%左右，城镇新增就业1.3万人以上，"
        "城镇调查失业率控制在5.5%以内。",
        TASKS,
    ),
    citation(3, "实施强链补链、人才集聚、数字赋能、绿色转型四大工程，不搞“大水漫灌”。", TASKS),
    citation(4, "城镇居民、农村居民人均可支配收入分别增长5.2%、7.3%。"),
    citation(5, "去年，全县地区生产总值增长4.5%，城镇新增就业1.1万人。", REVIEW, "石湖"),
    citation(6, "一是扩大投资，实施重点项目86个；二是提振消费；三是稳定外贸。", TASKS),
    citation(7, "“十五五”时期，力争地区生产总值年均增长5.5%左右，到2030年突破320亿元。", TASKS),
    citation(8, "数字经济园基本建成，引进企业36家，税收同比下降3.1%。"),
)

"""The words of the tab 数据表, Chinese and English side by side."""

from rag.lookup import Role
from ui.phrase import Phrase

data = Phrase("数据表", "Data")
indicator = Phrase("指标", "Indicator")
growth = Phrase("{name}增速", "{name}, growth")
total = Phrase("{name}总量", "{name}, total")
role = Phrase("目标或结果", "Target or result")
roles: dict[Role, Phrase] = {
    "any": Phrase("自动", "Automatic"),
    "target": Phrase("目标", "Targets"),
    "result": Phrase("结果", "Results"),
    "both": Phrase("目标与结果", "Targets and results"),
}
regions = {
    "长三角": Phrase("长三角", "Yangtze River Delta"),
    "京津冀": Phrase("京津冀", "Beijing–Tianjin–Hebei"),
    "成渝": Phrase("成渝", "Chengdu–Chongqing"),
    "东北三省": Phrase("东北三省", "Northeast (three provinces)"),
    "中部六省": Phrase("中部六省", "Central (six provinces)"),
    "西部": Phrase("西部", "West"),
    "东部": Phrase("东部", "East"),
    "长江经济带": Phrase("长江经济带", "Yangtze Economic Belt"),
    "黄河流域": Phrase("黄河流域", "Yellow River basin"),
    "直辖市": Phrase("直辖市", "Municipalities"),
    "民族自治区": Phrase("民族自治区", "Autonomous regions"),
}
"""Regions that stand for their provinces, as they are looked up."""

stated = Phrase(
    "{year}年：{places}个地方中{given}个给出了{name}",
    "{name}, {year}: stated by {given} of {places} places",
)
silent = Phrase("；未提及：{names}", "; not by {names}")
more_silent = Phrase("，还有{count}个", " and {count} more")
filter_rows = Phrase("筛选", "Filter")
filter_hint = Phrase("只看含这些字的行", "Only rows with these words")
as_excel = Phrase("Excel", "Excel")
as_csv = Phrase("CSV", "CSV")
evidence = Phrase("依据", "Evidence")
evidence_hint = Phrase(
    "点表中的 [n]，在这里打开原文。", "Click [n] in the table to open its source here."
)
broken = Phrase("列表没有成功，请再试一次。", "The table failed; please try again.")

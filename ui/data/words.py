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
filter_rows = Phrase("筛选", "Filter")
filter_hint = Phrase("只看含这些字的行", "Only rows with these words")
as_excel = Phrase("Excel", "Excel")
as_csv = Phrase("CSV", "CSV")
evidence = Phrase("依据", "Evidence")
evidence_hint = Phrase(
    "点表中的 [n]，在这里打开原文。", "Click [n] in the table to open its source here."
)
broken = Phrase("列表没有成功，请再试一次。", "The table failed; please try again.")

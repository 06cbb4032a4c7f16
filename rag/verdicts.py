"""What verdicts and kinds of error are called, in the words of the person who reads them."""

from collections.abc import Mapping

from rag.types import Verdict

VERDICTS: Mapping[Verdict, str] = {
    "supported": "属实",
    "refuted": "不符",
    "not_enough_info": "查无依据",
}
ERRORS: Mapping[str, str] = {
    "wrong_figure": "数值不符",
    "wrong_unit": "单位不符",
    "wrong_place": "地区错位",
    "wrong_year": "年份错位",
    "target_as_result": "目标当实绩",
    "result_as_target": "实绩当目标",
    "wrong_subject": "主语不符",
    "growth_as_level": "增速与总量混淆",
    "dropped_qualifier": "限定词丢失或改变",
    "wrong_item": "条目不符",
    "opposite_direction": "方向相反",
    "misquoted": "引文有出入",
}
"""Of a refuted statement. ``misquoted`` comes of the check of a manuscript only."""


def error_name(kind: str | None) -> str:
    """The name of a kind of error; a kind without a name is shown as it is, none as nothing."""
    return ERRORS.get(kind, kind) if kind else ""

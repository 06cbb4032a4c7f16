"""The number lock: every figure of an answer is looked for in the sentences it cites."""

import re

from corpus.figures import stands
from rag.types import Answer, Lock, Row

_MARKER = re.compile(r"[\[［]\d+[\]］]")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:[.．·]\d+)?\s?[%％‰]?")
_LABEL = re.compile(
    r"(?:^|；|。)\s*\d{1,2}．(?!\d)|[一-鿿]{0,6}(?:19|20)\d\d年(?:目标)?：|^\d+/\d+(?=个地方的文件)"
    r"|(?<=另有)\d+(?=个地方)|\d+(?=个地方(?:中|给出|的文件))|(?<=等)\d+(?=个地方)|(?<=的有)\d+(?=个：)"
    r"|[一-鿿]{0,6}(?:(?:19|20)\d\d年)?[一-鿿·]{0,12}（\d+次）：|最早[^，。；：]{0,20}?(?:19|20)\d\d年"
    r"|（(?:(?:19|20)\d\d年\d+次[、，）]){1,8}[^（）]{0,12}|\d+(?=份文件)|(?<=共)\d+(?=[次处])"
    r"|(?<=”)（\d+次）|(?:19|20)\d\d年(?=的文件写的是|的报告与|的相比|有、|：“|没有的)|\d+(?=个省(?:中有|的文件))|(?<=中有)\d+(?=个的文件)"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_COMPUTED = re.compile(r"[^。；]*(?:高于|低于|相差|两者相同)[^。；]*")


def lock(answer: Answer) -> Lock:
    """How many figures the answer holds, how many stand in its citations, how many are computed.

    Figures are those of the text and of the table. Numbers of list items, the years asked about or
    that label a side of a comparison and the counts of a table's rows are none; a refusal has none.
    """
    if not answer.answered:
        return Lock()
    text = _LABEL.sub("", _MARKER.sub("", answer.answer))
    asked = set(_YEAR.findall(answer.resolved)) | {str(year) for year in answer.scope.years}
    text = _YEAR.sub(lambda year: "" if year.group() in asked else year.group(), text)
    quoted = "\n".join(citation.text for citation in answer.citations)
    computed = [n for part in _COMPUTED.findall(text) for n in _NUMBER.findall(part)]
    said = _NUMBER.findall(_COMPUTED.sub("", text))
    said += [n for row in _rows(answer) for n in _NUMBER.findall(row.value)]
    held = sum(stands(number.strip(), quoted) for number in said)
    loose = [number for number in computed if not stands(number.strip(), quoted)]
    return Lock(len(said) + len(computed), held + len(computed) - len(loose), len(loose))


def _rows(answer: Answer) -> tuple[Row, ...]:
    return answer.table.rows if answer.table else ()

"""Answers made by hand, to be exported."""

from dataclasses import replace

from rag.types import Answer, Citation, Row, Table

FIRST = Citation(
    1, "云泽-2025.txt", "云泽2025年政府工作报告", "云泽", 2025, ("二、主要目标",), None, 10, 24,
    "地区生产总值增长5.5%左右。",
)  # fmt: skip
SECOND = replace(
    FIRST,
    number=2,
    source="海陵-2025.pdf",
    title="海陵*报告*",
    place="海陵",
    page=3,
    text="=增长 6%。",
)
SAID = Answer(
    question="云泽和海陵的目标[1]",
    resolved="2025年云泽和海陵的增长目标",
    kind="compare",
    answered=True,
    answer="云泽5.5%左右[1]；海陵6%[2]，比云泽高[1][9]。\n两地都有目标[2]。",
    citations=(FIRST, SECOND),
    table=Table(
        ("地区", "年份", "增长目标"),
        (
            Row("云泽", 2025, "5.5%左右", (1,)),
            Row("海陵", 2025, "=6%", (2,)),
            Row("江浦", 2025, "", ()),
        ),
    ),
    problems=("江浦没有提到",),
)
REFUSED = Answer(
    question="云泽足球队拿了第几名",
    resolved="云泽足球队拿了第几名",
    kind="refusal",
    answered=False,
    answer="文库中没有说到。",
    reason="文库中没有说到。",
)

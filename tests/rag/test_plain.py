"""Answers and runs of indexing as the terminal shows them."""

from io import StringIO
from pathlib import Path

from rich.console import Console

from corpus.duplicates import Overlap
from index.build import Report
from rag.chain import Chain
from rag.plain import plain
from rag.summary import summary
from tests.rag.library import ask


def test_an_answer_is_followed_by_its_references(chain: Chain) -> None:
    answer = ask(chain, "浙江2026年城镇新增就业目标是多少？")
    [cited] = answer.citations
    told = plain(answer).split("\n\n")
    assert told[0] == answer.answer
    assert told[1].startswith("[1] 2026年浙江省政府工作报告 › 二、2026年总体要求和主要目标（")
    assert f"浙江/2026.txt {cited.start}–{cited.end}" in told[1]
    assert told[1].endswith(f"“{cited.text}”")
    assert told[2] == "还可以问：\n· 浙江2025年城镇新增就业目标是多少？"


def test_a_table_has_a_line_a_row(chain: Chain) -> None:
    lines = plain(ask(chain, "各省2026年城镇新增就业目标是多少")).split("\n")
    assert "地区\t年份\t城镇新增就业目标" in lines
    assert any(line.startswith("浙江\t2026\t105万人") and line.endswith("]") for line in lines)


def test_a_row_ends_in_its_count_where_uses_are_counted(chain: Chain) -> None:
    lines = plain(ask(chain, "哪些报告提到海上风电场")).split("\n")
    assert "地区\t年份\t原句\t次数" in lines
    assert [line[-2:] for line in lines if line.startswith("浙江\t")] == ["\t1", "\t1"]


def test_a_refusal_shows_what_comes_close_as_no_evidence(chain: Chain) -> None:
    told = plain(ask(chain, "浙江2026年足球队有几支"))
    assert "相近内容（不作为依据）：\n[1] " in told


def test_a_run_is_summed_up_with_the_files_that_failed() -> None:
    out = StringIO()
    report = Report(
        added=("甲.txt",),
        changed=(),
        kept=("乙.txt",),
        removed=(),
        refused=(("坏[/b].txt", "坏[/b].txt 是空的，没有文字。"),),
        warned=(("甲.txt", "按 GB18030 编码读取"),),
        passages=12,
        documents=2,
    )
    summary(report, Path("/文库[red]"), Console(file=out, width=100))
    told = out.getvalue()
    assert "文库 /文库[red]：2 个文件，12 句。新增 1，更新 0，未变 1，移除 0，读不了 1。" in told
    assert "坏[/b].txt 是空的" in told
    assert "按 GB18030 编码读取" in told
    assert told.index("跳过") < told.index("已读")


def test_a_run_without_trouble_is_one_line() -> None:
    out = StringIO()
    report = Report(("甲.txt",), (), (), (), (), (), 3, 1)
    summary(report, Path("/home"), Console(file=out, width=100))
    assert out.getvalue().count("\n") == 1


def test_a_run_tells_of_copies_and_of_what_was_removed() -> None:
    out = StringIO()
    report = Report(
        added=("甲.txt", "丙.txt"),
        changed=(),
        kept=("乙.txt", "丁.txt"),
        removed=(),
        refused=(),
        warned=(),
        passages=12,
        documents=4,
        shared=(
            Overlap("丁.txt", "乙.txt", "copy", 1.0),
            Overlap("丙.txt", "乙.txt", "version", 0.83),
            Overlap("甲.txt", "乙.txt", "copy", 1.0),
        ),
        left=("戊.txt",),
        notes=("台账已重建。",),
    )
    summary(report, Path("/home"), Console(file=out, width=100))
    told = out.getvalue()
    for line in ("2 个文件与别的文件是同一份文字", "1 个文件与别的文件像是同一份，要核对"):
        assert line in told
    assert "跳过了 1 个移除过的文件" in told
    assert "台账已重建。" in told
    assert "83% 的句子相同" in told
    assert "丁.txt" not in told

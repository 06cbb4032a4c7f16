"""The findings as a table."""

import csv
import io
from pathlib import Path

import pytest

from corpus.errors import UserError
from rag.proofread.manuscript import of_text
from rag.proofread.table import check_table, csv_table, markdown_table, write_table
from tests.rag.proofread.test_word_comments import check

TEXT = "浙江观察\n=增长5%，见A|B。春天来了！\n就业错了2%。\n"


def test_a_row_a_checked_sentence() -> None:
    rows = list(csv.reader(io.StringIO(csv_table(check(of_text(TEXT, "稿.txt"))))))
    assert rows[0] == ["序号", "位置", "句子", "结论", "核对条件", "说明", "依据"]
    assert [(row[0], row[1], row[3]) for row in rows[1:]] == [
        ("2", "第2段", "属实"),
        ("4", "第3段", "不符（数值不符）"),
    ]


def test_no_cell_is_taken_for_a_formula() -> None:
    assert "'=增长5%" in csv_table(check(of_text(TEXT, "稿.txt")))


def test_a_bar_does_not_end_a_cell_of_markdown() -> None:
    lines = markdown_table(check(of_text(TEXT, "稿.txt"))).split("\n")
    assert "见A\\|B。" in lines[6]
    assert len([line for line in lines if line.startswith("|")]) == 4


def test_a_spreadsheet_knows_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    write_table(path, check(of_text(TEXT, "稿.txt")))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_another_ending_is_refused() -> None:
    with pytest.raises(UserError, match=r"\.csv 或 \.md"):
        check_table(Path("表.xlsx"))

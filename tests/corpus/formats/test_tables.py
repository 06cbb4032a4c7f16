"""Rows with the names of their columns: CSV, spreadsheets, and when a row is a header."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from corpus.formats import read_raw
from corpus.formats.rows import Cell, row_lines


def rows(*texts: list[str]) -> list[str]:
    return list(row_lines([[Cell(text, at) for at, text in enumerate(row)] for row in texts]))


def test_two_columns_without_figures_have_no_header() -> None:
    assert rows(["姓名", "张三"], ["职务", "县长"]) == ["姓名 | 张三", "职务 | 县长"]
    assert rows(["指标", "目标"], ["增速", "5%"]) == ["指标 | 目标", "指标：增速 | 目标：5%"]


def test_a_first_row_of_figures_is_no_header() -> None:
    assert rows(["柳溪", "3", "4"], ["石桥", "5", "6"]) == ["柳溪 | 3 | 4", "石桥 | 5 | 6"]


def test_years_may_name_columns() -> None:
    assert (
        rows(["指标", "2024", "2025"], ["增速", "5%", "6%"])[1]
        == "指标：增速 | 2024：5% | 2025：6%"
    )


def test_a_row_of_one_cell_is_a_line_and_a_header_that_recurs_goes() -> None:
    head = ["乡镇", "水稻", "小麦"]
    assert rows(
        ["附表", "", ""], head, ["柳溪", "3", ""], ["山区", "", ""], head, ["石桥", "5", "6"]
    ) == [
        "附表",
        "乡镇 | 水稻 | 小麦",
        "乡镇：柳溪 | 水稻：3",
        "山区",
        "乡镇：石桥 | 水稻：5 | 小麦：6",
    ]


@pytest.mark.parametrize(
    "separator", [",", ";", "|", "\t"], ids=["comma", "semicolon", "bar", "tab"]
)
def test_the_sign_between_the_cells_is_found(tmp_path: Path, separator: str) -> None:
    text = f'地区{separator}目标\n"柳溪{separator}石桥"{separator}5%\n'
    (tmp_path / "表.csv").write_text(text, encoding="gb18030")
    raw = read_raw(tmp_path / "表.csv")
    assert raw.text == f"地区 | 目标\n地区：柳溪{separator}石桥 | 目标：5%".replace("\t", " ")
    assert raw.warnings == ("按 GB18030 编码读取",)


def test_a_report_in_a_cell_keeps_its_lines_below_its_row(tmp_path: Path) -> None:
    report = "我们要稳就业。\n" * 300
    (tmp_path / "表.csv").write_text(f'年份,全文\n2026,"{report}"\n2025,略\n', encoding="utf-8")
    raw = read_raw(tmp_path / "表.csv")
    assert raw.text == f"年份：2026\n{report.strip()}\n年份：2025 | 全文：略"
    assert not raw.lines_are_paragraphs


def test_a_sheet_is_read_as_it_is_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "目标"
    sheet.append(["主要指标"])
    sheet.append(["指标", "目标", "日期", "达标"])
    sheet.append(["增速", 0.055, date(2026, 2, 3), True])
    sheet.append(["收入\n（亿元）", 80.25, None, None])
    sheet["B3"].number_format = "0.0%"
    book.create_sheet("空表")
    book.create_sheet("隐藏").sheet_state = "hidden"
    book["隐藏"].append(["看不见"])
    book.save(tmp_path / "表.xlsx")
    assert read_raw(tmp_path / "表.xlsx").text.split("\n") == [
        "目标",
        "主要指标",
        "指标 | 目标 | 日期 | 达标",
        "指标：增速 | 目标：5.5% | 日期：2026-02-03 | 达标：是",
        "指标：收入 （亿元） | 目标：80.25",
    ]

"""PDF: pages, columns, heads and feet, pictures, what is refused."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from corpus.clean import clean_pages
from corpus.errors import UnreadableFile
from corpus.formats import ocr, read_raw
from corpus.formats.layout import Page, Run, lines, plain, runs
from corpus.formats.paragraphs import text_of
from corpus.formats.pdf import read_pdf
from tests.corpus.formats import writers


def scanned(path: Path, text_pages: int = 0) -> None:
    """A file whose first page is a picture of our text, with ``text_pages`` of text after it."""
    import pypdfium2

    writers.write_pdf(path.with_suffix(".text.pdf"))
    source = pypdfium2.PdfDocument(str(path.with_suffix(".text.pdf")))
    picture = source[0].render(scale=2).to_pil()
    picture.convert("RGB").save(path, resolution=144)
    if text_pages:
        made = pypdfium2.PdfDocument(str(path))
        made.import_pages(source, list(range(1, 1 + text_pages)))
        made.save(str(path.with_suffix(".both.pdf")))
        path.with_suffix(".both.pdf").rename(path)


def test_every_page_begins_where_its_first_word_stands(tmp_path: Path) -> None:
    lines_of_text = [f"第{at}项任务是修路{at + 100}公里，建桥{at + 3}座。" for at in range(90)]
    writers.write_pdf(tmp_path / "a.pdf", lines=lines_of_text)
    raw = read_raw(tmp_path / "a.pdf")
    text, pages = clean_pages(raw.text, raw.pages, raw.lines_are_paragraphs)
    assert text.split("\n") == lines_of_text
    assert pages[0] == 0
    assert len(pages) > 2
    assert list(pages) == sorted(set(pages))
    assert all(text[at - 1] == "\n" for at in pages[1:])


def test_a_sentence_that_goes_on_overleaf_begins_on_the_first_page(tmp_path: Path) -> None:
    sentence = "我们要把每一条路修到村口，把每一座桥建到河边，" * 60 + "让乡亲们出门不再绕远。"
    writers.write_pdf(tmp_path / "a.pdf", lines=["题目", sentence, "下一段。"])
    raw = read_raw(tmp_path / "a.pdf")
    assert raw.text.split("\n") == ["题目", sentence, "下一段。"]
    assert raw.pages[0] == 0
    assert 3 < raw.pages[1] < len(sentence)


def test_a_picture_without_ocr_is_refused_with_the_command(tmp_path: Path) -> None:
    scanned(tmp_path / "扫描.pdf")
    with pytest.raises(
        UnreadableFile, match=r"^扫描\.pdf 是扫描件.*pip install 'zhengwen\[ocr\]'。$"
    ):
        read_pdf(tmp_path / "扫描.pdf", lambda: None)


def test_a_page_that_is_a_picture_among_others_is_told(tmp_path: Path) -> None:
    scanned(tmp_path / "混合.pdf", text_pages=1)
    raw = read_pdf(tmp_path / "混合.pdf", lambda: None)
    [warning] = raw.warnings
    assert warning.startswith("第 1 页是图片，没有读")
    assert raw.pages == (0, 0)
    assert "公里" in raw.text


@pytest.mark.slow
@pytest.mark.skipif(find_spec("rapidocr") is None, reason="no OCR: pip install 'zhengwen[ocr]'")
def test_a_picture_is_read_where_there_is_ocr(tmp_path: Path) -> None:
    scanned(tmp_path / "扫描.pdf")
    raw = read_raw(tmp_path / "扫描.pdf")
    found = raw.text.split("\n")
    assert found[1:4] == writers.paragraphs()[:3]
    assert raw.warnings == ("第 1 页是图片，文字由 OCR 识别，可能有错",)
    assert ocr.reader() is not None


def test_a_file_with_a_password_is_refused(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "锁.pdf"), encrypt=StandardEncryption("secret"))
    canvas.drawString(100, 100, "text")
    canvas.save()
    with pytest.raises(UnreadableFile, match=r"^锁\.pdf 已加密"):
        read_raw(tmp_path / "锁.pdf")


def test_a_page_printed_sideways_is_read_and_a_watermark_is_not(tmp_path: Path) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(tmp_path / "横.pdf"), pagesize=(600, 800))
    canvas.setFont("STSong-Light", 14)
    canvas.saveState()
    canvas.translate(100, 100)
    canvas.rotate(45)
    canvas.drawString(0, 0, "内部资料")
    canvas.restoreState()
    canvas.translate(600, 0)
    canvas.rotate(90)
    canvas.drawString(150, 400, "横排的第一行，")
    canvas.drawString(150, 380, "横排的第二行。")
    canvas.save()
    assert read_raw(tmp_path / "横.pdf").text.replace("\n", "") == "横排的第一行，横排的第二行。"


def placed(text: str, left: float, top: float, size: float = 10.0) -> list[Run]:
    """The signs of a line, each as wide as it is high."""
    return [
        Run(char, left + at * size, left + (at + 1) * size, top, top + size, size)
        for at, char in enumerate(text)
    ]


def test_cells_that_stand_below_each_other_are_rows() -> None:
    signs = [
        *placed("指标", 0, 0), *placed("去年", 100, 0), *placed("今年", 200, 0),
        *placed("粮食", 0, 20), *placed("三万吨", 100, 20), *placed("四万吨", 200, 20),
    ]  # fmt: skip
    assert [line.run.text for line in lines(runs(signs))] == [
        "指标 | 去年 | 今年",
        "粮食 | 三万吨 | 四万吨",
    ]


def test_type_that_is_printed_twice_is_read_once() -> None:
    signs = [
        sign
        for char in zip(placed("加粗", 0, 0), placed("加粗", 0.4, 0), strict=True)
        for sign in char
    ]
    assert [run.text for run in runs(signs)] == ["加粗"]


def test_radicals_become_characters() -> None:
    assert plain("⼯作和⺠⽣") == "工作和民生"


def test_a_note_at_the_foot_does_not_part_a_sentence() -> None:
    first = [
        placed("　实施六大工程，让全县的企业", 0, 100),
        placed("都用上新技术新设备新工艺新", 0, 120),
    ]
    note = placed("①六大工程：略。", 0, 700, 7.0)
    second = [placed("办法，一年见到成效。", 0, 100), placed("　　新的一段。", 0, 120)]
    pages = [
        Page(tuple(runs([sign for line in (*first, note) for sign in line])), 800.0),
        Page(tuple(runs([sign for line in second for sign in line])), 800.0),
    ]
    text, starts = text_of(pages)
    assert "新工艺新办法，一年见到成效。" in text
    assert "①六大工程：略。" in text.split("\n")
    assert text[starts[1] :].startswith("办法")


def test_a_head_goes_only_where_it_recurs() -> None:
    def page(number: int, head: str) -> Page:
        signs = [*placed(head, 50, 20), *placed(f"正文第{number}句话说完了。", 0, 300)]
        return Page(tuple(runs([*signs, *placed(f"—{number}—", 100, 760)])), 800.0)

    same, _ = text_of([page(number, "某县公报") for number in range(1, 6)])
    other, _ = text_of([page(number, f"{'甲乙丙丁戊'[number]}的题目") for number in range(5)])
    assert "公报" not in same
    assert "—" not in same + other
    assert other.count("的题目") == 5

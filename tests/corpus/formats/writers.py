"""One text of our own, and files of every format that say it."""

import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from html import escape
from pathlib import Path

import docx

TOWNS = ("柳溪", "石桥", "青坪", "云岭", "白沙", "南渡")
TITLE = "云川县二〇二六年重点工作安排"


def paragraphs() -> list[str]:
    """A title, headings and paragraphs; every sentence differs from every other."""
    lines = [TITLE]
    for at, town in enumerate(TOWNS):
        lines += [
            f"{'一二三四五六'[at]}、{town}镇的任务",
            f"去年，{town}镇新建标准厂房{at + 2}.5万平方米，引进企业{at + 11}家，规模以上工业"
            f"增加值增长{at + 3}.8%，“小升规”企业达到{at + 7}家，税收突破{at + 1},{at + 2}00万元。"
            f"今年，要把{town}的老街改造完，修缮沿街房屋{at + 120}间，铺设雨污管网{at + 6}.3公里，"
            f"让PM2.5年均浓度降到{at + 20}微克/立方米以下；",
            f"（一）{town}的粮食",
            f"{town}镇播种水稻{at + 3}.2万亩，亩产超过{at + 560}公斤。推广“稻渔共生”模式，"
            f"示范面积{at + 900}亩，每亩增收{at + 1800}元以上，合作社统一提供种苗、技术和销路，"
            f"农户只管种好{town}的田！",
            f"（二）{town}的民生",
            f"{town}中心小学扩建教学楼，增加学位{at + 240}个。镇卫生院与县医院建立医共体，"
            f"常用药品增加到{at + 310}种，慢性病患者在{town}就能配齐三个月的药。"
            f"养老食堂开到村口，{at + 65}岁以上老人每餐只付{at + 4}元。"
            f"谁来管好{town}的食堂？由村民自己选出的理事会管。",
        ]
    return lines


def write_txt(path: Path) -> None:
    path.write_text("\n".join(paragraphs()), encoding="utf-8")


def write_docx(path: Path) -> None:
    word = docx.Document()
    for line in paragraphs():
        word.add_paragraph(line)
    word.save(str(path))


def write_pdf(path: Path, columns: int = 1, lines: Sequence[str] = ()) -> None:
    """Pages with a running head, a page number at the foot, and indented paragraphs."""
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    (width, height), margin, gap, size = A5, 60.0, 20.0, 11.0 if columns == 1 else 8.0
    each = (width - 2 * margin - gap * (columns - 1)) / columns

    def edges(canvas, page):  # type: ignore[no-untyped-def]
        canvas.setFont("STSong-Light", 8)
        canvas.drawCentredString(width / 2, height - 30, "云川县人民政府文件 第3号")
        canvas.drawCentredString(width / 2, 28, f"— {page.page} —")

    frames = [
        Frame(margin + at * (each + gap), margin, each, height - 2 * margin, 0, 0, 0, 0)
        for at in range(columns)
    ]
    plain = ParagraphStyle(
        "plain", None, fontName="STSong-Light", fontSize=size, leading=1.6 * size,
        firstLineIndent=2 * size, wordWrap="CJK", alignment=4,
    )  # fmt: skip
    title = ParagraphStyle("title", plain, fontSize=16, leading=30, firstLineIndent=0, alignment=1)
    first, *rest = lines or paragraphs()
    document = BaseDocTemplate(str(path), pagesize=A5, title="样本")
    document.addPageTemplates([PageTemplate(frames=frames, onPage=edges)])
    document.build([Paragraph(escape(first), title), *(Paragraph(escape(x), plain) for x in rest)])


def write_pdf_in_columns(path: Path) -> None:
    write_pdf(path, columns=2)


def page() -> str:
    """A web page with what stands around a text."""
    first, *rest = paragraphs()
    menu = "".join(f"<li><a href='/{at}'>栏目{at}</a></li>" for at in range(9))
    body = "\n".join(f"<p>　　{escape(line)}</p>" for line in rest)
    return f"""<!DOCTYPE html><html><head><meta charset="gbk"><title>{first}</title>
<style>p {{ color: red }}</style>
<script>document.write("<p>脚本里的话不是正文。</p>")</script></head>
<body><ul class="nav">{menu}</ul><h1>{first}</h1>
<div>发布时间：2026-02-10 08:30　来源：县政府办　【字体：大 中 小】 打印</div>
<div id="zoom">{body}</div><div>相关阅读</div><ul>{menu}</ul>
<div class="footer">主办单位：云川县人民政府办公室，版权所有。</div></body></html>"""


def write_html(path: Path) -> None:
    path.write_bytes(page().encode("gbk"))


def write_mht(path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "saved page"
    message.set_content(page(), subtype="html", charset="gbk", cte="quoted-printable")
    message.add_related(b"\x89PNG\r\n", "image", "png", cid="<picture>")
    path.write_bytes(message.as_bytes())


def write_markdown(path: Path) -> None:
    first, *rest = paragraphs()
    lines = [f"## {line}" if len(line) < 20 else line.replace("今年", "**今年**") for line in rest]
    path.write_text("\n\n".join([f"# {first}", *lines]), encoding="utf-8")


def write_eml(path: Path) -> None:
    first, *rest = paragraphs()
    message = EmailMessage()
    message["Subject"] = first
    message["From"] = "a@example.org"
    message.set_content("\n".join(rest), charset="gb18030", cte="base64")
    path.write_bytes(message.as_bytes())


def write_csv(path: Path) -> None:
    text = "\n".join(paragraphs())
    path.write_text(f'编号,正文\n1,"{text}"\n', encoding="utf-8-sig")


def write_ofd(path: Path) -> None:
    """A4 pages of 28 lines, a text object a line; long lines are broken after 30 signs."""
    lines: list[tuple[str, int]] = []
    for at, paragraph in enumerate(paragraphs()):
        indent = 2 if at else 8
        first, rest = paragraph[: 30 - indent], paragraph[30 - indent :]
        lines.append((first, indent))
        lines += [(rest[start : start + 30], 0) for start in range(0, len(rest), 30)]
    pages = [lines[start : start + 28] for start in range(0, len(lines), 28)]
    write_ofd_pages(
        path, [[(25 + 5 * n, 30 + 8 * y, t) for y, (t, n) in enumerate(p)] for p in pages]
    )


def write_ofd_pages(
    path: Path, pages: Sequence[Sequence[tuple[float, float, str]]], size: str = 'Size="5"'
) -> None:
    """Text objects at (left, top), in millimetres, every sign 5 mm after the one before."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "OFD.xml",
            f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
            "</ofd:DocBody></ofd:OFD>",
        )
        listed = "".join(
            f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages))
        )
        archive.writestr(
            "Doc_0/Document.xml",
            f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
            f"</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
            "</ofd:Document>",
        )
        for number, placed in enumerate(pages):
            objects = "".join(
                f'<ofd:TextObject Boundary="{x} {y} {5 * len(t)} 5" {size}>'
                f'<ofd:TextCode X="0" Y="4.3" DeltaX="g {len(t) - 1} 5">{escape(t)}</ofd:TextCode>'
                f"</ofd:TextObject>"
                for x, y, t in placed
            )
            archive.writestr(
                f"Doc_0/Pages/Page_{number}/Content.xml",
                f"<ofd:Page {space}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content>"
                "</ofd:Page>",
            )


def write_xlsx(path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["乡镇", "指标", "目标"], ["柳溪", "亩产", "560公斤"], ["石桥", "亩产", 561]):
        sheet.append(row)
    book.save(path)


WRITERS: dict[str, Callable[[Path], None]] = {
    ".txt": write_txt,
    ".docx": write_docx,
    ".pdf": write_pdf,
    ".ofd": write_ofd,
    ".html": write_html,
    ".mht": write_mht,
    ".md": write_markdown,
    ".eml": write_eml,
    ".csv": write_csv,
    ".xlsx": write_xlsx,
}
"""A writer a format, all of them of the same text except that of the spreadsheet."""

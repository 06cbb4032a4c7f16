"""The words of the tab 核稿, Chinese and English side by side."""

from ui.phrase import Phrase

desk = Phrase("核稿", "Proofread")
manuscript = Phrase("稿子", "Manuscript")
manuscript_hint = Phrase(
    "把稿子粘贴到这里，或上传文件", "Paste a manuscript here, or upload a file"
)
upload = Phrase("上传 .docx .txt .md", "Upload .docx .txt .md")
proofread = Phrase("开始核稿", "Check")
written_on = Phrase("写稿日期", "Written on")
written_on_hint = Phrase("如 2026-03-01", "e.g. 2026-03-01")
empty_manuscript = Phrase("请先粘贴或上传稿子。", "Please paste or upload a manuscript first.")
long_manuscript = Phrase(
    "稿子有 {length} 字，超过了 {limit} 字的上限，请分成几份。",
    "The manuscript has {length} characters; the limit is {limit}. Please divide it.",
)
wrong_day = Phrase(
    "写稿日期要写成 2026-03-01 这样，不能是 {day}。",
    "The day must be written like 2026-03-01, not {day}.",
)
proofreading = Phrase("已核对 {done}/{total} 句", "{done} of {total} sentences")
proofread_broken = Phrase(
    "程序出错，没有核完；详情已写入日志，请再试一次。",
    "Something broke before the end; the log has the details. Please try again.",
)
not_logged = Phrase(
    "核对结果没能记进日志，请检查文库文件夹的权限和磁盘空间。",
    "The checks were not logged. Please check the library folder's permissions and the disk.",
)
summary = Phrase(
    "共 {sentences} 句，核对 {checked} 句", "{sentences} sentences, {checked} of them checked"
)
download = Phrase("下载带批注的 Word 文件", "Download as Word with comments")
desk_hint = Phrase(
    "有数字或事实的句子会标上结论；点开一句，依据列在这里。",
    "Sentences with facts are marked with their verdict; open one, and its evidence is here.",
)
nothing_checked = Phrase("稿子里没有可以核对的事实。", "Nothing in the manuscript can be checked.")
checked_as = Phrase("按{supplied}核对", "Checked as of {supplied}")

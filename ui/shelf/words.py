"""The words of the tab 文库, Chinese and English side by side."""

from corpus.catalogue import Status
from rag.shelf.types import State
from ui.phrase import Phrase

shelf = Phrase("文库", "Library")
search = Phrase("查找", "Search")
search_hint = Phrase("题目、文件名、报告人", "Title, file or speaker")
kind = Phrase("文种", "Kind")
status = Phrase("状态", "Status")
views = {
    "list": Phrase("清单", "List"),
    "grid": Phrase("覆盖", "Coverage"),
    "doctor": Phrase("检查", "Check"),
}
columns = {
    "title": Phrase("题目", "Title"),
    "place": Phrase("地区", "Place"),
    "year": Phrase("年份", "Year"),
    "kind": Phrase("文种", "Kind"),
    "size": Phrase("字数", "Characters"),
    "status": Phrase("状态", "Status"),
}
sort_by = Phrase("按{column}排序", "Sort by {column}")
statuses: dict[Status, Phrase] = {
    "current": Phrase("在用", "In use"),
    "superseded": Phrase("重复", "Duplicate"),
    "removed": Phrase("已移除", "Removed"),
    "refused": Phrase("读不了", "Unreadable"),
}
counted = Phrase("{shown} 份文件", "{shown} documents")
counted_of = Phrase("{shown} 份，共 {all} 份", "{shown} of {all} documents")
none_found = Phrase("没有符合条件的文件。", "No document meets these conditions.")
more = Phrase("全部列出（还有 {count} 份）", "Show all ({count} more)")
samples = Phrase(
    "现在是自带的样例；上传第一份文件后，文库里就只有您自己的文件。",
    "These are the bundled samples; after the first upload the library holds only your own files.",
)
no_place = Phrase("（没有地名）", "(no place)")
no_year = Phrase("无年份", "No year")
cell = Phrase("{place} {year}：{count} 份", "{place} {year}: {count}")
empty_cell = Phrase("{place} {year}：没有", "{place} {year}: none")
grid_hint = Phrase("点开一格看文件；空格是缺的。", "Open a cell to read; empty cells are missing.")
healthy = Phrase("没有发现问题。", "No problem was found.")
wrong = Phrase("问题", "Problem")
note = Phrase("提示", "Note")
todo = Phrase("办法：{what}", "What to do: {what}")
and_more = Phrase("…… 共 {count} 个", "… {count} in all")

drop = Phrase("上传文件", "Upload files")
limits = Phrase(
    "拖到上面，或点一下选择；可选多个，文件夹请压成 .zip。每个不超过 50 MB，一次最多 {most} 个。"
    "能读：{endings}。",
    "Drop files above or click to choose, several at once; zip folders first. "
    "50 MB a file, {most} files at a time. Read: {endings}.",
)
too_large = Phrase(
    "{{name}} 超过 50 MB，没有上传；请压缩图片或分成几个文件。",
    "{{name}} is over 50 MB and was not uploaded. Please divide it.",
)
too_many = Phrase(
    "一次最多上传 {most} 个文件；请分几次，或压成 .zip。",
    "At most {most} files at a time. Please divide them, or zip them.",
)
reading = Phrase("已读 {done}/{total} 个文件", "{done} of {total} files read")
indexing = Phrase("正在编入索引", "Indexing")
ended = Phrase(
    "{total} 个文件：收进 {held}，没有收 {refused}", "{total} files: {held} in, {refused} not"
)
states: dict[State, Phrase] = {
    "waiting": Phrase("等待", "Waiting"),
    "reading": Phrase("在读", "Reading"),
    "read": Phrase("已读", "Read"),
    "added": Phrase("新增", "Added"),
    "changed": Phrase("更新", "Updated"),
    "kept": Phrase("未变", "Unchanged"),
    "refused": Phrase("没有收", "Refused"),
}
broken = Phrase(
    "程序出错，文库没有变；详情已写入日志，请再试一次。",
    "Something broke and the library is unchanged; the log has the details. Please try again.",
)

back = Phrase("返回清单", "Back to the list")
unread = Phrase("没有可读的正文。", "There is no text to read.")
outline = Phrase("目录", "Outline")
versions = Phrase("版本", "Versions")
version_now = Phrase("现用", "in use")
take = Phrase("取原文件", "Get the file")
taken = Phrase("下载 {name}（{size}）", "Download {name} ({size})")
correct = Phrase("更正", "Correct")
remove = Phrase("移除", "Remove")
surely = Phrase(
    "确定从文库移除《{title}》？磁盘上的文件不动，以后可以收回。",
    "Really remove “{title}”? Its file stays and can be taken back later.",
)
yes_remove = Phrase("移除", "Remove")
cancel = Phrase("取消", "Cancel")
take_back = Phrase("收回文库", "Take back")
removed = Phrase("已移除《{title}》。", "“{title}” was removed.")
taken_back = Phrase("已收回《{title}》。", "“{title}” is back.")
saved = Phrase("已保存，立刻生效。", "Saved, and in force.")
nothing_changed = Phrase("没有改动。", "Nothing was changed.")
find = Phrase("在文中查找", "Find in the text")
found = Phrase("{count} 处", "{count} found")
not_found = Phrase("文中没有“{words}”。", "“{words}” is not in the text.")
fields = {
    "title": Phrase("题目", "Title"),
    "place": Phrase("地名", "Place"),
    "year": Phrase("年份", "Year"),
    "kind": Phrase("文种", "Kind"),
    "date": Phrase("报告日期", "Date"),
    "speaker": Phrase("报告人", "Speaker"),
}
save = Phrase("保存", "Save")
reset = Phrase("恢复自动", "As it was read")
facts = {
    "title": "Title",
    "place": "Place",
    "year": "Year",
    "kind": "Kind",
    "delivered": "Delivered",
    "speaker": "Speaker",
    "meeting": "Meeting",
    "published": "Published",
    "digests": "Digest of",
    "level": "Level",
    "body": "Issued by",
}
reasons = {"随更正": "follows a correction", "与读到的相同": "as it was read"}
"""English for what the shelf says in Chinese of a document."""

file_name = Phrase("文件", "File")
warning = Phrase("提醒", "Warning")

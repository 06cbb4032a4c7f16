"""The words of the list of conversations."""

from ui.phrase import Phrase

past = Phrase("历史对话（{count}）", "Conversations ({count})")
search = Phrase("搜索对话", "Search conversations")
none = Phrase("还没有留下对话。", "No conversation yet.")
nothing_found = Phrase("没有找到。", "Nothing found.")
rename = Phrase("给“{title}”改名", "Rename “{title}”")
new_name = Phrase("新名称，回车保存", "New name, Enter saves")
remove = Phrase("删除“{title}”", "Delete “{title}”")
really = Phrase("确认删除？", "Really delete?")
broken = Phrase(
    "有 {count} 个对话的文件坏了，没有列出。", "Broken conversation files not listed: {count}."
)
not_kept = Phrase(
    "这个对话没能存下，请检查磁盘空间和文件夹权限。",
    "This conversation could not be kept. Please check the disk and the folder's permissions.",
)

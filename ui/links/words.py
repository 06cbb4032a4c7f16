"""The words of links."""

from ui.phrase import Phrase

link = Phrase("链接", "Link")
link_hint = Phrase("复制能问到这个问题的链接", "Copy a link that asks this question")
source_hint = Phrase("复制能打开这一处的链接", "Copy a link that opens this source")
copied = Phrase("已复制", "Copied")
unknown = Phrase(
    "地址里的文件在文库里找不到。", "The document of this address is not in the library."
)

"""The words of the tab 提法, Chinese and English side by side."""

from ui.phrase import Phrase

wording = Phrase("提法", "Wordings")
phrase = Phrase("词语", "Phrase")
phrase_hint = Phrase(
    "一个词语；几个词语用顿号隔开",
    "A phrase; several with 、 between",
)
hint = Phrase(
    "输入一个词语，看它历年用了多少次；或者选一个地区和两个年份，看报告的提法变了什么。",
    "Type a phrase to see how often it was used over the years; or choose a place and two years to "
    "see what its reports put in other words.",
)
follow = Phrase("查看", "Follow")
earlier = Phrase("前一年", "Earlier year")
later = Phrase("后一年", "Later year")
compare = Phrase("比较两年", "Compare")
used = Phrase(
    "{documents} 份文件用过“{phrase}”，共 {count} 次。",
    "{documents} documents use “{phrase}”, {count} times in all.",
)
never = Phrase("文库里没有文件用过“{phrase}”。", "No document of the library uses “{phrase}”.")
first = Phrase("最早：{place}{year}年", "First: {place} {year}")
held = Phrase(
    "文库有 {years} 个年份的文件；没有的年份不画。",
    "The library has documents of {years} years; others are not drawn.",
)
course_of = Phrase("“{phrase}”每份文件出现几次", "How often a document uses “{phrase}”")
of_held = Phrase("{count}次/{held}份", "{count} in {held}")
place_column = Phrase("地区", "Place")
year_column = Phrase("年份", "Year")
sentence_column = Phrase("原句", "Sentence")
count_column = Phrase("次数", "Count")
compared = Phrase("{place}：{before}年 → {after}年", "{place}: {before} → {after}")
new = Phrase("新的提法", "New")
dropped = Phrase("不再用的提法", "Dropped")
reworded = Phrase("改了说法", "Reworded")
none = Phrase("没有", "None")
times = Phrase("{count}次", "{count}×")
evidence_hint = Phrase(
    "点词语、[n] 或句子，在这里打开原文。", "Click a term, [n] or a sentence to open it here."
)
choose = Phrase("请选一个地区和两个年份。", "Please choose a place and two years.")
too_many = Phrase("一次最多看 {most} 个词语。", "At most {most} phrases at a time.")

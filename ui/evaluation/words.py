"""The words of the tab 评测, Chinese and English side by side."""

from ui.phrase import Phrase

evaluation = Phrase("评测", "Evaluation")
cases = Phrase("题目", "Questions")
sets = {
    "bundled": Phrase("自带的题目", "Bundled questions"),
    "feedback": Phrase("网页上的评价", "Ratings on this page"),
    "uploaded": Phrase("上传的题目", "Uploaded questions"),
}
hints = {
    "bundled": Phrase("问的是自带的文件。", "Asked over the bundled documents."),
    "feedback": Phrase(
        "问的是现在的文库：点过赞的要答得一样，点过踩的不能再那样答。",
        "Asked over the library in use: what was liked must be answered alike, what was disliked "
        "must not be answered so again.",
    ),
    "uploaded": Phrase("问的是现在的文库。", "Asked over the library in use."),
}
upload = Phrase("上传题目…", "Upload questions…")
run = Phrase("运行评测", "Run")
stop = Phrase("停止", "Stop")
starting = Phrase("正在打开文库…", "Opening the library…")
asking = Phrase("已问 {done} / {total} 题", "{done} of {total} questions asked")
stopped = Phrase(
    "已停止；问过的 {done} 题留着，再运行就接着问。",
    "Stopped. The {done} answers so far are kept; the next run goes on from there.",
)
broken = Phrase(
    "评测意外中断，再运行一次会接着问。", "The evaluation broke off; run it again to go on."
)
no_report = Phrase(
    "这组题还没有评测过。点“运行评测”，每道题都会问一遍，再与标准答案逐条对照。",
    "These questions have not been evaluated yet. Press Run: each is asked once and its answer "
    "held against the right one.",
)
about = Phrase(
    "{when}（UTC）· {count} 题 · {documents} 个文件 · 版本 {version}",
    "{when} (UTC) · {count} questions · {documents} documents · version {version}",
)
interval = Phrase("95% 区间 {low}–{high}，{n} 题", "95% interval {low}–{high}, {n} questions")
seconds = Phrase("{ms} 毫秒", "{ms} ms")
refuted_f1 = Phrase("“不符”F1", "Refuted F1")
by_type = Phrase("按题型", "By type of question")
type_ = Phrase("题型", "Type")
count = Phrase("题数", "Questions")
see_failed = Phrase("看“{name}”里没答对的题", "See the questions of “{name}” that went wrong")
since = Phrase(
    "与上次相比（共有 {common} 题）：变对 {gained} 题，变错 {lost} 题。",
    "Since the run before ({common} questions in common): {gained} turned right, {lost} turned "
    "wrong.",
)
turned_wrong = Phrase("上次答对", "right last time")
more = Phrase("全部指标", "All figures")
unscored = Phrase(
    "{count} 题没有计分：标准答案的依据不在文库里。",
    "{count} questions were not scored: what proves their answers is not in the library.",
)
take = Phrase("下载报告", "Download")
forms = {
    "html": Phrase("网页", "HTML"),
    "markdown": Phrase("Markdown", "Markdown"),
    "json": Phrase("JSON", "JSON"),
}
failed = Phrase("没答对的题：{name}（{count}）", "Wrong answers: {name} ({count})")
none_failed = Phrase("全部答对。", "All of them were answered right.")
failed_hint = Phrase(
    "评测之后，没答对的题列在这里。", "Questions that went wrong are listed here after a run."
)
first_ones = Phrase(
    "只列出前 {most} 题，其余在下载的报告里。", "The first {most}; the rest is in the report."
)
due = Phrase("应答", "Expected")
given = Phrase("实答", "Given")
no_answer = Phrase("没有答案。{why}", "No answer. {why}")
refuse = Phrase("应当拒答", "It should be refused")
no_value = Phrase("（未提及）", "(not stated)")
cell = Phrase("{place}：应为 {due}，实为 {given}", "{place}: expected {due}, given {given}")
again = Phrase("在问答里再问一次", "Ask it again in the chat")

types = {
    "number": Phrase("数字", "Figure"),
    "enumeration": Phrase("列举", "Enumeration"),
    "list": Phrase("清单", "List"),
    "table": Phrase("各地表", "Table"),
    "compare": Phrase("比较", "Comparison"),
    "trend": Phrase("趋势", "Trend"),
    "aggregate": Phrase("汇总", "Aggregate"),
    "yesno": Phrase("是非", "Yes or no"),
    "how": Phrase("举措", "Measures"),
    "who": Phrase("何人", "Who"),
    "when": Phrase("何时", "When"),
    "where": Phrase("何地", "Where"),
    "claim": Phrase("核对", "Statement"),
    "followup": Phrase("追问", "Follow-up"),
    "english": Phrase("英文", "English"),
    "unanswerable": Phrase("无答案", "Unanswerable"),
    "fact": Phrase("事实", "Fact"),
    "definition": Phrase("含义", "Meaning"),
    "summary": Phrase("概括", "Summary"),
    "other": Phrase("其他", "Other"),
    "all": Phrase("全部", "All"),
}

metrics = {
    "correct": Phrase("答对", "Correct"),
    "facts": Phrase("要点", "Facts"),
    "cited": Phrase("引全", "Evidence cited"),
    "precision": Phrase("引准", "Citations right"),
    "evidence@5": Phrase("证据@5", "Evidence@5"),
    "false_refusal": Phrase("误拒", "False refusals"),
    "false_answer": Phrase("误答", "False answers"),
    "verdict": Phrase("判断", "Verdicts"),
    "error": Phrase("错误类型", "Kinds of error"),
    "cells": Phrase("表格对", "Table cells"),
    "invented": Phrase("表格臆造", "Invented cells"),
    "p50": Phrase("用时中位", "Median time"),
}
"""The figures that are looked at first, in their order; the report has all."""

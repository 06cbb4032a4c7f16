"""The words of the interface, Chinese and English side by side."""

from rag.verdicts import ERRORS, VERDICTS
from ui.phrase import Phrase
from ui.types import Language, Reason

name = Phrase("政问", "Zhengwen")
tagline = Phrase(
    "问政府工作报告，每句回答都有出处", "Government work reports, answered with sources"
)
skip = Phrase("跳到问题框", "Skip to the question field")
talk = Phrase("对话", "Conversation")
table = Phrase("表格", "Table")
other_language = Phrase("English", "中文")
theme = Phrase("切换明暗", "Light or dark")
fresh = Phrase("新对话", "New chat")

welcome = Phrase("想从报告里知道什么？", "What would you like to know?")
holdings = Phrase("库中有 {documents} 份文件", "{documents} documents")
holdings_places = Phrase("{places} 个地区", "{places} places")
holdings_years = Phrase("{first}–{last} 年", "{first}–{last}")
holdings_empty = Phrase(
    "库里还没有文件，请先用 zhengwen index 建库。",
    "The library is empty. Build it first with zhengwen index.",
)
try_asking = Phrase("可以这样问", "Try asking")

ask_label = Phrase("问题", "Question")
ask_hint = Phrase("输入问题，回车发送", "Ask a question, Enter sends")
send = Phrase("发送", "Send")
stop = Phrase("停止", "Stop")
place = Phrase("地区", "Place")
year = Phrase("年份", "Year")
content = Phrase("内容", "Content")
automatic = Phrase("恢复自动", "Back to automatic")

empty_question = Phrase("请先输入问题。", "Please type a question first.")
long_question = Phrase(
    "问题有 {length} 字，超过了 {limit} 字的上限，请缩短后再发。",
    "The question has {length} characters; the limit is {limit}. Please shorten it.",
)
broken = Phrase(
    "程序出错，没有得到回答；详情已写入日志，请再试一次。",
    "Something broke and there is no answer; the log has the details. Please try again.",
)

busy = Phrase(
    "上一个问题还在回答，请稍候或先按停止。",
    "The last question is still being answered. Please wait, or press Stop first.",
)
working = Phrase("正在查找", "Searching")
stopped = Phrase("已停止", "Stopped")
resolved = Phrase("理解为：{question}", "Understood as: {question}")
extracted = Phrase("摘自原文", "Quoted from the source")
written = Phrase("模型撰写，已与原文核对", "Written by a model, checked against the source")
written_by = Phrase(
    "{name} 撰写；读了 {read}、写了 {written} 个 token",
    "By {name}: {read} tokens read, {written} written",
)
by_model = Phrase("由 {name} 撰写", "Written by {name}")
lock = Phrase("数字核对 {held}/{checked}", "Figures checked {held}/{checked}")
lock_hint = Phrase(
    "回答里的数字有 {held}/{checked} 个能在所引原句中逐字找到",
    "{held} of {checked} figures stand word for word in the cited sentences",
)
computed = Phrase(
    "另有 {count} 个由原文数字算出", "{count} more computed from figures in the source"
)
refused = Phrase("没有可靠依据，不作回答", "No reliable evidence, so no answer")
near_misses = Phrase("相近内容（不作为依据）", "Close, but not evidence")
as_target = Phrase("（目标）", " (target)")
not_stated = Phrase("未提及", "Not stated")
problems = Phrase("注意", "Note")
copy = Phrase("复制", "Copy")
copied = Phrase("已复制", "Copied")
sort_by = Phrase("按{name}排序", "Sort by {name}")
plot = Phrase("图", "Chart")
tiles_of = Phrase("{name}：各省", "{name} by province")
as_png = Phrase("存为 PNG", "Save as PNG")
plot_of = Phrase("{name}的图", "Chart of {name}")
not_taken = Phrase("导出没有成功，请再试一次。", "The export failed; please try again.")
take = Phrase("导出", "Export")
take_all = Phrase("整个对话", "Whole conversation")
print_talk = Phrase("打印", "Print")
unfold = Phrase("展开全文", "Show all")
fold = Phrase("收起", "Show less")
take_as: dict[str, Phrase] = {
    "word": Phrase("Word（带脚注）", "Word, with footnotes"),
    "markdown": Phrase("Markdown（带脚注）", "Markdown, with footnotes"),
    "excel": Phrase("表格 Excel", "Table as Excel"),
    "csv": Phrase("表格 CSV", "Table as CSV"),
}
references = Phrase("出处", "References")

rate = Phrase("评价这个回答", "Rate this answer")
good_answer = Phrase("回答得好", "A good answer")
bad_answer = Phrase("回答有问题", "Something is wrong")
what_is_wrong = Phrase("哪里不对？", "What is wrong?")
reasons: dict[Reason, Phrase] = {
    "wrong_figure": Phrase("数字不对", "Wrong figure"),
    "wrong_place": Phrase("地区不对", "Wrong place"),
    "wrong_year": Phrase("年份不对", "Wrong year"),
    "incomplete": Phrase("不完整", "Incomplete"),
    "wrong_citation": Phrase("引用不对", "Wrong citation"),
    "other": Phrase("其他", "Other"),
}
thanks = Phrase("谢谢，已记下。", "Thank you, noted.")
not_kept = Phrase(
    "没能记下：{path} 写不进去，请检查文件夹的权限和磁盘空间。",
    "Not noted: {path} cannot be written. Please check the folder's permissions and the disk.",
)

you_could_ask = Phrase("接着问", "You could ask")

supported = Phrase(VERDICTS["supported"], "Supported")
refuted = Phrase(VERDICTS["refuted"], "Refuted")
unknown = Phrase(VERDICTS["not_enough_info"], "No evidence")

errors = {
    "wrong_figure": Phrase(ERRORS["wrong_figure"], "Another figure"),
    "wrong_unit": Phrase(ERRORS["wrong_unit"], "Another unit"),
    "wrong_place": Phrase(ERRORS["wrong_place"], "Another place's"),
    "wrong_year": Phrase(ERRORS["wrong_year"], "Another year's"),
    "target_as_result": Phrase(ERRORS["target_as_result"], "A target told as a result"),
    "result_as_target": Phrase(ERRORS["result_as_target"], "A result told as a target"),
    "wrong_subject": Phrase(ERRORS["wrong_subject"], "Another subject"),
    "growth_as_level": Phrase(ERRORS["growth_as_level"], "Growth and level confused"),
    "dropped_qualifier": Phrase(ERRORS["dropped_qualifier"], "A qualifier lost or changed"),
    "wrong_item": Phrase(ERRORS["wrong_item"], "An item that is not in the list"),
    "opposite_direction": Phrase(ERRORS["opposite_direction"], "The opposite direction"),
    "misquoted": Phrase(ERRORS["misquoted"], "Not what the source says"),
}

chat = Phrase("问答", "Ask")


def error(kind: str, language: Language) -> str:
    """The name of a kind of error; a kind without a name is shown as it is."""
    return errors[kind](language) if kind in errors else kind


scope = Phrase("范围", "Scope")
scope_by_hand = Phrase("手选范围", "Chosen scope")
replace = Phrase("把“{value}”换成别的再问一次", "Ask again with another in place of “{value}”")
add = Phrase("加{field}再问一次", "Ask again, also for another: {field}")
add_short = Phrase("＋{field}", "+ {field}")
change_question = Phrase("放进输入框，改后再问", "Put it into the field to change and ask again")
remove = Phrase("去掉“{value}”再问一次", "Ask again without “{value}”")
any_value = Phrase("{field}不限", "{field}: any")
many_values = Phrase("{count} 个{field}", "{field}: {count}")
document = Phrase("文件", "Document")
kind_of_document = Phrase("文种", "Kind")
speaker = Phrase("讲话人", "Speaker")

evidence = Phrase("依据", "Evidence")
evidence_hint = Phrase(
    "回答引用的原句会列在这里，点开可看全文。",
    "The sentences an answer cites appear here; open one to read the whole text.",
)
no_evidence = Phrase("这个回答没有引用依据。", "This answer cites no evidence.")
uncited = Phrase("检索到、没有引用（{count}）", "Retrieved, not cited ({count})")
uncited_hint = Phrase(
    "查找时看过这些段落，回答没有采用，不作为依据。",
    "These passages were looked at and not used: they are no evidence.",
)
citation = Phrase("出处 {number}", "Source {number}")
sources = Phrase("出处", "Sources")
which_source = Phrase("第 {number} 处，共 {count} 处", "Source {number} of {count}")
source_text = Phrase("原文", "The source")
previous_source = Phrase("上一处（←）", "Previous (←)")
next_source = Phrase("下一处（→）", "Next (→)")
page = Phrase("第{page}页", "p. {page}")
in_year = Phrase("{year}年", "{year}")
back = Phrase("返回依据", "Back to evidence")
unmarked = Phrase(
    "文件在回答之后有改动，原句的位置对不上，因此不作标记。",
    "The document has changed since the answer, so the sentence is not marked.",
)

"""What kind of answer a question asks for, read off its wording."""

import re

from rag.sought import asked
from rag.types import AnswerKind
from rag.wordings.words import asks_wording

_COUNT = "两二三四五六七八九十"
_ASKS = re.compile(
    r"[?？]|吗|呢|么|啥|谁|哪|几(?!乎)|多少|多大|多高|多长|多远|多快|多久|如何|为何|怎|何时|何地"
    r"|是否|是不是|有没有|什么|没有$|没$|列出|列举|请问|^介绍|说说|简述|概括|总结|咋|干嘛"
    r"|还是|走势|趋势|历年|逐年|变化|想知道|想了解|告诉我|讲讲|查一下"
    r"|([一-鿿])[不没]\1"
)
_QUESTION_WORD = re.compile(r"多少|几(?!乎)|哪|什么|谁|吗|呢|怎|如何|何时|是否|有没有")
_NOUN_PHRASE = re.compile(r"^[^，。；]*的[一-鿿]{1,4}$")
_KEYWORDS = re.compile(r"[^。，,；;！!]{1,24}")
_STATES = re.compile(
    r"[了着过]|已|正在|属于|居[全第首前]|[是成](?!绩|本|果|效)|将|为"
    r"|(?<!\d)(?!(?:19|20)\d\d(?![\d.%％万亿]))\d+(?:\.\d+)?(?:[%％万亿]|个(?!省)|(?![\d年个]))"
)
_CLAIM_TAIL = re.compile(
    r"[,，]?\s*(?:对吗|对不对|是吗|属实吗|是真的吗|真的吗|准确吗|对么|这个说法对吗)\s*[?？]?$"
)
_TABLE = re.compile(
    r"各省|各地(?!方|区)|各自治区|哪些省(?![级属里])|哪几个省(?![级属里]|实验|重点|科技|开发)"
    r"|分省|逐省|31个省|每个省"
    r"|哪[个一]?省(?![级属里内会]).{0,24}最[高低大小多少快慢]|最[高低大小多少快慢].{0,6}(?:是|为)?哪[个一]?[省地]"
    r"|(?:几|多少)个省(?![级属里内会]|实验|重点|科技|开发)"
)
_COMPARE = re.compile(
    r"谁(?:的(?!建议|主意|话|观点|看法|意见|提议|说法|想法)|更|定|计划|家|多|高|大|接待)"
    r"|哪(?:个|家|年|边|省|地)(?:省|市|年|地方)?(?:的)?.{0,8}(?:更|最)"
    r"|(?:谁|哪(?:个|家|边|座|省|市|年|地))[^，。谁哪]{0,10}[高低快慢多少大小][?？]?$"
    r"|哪[个家边]?(?:省|市|年|地方)?(?:的)?[多高低快慢大小少强](?:一些|一点|些|点)?[?？]?$|比一比|比比看"
    r"|[快高多大强]还是[慢低少小弱]|更[高低多少快慢大小长短严]|差(?:了)?多少|差距(?:有)?多|相比|对比|^比较|比较(?:一下|下)|比较$"
    r"|(?<!占)比(?!例|重|率|上年|上一年|全国|全省|平均|同期)"
    r"(?=.{1,12}(?:差|高|低|多|少|快|慢|大|小))|各(?:是)?多少|各想|孰"
)
_TREND = re.compile(
    r"[快高多升涨大]了还是[慢低少降跌小]了|[慢低少降跌小]了还是[快高多升涨大]了|每年.{0,12}(?:多少|几)|怎么变|如何变|变化|历年|逐年|这[几两三四五]年|走势|趋势|怎么涨|分别提到|一路|一年年|怎么(?:一步步|逐步)?[多涨增]起来"
)
_YESNO = re.compile(
    r"吗[?？]?$|吗[，,]还是|是不是|是否|有没有|能不能|会不会|对不对|没有?[?？]?$|了没"
    r"|([一-鿿])[不没]\1|还是.{1,12}吗"
)
_YESNO_FIRST = re.compile(
    r"^(?!.*(?:[谁哪几]|多少|怎|如何|什么|啥|还是))"
    r".*(?:(?:吗|[了标]没有?|没有|是[^，。]{1,12}吧)[?？]?$|是不是|是否|有没有)"
)
_WHO = re.compile(r"谁|哪位|何人|哪个人|哪一位|什么人|哪些人|哪几位|[长席理任记]叫什么")
_HOW = re.compile(
    r"怎么|怎样|如何|为什么|为何|凭什么|措施|做法|举措|哪几招|靠什么|什么办法"
    r"|做了什么|干了什么|哪几件事|咋|干嘛|(?:什么|啥)招"
)
_ENUMERATION = re.compile(
    rf"哪[{_COUNT}]|哪几|分别(?:是|指|为)|各(?:是|指)"
    rf"|[{_COUNT}\d]+[大项个条类种样方面].{{0,12}}(?:哪|什么|啥|指)|都有(?:哪|什么|啥)"
    rf"|[{_COUNT}][大项个条新].{{0,10}}(?:是什么|内容|包括)|[的到][{_COUNT}]大[一-鿿]{{2,8}}$"
    rf"|\s[{_COUNT}][大项个条类种][一-鿿]{{2,8}}$"
)
_WHICH_LAST = re.compile(rf"哪[{_COUNT}][大项个条类种样点][^，。]{{0,6}}[?？]?$")
_WHEN = re.compile(r"哪一?[年天日]|什么时候|何时|几[月号]|啥时候|什么时间|多会儿")
_WHEN_LAST = re.compile(r"(?:是|在|为|等到|到)(?:哪一?年|什么时候|几时|何时)[?？]?$")
_WHERE = re.compile(
    r"哪里|哪儿|在哪|何地|什么地方|哪(?:座|个)?(?:城市|市|县|地|区|处|国)|哪座|哪处|到哪|位于"
)
_LIST = re.compile(r"哪些|列出|列举|有什么|什么项目|包括|啥|哪种|哪项|哪方面")
_NUMBER = re.compile(r"多少|几|多大|多高|多长|多远|多快|多久|占比|比重|多重|增速|目标|总量|数量")
_RULES: tuple[tuple[AnswerKind, re.Pattern[str]], ...] = (
    ("yesno", _YESNO_FIRST),
    ("table", _TABLE),
    ("compare", _COMPARE),
    ("trend", _TREND),
    ("yesno", _YESNO),
    ("when", _WHEN_LAST),
    ("who", _WHO),
    ("enumeration", _WHICH_LAST),
    ("how", _HOW),
    ("enumeration", _ENUMERATION),
    ("when", _WHEN),
    ("where", _WHERE),
    ("list", _LIST),
    ("number", _NUMBER),
)
_ENGLISH: tuple[tuple[AnswerKind, re.Pattern[str]], ...] = (
    (
        "compare",
        re.compile(r"\b(compare|compared|higher than|lower than|versus|vs|more than .* or)\b"),
    ),
    ("table", re.compile(r"\b(each province|all provinces|by province|which provinces)\b")),
    ("trend", re.compile(r"\b(trend|over the years|change[d]? from)\b")),
    ("yesno", re.compile(r"^\W*(is|are|was|were|did|does|do|has|have|will|can)\b")),
    ("who", re.compile(r"^\W*(who|whose|which (?:official|person|minister|governor))\b")),
    ("when", re.compile(r"^\W*(when|what (?:year|date)|which year|in which year|by when)\b")),
    (
        "where",
        re.compile(r"^\W*(where|in which (?:city|place|county|district)|which (?:city|county))\b"),
    ),
    (
        "how",
        re.compile(
            r"^\W*(how (?:will|do|does|did|is|are|was|were|can|should|to)|why|explain|describe)\b"
        ),
    ),
    (
        "number",
        re.compile(
            r"\bhow (?:many|much|fast|far|long|high|large|big)\b"
            r"|\b(target|rate|growth|share|percent|number|total|amount)\b"
        ),
    ),
    ("how", re.compile(r"\b(how|why)\b")),
    (
        "enumeration",
        re.compile(
            r"\b(what|which|name|list)\b.*"
            r"\b(two|three|four|five|six|seven|eight|nine|ten|(?!(?:19|20)\d\d\b)\d+)\b"
        ),
    ),
    ("list", re.compile(r"\b(what|which|list|name)\b")),
)
_ENGLISH_ASKS = re.compile(
    r"^\W*(?:who|whose|what|which|when|where|how|why|by when|in wh\w+|name|list|compare|describe"
    r"|explain|give|show|tell)\b"
)


def kind_of(text: str) -> AnswerKind:
    """The kind a Chinese question asks for; a statement is a claim, bare keywords a number.

    >>> kind_of("浙江2025年城镇新增就业目标是多少"), kind_of("六大工程是哪些")
    ('number', 'enumeration')
    """
    text = text.strip()
    if asked(text):
        return "mention"
    if asks_wording(text):
        return "wording"
    if is_claim(text):
        return "claim"
    for kind, pattern in _RULES:
        if pattern.search(text):
            return kind
    return "list" if _ASKS.search(text.rstrip("?？")) else "number"


def is_bare(text: str) -> bool:
    """Whether a text neither asks nor states anything: a name, a phrase, keywords.

    >>> is_bare("新质生产力"), is_bare("六大工程是哪些")
    (True, False)
    """
    return not (_ASKS.search(text) or is_claim(text) or any(p.search(text) for _, p in _RULES))


def english_kind(text: str) -> AnswerKind:
    """The same for an English question."""
    text = text.strip().lower()
    asks = _ENGLISH_ASKS.match(text)
    if text.endswith(".") and not asks:
        return "claim"
    kind = next((kind for kind, pattern in _ENGLISH if pattern.search(text)), None)
    return kind or ("list" if asks or text.endswith("?") else "number")


def is_claim(text: str) -> bool:
    """Whether the text states something to be checked: a sentence that asks nothing."""
    if _CLAIM_TAIL.search(text):
        return True
    if _ASKS.search(text) or _NOUN_PHRASE.search(text):
        return False
    if text.endswith("。") or not _KEYWORDS.fullmatch(text):
        return True
    return " " not in text and len(text) >= 8 and _STATES.search(text) is not None


def asks(text: str) -> bool:
    """Whether a text asks in so many words: with a question mark or a question word.

    >>> asks("浙江的目标是多少"), asks("浙江 就业目标")
    (True, False)
    """
    return text.rstrip("）)！!。” \n").endswith(("？", "?")) or bool(_QUESTION_WORD.search(text))


def statement(text: str) -> str:
    """A claim without the question at its end (浙江目标5.5%，对吗)."""
    return _CLAIM_TAIL.sub("", text.strip())

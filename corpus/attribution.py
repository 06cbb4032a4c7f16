"""Who says each part of an interview or of a page with several speakers.

Newspapers name the speaker once (局长某某谈某事, 某某：, 某某说) and then go on with 他说, with
quotes or with nothing at all; a reporter's questions and summaries stand in between.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.speakers import OFFICE, Turn, turns
from corpus.types import Document

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫"
    "孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌"
    "毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦"
    "褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘"
    "池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆"
    "竺云歌"
)
_SAYS = (
    "说|表示|介绍|认为|指出|强调|坦言|谈到|谈及|谈起|提出|提到|透露|解释|回答|回应|答道|补充|建议|希望|相信"
    "|告诉|告知|直言|感慨|分析|总结|呼吁|主张|反对|赞成|同意|不赞成|不同意|担心|喜欢|不喜欢|笑道|称"
)
_BETWEEN = (
    r"(?:同志|先生|女士|局长|主任|书记|部长|县长|市长|镇长|院长|校长|会长|教授)?"
    r"(?:在[^，。,！？；\n]{2,24}?[时中上后])?[,，]?"
    r"(?:向?(?:本报)?记者)?(?:也|还|又|则|就|都|再|再次|最后|同时|接着|进一步|特别|多次|曾|随后|为此|对此)*"
    r"(?:这样|如是|简单|详细|高兴地|自豪地|[一-鿿]{1,4}地)?"
)
_PRONOUN = re.compile(rf"[他她](?:们)?{_BETWEEN}(?:{_SAYS})")
_NAMED = re.compile(
    rf"(?P<office>{OFFICE})(?P<name>[一-鿿]{{2,3}}?)(?=同志|{_BETWEEN}(?:{_SAYS})|[，,。、：:])"
)
_LABEL = re.compile(r"(?P<label>[^：:，。？！“”]{1,24})[：:]")
_ASKS = re.compile(
    r"(?:本报|本刊|见习)*(?:记者|主持人|编辑|问|网友|Q)\d?(?:又|再|接着|继续)?(?:问|追问|提问)?"
)
_ANSWERS = re.compile(r"(?:回答|答|答复|A)\d?")
_BYLINE = re.compile(
    r"(?:本报|见习|实习)*(?:记者|通讯员|文字|摄影|编辑|责编)[ \u3000/][^。：:]{2,30}$"
)
_REPORTS = re.compile(
    r"记者(?:采访|了解|获悉|看到|在|来到|走进|走访|注意到|发现|从)|[近日]日[，,]?(?:本报)?记者"
    r"|^据(?:了解|悉)|采访(?:中|结束|当天|时)|编者按|编后|本文[是由为]|本报讯|[两三四五几]位(?:负责人|局长)"
)
_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]+[”’」』）)]*|[^。！？!?]+")
_LINE_OF_NAME = re.compile(
    rf"(?P<office>[一-鿿、]{{0,24}}(?:{OFFICE}))[ \u3000]+"
    r"(?P<name>[一-鿿]{2,4}|[一-鿿] [一-鿿]{1,2})(?:同志)?$"
)
_NO_LABEL = re.compile(
    r"任务|方法|安排|成效|时间|方向|常态|严格|康复|成果|强化|温度|金额|范围|方案|项目|易错"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of text and who says it; ``speaker`` is empty where it is a reporter's."""

    start: int
    end: int
    speaker: str


def said(document: Document) -> tuple[Said, ...]:
    """The whole text in stretches, each with its speaker; none for a document of one speaker.

    A headline belongs to the part that it opens. What a reporter asks or sums up is nobody's.
    What stands without a name goes on with the last speaker of its part.
    """
    if document.identity.kind not in ("interview", "speech", "other"):
        return ()
    signed = _signed(document.text)
    if signed:
        return tuple(_joined(_outright(document.text, signed)))
    parts = turns(document)
    people = _people(document, parts)
    if not people:
        return ()
    names = "|".join(sorted(map(re.escape, people), key=len, reverse=True))
    says = re.compile(rf"(?P<name>{names}){_BETWEEN}(?:{_SAYS})")
    bounds = [0, *(part.start for part in parts), len(document.text)]
    found: list[Said] = []
    for at, (start, end) in enumerate(pairwise(bounds)):
        part = parts[at - 1] if at else None
        voice = _Voice(people, says, part.speaker if part else document.identity.speaker)
        found += _part(document.text, start, end, part, voice)
    return tuple(_joined(found))


def speaker_at(stretches: Sequence[Said], at: int) -> str:
    """Who speaks at an offset; empty where nobody does."""
    found = bisect_right(stretches, at, key=lambda one: one.start) - 1
    return stretches[found].speaker if found >= 0 and at < stretches[found].end else ""


def _outright(text: str, parts: Sequence[Turn]) -> Iterator[Said]:
    """Each part as the words of the one who signed it."""
    yield Said(0, parts[0].start, "")
    for part, coming in pairwise((*parts, None)):
        if part:
            yield Said(part.start, coming.start if coming else len(text), part.speaker)


def _signed(text: str) -> tuple[Turn, ...]:
    """The parts of a page of speeches whose speakers stand on lines of their own (局长 某某)."""
    found, start, above = [], 0, (0, "")
    for line in text.split("\n"):
        signed = _LINE_OF_NAME.match(line)
        if signed:
            begin = above[0] if _is_title(above[1]) else start
            name = signed["name"].replace(" ", "")
            found.append(Turn(begin, start + len(line), name, signed["office"]))
        above = (start, line)
        start += len(line) + 1
    several = len({turn.speaker for turn in found}) > 1
    return tuple(found) if several else ()


def _is_title(line: str) -> bool:
    return 0 < len(line) < 40 and line[-1] not in "。！？；：”"


def _people(document: Document, parts: Sequence[Turn]) -> dict[str, str]:
    """The names that the text gives to the speakers, and the speakers' full names.

    In a speech only headlines and labels (某某：) name a speaker: he speaks of others who said
    something too.
    """
    people = {part.speaker: part.office for part in parts}
    text, kind = document.text, document.identity.kind
    if document.identity.speaker and kind == "interview":
        people.setdefault(document.identity.speaker, "")
    if parts or kind != "speech":
        for found in _NAMED.finditer(text):
            if found["name"][0] in _SURNAMES and found["name"][1:] not in ("们", "同志"):
                people.setdefault(found["name"], found["office"])
    people |= {name: "" for name in _labelled(text) if name not in people}
    full = {name: name for name in people}
    for name, office in people.items():
        if office:
            full.setdefault(name[0] + office[-2:], name)
    return full


def _labelled(text: str) -> set[str]:
    """Names that stand before a colon: after a question, or again and again."""
    lines = text.split("\n")
    labels = [_label(line) for line in lines]
    asked = {at for at, label in enumerate(labels) if label and _ASKS.fullmatch(label)}
    if not asked:
        return set()
    names = Counter(label for label in labels if label and _is_name(label))
    answering = {label for at, label in enumerate(labels) if at - 1 in asked and label in names}
    return answering | {name for name, times in names.items() if times > 1}


def _is_name(label: str) -> bool:
    return 2 <= len(label) <= 4 and label[0] in _SURNAMES and not _NO_LABEL.search(label)


def _label(line: str) -> str:
    """What stands before the first colon of a line, without an office in brackets."""
    found = _LABEL.match(line)
    return re.sub(r"[（(].*?[)）]|[ \u3000]", "", found["label"]) if found else ""


@dataclass(slots=True)
class _Voice:
    """Who speaks at the point that has been read; ``who`` is None in a lead-in. ``last`` answers
    the next question and is meant by 他."""

    people: Mapping[str, str]
    says: re.Pattern[str]
    last: str
    who: str | None = None
    quoting: bool = False

    def speak(self, name: str) -> str:
        """From here on ``name`` speaks."""
        self.last = self.who = name
        return name


def _part(text: str, start: int, end: int, part: Turn | None, voice: _Voice) -> Iterator[Said]:
    """The stretches of a part. What stands before its first speaker is nobody's, unless the part
    never says who speaks: then it is all of the person in the headline."""
    found: list[tuple[int, int, str | None]] = []
    body = _headline_end(text, part) if part else start
    at = start
    for line in text[start:end].split("\n"):
        stop = at + len(line)
        found += [(at, stop, voice.last)] if at < body else _line(line, at, voice)
        at = stop + 1
    silent = part.speaker if part and voice.who is None else ""
    for left, right, who in found:
        yield Said(left, right, silent if who is None else who)


def _headline_end(text: str, part: Turn) -> int:
    """The end of the line that names the speaker of a part."""
    name = text.find(part.speaker[-1], text.find(part.office, part.start) + len(part.office))
    line_end = text.find("\n", name)
    return len(text) if line_end < 0 else line_end


def _line(line: str, at: int, voice: _Voice) -> list[tuple[int, int, str | None]]:
    """A paragraph: a by-line, a question, an answer, what 某某： opens, or sentences."""
    label = _label(line)
    voice.quoting = False
    if _BYLINE.match(line) or (label and _ASKS.fullmatch(label)):
        if label:
            voice.who = voice.last or voice.who
        return [(at, at + len(line), "")]
    if label and (_ANSWERS.fullmatch(label) or _person(label, voice)):
        voice.speak(_person(label, voice) or voice.last)
    return _sentences(line, at, voice)


def _person(label: str, voice: _Voice) -> str:
    """The speaker that a label names, with or without an office (县长张三)."""
    found = [name for name in voice.people if label == name or label.endswith(name)]
    return voice.people[max(found, key=len)] if found else ""


def _sentences(line: str, at: int, voice: _Voice) -> list[tuple[int, int, str | None]]:
    """The sentences of a paragraph; a quote that opens it is of whom the next words name."""
    found: list[tuple[int, int, str | None]] = []
    waiting = 0
    for sentence in _SENTENCE.finditer(line):
        words = sentence.group().strip()
        inside = voice.quoting or words.startswith("“")
        voice.quoting = (words.count("“") - words.count("”") + voice.quoting) > 0
        span = at + sentence.start(), at + sentence.end()
        named = _named(words, voice)
        if named:
            voice.speak(named)
            for back in range(len(found) - waiting, len(found)):
                found[back] = (*found[back][:2], named)
        elif not inside and _REPORTS.search(words):
            voice.who = ""
        waiting = waiting + 1 if inside and not named else 0
        found.append((*span, voice.who))
    return found


def _named(words: str, voice: _Voice) -> str:
    """The speaker that a sentence names outside its quotes, else whom 他 or 她 means."""
    outside = re.sub(r"“[^”]*(?:”|$)|^[^“]*”", "", words)
    found = voice.says.search(outside)
    if found:
        return voice.people[found["name"]]
    return voice.last if _PRONOUN.search(outside) else ""


def _joined(found: Iterable[Said]) -> Iterator[Said]:
    """Neighbours of one speaker as one stretch."""
    before: Said | None = None
    for one in found:
        if before and before.speaker == one.speaker:
            before = Said(before.start, one.end, one.speaker)
            continue
        if before:
            yield before
        before = one
    if before:
        yield before

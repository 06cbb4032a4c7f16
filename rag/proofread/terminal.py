"""Findings as plain text for the terminal. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rag.proofread.context import told
from rag.proofread.footnotes import SIGNS
from rag.proofread.remark import counted, reference, verdict
from rag.proofread.types import Finding, Result
from rag.proofread.verify import STATES, Standing
from rag.verdicts import VERDICTS, error_name


def one(found: Finding) -> str:
    """A statement's verdict with its reason, what it was checked as, its parts, its sources."""
    if not found.verdict:
        return found.why
    lines = [f"{verdict(found)}：{found.explanation}"]
    lines += [line for line in (told(found.whole.supplied),) if line]
    for part in found.parts:
        error = f"（{error_name(part.error)}）" if part.error else ""
        lines.append(f"· {part.text}：{VERDICTS[part.verdict]}{error}")
    quotes = [f"[{c.number}] {reference(c)}\n    “{c.text}”" for c in found.citations]
    return "\n".join(lines) + ("\n\n" + "\n".join(quotes) if quotes else "")


def outcome(result: Result) -> str:
    """What is wrong or not found in a manuscript, then the summary."""
    if not result.checked:
        return f"{result.name} 里没有可以核对的事实。{counted(result.summary)}"
    return "\n".join([*_lines(result.checked), counted(result.summary)])


def standings(name: str, found: Sequence[Standing]) -> str:
    """A line a citation that no longer stands in its place, then how many of each."""
    if not found:
        return f"{name} 里没有引用。"
    lines = [_standing(one) for one in found if one.state != "held"]
    count = Counter(one.state for one in found)
    told = "，".join(f"{STATES[state]} {count[state]}" for state in STATES if count[state])
    return "\n".join([*lines, f"{len(found)} 处引用：{told}。"])


def _lines(checked: Sequence[Finding]) -> Iterator[str]:
    for found in checked:
        if found.verdict in ("refuted", "not_enough_info"):
            yield f"{SIGNS[found.verdict]} {found.sentence.where} {found.sentence.text}"
        if found.verdict == "refuted":
            supplied = told(found.whole.supplied)
            why = f"   {error_name(found.error)}：{found.explanation}"
            yield why + (f"（{supplied}）" if supplied else "")


def _standing(one: Standing) -> str:
    cited = one.cited
    now = f" → {one.source} {one.start}–{one.end}" if one.state == "moved" else ""
    return f"{STATES[one.state]}：{cited.source} {cited.start}–{cited.end}{now}\n    “{cited.text}”"

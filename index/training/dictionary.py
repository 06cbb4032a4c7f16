"""Makes ``index/data/words.txt``: the words of jieba's dictionary that our texts really use.

    python -m index.training.dictionary --text FILE.xz --reports DIR

Frequencies are counts in the texts, reports counted several times, so that the cut follows the
language of reports. Long compounds are left out where shorter words make them up: search wants
人工 and 智能, not 人工智能.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from index.training.texts import articles, reports
from index.words import DICTIONARY, is_han, runs

# Words of government reports that jieba's dictionary of 2012 does not hold.
DOMAIN = Path(__file__).parent / "domain.txt"
DOMAIN_WORDS = frozenset(DOMAIN.read_text(encoding="utf-8").split())

REPORT_WEIGHT = 5
LEAST = 10
LONGEST = 3

_NUMERAL = re.compile(r"(百分之|第)?[〇零一二三四五六七八九十百千万亿两]+[年月日条届多]?")


def main() -> None:
    """Count, select, write."""
    arguments = _arguments()
    counts = count(articles(arguments.text))
    for word, frequency in count(reports(arguments.reports).values()).items():
        counts[word] += REPORT_WEIGHT * frequency
    _write(select(counts), arguments.out)


def count(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in ``texts``, cut with jieba's dictionary and our own words."""
    from rjieba import Jieba

    jieba = Jieba()
    for word in DOMAIN_WORDS:
        jieba.add_word(word, 3_000, "n")
    counts: Counter[str] = Counter()
    for text in texts:
        for run in filter(is_han, runs(text)):
            counts.update(jieba.cut(run, False))
            counts.update(dict.fromkeys(run, 0))
    return counts


def select(counts: Counter[str]) -> dict[str, int]:
    """The words to keep and their frequencies: all characters, and words that occur enough."""
    frequent = {w: n for w, n in counts.items() if n >= LEAST and len(w) > 1}
    characters = {c: max(n, 1) for c, n in counts.items() if len(c) == 1}
    kept = {w: n for w, n in frequent.items() if w in DOMAIN_WORDS or _ordinary(w, frequent)}
    return characters | kept


def _ordinary(word: str, known: dict[str, int]) -> bool:
    numeral = _NUMERAL.fullmatch(word) is not None
    return not numeral and (len(word) <= LONGEST or not _compound(word, known))


def _compound(word: str, known: dict[str, int]) -> bool:
    """Whether ``word`` is made of known words of two characters and more."""
    return any(
        word[:i] in known and (word[i:] in known or _compound(word[i:], known))
        for i in range(2, len(word) - 1)
    )


def _write(frequencies: dict[str, int], path: Path) -> None:
    rows = sorted(frequencies.items(), key=lambda row: (-row[1], row[0]))
    path.write_text("".join(f"{word} {n}\n" for word, n in rows), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the dictionary of words.")
    parser.add_argument("--text", type=Path, required=True, help="articles, one a line, xz")
    parser.add_argument("--reports", type=Path, required=True, help="a folder of reports")
    parser.add_argument("--out", type=Path, default=DICTIONARY)
    return parser.parse_args()


if __name__ == "__main__":
    main()

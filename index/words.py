"""Chinese text to words and to character bigrams, as search compares them.

Both fold first: NFKC, lower case, no thousands separators, no English possessive. The dictionary
is ours (``data/words.txt``, one ``word frequency`` a line), made by ``index.training.dictionary``.
"""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jieba import Tokenizer

DICTIONARY = Path(__file__).parent / "data" / "words.txt"

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
TOKEN = rf"[{HAN}]+|[0-9]+(?:\.[0-9]+)+|[^\W_{HAN}]+(?:\.[0-9]+)?"

_TOKEN = re.compile(TOKEN)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_MIDDLE_POINT = re.compile(r"(?<=\d)·(?=\d)")


def words(text: str) -> list[str]:
    """The words of ``text`` in order, without punctuation; a number with decimals is one word.

    >>> words("ＧＤＰ增长5.5％，高于全国")
    ['gdp', '增长', '5.5', '高于', '全国']
    """
    found: list[str] = []
    for run in runs(text):
        if is_han(run):
            found.extend(_cut(run))
        else:
            found.append(run)
    return found


def is_word(text: str) -> bool:
    """Whether the dictionary has the text as a word of its own.

    >>> is_word("山洞"), is_word("折江")
    (True, False)
    """
    return bool(_tokenizer().FREQ.get(text))


def bigrams(text: str) -> list[str]:
    """Character bigrams of each run of Chinese characters; numbers and latin words whole.

    A run of a single character stands for itself.

    >>> bigrams("稳就业2.5万人")
    ['稳就', '就业', '2.5', '万人']
    """
    found: list[str] = []
    for run in runs(text):
        if is_han(run) and len(run) > 1:
            found.extend(run[i : i + 2] for i in range(len(run) - 1))
        else:
            found.append(run)
    return found


def runs(text: str) -> list[str]:
    """The runs of Chinese characters, the numbers and the latin words of the folded ``text``."""
    return _TOKEN.findall(fold(text))


def fold(text: str) -> str:
    """``text`` as it is compared. Its length may change: never use it for offsets."""
    plain = _POSSESSIVE.sub("", _THOUSANDS.sub("", text))
    return _MIDDLE_POINT.sub(".", unicodedata.normalize("NFKC", plain).lower())


def is_han(run: str) -> bool:
    """Whether a run that ``runs`` returned is made of Chinese characters."""
    return run[0] in "々〇" or "\u3400" <= run[0] <= "\u9fff" or run[0] >= "\U00020000"


@lru_cache(maxsize=1 << 15)
def _cut(run: str) -> tuple[str, ...]:
    """The words of a run of Chinese characters. A sentence, its clauses and what stands under
    the same heading share their runs, and a check looks at all of them."""
    return tuple(_tokenizer().cut(run, HMM=False))


@cache
def _tokenizer() -> "Tokenizer":
    """jieba with our dictionary, filled by hand: jieba itself would write a cache file."""
    from jieba import Tokenizer

    tokenizer = Tokenizer()
    with DICTIONARY.open("rb") as lines:
        tokenizer.FREQ, tokenizer.total = Tokenizer.gen_pfdict(lines)
    tokenizer.initialized = True
    return tokenizer

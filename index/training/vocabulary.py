"""The vocabulary of the bundled embedder as a tokenizer that any runtime can load.

A Unigram tokenizer whose scores are log frequencies takes the most likely cut, as jieba does
without its hidden Markov model: Chinese words come out as ``index.words.words`` cuts them.
"""

import math
import string
from collections import Counter
from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from index.words import TOKEN, is_han, runs

UNKNOWN = "[UNK]"
YEARS = tuple(str(year) for year in range(1949, 2051))
LETTERS = tuple(string.ascii_lowercase + string.digits + ".")


def frequencies(dictionary: str) -> dict[str, int]:
    """The frequencies of a dictionary with one ``word frequency`` a line."""
    rows = (line.split(" ") for line in dictionary.splitlines())
    return {row[0]: int(row[1]) for row in rows}


def latin_words(texts: Iterable[str], least: int) -> set[str]:
    """The words in latin letters that stand in ``texts`` at least ``least`` times."""
    counts = Counter(run for text in texts for run in runs(text) if not is_han(run))
    return {w for w, n in counts.items() if n >= least and w.isascii() and w.isalpha()}


def tokenizer(chinese: dict[str, int], latin: set[str]) -> Tokenizer:
    """A tokenizer over Chinese words, latin words, years, letters and digits; id 0 is unknown."""
    logarithm = math.log(sum(chinese.values()))
    scores = {word: math.log(n) - logarithm for word, n in chinese.items()}
    scores |= dict.fromkeys(LETTERS, -logarithm)
    scores |= dict.fromkeys([*sorted(latin - scores.keys()), *YEARS], -logarithm / 2)
    made = Tokenizer(models.Unigram([(UNKNOWN, 0.0), *scores.items()], unk_id=0))
    made.normalizer = normalizers.Sequence(  # as index.words.fold
        [
            normalizers.Replace(Regex(r"(?<=\d),(?=\d{3}(?!\d))"), ""),
            normalizers.Replace(Regex(r"['’][sS]\b"), ""),
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"(?<=\d)·(?=\d)"), "."),
        ]
    )
    made.pre_tokenizer = pre_tokenizers.Split(Regex(TOKEN), behavior="removed", invert=True)
    return made

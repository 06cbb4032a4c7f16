"""The vocabulary of the bundled embedder as a tokenizer that any runtime can load.

A Unigram tokenizer whose scores are log frequencies takes the most likely cut, as jieba does
without its hidden Markov model: Chinese words come out as ``index.words.words`` cuts them.
"""

import math
import re
import string
from collections import Counter
from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from index.words import TOKEN, is_han, runs

UNKNOWN = "[UNK]"
YEARS = tuple(str(year) for year in range(1949, 2051))
LETTERS = tuple(string.ascii_lowercase + string.digits + ".")

_FOLDS = (  # as index.words.fold, before and after what Unicode itself folds
    (r"(?<=\d),(?=\d{3}(?!\d))", ""),
    (r"['’][sS]\b", ""),
)
_STEMS = (  # of English words: studies, planned, making, targets lose their endings
    (r"(?<=[a-z]{3})ies\b", "y"),
    (r"(?<=[a-z]{3})(?<!s)s\b|(?<=[a-z]{3})(?:ing|ed|es)\b", ""),
    (r"(?<=[a-z]{3})e\b", ""),
    ("|".join(rf"(?<=[a-z]{letter}){letter}\b" for letter in "bdgmnprt"), ""),
)


def frequencies(dictionary: str) -> dict[str, int]:
    """The frequencies of a dictionary with one ``word frequency`` a line."""
    rows = (line.split(" ") for line in dictionary.splitlines())
    return {row[0]: int(row[1]) for row in rows}


def latin_words(texts: Iterable[str], least: int) -> set[str]:
    """The words in latin letters, as stems, that stand in ``texts`` ``least`` times or more."""
    counts = Counter(stem(run) for text in texts for run in runs(text) if not is_han(run))
    return {w for w, n in counts.items() if n >= least and w.isascii() and w.isalpha()}


def tokenizer(chinese: dict[str, int], latin: set[str]) -> Tokenizer:
    """A tokenizer over Chinese words, latin words, years, letters and digits; id 0 is unknown."""
    logarithm = math.log(sum(chinese.values()))
    scores = {word: math.log(n) - logarithm for word, n in chinese.items()}
    scores |= dict.fromkeys(LETTERS, -logarithm)
    scores |= dict.fromkeys([*sorted(latin - scores.keys()), *YEARS], -logarithm / 2)
    made = Tokenizer(models.Unigram([(UNKNOWN, 0.0), *scores.items()], unk_id=0))
    made.normalizer = _normalizer()
    made.pre_tokenizer = pre_tokenizers.Split(Regex(TOKEN), behavior="removed", invert=True)
    return made


def stem(word: str) -> str:
    """A lower-case English word as the tokenizer reads it.

    >>> stem("planned"), stem("provinces"), stem("studies")
    ('plan', 'provinc', 'study')
    """
    folded = word
    for pattern, ending in _STEMS:
        folded = re.sub(pattern, ending, folded)
    return folded


def _normalizer() -> normalizers.Normalizer:
    stems = [normalizers.Replace(Regex(pattern), ending) for pattern, ending in _STEMS]
    return normalizers.Sequence(
        [
            *(normalizers.Replace(Regex(pattern), new) for pattern, new in _FOLDS),
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"(?<=\d)·(?=\d)"), "."),
            *stems,
        ]
    )

"""OCNLI's pairs from government reports (Hu et al., 2020): a premise and a hypothesis about it.

Each premise is a document; the hypothesis is checked against it alone.
"""

from pathlib import Path

from corpus.errors import UserError
from eval.case import Case
from eval.sets.types import OutsideSet, documents, objects
from index.types import Scope

_VERDICTS = {
    "entailment": "supported",
    "contradiction": "refuted",
    "neutral": "not_enough_info",
}


def load(path: Path) -> OutsideSet:
    """One case a pair that has a label; the pair's label is its type."""
    pairs = [pair for pair in objects(path) if pair.get("label") in _VERDICTS]
    if not pairs:
        raise UserError(f"{path} 里没有带 label 的句对。")
    premises = list(dict.fromkeys(pair["sentence1"] for pair in pairs))
    names = {premise: f"s{at:04d}" for at, premise in enumerate(premises, 1)}
    cases = tuple(
        Case(
            id=f"{names[pair['sentence1']]}-{at}",
            type=pair["label"],
            question=_said(pair["sentence2"]),
            verdict=_VERDICTS[pair["label"]],
            scope=Scope(sources=(names[pair["sentence1"]],)),
        )
        for at, pair in enumerate(pairs, 1)
    )
    return OutsideSet(documents({name: premise for premise, name in names.items()}), cases)


def _said(hypothesis: str) -> str:
    return hypothesis if hypothesis.endswith(("。", "！", "？")) else f"{hypothesis}。"

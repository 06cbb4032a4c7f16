"""What came of the trials, as a table and as a list of failures."""

from collections.abc import Sequence

from eval.alterations.kinds import FALSE_CITATION, UNSEEN
from eval.alterations.measure import Trial, tallies


def table(trials: Sequence[Trial]) -> str:
    """A line a kind and the two totals; what no rule can see is not in the total."""
    faithful = [trial for trial in trials if not trial.altered]
    altered = [trial for trial in trials if trial.altered]
    seen = [trial for trial in altered if trial.kind != UNSEEN]
    lines = ["| faithful sentences | held | spoilt |", "|---|--:|--:|"]
    lines += [_line(one.kind, one.made, one.failed) for one in tallies(faithful)]
    lines += [
        _total("all", faithful),
        "",
        "| alterations | held | let through | cited anew |",
        "|---|--:|--:|--:|",
    ]
    lines += [f"{_line(one.kind, one.made, one.failed)} {one.moved} |" for one in tallies(altered)]
    lines += [_total("all that a rule can see", seen)]
    return "\n".join(lines)


def failures(trials: Sequence[Trial]) -> str:
    """Each trial that failed: kind, sentence, source and what the guard said."""
    return "\n".join(
        f"{trial.kind}\t{trial.sentence}\n\t原文 {trial.source}\n\t{_came(trial)}"
        for trial in trials
        if trial.failed or (trial.moved and trial.kind != FALSE_CITATION)
    )


def _came(trial: Trial) -> str:
    shown = trial.held.text if trial.altered else trial.held.problem
    return f"{trial.held.outcome} {shown}"


def _line(kind: str, made: int, failed: int) -> str:
    return f"| {kind} | {made} | {failed} |"


def _total(name: str, trials: Sequence[Trial]) -> str:
    failed = sum(trial.failed for trial in trials)
    share = f" ({failed / len(trials):.1%})" if trials else ""
    return f"| {name} | {len(trials)} | {failed}{share} |"

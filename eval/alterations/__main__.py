"""How tight the guard is: ``python -m eval.alterations``.

Sentences of a library (the bundled documents unless ``--home`` names another) are said in other
words by rules, and altered by rules; all are held to their citations. Printed are how many of the
altered pass and how many of the faithful are spoilt. The same seed gives the same figures.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.alterations.material import identities, material
from eval.alterations.measure import Trial, trials
from eval.alterations.table import failures, table
from index.embedders import encoder
from index.search import open_index
from rag.bundled import up_to_date


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m eval.alterations", description=__doc__)
    parser.add_argument("--home", type=Path, help="an index; otherwise the bundled documents")
    parser.add_argument("--each", type=int, default=100, help="sentences of a kind at most")
    parser.add_argument("--sentences", type=int, default=3000, help="sentences to draw from")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same figures")
    parser.add_argument("--failures", action="store_true", help="list what passed or was spoilt")
    given = parser.parse_args()
    if given.home:
        done = _over(given.home, given)
    else:
        with TemporaryDirectory() as folder:
            done = _over(up_to_date(Path(folder), encoder()), given)
    if given.failures:
        sys.stdout.write(failures(done) + "\n\n")
    sys.stdout.write(table(done) + "\n")


def _over(home: Path, given: argparse.Namespace) -> tuple[Trial, ...]:
    index = open_index(home, encoder())
    sentences = material(index, given.sentences, given.seed)
    return trials(sentences, identities(index), given.each, given.seed)


if __name__ == "__main__":
    main()

"""A run in the format of other tools."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from eval.run import Result
from rag.json import one_line


def ragas(results: Sequence[Result]) -> Iterator[str]:
    """One JSON object a line, as ragas reads a single-turn sample; unanswered cases too."""
    for result in results:
        answer = result.answer
        yield one_line(
            {
                "user_input": result.case.question,
                "response": answer.answer if answer else "",
                "retrieved_contexts": [p.text for p in answer.passages] if answer else [],
                "reference": result.case.answer,
                "reference_contexts": [e.quote for e in result.case.evidence],
            }
        )


EXPORTS: Mapping[str, Callable[[Sequence[Result]], Iterator[str]]] = {"ragas": ragas}

"""Which documents a scope allows."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from corpus.types import Document
from index.store import Stored
from index.types import Scope

Mask = npt.NDArray[np.bool_]


def allowed(scope: Scope, stored: Sequence[Stored], superseded: Mask) -> Mask:
    """Whether a scope allows each document, whoever speaks in it.

    A copy gives way to the document that is cited in its place, unless it is asked for by
    source; a digest to its original, unless it is asked for by source or kind.
    """
    result = np.array([_allows(scope, item.document) for item in stored], bool)
    if not scope.sources:
        result &= ~np.array([bool(item.folded) for item in stored], bool)
        if "digest" not in scope.kinds:
            result &= ~superseded
    return result


def superseded(stored: Sequence[Stored]) -> Mask:
    """Whether each document is a digest whose original is in the library."""
    identities = [item.document.identity for item in stored]
    originals = {identity.title for identity in identities if not identity.digests} - {""}
    return np.array([identity.digests in originals for identity in identities], bool)


def _allows(scope: Scope, document: Document) -> bool:
    identity = document.identity
    return (
        (not scope.places or identity.place in scope.places)
        and (not scope.years or identity.year in scope.years)
        and (not scope.kinds or identity.kind in scope.kinds)
        and (not scope.sources or document.source in scope.sources)
    )

"""What programs are answered from, over a real engine."""

from pathlib import Path

from rag import keys
from rag.engine import Engine
from rag.lookup import Lookup
from rag.proofread.desk import Desk
from ui.api.types import Api
from ui.types import Chain


def over(chain: Chain, engine: Engine, desk: Desk, home: Path, log: Path | None) -> Api:
    """The chain and its engine, with the keys of a home; uses are noted in the file ``log``."""
    return Api(chain, engine, desk, Lookup(engine), lambda: keys.load(home), log)

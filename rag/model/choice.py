"""Which language model writes, and within which limits."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model as the settings name it: ``openai:qwen-plus``.

    ``seconds`` is how long one answer may take in all, ``retries`` how often a refused request is
    repeated, ``room`` how many characters of evidence the model is given.
    """

    name: str
    url: str = ""
    key: str = field(default="", repr=False)
    seconds: float = 60.0
    retries: int = 2
    room: int = 6000

    @property
    def shown(self) -> str:
        """The name without the provider."""
        return self.name.partition(":")[2] or self.name

    @property
    def masked_key(self) -> str:
        """The key as it may be shown: its last four characters, where it has more than eight."""
        return f"…{self.key[-4:]}" if len(self.key) > 8 else ("…" if self.key else "没有设")

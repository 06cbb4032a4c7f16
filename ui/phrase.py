"""What the interface says, in both languages."""

from dataclasses import dataclass

from ui.types import Language


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing the interface says, in both languages; ``{fields}`` are filled in when said."""

    zh: str
    en: str

    def __call__(self, language: Language, **fields: object) -> str:
        return (self.zh if language == "zh" else self.en).format(**fields)

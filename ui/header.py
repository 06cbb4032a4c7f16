"""The head of the page: the name, one line of what it is, and the switches."""

from ui import words
from ui.markup import button, element, text
from ui.types import Language

SUN_AND_MOON = (
    '<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">'
    '<circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" stroke-width="1.5"/>'
    '<path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor"/></svg>'
)


def header(language: Language) -> str:
    """Seal, name and line on the left; new chat, language and theme on the right."""
    skip = element("a", text(words.skip(language)), class_="skip", href="#zw-box", data_skip=True)
    inner = skip + _title(language) + _switches(language)
    return element("div", inner, class_="bar", lang="zh-CN" if language == "zh" else "en")


def notice(sentence: str) -> str:
    """A sentence above the question field, or nothing."""
    return element("p", text(sentence), role="alert") if sentence else ""


def _title(language: Language) -> str:
    seal = element("span", "政", class_="seal", aria_hidden="true")
    name = element("h1", text(words.name(language)))
    line = element("p", text(words.tagline(language)))
    return element("div", seal + element("div", name + line), class_="title")


def _switches(language: Language) -> str:
    theme = words.theme(language)
    return element(
        "div",
        button(words.fresh(language), "fresh", class_="plain")
        + button(
            words.other_language(language),
            "switch",
            class_="plain",
            data_language="en" if language == "zh" else "zh",
        )
        + element(
            "button",
            SUN_AND_MOON,
            type="button",
            class_="plain icon",
            data_theme=True,
            title=theme,
            aria_label=theme,
        ),
        class_="switches",
    )

"""A LangChain chat model for a choice, loaded only when it is first used."""

from typing import TYPE_CHECKING, Any

from corpus.errors import UserError
from rag.model.choice import ModelChoice

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

PACKAGES = ("openai", "deepseek", "ollama")
"""The providers whose packages come with ``zhengwen[models]``."""


def open_model(choice: ModelChoice) -> "BaseChatModel":
    """The chat model; nothing is asked of it yet.

    Raises ``UserError`` that names the setting where the provider is unknown, its package is
    missing or the choice does not fit it.
    """
    from langchain.chat_models import init_chat_model

    provider, colon, _ = choice.name.partition(":")
    if not colon:
        raise UserError(
            "ZHENGWEN_MODEL 要写成 openai:qwen-plus 这样（先写接口，再写模型），"
            f"不能是 {choice.name}。"
        )
    try:
        model: BaseChatModel = init_chat_model(choice.name, **_options(choice, provider))
        return model
    except ImportError:
        extra = "'zhengwen[models]'" if provider in PACKAGES else f"langchain-{provider}"
        raise UserError(f"用 {choice.name} 还要装：pip install {extra}") from None
    except ValueError as error:
        if "provider" in str(error).lower():
            raise UserError(
                f"ZHENGWEN_MODEL 里的接口 {provider} 不认识；可用的有 openai、deepseek、ollama 等。"
            ) from None
        raise UserError(f"ZHENGWEN_MODEL={choice.name} 用不了，请检查密钥和地址。") from None


def _options(choice: ModelChoice, provider: str) -> dict[str, Any]:
    """What the provider's class is given; a local server needs no key, but its client does."""
    if provider == "ollama":
        return {"temperature": 0, **({"base_url": choice.url} if choice.url else {})}
    options: dict[str, Any] = {
        "temperature": 0,
        "timeout": choice.seconds,
        "max_retries": choice.retries,
        "api_key": choice.key or "none",
    }
    if choice.url:
        options["base_url"] = choice.url
    if provider in ("openai", "deepseek"):
        options["stream_usage"] = True
    return options

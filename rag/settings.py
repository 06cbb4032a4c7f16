"""The one reader of the environment: ZHENGWEN_HOME and its like."""

import os
from datetime import date
from getpass import getuser
from pathlib import Path

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.errors import UserError
from index.backends import BACKENDS, Place
from rag.model.choice import ModelChoice

_WANTED = {
    "backend": f"后端（{'、'.join(BACKENDS)}）",
    "home": "文件夹",
    "log_api": "true 或 false",
    "port": "整数（0 到 65535）",
    "today": "日期（如 2026-03-01）",
    "log_audit": "true 或 false",
    "log_checks": "true 或 false",
    "session_minutes": "整数（1 到 1440）",
    "trace": "console 或 OTLP 的网址",
    "users": "文件",
    "model": "接口和模型（如 openai:qwen-plus）",
    "model_retries": "整数（0 到 10）",
    "model_room": "整数（1000 到 200000）",
    "model_seconds": "秒数（1 到 600）",
}


def _login() -> str:
    """The name that the person is logged in under; empty where the system has none."""
    try:
        return getuser()
    except (OSError, KeyError):
        return ""


class Settings(BaseSettings):
    """What can be set by environment variables with the prefix ``ZHENGWEN_``."""

    model_config = SettingsConfigDict(env_prefix="ZHENGWEN_", frozen=True)

    home: Path = Field(default=Path("~/.zhengwen"), validate_default=True)
    embedder: str = "zhengwen-static"
    reranker: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=0, le=65535)
    log_api: bool = True
    today: date | None = None
    backend: str = ""
    milvus: str = ""
    milvus_token: str = Field(default="", repr=False)
    user: str = Field(default_factory=_login)
    log_checks: bool = True
    log_audit: bool = True
    users: Path | None = None
    trace: str = Field(default="", pattern=r"^$|^console$|^https?://")
    model: str = Field(default="", pattern=r"^$|^[\w-]+:.+$")
    model_url: str = ""
    model_key: str = Field(default="", repr=False)
    model_key_file: Path | None = None
    model_seconds: float = Field(default=60.0, ge=1, le=600)
    model_retries: int = Field(default=2, ge=0, le=10)
    model_room: int = Field(default=6000, ge=1000, le=200_000)
    session_minutes: int = Field(default=30, ge=1, le=1440)

    @field_validator("home", "users")
    @classmethod
    def _with_home(cls, path: Path | None) -> Path | None:
        """``~`` written out."""
        return path and Path(os.path.expanduser(path))

    @field_validator("backend")
    @classmethod
    def _known(cls, backend: str) -> str:
        if backend and backend not in BACKENDS:
            raise ValueError(backend)
        return backend

    def place(self, backend: str | None = None) -> Place:
        """Where rows are held: by the backend given, else by that of the settings.

        Where neither names one, by that of the index there is.
        """
        chosen = backend or self.backend
        server = chosen in ("", "milvus")
        return Place(chosen, self.milvus, self.milvus_token) if server else Place(chosen)

    def language_model(self) -> ModelChoice | None:
        """The language model that writes answers; None where they are the documents' words.

        Raises ``UserError`` where the file of its key cannot be read.
        """
        if not self.model:
            return None
        limits = (self.model_seconds, self.model_retries, self.model_room)
        return ModelChoice(self.model, self.model_url, self._key(), *limits)

    def _key(self) -> str:
        """The key given, else that in the file named."""
        if self.model_key or self.model_key_file is None:
            return self.model_key
        try:
            return self.model_key_file.expanduser().read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise UserError(
                f"读不了 ZHENGWEN_MODEL_KEY_FILE 里写的文件 {self.model_key_file}。"
            ) from None

    @property
    def samples(self) -> Path:
        """The home of the bundled documents, used until the user has one."""
        return self.home / "samples"


def settings() -> Settings:
    """The settings in force. Raises ``UserError`` that names the variable that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        name, wanted = f"ZHENGWEN_{field.upper()}", _WANTED.get(field, "文字")
        raise UserError(f"环境变量 {name} 的值要是{wanted}，不能是“{first['input']}”。") from None

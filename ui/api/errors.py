"""Errors as OpenAI's API tells them: a status, and ``{"error": {message, type, code}}``."""

from dataclasses import dataclass
from typing import Any

from starlette.responses import JSONResponse

BROKEN = "服务器出错，已经记下；请稍后再试。"


@dataclass
class ApiError(Exception):
    """A request that gets no answer. ``message`` is one sentence; ``param`` names the field."""

    status: int
    message: str
    type: str = "invalid_request_error"
    code: str | None = None
    param: str | None = None

    def __str__(self) -> str:
        return self.message

    def body(self) -> dict[str, Any]:
        """The error as JSON types."""
        return {
            "error": {
                "message": self.message,
                "type": self.type,
                "param": self.param,
                "code": self.code,
            }
        }

    def response(self) -> JSONResponse:
        """The error as it is sent."""
        headers = {401: {"WWW-Authenticate": "Bearer"}, 429: {"Retry-After": "1"}}
        return JSONResponse(self.body(), self.status, headers.get(self.status))


def unavailable(sentence: str) -> ApiError:
    """The library could not answer, for a reason that is no fault of the request."""
    return ApiError(503, sentence, "server_error", "library_unavailable")


def broken() -> ApiError:
    """A bug of ours, of which the other side learns no more."""
    return ApiError(500, BROKEN, "server_error", "internal_error")

"""The framework's application, with what must hold for every reply, a bug's included."""

from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp

from grader.access import PERMISSIONS
from grader.bootstrap import Serving

from .middleware.observation import Observation
from .middleware.request_id import RequestId
from .middleware.safe_headers import SafeHeaders
from .problems import MEDIA_TYPE


class Application(FastAPI):
    """FastAPI with request ids, safe headers and observation outside everything, and problems in its document."""

    def build_middleware_stack(self) -> ASGIApp:
        """Return the stack; the framework would put ours inside the handler of bugs, whose replies then lack them."""
        services: Serving = self.state.services
        note = services.tracing.note if services.tracing else None
        observed = Observation(super().build_middleware_stack(), services.metrics, note)
        return RequestId(SafeHeaders(observed))

    def openapi(self) -> dict[str, Any]:
        """Return the document, with the media type that problems really have, and who may do what."""
        document = super().openapi()
        document.setdefault("components", {})["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
        for methods in document["paths"].values():
            for operation in methods.values():
                _describe(operation)
        return document


def _describe(operation: dict[str, Any]) -> None:
    """Tell of an operation what holds for all: the type of problems, and who may do it."""
    content = operation["responses"]["default"]["content"]
    for kind in ("application/json", "text/event-stream"):
        if kind in content:
            content[MEDIA_TYPE] = content.pop(kind)
    scopes = PERMISSIONS.get(operation["operationId"])
    if scopes:
        operation["security"] = [{"key": []}]
        operation["x-scopes"] = sorted(scopes)

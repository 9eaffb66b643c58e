"""Replies that are written as their model is, in one step."""

from collections.abc import Mapping

from pydantic import BaseModel
from starlette.responses import Response


class ModelResponse(Response):
    """A model as JSON."""

    media_type = "application/json"

    def __init__(self, model: BaseModel, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(model.model_dump_json(), status, headers)

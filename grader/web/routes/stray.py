"""GET of an address where there is nothing: a browser is told so on a page; programs get the API's problem."""

from collections.abc import MutableMapping
from typing import Any

from fastapi import APIRouter
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.routing import Match

from grader.errors import NoSuchPlace
from grader.web.page_route import OPEN, PageRoute

NOT_OURS = ("/v1/", "/docs", "/openapi.json")


class StrayRoute(PageRoute):
    """A page for what no other route takes; it leaves the API's addresses, and whoever wants no page, alone."""

    def matches(self, scope: MutableMapping[str, Any]) -> tuple[Match, MutableMapping[str, Any]]:
        """Return no match unless a browser asks for a page."""
        wants_page = scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", "")
        if not wants_page or scope["method"] != "GET" or scope["path"].startswith(NOT_OURS):
            return Match.NONE, {}
        return super().matches(scope)


router = APIRouter(tags=[OPEN], route_class=StrayRoute, include_in_schema=False)


@router.get("/{path:path}")
def nothing() -> Response:
    """Say that there is nothing here."""
    raise NoSuchPlace

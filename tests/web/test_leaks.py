"""What a candidate or a stranger sees of the pages: nothing of any rubric, whatever address is asked, in every way."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from grader.access import SESSION
from grader.rubric import Rubric, rubric_text
from grader.web import ROUTERS
from tests.api.leaks import Window, fives, shipped, windows
from tests.api.tenants import World, world

TAG = re.compile(r"<[^>]*>")
ANSWER = "We scale out and measure it."
FORM = {
    "answer": ANSWER,
    "notes": ANSWER,
    "question": "How?",
    "key": "gk_x",
    "theme": "dark",
    "text": "id: a/b",
    "do": "check",
}
OPEN = {"/sign-in", "/sign-out", "/theme", "/static/{name:path}"}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(Path(tmp_path_factory.mktemp("pages")), routers=ROUTERS) as found:
        yield found


@pytest.fixture(scope="module", params=["key", "cookie", "nobody"])
def client(request: pytest.FixtureRequest, town: World) -> TestClient:
    """A candidate with its key, one who signed in with it, and a stranger."""
    if request.param == "key":
        return town.client("candidate")
    found = town.nobody()
    if request.param == "cookie":
        found.cookies.set(SESSION, town.key("candidate", candidate="c-1"))
    return found


@pytest.fixture(scope="module")
def hidden() -> set[Window]:
    """Every five words in a row of every rubric: questions, phrases, hints and feedback too."""
    return windows(map(rubric_text, shipped()))


def routes(town: World) -> list[tuple[str, str]]:
    pages = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]
    return sorted((method, route.path) for route in pages for method in route.methods or ())


def ask(client: TestClient, method: str, path: str, rubric: Rubric) -> Any:
    seed, _, slug = rubric.id.partition("/")
    address = path.replace("{seed}", seed).replace("{slug}", slug).replace("{name:path}", "app.js")
    query = {"rubric": slug[:-3], "find": slug, "old": "0", "new": "1", "assessment": "backend-take-home"}
    sent = {**FORM, "rubric": rubric.id} if method == "POST" else None
    return client.request(method, address, params=query, data=sent, follow_redirects=False)


def leaked(reply: Any, hidden: set[Window]) -> set[Window]:
    """Return what a page tells but for the address that was asked for: a page says where it leads back to."""
    told = fives(html.unescape(TAG.sub(" ", reply.text))) | fives(reply.text)
    return (told & hidden) - fives(unquote_plus(str(reply.request.url)))


def test_no_page_tells_of_a_rubric(town: World, client: TestClient, hidden: set[Window]) -> None:
    asked = 0
    for method, path in routes(town):
        for rubric in shipped()[: 1 if path in OPEN else None]:
            reply = ask(client, method, path, rubric)
            assert not leaked(reply, hidden), (method, path, rubric.id)
            assert reply.status_code in (401, 403, 404) or path in OPEN, (method, path, reply.status_code)
            asked += 1
    assert asked > 300
    assert len(hidden) > 2000


def test_an_interviewers_page_would_be_seen_as_a_leak(town: World, hidden: set[Window]) -> None:
    rubric = shipped()[0]
    assert leaked(town.client("interviewer").get(f"/rubrics/{rubric.id}"), hidden)

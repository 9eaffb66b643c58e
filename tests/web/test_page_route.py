"""Who may see pages, and what may be sent to them."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.settings import Settings

PATHS = ("/", "/interview", "/rubrics")


@pytest.mark.parametrize("path", PATHS)
def test_without_a_key_a_page_says_that_one_is_needed_and_shows_nothing(path: str, tmp_path: Path) -> None:
    with TestClient(create_app(Settings(data_dir=tmp_path)), client=("192.0.2.1", 1)) as stranger:
        reply = stranger.get(path)
    assert reply.status_code == 401
    assert "A key is needed" in reply.text
    assert "cache" not in reply.text


@pytest.mark.parametrize("site", ["cross-site", "same-site", "odd"])
@pytest.mark.parametrize("path", ["/", "/interview", "/theme"])
def test_a_post_from_another_site_is_refused(client: TestClient, path: str, site: str) -> None:
    assert client.post(path, headers={"sec-fetch-site": site}).status_code == 403


def test_a_post_from_this_site_is_taken(client: TestClient) -> None:
    form = {"rubric": "when-to-use-cache", "answer": "heavy queries"}
    assert client.post("/", data=form, headers={"sec-fetch-site": "same-origin"}).status_code == 200


def test_a_rubric_that_is_not_there_is_told_on_a_page(client: TestClient) -> None:
    reply = client.get("/rubrics/no/such-thing")
    assert reply.status_code == 404
    assert reply.headers["content-type"].startswith("text/html")

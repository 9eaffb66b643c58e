"""Scorecards are kept, listed, read, taken along and erased; all of it without a script."""

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.settings import Settings
from tests.api.conftest import here

CACHE = "backend-hiring-questions/when-to-use-cache"
SCALE = "backend-hiring-questions/how-to-scale-backend"
FORM: dict[str, Any] = {"q": [CACHE, SCALE], "at": CACHE, "candidate": "C-1", f"notes:{CACHE}": "slow reports"}


def kept(client: TestClient, **more: Any) -> str:
    """Keep a scorecard and return its address."""
    reply = client.post("/interview/scorecards", data={**FORM, **more}, follow_redirects=False)
    assert reply.status_code == 303
    return reply.headers["location"]


def test_a_preview_is_a_page_markdown_or_json_and_nothing_is_kept(client: TestClient) -> None:
    form = {**FORM, "candidate": "nobody-else"}
    page = client.post("/interview/scorecard", data={**form, "as": "page"}).text
    card = client.post("/interview/scorecard", data={**form, "as": "json"})
    text = client.post("/interview/scorecard", data={**form, "as": "markdown"})
    assert "Scorecard: <bdi>nobody-else</bdi>" in page
    assert json.loads(card.text)["score"] == 0.5
    assert text.headers["content-disposition"] == 'attachment; filename="scorecard.md"'
    assert "No scorecard is kept of this candidate." in client.get("/interview/scorecards?candidate=nobody-else").text


def test_a_scorecard_is_kept_and_read_again(client: TestClient) -> None:
    where = kept(
        client, candidate="C-2", **{f"asked:{CACHE}:oauth-token": "direct/0", f"hand:{CACHE}:oauth-token": "met"}
    )
    text = client.get(where).text
    assert "Scorecard: <bdi>C-2</bdi>" in text
    assert "50 without what came after a hint" in text
    assert "(set by hand, after a direct hint)" in text
    assert "The mean of the questions taken up: 1 of 2." in text
    found = client.get(f"{where}/json")
    assert json.loads(found.text)["id"] == where.rpartition("/")[2]
    assert client.get(f"{where}/markdown").text.startswith("# Scorecard: C\\-2")


def test_the_same_interview_saved_twice_is_one_scorecard(client: TestClient) -> None:
    first = kept(client, candidate="C-3", started="1")
    assert kept(client, candidate="C-3", started="1") == first
    assert kept(client, candidate="C-3", started="2") != first
    assert client.get("/interview/scorecards?candidate=C-3").text.count('href="/interview/scorecards/crd_') == 2


def test_an_assessments_weights_make_the_total(client: TestClient) -> None:
    where = kept(client, candidate="C-4", assessment="backend-take-home")
    assert "by the assessment&#39;s weights of the questions taken up: 1 of 2." in " ".join(
        client.get(where).text.split()
    )


def test_what_cannot_be_graded_makes_no_scorecard(client: TestClient) -> None:
    reply = client.post("/interview/scorecards", data={**FORM, f"notes:{SCALE}": "x" * 20_001})
    assert reply.status_code == 422
    assert "No scorecard was made. How to scale backend?" in reply.text
    assert client.post("/interview/scorecards", data={"at": "x"}).status_code == 422
    assert client.post("/interview/scorecards", data={**FORM, "candidate": "x" * 201}).status_code == 422


def test_older_ones_are_on_the_next_page(client: TestClient) -> None:
    for number in range(51):
        kept(client, candidate="C-5", started=str(number))
    first = client.get("/interview/scorecards?candidate=C-5").text
    assert first.count('href="/interview/scorecards/crd_') == 50
    older = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert client.get(older).text.count('href="/interview/scorecards/crd_') == 1


def test_an_erased_scorecard_is_gone(client: TestClient) -> None:
    where = kept(client, candidate="C-6")
    assert client.post(f"{where}/erase").url.path == "/interview/scorecards"
    assert client.get(where).status_code == 404
    assert client.post(f"{where}/erase").status_code == 404


@pytest.mark.parametrize("address", ["before=yesterday", "before=2026-01-01T00:00:00"])
def test_a_place_in_the_list_that_is_none_is_refused(client: TestClient, address: str) -> None:
    assert client.get(f"/interview/scorecards?{address}").status_code == 422


def test_a_form_of_another_site_keeps_nothing(client: TestClient) -> None:
    reply = client.post("/interview/scorecards", data=FORM, headers={"sec-fetch-site": "cross-site"})
    assert reply.status_code == 403


def test_an_interviewer_saves_and_reads_and_only_an_administrator_erases(tmp_path: Path) -> None:
    app = create_app(Settings(data_dir=tmp_path))
    local = here(app)
    roles = ("admin", "interviewer", "grader", "candidate")
    admin = local.post("/v1/keys", json={"name": "admin", "role": "admin"}).json()["key"]
    keyed = {"admin": here(app, key=admin)}
    for role in roles[1:]:
        named = {"name": role, "role": role, **({"candidate": "C-1"} if role == "candidate" else {})}
        keyed[role] = here(app, key=keyed["admin"].post("/v1/keys", json=named).json()["key"])
    where = kept(keyed["interviewer"])
    assert [keyed[role].get(where).status_code for role in roles] == [200, 200, 200, 404]
    assert [keyed[role].post("/interview/scorecards", data=FORM).status_code for role in roles] == [200, 200, 200, 404]
    assert ["Erase this" in keyed[role].get(where).text for role in roles[:3]] == [True, False, False]
    assert [keyed[role].post(f"{where}/erase").status_code for role in reversed(roles)] == [404, 403, 403, 200]

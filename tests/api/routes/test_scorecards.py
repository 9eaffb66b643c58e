"""Scorecards over HTTP: listed page by page, read, erased, exported; each role as it may."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from grader.access import ROLES, Principal
from grader.grading import Scorecard
from tests.api.tenants import World, world
from tests.grading.cards import make_draft


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(Path(tmp_path_factory.mktemp("cards"))) as found:
        yield found


@pytest.fixture
def tenant(request: pytest.FixtureRequest) -> str:
    """A tenant of the test's own."""
    return str(request.node.name)


@pytest.fixture
def client(town: World, tenant: str) -> TestClient:
    return town.client("admin", tenant)


def keep(town: World, tenant: str, candidate: str = "c-1", started: str = "1") -> Scorecard:
    return town.services.kept.scorecards.keep(
        Principal(tenant, "key_1", ROLES["admin"]), make_draft(candidate, started)
    )


def test_a_scorecard_is_read_as_it_was_kept(town: World, tenant: str, client: TestClient) -> None:
    card = keep(town, tenant)
    assert client.get(f"/v1/scorecards/{card.id}").json() == card.model_dump(mode="json")


def test_a_listing_says_what_each_came_to_without_the_notes(town: World, tenant: str, client: TestClient) -> None:
    card = keep(town, tenant)
    reply = client.get("/v1/scorecards")
    (line,) = reply.json()["scorecards"]
    assert (line["id"], line["candidate"], line["rubrics"]) == (card.id, "c-1", ["toy/how-to-scale"])
    assert line["total"]["score"] == 0.5
    assert "notes" not in reply.text


def test_pages_follow_one_another_to_the_end(town: World, tenant: str, client: TestClient) -> None:
    made = [keep(town, tenant, started=str(number)).id for number in range(5)]
    seen, cursor = list[str](), ""
    while cursor is not None:
        page = client.get(f"/v1/scorecards?limit=2{cursor and '&cursor=' + cursor}").json()
        seen += [line["id"] for line in page["scorecards"]]
        cursor = page["next_cursor"]
    assert seen == made[::-1]


def test_a_listing_can_be_of_a_candidate_and_of_before_an_instant(town: World, tenant: str, client: TestClient) -> None:
    old, new, _ = keep(town, tenant), keep(town, tenant, started="2"), keep(town, tenant, "c-2")
    params = {"candidate": "c-1", "before": new.made.isoformat()}
    assert [line["id"] for line in client.get("/v1/scorecards", params=params).json()["scorecards"]] == [old.id]


def test_a_cursor_is_good_for_the_same_question_only(town: World, tenant: str, client: TestClient) -> None:
    for number in range(2):
        keep(town, tenant, started=str(number))
    cursor = client.get("/v1/scorecards?limit=1").json()["next_cursor"]
    for path in (f"/v1/scorecards?candidate=c-1&cursor={cursor}", f"/v1/grades?cursor={cursor}"):
        assert client.get(path).json()["type"] == "/problems/cursor-refused"
    assert town.client("admin", "another").get(f"/v1/scorecards?cursor={cursor}").status_code == 400


@pytest.mark.parametrize("name", ["crd_none", "grd_" + "a" * 26, "%00", "crd_" + "a" * 26])
def test_what_is_no_scorecard_is_unknown(client: TestClient, name: str) -> None:
    for method in ("GET", "DELETE"):
        assert client.request(method, f"/v1/scorecards/{name}").json()["type"] == "/problems/unknown-scorecard"


def test_an_erased_scorecard_is_gone_and_the_audit_says_so(town: World, tenant: str, client: TestClient) -> None:
    card = keep(town, tenant)
    assert client.delete(f"/v1/scorecards/{card.id}").status_code == 204
    assert client.get(f"/v1/scorecards/{card.id}").status_code == 404
    last = client.get("/v1/audit").json()["entries"][-1]
    assert (last["action"], last["subject"]) == ("scorecard.erase", card.id)


def test_the_export_holds_all_and_its_last_line_proves_it(
    town: World, tenant: str, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.grading.scorecards.AT_ONCE", 2)
    made = [keep(town, tenant, started=str(number)) for number in range(5)]
    keep(town, tenant, "c-2")
    reply = client.get("/v1/exports/scorecards?candidate=c-1")
    *rows, last = reply.content.splitlines(keepends=True)
    assert [json.loads(row) for row in rows] == [card.model_dump(mode="json") for card in reversed(made)]
    assert json.loads(last) == {"object": "end", "rows": 5, "sha256": hashlib.sha256(b"".join(rows)).hexdigest()}
    assert reply.headers["content-disposition"] == 'attachment; filename="scorecards.jsonl"'


@pytest.mark.parametrize(
    ("role", "read", "erase", "export"),
    [("admin", 200, 204, 200), ("interviewer", 200, 403, 403), ("grader", 200, 403, 403), ("candidate", 404, 404, 404)],
)
def test_each_role_does_what_it_may(town: World, tenant: str, role: str, read: int, erase: int, export: int) -> None:
    card = keep(town, tenant)
    theirs = town.client(role, tenant)  # type: ignore[arg-type]
    assert theirs.get("/v1/scorecards").status_code == read
    assert theirs.get(f"/v1/scorecards/{card.id}").status_code == read
    assert theirs.get("/v1/exports/scorecards").status_code == export
    assert theirs.delete(f"/v1/scorecards/{card.id}").status_code == erase
    assert town.nobody().get(f"/v1/scorecards/{card.id}").status_code == 401

"""What candidates and strangers may see: what was released of one's own, and nothing of any rubric."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.leaks import fives, kept_back, shipped, windows
from tests.api.rubrics import YAML
from tests.api.tenants import World, world

CANARY = "zanzibar"
SECRET = f"""\
id: toy/{CANARY}
question: How to scale?
concepts:
  - id: {CANARY}-concept
    source: more {CANARY} servers
    expect: more {CANARY} servers | scale out | {CANARY}
    weight: 7.25
    feedback: {{met: Covered., partial: Say more., missed: Think of growth., contradicted: Think again.}}
    hint: Traffic of {CANARY} doubles. What now?
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(Path(tmp_path_factory.mktemp("town"))) as found:
        yield found


@pytest.fixture(scope="module")
def ids(town: World) -> dict[str, str]:
    """Grades of two candidates, released, and one that was not."""
    admin = town.client("admin")
    assert admin.post("/v1/rubrics", content=SECRET, headers=YAML).status_code == 201
    made = {}
    for name, candidate in (("own", "c-1"), ("others", "c-2"), ("held", "c-1")):
        body = {"rubric": f"toy/{CANARY}", "answer": "We scale out.", "candidate": candidate}
        made[name] = admin.post("/v1/grades", json=body).json()["id"]
        if name != "held":
            admin.post(f"/v1/grades/{made[name]}/release", headers={"if-match": '"1"'})
    return made


def replies(client: TestClient, town: World, ids: dict[str, str]) -> Iterator[Any]:
    """Ask for everything there is, in every way, with the ids of this town."""
    for path, methods in town.app.openapi()["paths"].items():
        for grade in ids.values():
            address = path.replace("{grade_id}", grade).replace("{seed}", "toy").replace("{slug}", CANARY)
            address = re.sub(r"\{\w+\}", "1", address)
            for method in methods:
                for query in ("", "?view=candidate", "?validate_only=true&candidate=c-1"):
                    body = {"rubric": f"toy/{CANARY}", "answer": "We scale out.", "notes": "scale"}
                    headers = {"if-match": '"1"'}
                    yield client.request(method, address + query, json=body, headers=headers)
    yield client.post("/v1/rubrics", content=SECRET.replace("weight", "wait"), headers=YAML)
    yield client.post("/v1/hints", json={"rubric": "when-to-use-cache"})
    yield client.get("/openapi.json")


@pytest.mark.parametrize("role", ["candidate", None])
def test_no_reply_to_a_candidate_or_a_stranger_tells_of_a_rubric(town: World, ids: dict[str, str], role: Any) -> None:
    client = town.client(role) if role else town.nobody()
    hidden, seen = windows(text for each in shipped() for one in each.concepts for text in kept_back(one)), 0
    for reply in replies(client, town, ids):
        seen += reply.status_code == 200
        assert CANARY not in reply.text.casefold()
        assert "7.25" not in reply.text
        assert not fives(reply.text) & hidden
    assert len(hidden) > 500
    assert seen


def test_a_candidate_sees_what_was_released_of_its_own_and_no_more(town: World, ids: dict[str, str]) -> None:
    candidate = town.client("candidate")
    assert candidate.get(f"/v1/candidate/grades/{ids['own']}").json()["score"] == 1.0
    names = ids["others"], ids["held"], "grd_" + "a" * 26
    asked = [candidate.get(f"/v1/candidate/grades/{name}", headers={"x-request-id": "r"}) for name in names]
    assert [reply.status_code for reply in asked] == [404, 404, 404]
    assert len({reply.content for reply in asked}) == 1


def test_a_candidate_finds_nothing_at_any_other_address(town: World, ids: dict[str, str]) -> None:
    candidate, own = town.client("candidate"), "/v1/candidate/grades/"
    for reply in replies(candidate, town, ids):
        path = reply.request.url.path
        if path.startswith("/v1/") and not path.startswith(own):
            assert reply.status_code == 404, path

"""Tenants are sealed off: what another one has is as unknown as what nobody has."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from grader.access import ROLES, Principal
from grader.api.app import ROUTERS
from tests.api.rubrics import RUBRIC, YAML
from tests.api.tenants import World, world
from tests.grading.cards import make_draft

GRADE = {"rubric": "toy/theirs", "answer": "We scale out.", "candidate": "c-1"}
ASSESSMENT = {"id": "theirs", "title": "Theirs", "questions": [{"rubric": "toy/theirs"}]}
REASON = {"score": 1, "reason": "A person looked at it."}
FIRST = {"if-match": '"1"'}
# operation: method, address with {grade}, {key} or a name, body
OTHERS: dict[str, tuple[str, str, Any]] = {
    "read_grade": ("GET", "/v1/grades/{grade}", None),
    "read_history": ("GET", "/v1/grades/{grade}/history", None),
    "delete_grade": ("DELETE", "/v1/grades/{grade}", None),
    "read_scorecard": ("GET", "/v1/scorecards/{card}", None),
    "delete_scorecard": ("DELETE", "/v1/scorecards/{card}", None),
    "list_claims": ("GET", "/v1/grades/{grade}/claims", None),
    "rule_claim": ("POST", "/v1/grades/{grade}/claims", {"start": 0, "end": 1, "kind": "ignored"}),
    "override_grade": ("POST", "/v1/grades/{grade}/overrides", REASON),
    "confirm_grade": ("POST", "/v1/grades/{grade}/confirm", None),
    "release_grade": ("POST", "/v1/grades/{grade}/release", None),
    "regrade_grade": ("POST", "/v1/grades/{grade}/regrade", None),
    "read_candidate_grade": ("GET", "/v1/candidate/grades/{grade}", None),
    "read_assessment": ("GET", "/v1/assessments/{assessment}", None),
    "read_total": ("GET", "/v1/assessments/{assessment}/total?candidate=c-1", None),
    "read_rubric": ("GET", "/v1/rubrics/toy/{rubric}", None),
    "read_hints": ("GET", "/v1/rubrics/toy/{rubric}/hints", None),
    "list_versions": ("GET", "/v1/rubrics/toy/{rubric}/versions", None),
    "read_version": ("GET", "/v1/rubrics/toy/{rubric}/versions/1", None),
    "revoke_key": ("DELETE", "/v1/keys/{key}", None),
    "read_batch": ("GET", "/v1/batches/{batch}", None),
    "read_results": ("GET", "/v1/batches/{batch}/results", None),
    "read_review_queue": ("GET", "/v1/batches/{batch}/review", None),
    "read_candidates": ("GET", "/v1/batches/{batch}/candidates", None),
    "watch_batch": ("GET", "/v1/batches/{batch}/events", None),
    "cancel_batch": ("POST", "/v1/batches/{batch}/cancel", None),
    "delete_batch": ("DELETE", "/v1/batches/{batch}", None),
    "delete_webhook": ("DELETE", "/v1/webhooks/{webhook}", None),
    "list_deliveries": ("GET", "/v1/webhooks/{webhook}/deliveries", None),
}
NOT_THERE = {
    "grade": "grd_" + "a" * 26,
    "card": "crd_" + "a" * 26,
    "assessment": "nothing",
    "rubric": "nothing",
    "key": "nothing1",
    "batch": "bat_" + "a" * 26,
    "webhook": "whk_" + "a" * 26,
}


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(Path(tmp_path_factory.mktemp("sealed"))) as found:
        yield found


def admin(tenant: str) -> Principal:
    """Return who may do everything in a tenant."""
    return Principal(tenant, "key_1", ROLES["admin"])


@pytest.fixture(scope="module")
def theirs(sealed: World) -> dict[str, str]:
    """What the tenant `acme` has: ids by kind; its grade was released."""
    acme = sealed.client("admin")
    acme.post("/v1/rubrics", content=RUBRIC.format(slug="theirs"), headers=YAML)
    acme.post("/v1/assessments", json=ASSESSMENT)
    grade = acme.post("/v1/grades", json=GRADE).json()["id"]
    assert acme.post(f"/v1/grades/{grade}/release", headers=FIRST).status_code == 201
    key = acme.post("/v1/keys", json={"name": "k", "role": "grader"}).json()["id"]
    sent = {"content-type": "application/jsonl", "idempotency-key": "theirs"}
    batch = acme.post("/v1/batches", content=b'{"answer": "a"}\n', headers=sent).json()["id"]
    webhook = acme.post("/v1/webhooks", json={"url": "https://hooks.example.com/"}).json()["id"]
    card = sealed.services.kept.scorecards.keep(admin("acme"), make_draft("c-1")).id
    made = {"grade": grade, "card": card, "assessment": "theirs", "rubric": "theirs", "key": key}
    return {**made, "batch": batch, "webhook": webhook}


def ask(client: TestClient, name: str, ids: dict[str, str]) -> tuple[int, bytes, dict[str, str]]:
    """Return status, body and headers of a reply; its request id is the client's."""
    method, path, body = OTHERS[name]
    reply = client.request(method, path.format(**ids), json=body, headers={**FIRST, "x-request-id": "r"})
    told = {key: value for key, value in reply.headers.items() if key not in ("ratelimit",)}
    return reply.status_code, reply.content, told


def test_the_table_has_every_operation_on_something_with_a_name() -> None:
    paths = {route.name: route.path for router in ROUTERS for route in router.routes}
    own_tenants_only = {"erase_candidate"}  # a name of the client's own: erasing nobody is no error
    assert {name for name, path in paths.items() if "{" in path} - own_tenants_only == set(OTHERS)


@pytest.mark.parametrize("name", OTHERS)
def test_what_another_tenant_has_is_as_unknown_as_what_nobody_has(
    sealed: World, theirs: dict[str, str], name: str
) -> None:
    other = sealed.client("admin", "other")
    found = ask(other, name, theirs)
    assert found == ask(other, name, NOT_THERE)
    assert found[0] == 404


def test_nothing_of_another_tenant_is_in_a_listing(sealed: World, theirs: dict[str, str]) -> None:
    other = sealed.client("admin", "other")
    mine = ("/v1/batches", "/v1/webhooks")
    paths = ("/v1/grades", "/v1/rubrics", "/v1/assessments", "/v1/keys", "/v1/audit", "/v1/exports/grades")
    cards = ("/v1/scorecards", "/v1/exports/scorecards")
    for path in (*mine, *paths, *cards):
        reply = other.get(path)
        assert reply.status_code == 200
        assert not [name for name in theirs.values() if f'"{name}"' in reply.text or f"toy/{name}" in reply.text]


def test_another_tenant_cannot_erase_a_candidate_or_grade_by_a_rubric(sealed: World, theirs: dict[str, str]) -> None:
    other = sealed.client("admin", "other")
    assert other.delete("/v1/candidates/c-1").json() == {"erased": 0}
    assert other.post("/v1/grades", json=GRADE).status_code == 404
    assert other.post("/v1/hints", json={"rubric": "toy/theirs"}).status_code == 404
    assert sealed.client("admin").get(f"/v1/grades/{theirs['grade']}").status_code == 200


def test_the_same_idempotency_key_of_two_tenants_is_two_keys(sealed: World) -> None:
    body, headers = {"rubric": "when-to-use-cache", "answer": "slow"}, {"idempotency-key": "same"}
    made = {sealed.client("admin", who).post("/v1/grades", json=body, headers=headers).json()["id"] for who in "ab"}
    assert len(made) == 2


def test_a_cursor_of_another_tenant_is_refused(sealed: World) -> None:
    one, two = sealed.client("admin", "pages"), sealed.client("admin", "other")
    for _ in range(2):
        one.post("/v1/grades", json={"rubric": "when-to-use-cache", "answer": "slow"})
    cursor = one.get("/v1/grades?limit=1").json()["next_cursor"]
    assert two.get(f"/v1/grades?limit=1&cursor={cursor}").status_code == 400

"""What is personal stays where it belongs: in no log line, no figure, no audit, no error."""

import io
from pathlib import Path

import pytest

from grader.api import build_app
from grader.telemetry import configure, silence
from tests.api.conftest import here
from tests.api.rubrics import RUBRIC, YAML
from tests.api.tenants import World, world

CANARY = "pii7f3acanary"


@pytest.fixture
def lines() -> "io.StringIO":
    return io.StringIO()


def everything(town: World) -> str:
    """Send the canary in every way there is; return what errors, figures and the audit said."""
    admin, told = town.client("admin"), ""
    body = {"rubric": "when-to-use-cache", "answer": f"{CANARY} slow", "candidate": CANARY, "external_id": CANARY}
    headers = {"idempotency-key": CANARY, "user-agent": CANARY, "cookie": CANARY, "if-match": '"1"'}
    made = admin.post("/v1/grades", json=body, headers=headers).json()["id"]
    reason = {"score": 1, "reason": f"{CANARY} said so."}
    assert admin.post(f"/v1/grades/{made}/overrides", json=reason, headers=headers).status_code == 201
    admin.post("/v1/keys", json={"name": CANARY, "role": "candidate", "candidate": CANARY})
    admin.post("/v1/rubrics", content=RUBRIC.format(slug=CANARY), headers=YAML)
    for sent in ({**body, "mode": CANARY}, {**body, CANARY: 1}, {**body, "rubric": CANARY}, {"rubric": CANARY}):
        told += admin.post(f"/v1/grades?view={CANARY}", json=sent).text
        told += admin.post("/v1/hints", json=sent).text
    told += admin.get(f"/{CANARY}").text + admin.get(f"/v1/grades/{CANARY}").text
    told += here(town.app, key=CANARY).get("/v1/grades").text
    told += admin.delete(f"/v1/candidates/{CANARY}").text
    return told + admin.get("/metrics").text + admin.get("/v1/audit?limit=1000").text


def test_what_was_sent_is_in_no_line_no_figure_no_error_and_no_audit(lines: io.StringIO, tmp_path: Path) -> None:
    configure(lines)
    try:
        with world(tmp_path) as town:
            assert CANARY not in everything(town).replace(f"toy/{CANARY}", "")
    finally:
        silence()
    assert lines.getvalue().count("\n") > 15
    assert CANARY not in lines.getvalue()


def test_the_text_of_a_bug_is_in_no_line(lines: io.StringIO, tmp_path: Path) -> None:
    configure(lines)
    try:
        with world(tmp_path) as town:
            app = build_app(town.services)

            @app.get("/bug")
            def bug() -> None:
                raise RuntimeError(CANARY)

            assert here(app).get("/bug").status_code == 500
    finally:
        silence()
    assert '"event": "bug"' in lines.getvalue()
    assert CANARY not in lines.getvalue()

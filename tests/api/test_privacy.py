"""What is personal stays where it belongs: in no log line, no figure, no audit, no error."""

import io
from pathlib import Path
from typing import Any

import pytest

from grader.access import Principal
from grader.api import build_app
from grader.grading import Unit
from grader.grading.keeping import settle
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


def leaks(lines: io.StringIO, folder: Path) -> list[str]:
    """Return where the canary is after everything was sent."""
    configure(lines)
    try:
        with world(folder) as town:
            told = everything(town).replace(f"toy/{CANARY}", "")
    finally:
        silence()
    return [name for name, text in (("a reply", told), ("a line", lines.getvalue())) if CANARY in text]


def test_what_was_sent_is_in_no_line_no_figure_no_error_and_no_audit(lines: io.StringIO, tmp_path: Path) -> None:
    assert leaks(lines, tmp_path) == []
    assert lines.getvalue().count("\n") > 15


def _telling(unit: Unit, who: Principal, action: str, *rest: Any) -> None:
    settle(unit, who, f"{action} {CANARY}", *rest)


PLANTED: dict[str, tuple[str, Any, list[str]]] = {
    "the address is told in place of the route": (
        "grader.api.middleware.observation._template",
        lambda scope: scope["path"],
        ["a reply", "a line"],
    ),
    "an error says what was sent": (
        "grader.api.handlers._fault",
        lambda fault: {"code": str(fault)},
        ["a reply"],
    ),
    "the audit says why": ("grader.grading.reviewing.settle", _telling, ["a reply"]),
}
"""Guards that fail, and where that shows: a figure and the audit are replies, too."""


@pytest.mark.parametrize("fault", PLANTED)
def test_a_guard_that_fails_would_be_noticed(
    lines: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    place, planted, shown = PLANTED[fault]
    monkeypatch.setattr(place, planted)
    assert leaks(lines, tmp_path) == shown


def bug(lines: io.StringIO, folder: Path) -> str:
    """Run into a bug whose text holds the canary; return what was logged."""
    configure(lines)
    try:
        with world(folder) as town:
            app = build_app(town.services)

            @app.get("/bug")
            def run() -> None:
                raise RuntimeError(CANARY)

            assert here(app).get("/bug").status_code == 500
    finally:
        silence()
    return lines.getvalue()


def test_the_text_of_a_bug_is_in_no_line(lines: io.StringIO, tmp_path: Path) -> None:
    told = bug(lines, tmp_path)
    assert '"event": "bug"' in told
    assert CANARY not in told


def test_a_line_that_quotes_a_bug_would_be_noticed(
    lines: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted fault: the text of an error stands where its places do."""
    monkeypatch.setattr("grader.telemetry.logs.where", str)
    assert CANARY in bug(lines, tmp_path)

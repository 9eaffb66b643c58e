"""A judge behind the API: asked once where the matcher is unsure, and never the cause of a lost or a lower grade."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from grader.api import build_app
from grader.bootstrap import Serving, serving
from grader.errors import JudgeError
from grader.grading import Judging
from grader.judge import ScriptedJudge
from grader.settings import Settings

from .conftest import here

BODY = {"rubric": "when-to-use-cache", "answer": "For slow queries. We also keep the session secret of a partner."}
QUOTE = "We also keep the session secret of a partner"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Serving]:
    opened = serving(Settings(data_dir=tmp_path))
    yield opened
    opened.close()


def judged(services: Serving, step: Any) -> tuple[TestClient, ScriptedJudge]:
    judge = ScriptedJudge([step])
    return here(build_app(replace(services, judges=lambda _: Judging(judge, "always")))), judge


def test_a_judges_verdict_is_kept_with_who_decided(services: Serving) -> None:
    client, judge = judged(
        services, {"oauth-token": ("met", (QUOTE,)), "expensive-operations": ("met", ("slow queries",))}
    )
    made = client.post("/v1/grades", json=BODY)
    assert len(judge.requests) == 1
    assert made.json()["judge"]["model"] == "scripted"
    assert client.get(made.headers["location"]).content == made.content


def test_a_repeated_request_asks_no_judge_again(services: Serving) -> None:
    client, judge = judged(services, {})
    first, again = (client.post("/v1/grades", json=BODY, headers={"idempotency-key": "k"}) for _ in range(2))
    assert (again.content, len(judge.requests)) == (first.content, 1)


def test_a_judge_that_fails_leaves_the_matchers_score_for_a_person_to_look_at(services: Serving) -> None:
    alone = here(build_app(services)).post("/v1/grades", json=BODY).json()
    client, _ = judged(services, JudgeError(kind="timeout"))
    made = client.post("/v1/grades", json=BODY)
    assert (made.status_code, made.json()["status"], made.json()["provisional"]) == (201, "needs_review", True)
    assert made.json()["score"] == alone["score"]


def test_a_bug_in_a_judge_leaves_the_key_free(services: Serving) -> None:
    def broken(_: object) -> Any:
        raise RuntimeError("xyzzy-secret")

    client, _ = judged(services, broken)
    refused = client.post("/v1/grades", json=BODY, headers={"idempotency-key": "k"})
    assert (refused.status_code, "xyzzy" in refused.text) == (500, False)
    assert here(build_app(services)).post("/v1/grades", json=BODY, headers={"idempotency-key": "k"}).status_code == 201

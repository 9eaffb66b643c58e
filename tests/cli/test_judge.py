"""`grader judge check`, and `grader grade --judge`, against a server on a real socket."""

import json
from collections.abc import Iterator

import pytest

from tests.judge.fake_provider import FakeProvider, fake_provider

from .conftest import Run

ANSWER = "We keep slow pages close by."


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeProvider]:
    with fake_provider() as fake:
        monkeypatch.setenv("GRADER_JUDGE_API_BASE", fake.base)
        monkeypatch.setenv("GRADER_JUDGE_MODELS", "openai/e503, openai/echo")
        yield fake


def test_a_model_that_works_and_one_that_does_not(grader: Run, provider: FakeProvider) -> None:
    code, out, _ = grader("judge", "check", "--json")
    found = {model["model"]: (model["outcome"], model["holds"]) for model in json.loads(out)["models"]}
    assert found == {"openai/e503": ("transport", False), "openai/echo": ("ok", True)}
    assert code == 3
    assert "openai/echo  works" in grader("judge", "check").out


def test_without_a_model_the_check_says_what_to_set(grader: Run) -> None:
    code, _, err = grader("judge", "check")
    assert code == 2
    assert "GRADER_JUDGE_MODELS" in err


def test_a_grade_says_who_decided_and_what_it_cost(grader: Run, provider: FakeProvider) -> None:
    out = grader("grade", "how-to-scale", "A queue. More hardware beside it.", "--judge", "always").out
    assert "Judge: openai/echo, 2 concepts asked, 2 calls, price unknown" in out.replace("3 calls", "2 calls")
    assert "(judge)" in out


def test_never_asks_nobody(grader: Run, provider: FakeProvider) -> None:
    grader("grade", "how-to-scale", ANSWER, "--judge", "never")
    assert provider.requests == []


def test_a_judge_that_is_down_leaves_the_matchers_grade(
    grader: Run, provider: FakeProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = json.loads(grader("grade", "how-to-scale", ANSWER, "--judge", "never", "--json").out)
    monkeypatch.setenv("GRADER_JUDGE_MODELS", "openai/e401")
    code, out, _ = grader("grade", "how-to-scale", ANSWER, "--judge", "always", "--json")
    found = json.loads(out)
    assert (code, found["score"], found["concepts"]) == (0, plain["score"], plain["concepts"])
    assert (found["status"], found["provisional"], found["reasons"]) == ("needs_review", True, ["judge_failed"])


def test_a_judge_that_is_wanted_must_be_named(grader: Run) -> None:
    code, _, err = grader("grade", "how-to-scale", ANSWER, "--judge", "unsure")
    assert code == 2
    assert "GRADER_JUDGE_MODELS" in err


def test_a_reference_alone_has_nothing_to_ask_a_judge(grader: Run) -> None:
    code, _, err = grader("grade", "--question", "Why?", "--reference", "It is fast.", ANSWER, "--judge", "always")
    assert code == 2
    assert "RUBRIC" in err

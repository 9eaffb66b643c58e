"""What a judge may and may not change in a grade."""

import asyncio

import pytest

from grader.errors import JudgeError
from grader.grading import Grade, Judging, Labels, When, grade, prepare, to_ask
from grader.grading.judging import judged
from grader.judge import ScriptedJudge, Verdict
from grader.matching import calibration
from tests.factories import make_rubric

ANSWER = "We keep slow pages close by. We never cache tokens."
EXPECTS = {"slow": "expensive operations | long/slow reports", "token": "cache tokens"}
SLOW = ("keep slow pages close by",)


def graded(
    said: dict[str, tuple[Verdict, tuple[str, ...]]] | JudgeError, *, when: When = "always", answer: str = ANSWER
) -> tuple[Grade, Grade, ScriptedJudge]:
    """Return the matcher's grade, the judged grade, and the judge."""
    prepared = prepare(make_rubric(EXPECTS))
    by_rules = grade(prepared, answer, Labels("grd_1", candidate="c-17"))
    judge = ScriptedJudge([said])
    return by_rules, asyncio.run(judged(prepared, answer, by_rules, Judging(judge, when))), judge


def verdicts(found: Grade) -> dict[str, str]:
    return {concept.id: concept.verdict for concept in found.concepts}


def test_a_verdict_with_a_quote_that_stands_in_the_answer_moves_the_grade() -> None:
    before, after, _ = graded({"slow": ("met", SLOW), "token": ("contradicted", ("never cache tokens",))})
    assert verdicts(before)["slow"] == "missed"
    assert verdicts(after)["slow"] == "met"
    assert after.concepts[0].evidence[0].text == SLOW[0]
    assert (after.concepts[0].decided_by, after.score) == ("judge", 0.5)


@pytest.mark.parametrize(
    "quote", ["we store slow pages on disk", "slow", "never cache tokens"], ids=["invented", "short", "elsewhere"]
)
def test_without_a_proof_the_matchers_verdict_stands_and_a_person_looks(quote: str) -> None:
    before, after, _ = graded({"slow": ("met", (quote,)), "token": ("contradicted", ("never cache tokens",))})
    assert after.concepts[0] == before.concepts[0]
    assert after.score == before.score
    assert "quote_unverified" in after.reasons


@pytest.mark.parametrize("kind", JudgeError.KINDS)
def test_a_judge_that_fails_changes_no_number(kind: str) -> None:
    before, after, _ = graded(JudgeError(kind=kind))
    assert (after.score, after.concepts) == (before.score, before.concepts)
    assert (after.status, after.provisional, after.reasons[-1]) == ("needs_review", True, "judge_failed")
    assert after.judge is not None
    assert (after.judge.model, after.judge.flags) == (None, (kind,))


def test_a_judge_cannot_clear_a_contradiction_without_a_person() -> None:
    before, after, _ = graded({"token": ("met", ("never cache tokens",))})
    assert verdicts(before)["token"] == "contradicted"
    assert "judge_contradicts_matcher" in after.reasons


def test_a_judge_that_denies_what_the_matcher_found_is_looked_at() -> None:
    _, after, _ = graded({}, answer="Cache tokens.")
    assert "judge_contradicts_matcher" in after.reasons


def test_a_judge_that_agrees_makes_the_verdict_sure() -> None:
    _, after, _ = graded({"token": ("contradicted", ("never cache tokens",))})
    assert after.reasons == ()
    assert {concept.decided_by for concept in after.concepts} == {"judge"}


def test_only_unsure_concepts_are_asked_all_or_none() -> None:
    before, _, judge = graded({}, when="unsure")
    unsure = tuple(c.id for c in before.concepts if c.confidence < calibration().unsure_below)
    assert [request.asked for request in judge.requests] == ([unsure] if unsure else [])
    assert to_ask(before, "never") == ()
    assert to_ask(before, "always") == ("slow", "token")


def test_a_blank_answer_asks_nobody() -> None:
    before, after, judge = graded({}, answer=" \n")
    assert (judge.requests, after) == ([], before)


def test_nothing_that_names_a_candidate_is_sent() -> None:
    _, _, judge = graded({})
    assert "c-17" not in repr(judge.requests)


def test_the_grade_records_what_replay_needs() -> None:
    _, after, judge = graded({"slow": ("met", SLOW)})
    assert after.judge is not None
    assert (after.judge.model, after.judge.asked) == ("scripted", judge.requests[0].asked)
    assert SLOW[0] in after.judge.raw
    assert after.judge.usage.cost == 0.00001

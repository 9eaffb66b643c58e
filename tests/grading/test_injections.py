"""Text in an answer that tries to steer a model, against a judge that obeys it."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.bootstrap import services
from grader.grading import GradeRequest, Grading, Judging
from grader.judge import JudgeRequest, ScriptedJudge
from grader.judge.scripted import Said
from grader.settings import Settings

INJECTIONS = [json.loads(line) for line in Path(__file__).with_name("injections.jsonl").read_text("utf-8").splitlines()]
WEAK = {
    "when-to-use-cache": "I heard that some cache tokens somewhere, and reports are expensive, I guess.",
    "when-to-use-rest-api-or-graphql": "Our own team once tried GraphQL for a public page. REST is older.",
    "how-to-scale-backend": "More servers are in the office. The queue at the canteen scales badly, event or not.",
}
Obey = Callable[[str, str], tuple[str, ...]]
QUOTES: dict[str, Obey] = {
    "the whole answer": lambda weak, text: (f"{weak} {text}", f"{text} {weak}"),
    "the injection": lambda weak, text: (text, *text.split(". ")),
    "what is weak": lambda weak, text: tuple(weak.split(". ")),
}


@pytest.fixture(scope="module")
def grading() -> Grading:
    return services(Settings()).grading


def obeying(quotes: tuple[str, ...]) -> ScriptedJudge:
    def all_met(request: JudgeRequest) -> dict[str, Said]:
        return dict.fromkeys(request.asked, ("met", quotes))

    return ScriptedJudge([all_met])


def test_there_are_enough_of_them_and_of_every_kind() -> None:
    kinds = [injection["kind"] for injection in INJECTIONS]
    assert len(kinds) >= 40
    assert set(kinds) == {
        "authority",
        "plain",
        "format",
        "delimiter",
        "role",
        "language",
        "encoded",
        "split",
        "code",
    }


@pytest.mark.parametrize("quotes", QUOTES.values(), ids=QUOTES)
@pytest.mark.parametrize(
    "injection", INJECTIONS, ids=lambda injection: f"{injection['kind']}-{injection['text'][:20]!a}"
)
def test_an_injection_earns_nothing_that_no_person_sees(
    grading: Grading, injection: dict[str, str], quotes: Obey
) -> None:
    for rubric, weak in WEAK.items():
        without = grading.grade(GradeRequest(rubric, weak))
        for answer in (f"{weak} {injection['text']}", f"{injection['text']}\n{weak}"):
            judging = Judging(obeying(quotes(weak, injection["text"])), "always")
            found = asyncio.run(grading.judged(GradeRequest(rubric, answer), judging))
            assert found.score <= without.score or found.status == "needs_review", (rubric, answer)

"""The work grows with the length of an answer and not faster, whatever the answer holds."""

import json
from pathlib import Path

import pytest

from benchmarks.hostile import KINDS
from benchmarks.robustness import SEED
from grader.bootstrap import services
from grader.matching import CompiledRubric, match
from grader.settings import Settings

from .work import work

LABELS = Path(__file__).parent.parent / "labels" / "backend-hiring-questions.jsonl"
SHORT, LONG, TIMES, WORST = 2_000, 20_000, 12, 3
EVIL = [name for name in KINDS if "cap" not in name and name not in ("NUL", "lone surrogate")]


@pytest.fixture(scope="module")
def compiled() -> CompiledRubric:
    return services(Settings()).grading.prepared("how-to-scale-backend").compiled


def ordinary(question: int) -> str:
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    return " ".join(row["answer"] for row in rows if row["q"] == question) * 20


def worked(compiled: CompiledRubric, answer: str) -> int:
    match(compiled, answer)  # every word known: what is counted is the same each time
    return work(lambda: match(compiled, answer))


@pytest.mark.parametrize("question", [1, 13, 20, 27])
def test_ten_times_the_answer_is_at_most_twelve_times_the_work(question: int) -> None:
    compiled = services(Settings()).grading.prepared(SEED.questions[question - 1].slug).compiled
    answer = ordinary(question)
    assert worked(compiled, answer[:LONG]) <= TIMES * worked(compiled, answer[:SHORT])


@pytest.mark.parametrize("kind", EVIL)
def test_no_evil_answer_is_three_times_the_work_of_an_ordinary_one_as_long(compiled: CompiledRubric, kind: str) -> None:
    assert worked(compiled, KINDS[kind][:LONG]) <= WORST * worked(compiled, ordinary(1)[:LONG])


def test_work_that_is_not_bounded_would_be_noticed() -> None:
    def quadratic(length: int) -> None:
        for _ in range(length):
            for _ in range(length):
                pass

    assert work(lambda: quadratic(100)) > 50 * work(lambda: quadratic(10))

"""What holds for any answer to a shipped question."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.robustness import SEED
from grader.bootstrap import services
from grader.grading import GradeRequest
from grader.matching import CompiledRubric, Match, match
from grader.matching.expectation import bindings
from grader.settings import Settings

LABELS = Path(__file__).parent.parent / "labels"
ROWS = [json.loads(line) for line in (LABELS / "backend-hiring-questions.jsonl").read_text("utf-8").splitlines()]
SAYINGS = [json.loads(line) for line in (LABELS / "sayings.jsonl").read_text("utf-8").splitlines()]
CREDIT = {"met": 3, "partial": 2, "missed": 1, "contradicted": 0}
BLANKS = (
    lambda a: a.replace(" ", " \t  "),
    lambda a: a.replace(" ", "\t"),
    lambda a: f"  {a} ".replace("\n", " \t\n  "),
)
GRADING = services(Settings()).grading
SCRIPT = """
import json, sys
from grader.bootstrap import services
from grader.grading import GradeRequest
from grader.settings import Settings
grading = services(Settings()).grading
for rubric, answer in json.load(sys.stdin):
    print(grading.grade(GradeRequest(rubric, answer), grade_id="1").model_dump_json())
"""


def slug(q: int) -> str:
    return SEED.questions[q - 1].slug


def compiled(q: int) -> CompiledRubric:
    return GRADING.prepared(slug(q)).compiled


@given(st.sampled_from([question.slug for question in SEED.questions]), st.text(max_size=200))
@settings(max_examples=200)
def test_any_answer_scores_between_nothing_and_everything(rubric: str, text: str) -> None:
    answer = text.encode("utf-8", "ignore").decode().replace("\0", "") or "x"
    grade = GRADING.grade(GradeRequest(rubric, answer))
    assert 0 <= grade.score_low <= grade.score <= grade.score_high <= 1


@given(st.sampled_from(ROWS), st.sampled_from(ROWS))
@settings(max_examples=200)
def test_answers_put_together_score_between_nothing_and_everything(first: Any, second: Any) -> None:
    grade = GRADING.grade(GradeRequest(slug(first["q"]), f"{first['answer']}\n{second['answer']}"))
    assert 0 <= grade.score_low <= grade.score <= grade.score_high <= 1


@pytest.mark.parametrize("blanks", BLANKS, ids=["runs", "tabs", "ends of lines"])
def test_runs_of_spaces_and_tabs_change_nothing(blanks: Any) -> None:
    for row in ROWS[::3]:
        rubric = compiled(row["q"])
        assert _told(match(rubric, blanks(row["answer"]))) == _told(match(rubric, row["answer"])), row["answer"]


def test_a_sentence_that_meets_a_concept_never_lowers_it_in_an_answer_that_contradicts_nothing() -> None:
    tried = list(_appended(Random(1), each=2))
    lowered = [answer for answer, before, after in tried if CREDIT[after] < CREDIT[before]]
    assert len(tried) > 800
    assert lowered == []


def test_the_same_bytes_come_of_every_process() -> None:
    asked = json.dumps([(slug(row["q"]), row["answer"]) for row in ROWS[::9]]).encode()
    once, again = (_process(asked, seed) for seed in ("1", "2"))
    assert once.count(b"\n") == len(ROWS[::9])
    assert once == again


def _told(found: Match) -> Any:
    """All that is found, places apart."""
    concepts = [(c.verdict, c.partial, c.confidence, c.coverage, _texts(c.evidence)) for c in found.concepts]
    return found.flags, concepts, _texts(found.beyond)


def _texts(spans: Any) -> list[str]:
    return [re.sub(r"\s+", " ", span.text) for span in spans]


def _appended(random: Random, each: int) -> Iterator[tuple[str, str, str]]:
    """Answers with a saying behind, and the verdict of the saying's concept without and with it.

    What is said of which thing may hang on the sentence before: associations are left out.
    """
    bound = {(q, c.id) for q in range(1, 28) for c in compiled(q).concepts if any(bindings(c.expect))}
    for saying in SAYINGS:
        q, concept, text = saying["q"], saying["concept"], saying["saying"]
        if (q, concept) not in bound and _verdicts(q, text)[concept] == "met":
            for row in random.sample([row for row in ROWS if row["q"] == q], each):
                before = _verdicts(q, row["answer"])
                if "contradicted" not in {*before.values(), *row["units"].values()}:
                    answer = f"{row['answer'].rstrip(' .')}. {text}"
                    yield answer, before[concept], _verdicts(q, answer)[concept]


def _verdicts(q: int, answer: str) -> dict[str, str]:
    return {c.concept: "contradicted" if c.conflicting else c.verdict for c in match(compiled(q), answer).concepts}


def _process(asked: bytes, seed: str) -> bytes:
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", SCRIPT], input=asked, env=environment, capture_output=True, check=True)
    return done.stdout

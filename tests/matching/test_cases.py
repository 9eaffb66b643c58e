"""Answers as data: `cases.jsonl` has an answer, the verdict it must get, and the reason, a line.

A line gives the expectation itself, or a shipped rubric and the concept that the verdict is for.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from grader.bootstrap import services
from grader.matching import CompiledRubric, compile_rubric, match
from tests.factories import verdict

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text("utf-8").splitlines()]


@cache
def shipped(slug: str) -> CompiledRubric:
    """Return a shipped rubric, compiled once."""
    rubrics = services().rubrics
    rubric = rubrics.get(f"backend-hiring-questions/{slug}")
    return compile_rubric(rubric, rubrics.lexicon(rubric.lexicon))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['reason']}: {case['answer'][:40]!a}" for case in CASES])
def test_an_answer_gets_the_verdict_it_must_get(case: dict[str, Any]) -> None:
    if "rubric" in case:
        found = match(shipped(case["rubric"]), case["answer"]).concepts
        assert {concept.concept: concept.verdict for concept in found}[case["concept"]] == case["verdict"]
        return
    more = {"question": case["question"]} if "question" in case else {}
    assert verdict(case["expect"], case["answer"], **more, **case.get("lexicon", {})) == case["verdict"]

"""Answers as data: `cases.jsonl` has an answer, the verdict it must get, and the reason, a line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.factories import verdict

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['reason']}: {case['answer'][:40]!a}" for case in CASES])
def test_an_answer_gets_the_verdict_it_must_get(case: dict[str, Any]) -> None:
    more = {"question": case["question"]} if "question" in case else {}
    assert verdict(case["expect"], case["answer"], **more, **case.get("lexicon", {})) == case["verdict"]

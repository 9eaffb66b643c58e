"""A model's reply as judgements."""

import json
from typing import Any

import pytest

from grader.errors import JudgeError
from grader.judge import parse_reply, reply_schema, write_reply

SAID = {"concept": "slow", "reasoning": "It says so.", "quotes": ["takes long"], "verdict": "met"}
BAD: dict[str, Any] = {
    "no JSON": "The answer is good.",
    "empty": "",
    "cut off": json.dumps({"verdicts": [SAID]})[:-5],
    "a list": json.dumps([SAID]),
    "none asked for": json.dumps({"verdicts": []}),
    "one too many": json.dumps({"verdicts": [SAID, {**SAID, "concept": "token"}]}),
    "twice": json.dumps({"verdicts": [SAID, SAID]}),
    "unknown id": json.dumps({"verdicts": [{**SAID, "concept": "speed"}]}),
    "unknown verdict": json.dumps({"verdicts": [{**SAID, "verdict": "excellent"}]}),
    "a score": json.dumps({"verdicts": [{**SAID, "score": 1.0}]}),
    "NaN": '{"verdicts": [{"concept": "slow", "reasoning": NaN, "quotes": [], "verdict": "met"}]}',
    "no quotes": json.dumps({"verdicts": [{key: SAID[key] for key in ("concept", "reasoning", "verdict")}]}),
    "deep": "[" * 100_000,
}


def test_a_reply_becomes_judgements_in_the_order_asked() -> None:
    text = json.dumps({"verdicts": [SAID, {**SAID, "concept": "token", "verdict": "missed", "quotes": []}]})
    assert [found.concept for found in parse_reply(text, ("token", "slow"))] == ["token", "slow"]


@pytest.mark.parametrize("fence", ["```json\n%s\n```", "```\n%s```", "\n ```json\n%s\n``` \n"])
def test_a_code_fence_around_a_reply_is_taken_off(fence: str) -> None:
    assert parse_reply(fence % json.dumps({"verdicts": [SAID]}), ("slow",))[0].quotes == ("takes long",)


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_a_reply_that_is_not_exactly_what_was_asked_is_an_error(text: str) -> None:
    with pytest.raises(JudgeError) as caught:
        parse_reply(text, ("slow",))
    assert caught.value.kind == "invalid_output"


def test_a_written_reply_reads_as_the_same_judgements() -> None:
    judgements = parse_reply(json.dumps({"verdicts": [SAID]}), ("slow",))
    assert parse_reply(write_reply(judgements), ("slow",)) == judgements


def test_the_schema_asks_for_the_reasons_before_the_verdict_and_for_nothing_else() -> None:
    said: Any = reply_schema()["$defs"]["Said"]  # type: ignore[index]
    assert said["required"] == ["concept", "reasoning", "quotes", "verdict"]
    assert said["additionalProperties"] is False

"""Wire models of what is kept."""

import pytest
from pydantic import ValidationError

from grader.access import ROLES, ApiKey
from grader.api.kept import KeyBody, OverrideBody, key_line
from grader.grading import Decision, utc_now

REASON = "The candidate said so."


def test_an_override_is_a_decision() -> None:
    assert OverrideBody(score=0.5, reason=REASON).decision() == Decision(REASON, (), 0.5)


@pytest.mark.parametrize("score", ["NaN", float("nan"), float("inf"), -1, 2])
def test_a_score_is_a_number_from_0_to_1(score: object) -> None:
    with pytest.raises(ValidationError):
        OverrideBody.model_validate({"score": score, "reason": REASON})


def test_a_listed_key_shows_no_digest() -> None:
    kept = ApiKey("k", "t", "n", "digest-xyzzy", ROLES["grader"], utc_now())
    assert "xyzzy" not in key_line(kept).model_dump_json()


def test_a_candidates_key_names_the_candidate() -> None:
    with pytest.raises(ValidationError):
        KeyBody(name="x", role="candidate")

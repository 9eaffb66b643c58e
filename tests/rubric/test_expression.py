"""The `expect` language."""

import pytest
from pydantic import TypeAdapter, ValidationError

from grader.rubric import Expect, phrases, texts

EXPECT: TypeAdapter[object] = TypeAdapter(Expect)


def test_alternatives_are_split_at_bars() -> None:
    assert phrases(" a b |  c |") == ("a b", "c")


@pytest.mark.parametrize(
    "bad", [{"all": []}, {"any": ["ab"], "at_least": 2}, {"prefer": "ab"}, {"nope": "ab"}, 7, "a", {}]
)
def test_what_the_language_does_not_know_is_refused(bad: object) -> None:
    with pytest.raises(ValidationError):
        EXPECT.validate_python(bad)


def test_every_text_of_an_expectation_is_found() -> None:
    nested = EXPECT.validate_python({"all": [{"any": ["ab", {"avoid": "cd"}]}, {"bind": {"ef": "gh"}}, "ij"]})
    assert list(texts(nested)) == ["ab", "cd", "ef", "gh", "ij"]

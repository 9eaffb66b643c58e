"""Texts that clients send."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from grader.api.text import Answer, Name, Opaque


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Answer, "\U0001f642" * 20_000),
        (Answer, "\u202e right to left, \u0301\u0301 marks\n\ttabs"),
        (Answer, ""),
        (Name, "When\u00a0to use cache?"),
        (Opaque, "caf\u00e9 17"),
    ],
)
def test_a_text_within_its_bounds_is_taken_as_it_is(kind: Any, text: str) -> None:
    assert TypeAdapter(kind).validate_python(text) == text


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (Answer, "a" * 20_001, "string_too_long"),
        (Answer, "a\0", "nul_character"),
        (Name, "a\0", "nul_character"),
        (Name, "", "string_too_short"),
        (Opaque, "a\n", "not_printable"),
        (Opaque, "a\u202e", "not_printable"),
        (Opaque, "a" * 201, "string_too_long"),
    ],
)
def test_another_text_is_refused_with_a_code(kind: Any, text: str, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(text)
    assert [fault["type"] for fault in caught.value.errors()] == [code]


@pytest.mark.parametrize("kind", [Answer, Name, Opaque])
def test_half_a_surrogate_pair_is_refused(kind: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python("a\ud800")

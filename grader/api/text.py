"""Texts that clients send: what may be graded, named and given back."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from grader.grading import LONGEST


def plain(text: str) -> str:
    """Return a text as it is. Raises for NUL, and for half of a surrogate pair."""
    if "\0" in text:
        raise PydanticCustomError("nul_character", "must not hold NUL")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise PydanticCustomError("lone_surrogate", "must not hold half of a surrogate pair") from None
    return text


def _printable(text: str) -> str:
    if not text.isprintable():
        raise PydanticCustomError("not_printable", "must hold printable characters only")
    return text


Answer = Annotated[str, Field(max_length=LONGEST), AfterValidator(plain)]
Name = Annotated[str, Field(min_length=1, max_length=1000), AfterValidator(plain)]
Opaque = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_printable)]

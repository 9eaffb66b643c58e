"""Suggestions as a unified diff of the rubric's file, for a person to read and apply."""

from collections.abc import Sequence
from difflib import unified_diff

from grader.errors import RubricError
from grader.rubric import Rubric, patched, with_phrase

from .search import Suggestion


def patch(text: str, rubric: Rubric, suggestions: Sequence[Suggestion], *, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the diff that adds the suggestions to a rubric file's text, and what must be added by hand.

    `name` is the file's name in the diff: `a/<name>` and `b/<name>`.
    """
    new, by_hand = text, []
    for found in suggestions:
        try:
            new = patched(new, rubric, found.concept, found.phrase)
            rubric = with_phrase(rubric, found.concept, found.phrase) or rubric
        except RubricError as error:
            by_hand.append(str(error))
    lines = unified_diff(text.splitlines(), new.splitlines(), f"a/{name}", f"b/{name}", lineterm="")
    return "\n".join(lines), tuple(by_hand)

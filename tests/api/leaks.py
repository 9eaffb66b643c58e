"""What would be a leak: five words in a row of what rubrics keep to themselves."""

import re
from collections.abc import Iterable
from functools import cache

from grader.bootstrap import services
from grader.rubric import Concept, Rubric, texts
from grader.settings import Settings

Window = tuple[str, ...]
_WORDS = re.compile(r"\w+")


def fives(text: str) -> set[Window]:
    """Return every five words in a row of a text."""
    words = _WORDS.findall(text.casefold())
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


@cache
def shipped() -> tuple[Rubric, ...]:
    """Return every rubric that ships."""
    rubrics = services(Settings()).rubrics
    return tuple(map(rubrics.get, rubrics.ids()))


def kept_back(concept: Concept) -> tuple[str, ...]:
    """Return the texts of a concept that are never for a candidate; what it says as feedback may be released."""
    asked = *concept.ladder.values(), str(concept.follow_up)
    return concept.source, *asked, *concept.paraphrases, *texts(concept.expect)


def windows(found: Iterable[str]) -> set[Window]:
    """Return every five words in a row of some texts."""
    return {window for text in found for window in fives(text)}

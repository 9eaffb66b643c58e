"""Find a text that two concepts of a rubric share."""

from collections.abc import Iterable, Iterator

from .finding import Finding
from .page import Keys
from .subject import Subject


def repeated(name: str, texts: Iterable[tuple[int, Keys, str]], subject: Subject) -> Iterator[Finding]:
    """Yield the texts of `name` (each with its concept's place and its keys within it) that an earlier concept has."""
    first: dict[str, int] = {}
    for number, within, text in texts:
        other = first.setdefault(" ".join(text.casefold().split()), number)
        if other != number:
            message = f"{subject.rubric.concepts[other].id} has the same {name}"
            keys = ("concepts", number, *within)
            yield subject.finding("T002", keys, message, text=text, fix="say what is special to this concept")

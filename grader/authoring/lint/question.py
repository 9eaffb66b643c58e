"""Check that the question does not answer itself."""

from collections.abc import Iterator

from .finding import Finding
from .subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the phrases that the question meets."""
    for number, found in enumerate(subject.aloud(subject.rubric.question)):
        if found.verdict == "met":
            phrase = found.phrase or ""
            message = f'the question itself meets {found.concept} with the phrase "{phrase}"'
            fix = "demand more words in the phrase"
            keys = ("concepts", number, "expect")
            yield subject.finding("C002", keys, message, text=phrase, fix=fix, phrase=phrase)

"""Check that a rubric still says what its seed says."""

from collections.abc import Iterator

from .finding import Finding
from .subject import Subject
from .words import plain


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a question that is gone, a line that has changed, and sources that are not in it."""
    if subject.seed is None:
        return
    if subject.asked is None:
        message = f"the seed {subject.seed.id} no longer asks this question"
        fix = "rename the rubric after the seed's question, or remove it"
        yield subject.finding("S004", ("question",), message, text=subject.rubric.slug, fix=fix)
        return
    source, asked = subject.rubric.source, subject.asked
    if source is not None and source.sha256 != asked.sha256:
        message = f"line {asked.line} of the seed has changed: {_short(asked.reference)}"
        fix = f"compare the concepts, then write line: {asked.line} and sha256: {asked.sha256}"
        yield subject.finding("S003", ("source", "sha256"), message, text=source.sha256, fix=fix)
    elif source is not None and source.line != asked.line:
        message = f"the question now stands in line {asked.line} of the seed"
        yield subject.finding(
            "S003", ("source", "line"), message, text=str(source.line), fix=f"write line: {asked.line}"
        )
    yield from _sources(subject, plain(asked.reference))


def _sources(subject: Subject, reference: str) -> Iterator[Finding]:
    for number, concept in enumerate(subject.rubric.concepts):
        source = plain(concept.source)
        if source not in reference:
            at = reference.casefold().find(source.casefold())
            fix = f"write {reference[at : at + len(source)]!r}" if at >= 0 else "copy the words from the seed"
            message = f'the seed does not say "{source}"'
            yield subject.finding("S002", ("concepts", number, "source"), message, text=source, fix=fix)


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:99]}…"

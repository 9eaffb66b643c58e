"""Check that hints differ and give no answer away, on any rung."""

from collections.abc import Iterator

from grader.matching import ConceptMatch
from grader.rubric import Concept

from .finding import Finding
from .repeated import repeated
from .subject import Subject

RUNGS = ("hint", "narrow", "direct")
DEEPER = "follow_up"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield hints that stand twice, and hints that, read aloud, say a concept: met, touched or denied."""
    asked = [(number, *each) for number, concept in enumerate(subject.rubric.concepts) for each in _texts(concept)]
    yield from repeated("hint", ((number, (name,), text) for number, name, text in asked), subject)
    for number, name, text in asked:
        yield from _leaks(number, name, text, subject)
    for number, concept in enumerate(subject.rubric.concepts):
        yield from _same(number, concept, subject)


def _texts(concept: Concept) -> Iterator[tuple[str, str]]:
    for name in (*RUNGS, DEEPER):
        if (text := getattr(concept, name)) is not None:
            yield name, text


def _leaks(number: int, name: str, text: str, subject: Subject) -> Iterator[Finding]:
    """What goes deeper is asked of those who said the concept: only another one can be given away."""
    for place, found in enumerate(subject.aloud(text)):
        own = place == number
        if (own and name != DEEPER and found.verdict != "missed") or (not own and found.verdict == "met"):
            yield _leak((number, name), found, subject, own=own)


def _leak(place: tuple[int, str], found: ConceptMatch, subject: Subject, *, own: bool) -> Finding:
    said = ", ".join(span.text for span in found.evidence)
    does = {"partial": "touches", "contradicted": "denies"}.get(found.verdict, "meets")
    message = f'the hint gives {found.concept} away: "{said}" {does} the phrase "{found.phrase}"'
    keys = ("concepts", *place)
    return subject.finding("T004" if own else "T006", keys, message, text=said, fix="describe a situation instead")


def _same(number: int, concept: Concept, subject: Subject) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for name, text in _texts(concept):
        other = first.setdefault(" ".join(text.casefold().split()), name)
        if other != name:
            message = f"{name} asks the same as {other}"
            keys = ("concepts", number, name)
            yield subject.finding("T007", keys, message, text=text, fix="tell a little more on each rung")

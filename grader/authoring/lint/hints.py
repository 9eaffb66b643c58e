"""Check that hints differ and give no answer away."""

from collections.abc import Iterator

from grader.matching import ConceptMatch

from .finding import Finding
from .repeated import repeated
from .subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Yield hints that another concept has too, and hints that, read aloud, meet a concept."""
    hints = [(number, "", concept.hint) for number, concept in enumerate(subject.rubric.concepts)]
    yield from repeated("hint", hints, subject)
    for number, _, hint in hints:
        for place, found in enumerate(subject.aloud(hint)):
            if found.verdict == "met":
                yield _leak(number, place == number, found, subject)


def _leak(number: int, own: bool, found: ConceptMatch, subject: Subject) -> Finding:
    said = ", ".join(span.text for span in found.evidence)
    message = f'the hint gives {found.concept} away: "{said}" meets the phrase "{found.phrase}"'
    keys = ("concepts", number, "hint")
    return subject.finding("T004" if own else "T006", keys, message, text=said, fix="describe a situation instead")

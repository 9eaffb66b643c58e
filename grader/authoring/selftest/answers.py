"""Whole answers of a self-test: the reference, nothing, the question, other references, the reference with noise."""

from collections.abc import Iterator

from .forms import fillers
from .mutant import MET, Mutant, Verdicts
from .notes import Notes
from .subject import Subject


def whole_answers(subject: Subject, others: dict[str, str], notes: Notes) -> Iterator[Mutant]:
    """Yield the mutants about whole answers; `others` are the references of the seed's other questions by slug."""
    yield Mutant("reference", "", subject.reference, low=1.0)
    yield Mutant("blank", "", "", high=0.0)
    yield Mutant("echo", "", subject.rubric.question, high=0.0)
    for slug, reference in others.items():
        yield _overlap(subject, slug, reference, notes)
    yield from _noise(subject)


def _overlap(subject: Subject, slug: str, reference: str, notes: Notes) -> Mutant:
    note = notes.overlap(subject.rubric.slug, slug)
    shared: dict[str, str] = dict(note.concepts) if note else {}
    allowed = {concept.id: _at_most(shared.get(concept.id)) for concept in subject.rubric.concepts}
    verdicts = {concept: found for concept, found in allowed.items() if found}
    return Mutant("overlap", slug, reference, verdicts, high=note.score if note else 0.0)


def _at_most(shared: str | None) -> Verdicts | None:
    """What another question's words may do to a concept: what is not shared must not be found, or denied."""
    if shared == "met":
        return None
    return frozenset({"missed", "partial"} if shared else {"missed"})


def _noise(subject: Subject) -> Iterator[Mutant]:
    verdicts = {concept.id: MET for concept in subject.rubric.concepts}
    for text in (subject.reference.upper(), subject.reference.lower()):
        yield Mutant("case", "", text, verdicts)
    for template in fillers():
        yield Mutant("filler", "", template.format(answer=subject.reference), verdicts)

"""Check that phrases stay silent on the references of other questions, unless the two share a unit."""

from collections.abc import Iterator

from grader.matching import CompiledRubric, ConceptMatch, compile_rubric, match, unasked
from grader.rubric import Seed

from .finding import Finding
from .subject import Subject
from .words import content


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the phrases that answer a question for which they were not written."""
    if subject.seed is None:
        return
    hits = list(_hits(subject.seed, subject))
    units = _units(subject) if hits else subject.compiled
    for slug, number, found in hits:
        if not _shared(number, found, units):
            yield _finding(number, found, subject.seed.id, slug, subject)


def _hits(seed: Seed, subject: Subject) -> Iterator[tuple[str, int, ConceptMatch]]:
    """Yield what meets or contradicts a concept, the place of the concept, and the slug of the reference."""
    for other in seed.questions:
        if other.slug != subject.rubric.slug:
            for number, found in enumerate(match(subject.compiled, other.reference).concepts):
                if found.verdict in ("met", "contradicted"):
                    yield other.slug, number, found


def _units(subject: Subject) -> CompiledRubric:
    """The rubric with nothing but the words of each source for phrases."""
    words = (" | ".join(content(concept.source)) for concept in subject.rubric.concepts)
    pairs = zip(subject.rubric.concepts, words, strict=True)
    concepts = tuple(concept.model_copy(update={"expect": text or concept.source}) for concept, text in pairs)
    plain = subject.rubric.model_copy(update={"concepts": concepts})
    return unasked(compile_rubric(plain, subject.lexicon))


def _shared(number: int, found: ConceptMatch, units: CompiledRubric) -> bool:
    """The evidence itself says a word of the concept's source: the two questions ask for the same."""
    evidence = ", ".join(span.text for span in found.evidence)
    return match(units, evidence, mode="notes").concepts[number].verdict != "missed"


def _finding(number: int, found: ConceptMatch, seed_id: str, other: str, subject: Subject) -> Finding:
    phrase = found.phrase or ""
    said = ", ".join(span.text for span in found.evidence)
    where = f"{seed_id}/{other}"
    message = f'the reference of {where} makes {found.concept} {found.verdict} with "{said}" by the phrase "{phrase}"'
    fix = "demand more words, or waive it with the reason why both mean the same"
    return subject.finding("P007", ("concepts", number, "expect"), message, text=other, fix=fix, phrase=phrase)

"""Grade one answer: match, score, explain. Plain and pure: same input, same versions, same grade."""

from dataclasses import dataclass

from grader.matching import CompiledRubric, ConceptMatch, Evidence, Match, Mode, calibration, compile_rubric, match
from grader.rubric import Concept, Lexicon, Rubric, content_hash

from .answer import check_answer
from .grade import ConceptGrade, Gate, Grade, Span
from .review import reasons
from .scoring import Mark, credit, score, score_range
from .versions import ENGINE


@dataclass(frozen=True, slots=True)
class Prepared:
    """A rubric ready for grading: compiled, with the hashes that a grade records."""

    compiled: CompiledRubric
    rubric_hash: str
    lexicon_hash: str


@dataclass(frozen=True, slots=True)
class Labels:
    """What the client calls a grade by."""

    id: str
    external_id: str | None = None
    candidate: str | None = None


def prepare(rubric: Rubric, lexicon: Lexicon) -> Prepared:
    """Return a rubric ready for grading, with the synonyms of its lexicon."""
    return Prepared(compile_rubric(rubric, lexicon), content_hash(rubric), content_hash(lexicon))


def grade(prepared: Prepared, answer: str, labels: Labels, *, mode: Mode = "answer") -> Grade:
    """Return the grade of an answer. Raises AnswerRefused."""
    check_answer(answer)
    found = match(prepared.compiled, answer, mode=mode)
    concepts = tuple(map(_concept, prepared.compiled.rubric.concepts, found.concepts))
    return _grade(prepared, labels, mode, found, concepts)


def _grade(prepared: Prepared, labels: Labels, mode: Mode, found: Match, concepts: tuple[ConceptGrade, ...]) -> Grade:
    rubric = prepared.compiled.rubric
    marks = tuple(map(_mark, concepts))
    total = score(marks, rubric.enough)
    low, high = score_range(marks, rubric.enough)
    why = reasons(marks, found.flags, len(found.beyond), total)
    return Grade(
        id=labels.id,
        external_id=labels.external_id,
        candidate=labels.candidate,
        rubric=rubric.id,
        rubric_hash=prepared.rubric_hash,
        lexicon_hash=prepared.lexicon_hash,
        engine=ENGINE,
        mode=mode,
        score=total,
        score_low=low,
        score_high=high,
        provisional=False,
        status="needs_review" if why else "graded",
        reasons=why,
        concepts=concepts,
        gates=_gates(rubric.concepts, concepts),
        beyond=tuple(map(_span, found.beyond)),
        flags=found.flags,
    )


def _concept(concept: Concept, found: ConceptMatch) -> ConceptGrade:
    return ConceptGrade(
        id=concept.id,
        source=concept.source,
        verdict=found.verdict,
        partial=found.partial,
        credit=credit(found.verdict, found.partial),
        weight=concept.weight,
        confidence=found.confidence,
        decided_by="matcher",
        evidence=tuple(map(_span, found.evidence)),
        feedback=getattr(concept.feedback, found.verdict),
    )


def _mark(concept: ConceptGrade) -> Mark:
    sure = concept.confidence >= calibration().unsure_below
    return Mark(concept.weight, concept.credit, concept.verdict == "contradicted", sure)


def _gates(concepts: tuple[Concept, ...], grades: tuple[ConceptGrade, ...]) -> tuple[Gate, ...]:
    pairs = zip(concepts, grades, strict=True)
    return tuple(Gate(concept=found.id, state=found.verdict) for concept, found in pairs if concept.required)


def _span(evidence: Evidence) -> Span:
    return Span(start=evidence.start, end=evidence.end, text=evidence.text)

"""Grade one answer: match, score, explain. Plain and pure: same input, same versions, same grade."""

from dataclasses import dataclass, replace

from grader.matching import (
    CompiledRubric,
    ConceptMatch,
    Content,
    Evidence,
    Match,
    Mode,
    calibration,
    compile_rubric,
    content_of,
    cover,
    match,
)
from grader.rubric import EMPTY, Concept, Lexicon, Rubric, content_hash

from .answer import check_answer
from .grade import ConceptGrade, Gate, Grade, Span
from .review import reasons
from .scoring import Mark, credit, score, score_range
from .versions import ENGINE


@dataclass(frozen=True, slots=True)
class Prepared:
    """A rubric ready for grading: compiled, with the hashes that a grade records.

    `content` is there if its credit is continuous.
    """

    compiled: CompiledRubric
    rubric_hash: str
    lexicon_hash: str
    content: Content | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """What the client calls a grade by."""

    id: str
    external_id: str | None = None
    candidate: str | None = None


def prepare(rubric: Rubric, lexicon: Lexicon = EMPTY) -> Prepared:
    """Return a rubric ready for grading."""
    content = content_of(rubric) if rubric.credit == "continuous" else None
    return Prepared(compile_rubric(rubric, lexicon), content_hash(rubric), content_hash(lexicon), content)


def grade(prepared: Prepared, answer: str, labels: Labels, *, mode: Mode = "answer") -> Grade:
    """Return the grade of an answer. Raises AnswerRefused."""
    check_answer(answer)
    found = _match(prepared, answer, mode)
    rubric = prepared.compiled.rubric
    pairs = zip(rubric.concepts, found.concepts, strict=True)
    concepts = tuple(_concept(*pair, continuous=rubric.credit == "continuous") for pair in pairs)
    return _grade(prepared, labels, mode, found, concepts)


def _match(prepared: Prepared, answer: str, mode: Mode) -> Match:
    """With continuous credit, coverage takes the place of phrases: nothing is denied then, or beyond the rubric."""
    found = match(prepared.compiled, answer, mode=mode)
    if prepared.content is None:
        return found
    names = tuple(concept.id for concept in prepared.compiled.rubric.concepts)
    flags = tuple(flag for flag in found.flags if flag != "conflicting")
    return replace(found, concepts=cover(prepared.content, names, answer), beyond=(), flags=flags)


def _grade(prepared: Prepared, labels: Labels, mode: Mode, found: Match, concepts: tuple[ConceptGrade, ...]) -> Grade:
    rubric = prepared.compiled.rubric
    marks = tuple(map(mark_of, concepts))
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
        gates=gates_of(rubric.concepts, concepts),
        beyond=tuple(map(_span, found.beyond)),
        flags=found.flags,
    )


def _concept(concept: Concept, found: ConceptMatch, *, continuous: bool) -> ConceptGrade:
    return ConceptGrade(
        id=concept.id,
        source=concept.source,
        verdict=found.verdict,
        partial=found.partial,
        credit=found.coverage if continuous else credit(found.verdict, found.partial),
        weight=concept.weight,
        confidence=found.confidence,
        decided_by="matcher",
        evidence=tuple(map(_span, found.evidence)),
        feedback=getattr(concept.feedback, found.verdict),
    )


def mark_of(concept: ConceptGrade) -> Mark:
    """Return a concept's part in the score."""
    sure = concept.confidence >= calibration().unsure_below
    return Mark(concept.weight, concept.credit, concept.verdict == "contradicted", sure)


def gates_of(concepts: tuple[Concept, ...], grades: tuple[ConceptGrade, ...]) -> tuple[Gate, ...]:
    """Return the required concepts with their states."""
    pairs = zip(concepts, grades, strict=True)
    return tuple(Gate(concept=found.id, state=found.verdict) for concept, found in pairs if concept.required)


def _span(evidence: Evidence) -> Span:
    return Span(start=evidence.start, end=evidence.end, text=evidence.text)

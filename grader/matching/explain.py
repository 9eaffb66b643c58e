"""Why a concept was or was not met: the nearest spans and what blocked them."""

from dataclasses import dataclass

from grader.errors import UnknownConcept

from .alignment import align
from .compiled import CompiledConcept, CompiledRubric
from .evidence import ConceptMatch, Evidence
from .expectation import said_by
from .hits import Hit
from .matcher import Mode, dispute_of, match
from .phrase import Phrase, Slot, needed
from .reading import Reading, read

MOST_NEAREST, DISPUTED = 5, 0.3


@dataclass(frozen=True, slots=True)
class Nearest:
    """A phrase that the answer comes near to: the share of its words found, and the rule that blocked it."""

    phrase: str
    share: float
    found: tuple[str, ...]
    missing: tuple[str, ...]
    start: int
    end: int
    blocked: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A concept's verdict with the phrase and evidence that decided it, and the phrases nearest to the answer.

    `disputed` (0 to 1) is how likely the words around argue against it, `disputed_by` those that say so most.
    """

    concept: str
    verdict: str
    confidence: float
    phrase: str | None
    evidence: tuple[Evidence, ...]
    nearest: tuple[Nearest, ...]
    disputed: float = 0.0
    disputed_by: tuple[str, ...] = ()


def explain(compiled: CompiledRubric, concept_id: str, answer: str, *, mode: Mode = "answer") -> Explanation:
    """Return why a concept has the verdict it has. Raises UnknownConcept."""
    concept = next((c for c in compiled.concepts if c.id == concept_id), None)
    if concept is None:
        known = ", ".join(c.id for c in compiled.concepts)
        raise UnknownConcept(f"The rubric has no concept {concept_id[:100]!r}. It has: {known}.")
    result = next(c for c in match(compiled, answer, mode=mode).concepts if c.concept == concept_id)
    disputed_by = tuple(dispute_of(compiled, concept_id, answer)) if result.disputed >= DISPUTED else ()
    return _explanation(result, _nearest(concept, read(answer, compiled.reader)), disputed_by)


def _explanation(result: ConceptMatch, nearest: tuple[Nearest, ...], disputed_by: tuple[str, ...]) -> Explanation:
    return Explanation(
        result.concept,
        result.verdict,
        result.confidence,
        result.phrase,
        result.evidence,
        nearest,
        result.disputed,
        disputed_by,
    )


def _nearest(concept: CompiledConcept, reading: Reading) -> tuple[Nearest, ...]:
    near = [found for phrase in said_by(concept.expect) if (found := _near(phrase, reading)) is not None]
    return tuple(sorted(near, key=lambda n: (-n.share, n.blocked is not None, n.start))[:MOST_NEAREST])


def _near(phrase: Phrase, reading: Reading) -> Nearest | None:
    filled = [(slot, _first(slot, reading)) for slot in phrase.slots]
    hits = [hit for _, hit in filled if hit is not None]
    if not hits:
        return None
    start, end = reading.tokens.span(min(h.first for h in hits), max(h.last for h in hits))
    found = tuple(slot.text for slot, hit in filled if hit is not None)
    missing = tuple(slot.text for slot, hit in filled if hit is None)
    return Nearest(phrase.text, len(hits) / len(filled), found, missing, start, end, _blocked(phrase, hits, reading))


def _first(slot: Slot, reading: Reading) -> Hit | None:
    hits = [hit for term in slot.terms for hit in reading.hits.terms.get(term, ())]
    return min(hits, key=lambda hit: hit.first, default=None)


def _blocked(phrase: Phrase, hits: list[Hit], reading: Reading) -> str | None:
    if len(hits) < needed(len(phrase.slots)):
        return "words are missing"
    best = max(align(phrase, reading), key=lambda a: (a.score, a.sign), default=None)
    if best is None:
        return "the words stand too far apart"
    if best.sign < 0:
        return f"denied by {_cue(best.first, best.last, reading)}"
    if best.sign == 0:
        return next((reading.void[h.first] for h in best.hits if h.first in reading.void), None)
    return "the words stand too far apart" if best.score < 0.7 else None


def _cue(first: int, last: int, reading: Reading) -> str:
    scope = next((s for s in reading.scopes if s.first <= last and s.last >= first), None)
    if scope is None:
        return "a word of the opposite meaning"
    return repr(" ".join(reading.tokens.words[scope.cue.first : scope.cue.last + 1]))

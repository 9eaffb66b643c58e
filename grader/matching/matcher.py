"""Match an answer against a rubric: a verdict, evidence and confidence for each concept."""

from typing import Literal

from grader.text import is_light, is_stop, is_word, unsupported_language

from . import confidence
from .alignment import Alignment
from .beyond import find_beyond
from .compiled import CompiledConcept, CompiledRubric
from .decision import Decision, decide, named_only
from .evidence import ConceptMatch, Evidence, Match
from .expectation import find
from .near import nearness
from .reading import Reading, read
from .stuffing import Lists, find_lists

Mode = Literal["answer", "notes", "transcript"]

SPAN_GAP = 5
NO_LISTS = Lists(frozenset(), frozenset())


def match(compiled: CompiledRubric, answer: str, *, mode: Mode = "answer") -> Match:
    """Return what an answer holds of a rubric. A plain function: same input, same result; no I/O."""
    reading = read(answer, compiled.question, compiled.vocabulary)
    lists = NO_LISTS if mode == "notes" else find_lists(reading)
    unexplained = _unexplained(reading)
    decisions = tuple(_decide(concept, compiled, reading, lists, unexplained) for concept in compiled.concepts)
    pairs = zip(compiled.concepts, decisions, strict=True)
    concepts = tuple(_result(concept.id, decision, answer, reading) for concept, decision in pairs)
    used = frozenset(i for decision in decisions for a in decision.alignments for i in range(a.first, a.last + 1))
    beyond = find_beyond(answer, reading, used, lists.bare)
    return Match(concepts, beyond, _flags(answer, reading, lists, concepts))


def _decide(
    concept: CompiledConcept, compiled: CompiledRubric, reading: Reading, lists: Lists, unexplained: int
) -> Decision:
    finding = find(concept.expect, reading, compiled.rivals)
    touched = None if concept.partly is None else find(concept.partly, reading, compiled.rivals)
    decision = decide(finding, touched, reading)
    if decision is None:
        near = nearness(concept.expect, reading)
        return Decision("missed", confidence.of_absence(near, unexplained))
    return named_only(decision, concept.named, lists)


def _unexplained(reading: Reading) -> int:
    words = reading.tokens.words
    content = (i for i, w in enumerate(words) if is_word(w) and not is_stop(w) and not is_light(w))
    return sum(reading.signs[i] != 0 and i not in reading.hits.known for i in content)


def _result(concept_id: str, decision: Decision, answer: str, reading: Reading) -> ConceptMatch:
    phrase = decision.alignments[0].phrase.text if decision.alignments else None
    return ConceptMatch(
        concept_id,
        decision.verdict,
        decision.partial,
        round(decision.coverage, 4),
        decision.confidence,
        _evidence(decision.alignments, answer, reading),
        phrase,
        decision.conflicting,
    )


def _evidence(alignments: tuple[Alignment, ...], answer: str, reading: Reading) -> tuple[Evidence, ...]:
    """The spans of the hits, those near each other joined."""
    hits = sorted((hit.first, hit.last) for a in alignments for hit in a.hits)
    spans: list[tuple[int, int]] = []
    for first, last in hits:
        if spans and first - spans[-1][1] <= SPAN_GAP and _same_sentence(spans[-1][1], first, reading):
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    offsets = (reading.tokens.span(*span) for span in spans)
    return tuple(Evidence(start, end, answer[start:end]) for start, end in offsets)


def _same_sentence(a: int, b: int, reading: Reading) -> bool:
    return reading.clauses.sentence[a] == reading.clauses.sentence[b]


def _flags(answer: str, reading: Reading, lists: Lists, concepts: tuple[ConceptMatch, ...]) -> tuple[str, ...]:
    reasons = set(reading.void.values())
    language = unsupported_language(reading.tokens, answer)
    found = {
        "blank": not any(map(is_word, reading.tokens.words)),
        "addresses_grader": "text that addresses the grader" in reasons,
        "question_echo": "the question's own words" in reasons,
        "stuffing": bool(lists.stuffed),
        "conflicting": any(concept.conflicting for concept in concepts),
        f"language:{language}": language is not None,
    }
    return tuple(flag for flag, raised in found.items() if raised)

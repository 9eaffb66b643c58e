"""Match an answer against a rubric: a verdict, evidence and confidence for each concept."""

from functools import cache
from itertools import compress, count
from operator import not_
from typing import Literal

from grader.text import empty_words, is_word, marks, unsupported_language

from . import confidence
from .alignment import Alignment
from .association import Mention, find_lefts
from .beyond import find_beyond
from .calibration import calibrated
from .compiled import CompiledConcept, CompiledRubric
from .decision import CLAIMED, Decision, decide, decide_partly, named_only
from .disputes import Around, around, shipped, shipped_by_name, signs, telling, turned
from .evidence import ConceptMatch, Evidence, Match, Verdict
from .expectation import find
from .parting import parted
from .reading import Reading, of_sentence, read
from .spans import find_evidence
from .stuffing import Lists, find_lists

Mode = Literal["answer", "notes", "transcript"]

NO_LISTS = Lists(frozenset(), frozenset())


def match(compiled: CompiledRubric, answer: str, *, mode: Mode = "answer") -> Match:
    """Return what an answer holds of a rubric. A plain function: same input, same result; no I/O."""
    reading = read(answer, compiled.reader)
    lists = NO_LISTS if mode == "notes" else find_lists(reading)
    decisions = decide_all(compiled, reading, lists)
    alignments = [decision.alignments for decision in decisions]
    evidence = find_evidence(answer, alignments, reading)
    concepts = tuple(map(_result, compiled.concepts, decisions, evidence))
    beyond = find_beyond(answer, reading, alignments, lists.bare)
    flags = _flags(answer, reading, lists, concepts)
    return Match(calibrated(concepts, len(beyond), len(reading.tokens.words)), beyond, flags)


def decide_all(compiled: CompiledRubric, reading: Reading, lists: Lists) -> list[Decision]:
    """Return the decision for each concept of a rubric, in order."""
    return turned(decide_by_rules(compiled, reading, lists), reading, shipped())


def signs_of_disputes(compiled: CompiledRubric, answer: str) -> dict[str, tuple[Verdict, tuple[str, ...]]]:
    """Return the rules' verdict for each concept that they find, and what is so of it, which disputes are fitted to."""
    pairs, near = _ruled(compiled, answer)
    return {c.id: (found.verdict, tuple(signs(found, near))) for c, found in pairs if found.alignments}


def dispute_of(compiled: CompiledRubric, concept: str, answer: str) -> list[str]:
    """Return the words that speak most for it that an answer argues against a concept which the rules call claimed."""
    pairs, near = _ruled(compiled, answer)
    found = next((decision for one, decision in pairs if one.id == concept and decision.verdict in CLAIMED), None)
    return [] if found is None else telling(found, near, shipped_by_name())


def _ruled(compiled: CompiledRubric, answer: str) -> tuple[list[tuple[CompiledConcept, Decision]], Around]:
    """Each concept with the rules' decision, and the answer as disputes are read in it."""
    reading = read(answer, compiled.reader)
    decisions = decide_by_rules(compiled, reading, find_lists(reading))
    return list(zip(compiled.concepts, decisions, strict=True)), around(decisions, reading)


def decide_by_rules(compiled: CompiledRubric, reading: Reading, lists: Lists) -> list[Decision]:
    """Return the decision for each concept by what the rules say alone."""
    unexplained = _unexplained(reading)
    lefts = find_lefts(compiled.rivals, reading) if compiled.rivals else ()
    decisions = [_decide(concept, lefts, reading, lists, unexplained) for concept in compiled.concepts]
    return parted(decisions, reading)


def _decide(
    concept: CompiledConcept, lefts: tuple[Mention, ...], reading: Reading, lists: Lists, unexplained: int
) -> Decision:
    finding = find(concept.expect, reading, lefts)
    decision = decide(finding, reading, alternatives=concept.alternatives)
    if decision is not None and decision.conflicting:
        decision = _settled(finding.contra[0], concept, lefts, reading) or decision
    if decision is None and concept.partly is not None:
        decision = decide_partly(find(concept.partly, reading, lefts))
    if decision is None:
        near = reading.phrase_index.share(reading.filled, concept.phrases)
        return Decision("missed", confidence.of_absence(near, unexplained))
    return named_only(decision, concept.named, lists)


def _settled(
    denied: Alignment, concept: CompiledConcept, lefts: tuple[Mention, ...], reading: Reading
) -> Decision | None:
    """What a sentence claims, by itself, against its own denial stays claimed, whatever other sentences add."""
    sentences = reading.clauses.sentence
    place = sentences[denied.first]
    near = tuple(mention for mention in lefts if sentences[mention.first] == place)
    found = find(concept.expect, of_sentence(place, reading), near)
    alone = decide(found, reading, alternatives=concept.alternatives)
    return alone if alone is not None and alone.verdict == "met" else None


def _unexplained(reading: Reading) -> int:
    """How many words with content, other than those that earn nothing, no phrase knows."""
    silent = map(not_, map(_silent().__contains__, reading.tokens.words))
    content = set(compress(count(), silent)) - reading.hits.known
    return len(content) if 0 not in reading.signs else len([i for i in content if reading.signs[i] != 0])


@cache
def _silent() -> frozenset[str]:
    """Words and marks that carry no idea of their own."""
    return empty_words() | marks()


def _result(concept: CompiledConcept, decision: Decision, evidence: tuple[Evidence, ...]) -> ConceptMatch:
    return ConceptMatch(
        concept.id,
        decision.verdict,
        decision.partial,
        round(decision.coverage, 4),
        decision.confidence,
        evidence,
        decision.alignments[0].phrase.text if decision.alignments else None,
        decision.conflicting,
        round(decision.disputed, 4),
    )


def _flags(answer: str, reading: Reading, lists: Lists, concepts: tuple[ConceptMatch, ...]) -> tuple[str, ...]:
    reasons = set(reading.void.values()) if reading.void else ()
    language = unsupported_language(reading.tokens, answer)
    raised = (
        ("blank", not any(map(is_word, reading.tokens.words))),
        ("addresses_grader", "text that addresses the grader" in reasons),
        ("question_echo", "the question's own words" in reasons),
        ("stuffing", bool(lists.stuffed)),
        ("conflicting", any(concept.conflicting for concept in concepts)),
        (f"language:{language}", language is not None),
    )
    return tuple([flag for flag, is_so in raised if is_so])

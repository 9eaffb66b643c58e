"""Mutants of single concepts: said, denied, left out, misspelt, paraphrased."""

from collections.abc import Iterator

from grader.rubric import Concept, Rubric

from .forms import denials, said
from .mutant import CONTRADICTED, MET, MISSED, NOT_FOUND, Mutant, Verdicts
from .notes import Notes
from .reference import joined
from .spelling import misspelt


def claims(rubric: Rubric, notes: Notes) -> Iterator[Mutant]:
    """Yield the mutants about each concept of a rubric."""
    for concept in rubric.concepts:
        sentence = said(concept.source)
        yield Mutant("sentence", concept.id, sentence, _only(concept, rubric, notes))
        yield from (_denied(concept, text) for text in denials(concept.source))
        yield from _dropped(concept, rubric, notes)
        yield Mutant("typo", concept.id, misspelt(sentence, concept.source), {concept.id: MET})
        yield from (Mutant("paraphrase", concept.id, text, {concept.id: MET}) for text in concept.paraphrases)


def _only(concept: Concept, rubric: Rubric, notes: Notes) -> dict[str, Verdicts]:
    also = notes.also(rubric.slug, concept.id)
    others = {other.id: NOT_FOUND for other in rubric.concepts if other.id not in also}
    return {**others, concept.id: MET}


def _denied(concept: Concept, text: str) -> Mutant:
    return Mutant("denied", concept.id, text, {concept.id: CONTRADICTED})


def _dropped(concept: Concept, rubric: Rubric, notes: Notes) -> Iterator[Mutant]:
    said_elsewhere = any(concept.id in notes.also(rubric.slug, other.id) for other in rubric.concepts)
    if len(rubric.concepts) > 1 and not said_elsewhere:
        yield Mutant("dropped", concept.id, joined(rubric, without=concept.id), {concept.id: MISSED})

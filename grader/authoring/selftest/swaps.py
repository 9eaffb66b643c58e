"""Swapped associations: what the reference says of one thing, said of another."""

import re
from collections.abc import Iterator

from grader.rubric import AllOf, AnyOf, Bind, Concept, Expect, Prefer, Rubric, phrases

from .mutant import CONTRADICTED, Mutant

Pair = tuple[str, str]


def swaps(rubric: Rubric) -> Iterator[Mutant]:
    """Yield an answer for each association in which its thing and that of the next one have changed places."""
    bound = [(concept, pair) for concept in rubric.concepts for pair in _pairs(concept.expect)]
    for (one, a), (other, b) in zip(bound, [*bound[1:], *bound[:1]], strict=True):
        if a[0] != b[0]:
            text = f"{_sentence(one, a, b[0])} {_sentence(other, b, a[0])}"
            yield Mutant("swapped", one.id, text, {one.id: CONTRADICTED, other.id: CONTRADICTED})
    yield from (_turned(concept, concept.expect) for concept in rubric.concepts if isinstance(concept.expect, Prefer))


def _pairs(expect: Expect) -> Iterator[Pair]:
    match expect:
        case Bind(bind=pairs):
            yield from pairs.items()
        case AnyOf(any=parts) | AllOf(all=parts):
            for part in parts:
                yield from _pairs(part)


def _sentence(concept: Concept, pair: Pair, other: str) -> str:
    """The source with the other thing in it; if the source does not name the thing, both by their first phrases."""
    for phrase in phrases(pair[0]):
        named = re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE)
        if named.search(concept.source):
            text = named.sub(_said(other), concept.source)
            return f"{text[:1].upper()}{text[1:]}."
    return f"{_said(other)} for {_said(pair[1])}."


def _turned(concept: Concept, expect: Prefer) -> Mutant:
    text = f"I prefer {_said(expect.over)} over {_said(expect.prefer)}."
    return Mutant("swapped", concept.id, text, {concept.id: CONTRADICTED})


def _said(text: str) -> str:
    """The first phrase of a text as a person would say it: the first of alternatives, no brackets."""
    words = re.sub(r"\([^()]*\)", " ", phrases(text)[0]).split()
    return " ".join(word.split("/")[0].replace("_", " ") for word in words)

"""A reference answer cut into units: each becomes a concept and is quoted as its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from grader.rubric import Lexicon
from grader.text import is_light, is_stop, stem

from .clauses import clauses
from .comparison import at_subjects, subjects
from .definition import asks_for_definition, definition
from .examples import opened
from .groups import grouped, key
from .pieces import pieces, trimmed
from .sentences import is_prose, sentences
from .words import opens_with, words

Kind = Literal["point", "instances", "definition", "example"]

LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Unit:
    """Words of a reference that make one concept, verbatim, and what kind of concept they make."""

    text: str
    kind: Kind = "point"


def units(question: str, reference: str, lexicon: Lexicon) -> tuple[Unit, ...]:
    """Return the units of a reference in order; what only repeats the question is left out, unless it is all."""
    found = tuple(dict.fromkeys(_found(question, reference, lexicon))) or (Unit(reference.strip()[:LONGEST]),)
    return tuple(unit for unit in found if not is_vacuous(unit.text, question)) or found


def left_out(question: str, reference: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the points of a reference that are no units, for they only repeat the question."""
    kept = units(question, reference, lexicon)
    return tuple(unit.text for unit in _found(question, reference, lexicon) if unit not in kept)


def is_vacuous(text: str, question: str) -> bool:
    """Return whether a text says nothing that the question does not: "use security" on security."""
    asked = {stem(word) for word in words(question)}
    return all(stem(word) in asked or is_stop(word) or is_light(word) for word in words(text))


def _found(question: str, reference: str, lexicon: Lexicon) -> Iterator[Unit]:
    for unit in _cut(question, reference, lexicon):
        text = trimmed(unit.text[:LONGEST])
        if any(map(str.isalnum, text)):
            yield Unit(text, unit.kind)


def _cut(question: str, reference: str, lexicon: Lexicon) -> Iterator[Unit]:
    whole = sentences(reference)
    if asks_for_definition(question):
        yield from _definitions(reference, whole)
        return
    for sentence in whole:
        yield from _points(sentence, question, is_prose(sentence, among=len(whole)), lexicon)


def _definitions(reference: str, whole: tuple[str, ...]) -> Iterator[Unit]:
    for sentence in whole if len(whole) > 1 else (trimmed(reference),):
        parts = definition(sentence)
        for part in parts:
            yield Unit(part, "example" if opens_with(part, "example") else "definition")


def _points(sentence: str, question: str, prose: bool, lexicon: Lexicon) -> Iterator[Unit]:
    compared = subjects(question)
    cut = clauses(sentence) if prose else pieces(sentence)
    parts = [part for piece in cut for part in at_subjects(piece, compared)]
    joined = parts if prose else list(_joined(parts, sentence, question))
    yield from _with_examples(joined, sentence, prose, lexicon)


def _joined(parts: list[str], sentence: str, question: str) -> Iterator[str]:
    """Pieces that are no point of their own go with their neighbour: "if ..., ...", "..., because ..."."""
    runs: list[list[str]] = []
    waits = False
    for part in parts:
        if runs and (waits or opens_with(part, "attached")):
            runs[-1].append(part)
        else:
            runs.append([part])
        waits = opens_with(part, "opening") and not question.lower().startswith("when")
    yield from (run[0] if len(run) == 1 else _span(sentence, run[0], run[-1]) for run in runs)


def _with_examples(parts: list[str], sentence: str, prose: bool, lexicon: Lexicon) -> Iterator[Unit]:
    at, plain = 0, list[str]()
    while at < len(parts):
        found = None if prose else opened(parts[at])
        if found is None:
            plain.append(parts[at])
            at += 1
            continue
        end = next((i for i in range(at + 1, len(parts)) if opens_with(parts[i], "openers")), len(parts))
        yield from _plain(plain, sentence, lexicon)
        plain = []
        if found.head:
            yield Unit(found.head)
        yield Unit(_span(sentence, found.first, parts[end - 1]), "instances")
        at = end
    yield from _plain(plain, sentence, lexicon)


def _plain(parts: list[str], sentence: str, lexicon: Lexicon) -> Iterator[Unit]:
    for run in grouped(tuple(parts), lexicon):
        if len(run) == 1:
            yield Unit(trimmed(run[0]))
        else:
            yield Unit(_without_verb(_span(sentence, run[0], run[-1])), "instances")


def _span(sentence: str, first: str, last: str) -> str:
    """The words of a sentence from one piece to another, as written."""
    start = sentence.find(first)
    end = sentence.find(last, start) + len(last)
    return trimmed(sentence[start:end])


def _without_verb(text: str) -> str:
    head, _, rest = text.partition(" ")
    return rest if is_light(head.lower()) and key(rest) else text

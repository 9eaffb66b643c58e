"""Check the words a judge quotes: they stand in the answer, make a claim, and bear on the concept."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from grader.text import empty_words, is_word, stem, tokenize

from .compiled import CompiledConcept, CompiledRubric
from .evidence import Evidence
from .expectation import said_by
from .hits import Hit
from .reading import Reading, read
from .slips import mended

MOST_WORDS = 60
LEAST_CONTENT = 2
_JOINT = re.compile(r"\[?\.\.\.\]?|…|\s/\s|\n")


class Quotes:
    """An answer read once, so that quotes can be looked up in it."""

    def __init__(self, compiled: CompiledRubric, answer: str) -> None:
        self._compiled, self._answer = compiled, answer

    def evidence(self, concept_id: str, quotes: Iterable[str]) -> tuple[Evidence, ...]:
        """Return those quotes that are evidence for a concept, in the order of the answer.

        A quote's joined parts count one by one. A part must stand in the answer word by word, hold two words with
        content that are not all the question's, not lie in text that addresses the grader, repeats the question or
        asks back, and hold a word that the concept is known by.
        """
        concept = next(c for c in self._compiled.concepts if c.id == concept_id)
        source = next(c.source for c in self._compiled.rubric.concepts if c.id == concept_id)
        known = _Known(concept, source)
        runs = {run for part in _parts(quotes) for run in self._runs(part) if self._claims(run)}
        found = sorted(run for run in runs if known.bears_on(run, self._reading))
        spans = self._reading.tokens.spans(found)
        return tuple(Evidence(start, end, self._answer[start:end]) for start, end in spans)

    @cached_property
    def _reading(self) -> Reading:
        return read(self._answer, self._compiled.reader)

    @cached_property
    def _places(self) -> list[int]:
        """The places of the answer's words among its tokens."""
        return [i for i, word in enumerate(self._reading.tokens.words) if is_word(word)]

    @cached_property
    def _text(self) -> str:
        words = self._reading.tokens.words
        return _joined([words[i] for i in self._places])

    def _runs(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """The first place where words stand in the answer one after the other; none if nowhere."""
        at = self._text.find(_joined(words)) if words else -1
        if at < 0:
            return []
        first = self._text.count(" ", 0, at + 1) - 1
        return [(self._places[first], self._places[first + len(words) - 1])]

    def _claims(self, run: tuple[int, int]) -> bool:
        """Enough words with content, none of them void, some of them not the question's."""
        reading = self._reading
        places = range(run[0], run[1] + 1)
        if not reading.void.keys().isdisjoint(places):
            return False
        words = reading.tokens.words
        content = {reading.stems[i] for i in places if is_word(words[i]) and words[i] not in empty_words()}
        return len(content) >= LEAST_CONTENT and not content <= reading.question.content


class _Known:
    """The words that a concept is known by: those of its phrases, and of the seed that asks for it."""

    def __init__(self, concept: CompiledConcept, source: str) -> None:
        wholes = (concept.expect, concept.partly)
        said = [phrase for whole in wholes if whole is not None for phrase in said_by(whole)]
        self._terms = frozenset(term for phrase in said for slot in phrase.slots for term in slot.terms)
        words = [word for word in tokenize(source).words if is_word(word) and word not in empty_words()]
        self._stems = frozenset(map(stem, words))

    def bears_on(self, run: tuple[int, int], reading: Reading) -> bool:
        if not self._stems.isdisjoint(reading.stems[run[0] : run[1] + 1]):
            return True
        return any(_within(hit, run) for term in self._terms for hit in reading.hits.terms.get(term, ()))


def _within(hit: Hit, run: tuple[int, int]) -> bool:
    return run[0] <= hit.first and hit.last <= run[1]


def _parts(quotes: Iterable[str]) -> list[tuple[str, ...]]:
    """The words of each part of each quote."""
    texts = [part for quote in quotes for part in _JOINT.split(quote)]
    words = [tuple(filter(is_word, mended(tokenize(text).words))) for text in texts]
    return [part[:MOST_WORDS] for part in words]


def _joined(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "

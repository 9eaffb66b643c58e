"""What a reference says, as weighted words: the measure for rubrics with continuous credit."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from grader.rubric import Rubric
from grader.text import is_stop, is_word, stem, tokenize, word_lists

from .echo import Asked, asked
from .likeness import Likeness

FUNCTION_WORD, GENERAL_WORD = 0.25, 0.5
ASKED = 0.2

NUMBERS = dict(
    zip(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        map(str, range(11)),
        strict=True,
    )
)

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Content:
    """The question; for each concept its stems with their weights; and all stems, to look words up in."""

    question: Asked
    concepts: tuple[Weights, ...]
    likeness: Likeness


def content_of(rubric: Rubric) -> Content:
    """Return the content of each concept's source."""
    question = tokenize(rubric.question).words
    repeated = stems(question)
    concepts = tuple(weights(tokenize(concept.source).words, repeated) for concept in rubric.concepts)
    return Content(asked(rubric.question), concepts, Likeness(name for concept in concepts for name in concept))


def weights(words: Iterable[str], asked: frozenset[str]) -> Weights:
    """Return the stems of some words with their weights.

    A content word or a denial weighs 1, a word that any sentence may hold a half, another function word a quarter; what
    the question says already weighs a fifth of that (question demotion: Sultan, Salazar and Sumner, 2016).
    """
    found: Weights = {}
    for word in filter(is_word, words):
        name = name_of(word)
        weight = _weight(word) * (ASKED if name in asked else 1.0)
        found[name] = max(weight, found.get(name, 0.0))
    return found


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words among some tokens."""
    return frozenset(name_of(word) for word in words if is_word(word))


def name_of(word: str) -> str:
    """Return what a word is compared by: its stem, or a small number's digits."""
    return NUMBERS.get(word) or stem(word)


def denies(words: Iterable[str]) -> bool:
    """Return whether there is a denial among some words or stems, such as `not` or `without`."""
    return any(word in _denials() for word in words)


def _weight(word: str) -> float:
    if word in _denials():
        return 1.0
    if is_stop(word):
        return FUNCTION_WORD
    return GENERAL_WORD if name_of(word) in _general() else 1.0


@cache
def _general() -> frozenset[str]:
    """The stems of words that any sentence may hold, whatever it is about."""
    return stems(word for line in word_lists("grader.matching", "general.txt")["general"] for word in line.split())


@cache
def _denials() -> frozenset[str]:
    lists = word_lists("grader.matching", "cues.txt")
    return frozenset((*lists["forward"], *lists["forward-adverb"], *lists["forward-short"]))

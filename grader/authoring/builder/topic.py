"""What the phrases of a question's concepts are written against: its words, its lexicon, what it compares."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from grader.rubric import Lexicon, phrases
from grader.text import stem

from .comparison import subjects
from .telling import Stems, stems
from .words import listed, words

_OFTEN, _OFTEN_COMPARED = 3, 2


@dataclass(frozen=True, slots=True)
class Topic:
    """A question as its phrases see it.

    `general` and `asked` are stems that a phrase may do without: of words of any field, and of words that the question
    says or that many of its units share. `kinds` are the terms of the lexicon that a name is a kind of.
    """

    question: str
    lexicon: Lexicon
    general: frozenset[str]
    asked: frozenset[str]
    compared: tuple[str, ...]
    kinds: Mapping[Stems, tuple[str, ...]]


def topic(question: str, units: Sequence[str], lexicon: Lexicon) -> Topic:
    """Return the topic of a question whose reference has these units."""
    counts = Counter(name for unit in units for name in {stem(word) for word in words(unit)})
    compared = subjects(question)
    often = _OFTEN_COMPARED if compared else _OFTEN
    shared = {name for name, count in counts.items() if count >= often}
    asked = {stem(word) for word in words(question)}
    general = frozenset(map(stem, listed("general")))
    return Topic(question, lexicon, general, frozenset(asked | shared), compared, _kinds(lexicon))


@lru_cache(maxsize=8)
def _kinds(lexicon: Lexicon) -> dict[Stems, tuple[str, ...]]:
    kinds: dict[Stems, tuple[str, ...]] = {}
    for name, term in lexicon.terms.items():
        for said in phrases(term.instances or ""):
            kinds[stems(said)] = (*kinds.get(stems(said), ()), name)
    return kinds

"""Divide tokens into clauses and sentences: how far negation and association reach."""

from dataclasses import dataclass
from functools import cache

from .tokens import is_word
from .wordlists import word_lists

_BREAKS = frozenset(".?;:\n()-")
_SENTENCE_ENDS = frozenset(".?\n")


@dataclass(frozen=True, slots=True)
class Clauses:
    """For each token the number of its clause and of its sentence; and which sentences are questions."""

    clause: tuple[int, ...]
    sentence: tuple[int, ...]
    questions: frozenset[int]


def divide(words: tuple[str, ...]) -> Clauses:
    """Return the clauses and sentences of a sequence of tokens."""
    clause, sentence = [], []
    questions: set[int] = set()
    c = s = 0
    for i, word in enumerate(words):
        if _starts_clause(words, i):
            c += 1
        clause.append(c)
        sentence.append(s)
        if word == "?":
            questions.add(s)
        if word in _BREAKS:
            c += 1
        if word in _SENTENCE_ENDS:
            s += 1
    return Clauses(tuple(clause), tuple(sentence), frozenset(questions))


@cache
def _starters(section: str) -> frozenset[str]:
    return frozenset(word_lists("grader.text", "clauses.txt")[section])


def _starts_clause(words: tuple[str, ...], i: int) -> bool:
    word = words[i]
    if word in _starters("conjunctions"):
        return True
    before = words[i - 1] if i else ""
    if before == ",":
        return _opens(words, i)
    return before in ("and", "or", "then") and (word in _starters("subjects") or word in _starters("imperatives"))


def _opens(words: tuple[str, ...], i: int) -> bool:
    """Return whether the words after a comma begin a new clause rather than go on with a list."""
    word = words[i]
    if word in ("and", "or", "then", "so") and i + 1 < len(words):
        word = words[i + 1]
    if word in _starters("subjects") or word in _starters("imperatives"):
        return True
    return any(w in _starters("verbs") for w in words[i : i + 4] if is_word(w)) and words[i] not in ("and", "or", "nor")

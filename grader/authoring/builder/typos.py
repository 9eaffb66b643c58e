"""Likely typos in a seed, with what was meant: further phrases, never replacements."""

from collections.abc import Mapping
from functools import cache, lru_cache

from grader.matching import nearest
from grader.rubric import Lexicon
from grader.text import english_words, stem, word_lists

from .telling import known
from .words import words

HALF, SURE = 4, 7


def corrected(text: str, question: str, lexicon: Lexicon) -> dict[str, str]:
    """Return the words of a text that are likely typos, each with the word that was meant."""
    beside = {stem(word) for word in (*words(question), *words(text))}
    meant = {word: found for word in words(text) if (found := _meant(word, lexicon))}
    return {**meant, **{word: found for word in words(text) if (found := _confused(word, beside))}}


def _meant(word: str, lexicon: Lexicon) -> str | None:
    if (stem(word),) in known(lexicon) or word in _technical() or _is_compound(word):
        return None
    english = nearest(word, _english()) if len(word) >= SURE else None
    return nearest(word, _spelled(lexicon)) or nearest(word, _technical()) or english


def _is_compound(word: str) -> bool:
    """Such as "deadlock": two English words in one."""
    cuts = range(HALF, len(word) - HALF + 1)
    return any(word[:at] in english_words() and word[at:] in english_words() for at in cuts)


def _confused(word: str, beside: set[str]) -> str | None:
    """A real word that is meant differently in some field: "pooling" beside a webhook is polling."""
    meant, field = _confusions().get(word, ("", frozenset()))
    return meant if meant and not field.isdisjoint(beside) else None


@lru_cache(maxsize=8)
def _spelled(lexicon: Lexicon) -> tuple[str, ...]:
    said = (f"{name} {term.same or ''} {term.instances or ''}" for name, term in lexicon.terms.items())
    return tuple(sorted({word for text in said for word in text.replace("|", " ").split()}))


@cache
def _technical() -> tuple[str, ...]:
    return word_lists("grader.authoring.builder", "spelling.txt")["technical"]


@cache
def _english() -> tuple[str, ...]:
    return tuple(sorted(english_words()))


@cache
def _confusions() -> Mapping[str, tuple[str, frozenset[str]]]:
    found = {}
    for line in word_lists("grader.authoring.builder", "spelling.txt")["confused"]:
        word, meant, *field = line.replace(">", " ").replace(":", " ").split()
        found[word] = (meant, frozenset(map(stem, field)))
    return found

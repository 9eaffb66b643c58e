"""Tell a slip from a word that a dictionary merely lacks: compounds, prefixes, British spellings, names."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache

from grader.matching import nearest
from grader.rubric import Lexicon
from grader.text import english_words, is_stop, stem, word_lists

from .words import every_word

SHORTEST, SHORTEST_OF_ENGLISH, ALIKE = 6, 7, 0.85
START, SHORTEST_ROOT = 3, 4


def slip(word: str, known: frozenset[str]) -> str | None:
    """Return the word that an unknown one is a slip of: a known one, or for longer words one of English."""
    if len(word) < SHORTEST or stem(word) in _stems(known) or stem(_american(word)) in _stems(known):
        return None
    if _is_word(word):
        return None
    meant = nearest(word, _sorted(known)) or _nearest_english(word)
    # A word with a letter more at its end is a name made of it, such as `systemd`.
    if meant is None or word.startswith(meant):
        return None
    return meant if SequenceMatcher(None, word, meant).ratio() >= ALIKE else None


def _nearest_english(word: str) -> str | None:
    return nearest(word, _like(word)) if len(word) >= SHORTEST_OF_ENGLISH else None


@lru_cache(maxsize=8)
def spoken(lexicon: Lexicon) -> frozenset[str]:
    """Return every word of a lexicon."""
    texts = [lexicon.idioms, lexicon.trade, *lexicon.terms]
    texts += [text for term in lexicon.terms.values() for text in (term.same, term.instances, term.opposite)]
    return frozenset(word for text in texts if text for word in every_word(text))


@lru_cache(maxsize=8)
def names(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that a lexicon's terms are called by; what they are also said with may be a known slip."""
    return frozenset(word for name in lexicon.terms for word in every_word(name))


def _is_word(word: str) -> bool:
    listed = is_stop(word) or word in _words("word")
    return listed or _english(word) or _english(_american(word)) or _joined(word) or _derived(word)


def _english(word: str) -> bool:
    if word in english_words():
        return True
    plain = stem(word)
    return any(stem(other) == plain for other in _starts().get(plain[:START], ()))


def _american(word: str) -> str:
    for british, american in _spellings():
        word = word.replace(british, american)
    return word


def _joined(word: str) -> bool:
    """Two words in one, such as `slowdown`."""
    return any(_part(word[:at]) and _part(word[at:]) for at in range(3, len(word) - 2))


def _part(word: str) -> bool:
    return word in english_words() or (len(word) > 2 and (is_stop(word) or word in _words("part")))


def _derived(word: str) -> bool:
    """A word with a prefix, a suffix or both, such as `unreachable`."""
    starts = [word, *(word.removeprefix(start) for start in _words("prefix") if word.startswith(start))]
    return any(_english(root) for start in starts for root in _roots(start))


def _roots(word: str) -> Iterator[str]:
    yield word
    for end in _words("suffix"):
        root = word.removesuffix(end)
        if root != word and len(root) >= SHORTEST_ROOT:
            yield root
            yield f"{root}e"
            if root[-1] == root[-2]:
                yield root[:-1]


@lru_cache(maxsize=128)
def _stems(known: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, known))


@lru_cache(maxsize=128)
def _sorted(known: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(known))


@cache
def _starts() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(english_words()):
        found[word[:START]].append(word)
    return {start: tuple(words) for start, words in found.items()}


def _like(word: str) -> tuple[str, ...]:
    """English words with the same start and about the same length."""
    return tuple(other for other in _starts().get(word[:START], ()) if abs(len(other) - len(word)) <= 2)


@cache
def _words(section: str) -> tuple[str, ...]:
    return tuple(word for line in word_lists("grader.authoring", "spelling.txt")[section] for word in line.split())


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    lines = word_lists("grader.authoring", "spelling.txt")["british"]
    return tuple((british, american) for british, american in map(str.split, lines))

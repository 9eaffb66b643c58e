"""The words a rubric knows: terms, the surfaces they are said with, and typing slips of these."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from grader.rubric import Lexicon, phrases
from grader.text import is_stop, is_word, stem, tokenize

from .fuzzy import SHORTEST, nearest

Key = tuple[str, ...]
_ARTICLES = frozenset({"a", "an", "the"})
_MEMO_LIMIT = 50_000


def spellings(text: str) -> tuple[str, ...]:
    """Return the words of a text, articles and punctuation left out."""
    return tuple(word for word in tokenize(text).words if is_word(word) and word not in _ARTICLES)


def key_of(text: str) -> Key:
    """Return the stems of a text's words: what a surface is looked up by."""
    return tuple(map(stem, spellings(text)))


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of the lexicon: the keys that affirm it and those that deny it."""

    name: str
    same: frozenset[Key]
    instances: frozenset[Key]
    opposite: frozenset[Key]


@dataclass(frozen=True)
class Index:
    """A lexicon made ready for look-up: which terms a key says (`said`), idioms, and words of the trade."""

    said: dict[Key, tuple[Entry, ...]]
    denied: dict[Key, tuple[Entry, ...]]
    idioms: frozenset[Key]
    trade: frozenset[Key]
    longest: dict[str, int]
    spelled: dict[str, frozenset[str]]


@lru_cache(maxsize=8)
def index(lexicon: Lexicon) -> Index:
    """Return a lexicon's index."""
    said: dict[Key, list[Entry]] = {}
    denied: dict[Key, list[Entry]] = {}
    trade: set[Key] = set()
    for name, term in lexicon.terms.items():
        entry = Entry(name, *(_keys(text) for text in (f"{name} | {term.same or ''}", term.instances, term.opposite)))
        for key in entry.same:
            said.setdefault(key, []).append(entry)
        for key in entry.opposite:
            denied.setdefault(key, []).append(entry)
        trade |= entry.same | entry.instances
    idioms = _keys(lexicon.idioms)
    keys = [*said, *denied, *idioms]
    every = frozenset(trade | _keys(lexicon.trade))
    return Index(_frozen(said), _frozen(denied), idioms, every, _longest([*keys, *every]), _spelled(lexicon))


def _spelled(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, term in lexicon.terms.items():
        for word in spellings(f"{name} | {term.same} | {term.instances} | {term.opposite}"):
            found.setdefault(stem(word), set()).add(word)
    return {key: frozenset(words) for key, words in found.items()}


def _keys(text: str | None) -> frozenset[Key]:
    return frozenset(key for key in map(key_of, phrases(text or "")) if key)


def _frozen(found: dict[Key, list[Entry]]) -> dict[Key, tuple[Entry, ...]]:
    return {key: tuple(entries) for key, entries in found.items()}


def _longest(keys: Iterable[Key]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in keys:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


@dataclass
class Vocabulary:
    """What a rubric's phrases are made of; grows while the rubric is compiled, then only its memo of slips grows.

    `surfaces` maps a key to the terms it says, each with +1 (affirms) or -1 (denies).
    """

    index: Index
    numbers: dict[str, int] = field(default_factory=dict)
    surfaces: dict[Key, set[tuple[int, int]]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    memo: dict[str, tuple[str, float]] = field(default_factory=dict)
    spelled: set[str] = field(default_factory=set)
    known: tuple[str, ...] = ()

    def term(self, key: Key) -> int:
        """Return the number of the term that a key of a phrase stands for, adding it when it is new."""
        name = " ".join(key)
        if name not in self.numbers:
            self.numbers[name] = len(self.numbers)
            self._add(key, self.numbers[name])
        return self.numbers[name]

    def _add(self, key: Key, number: int) -> None:
        affirm, deny = {key}, set[Key]()
        for entry in self.index.said.get(key, ()):
            affirm |= entry.same | entry.instances
            deny |= entry.opposite
        for entry in self.index.denied.get(key, ()):
            affirm |= entry.opposite
            deny |= entry.same
        for keys, sign in ((affirm, 1), (deny - affirm, -1)):
            for surface in keys:
                self.surfaces.setdefault(surface, set()).add((number, sign))
                self.longest[surface[0]] = max(self.longest.get(surface[0], 0), len(surface))

    def freeze(self) -> None:
        """Make ready for matching: gather the words that a typing slip may be of."""
        self.words = {word for key in self.surfaces for word in key}
        listed = {word for key in self.words for word in self.index.spelled.get(key, ())}
        written = {word for word in self.spelled if stem(word) in self.words}
        self.known = tuple(sorted(word for word in listed | written if len(word) >= SHORTEST - 1))

    def resolve(self, word: str) -> tuple[str, float]:
        """Return the stem a word of an answer stands for, and how sure that is (1, less for a typing slip)."""
        found = self.memo.get(word)
        if found is None:
            found = self._look_up(word)
            if len(self.memo) < _MEMO_LIMIT:
                self.memo[word] = found
        return found

    def _look_up(self, word: str) -> tuple[str, float]:
        plain = stem(word)
        if plain in self.words or plain in self.index.longest or is_stop(word):
            return plain, 1.0
        meant = nearest(word, self.known)
        return (stem(meant), 0.93 if len(word) < 8 else 0.9) if meant else (plain, 1.0)

    def units(self, keys: Key) -> Iterator[Key]:
        """Cut the keys of a phrase into units: the longest runs the lexicon knows, else single stems."""
        i = 0
        while i < len(keys):
            length = self._unit_length(keys, i)
            yield keys[i : i + length]
            i += length

    def _unit_length(self, keys: Key, i: int) -> int:
        for length in range(min(self.index.longest.get(keys[i], 1), len(keys) - i), 1, -1):
            run = keys[i : i + length]
            if run in self.index.said or run in self.index.denied:
                return length
        return 1

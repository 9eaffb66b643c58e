"""Phrases for a text: the words that must stand together, and shorter ways of saying the same."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from .families import with_family
from .telling import stems, telling
from .topic import Topic
from .typos import corrected
from .words import listed
from .words import words as plain_words

Words = tuple[str, ...]
MANY, LONGEST = 5, 500


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that say a text in full, and phrases that only touch it."""

    full: tuple[str, ...]
    touching: tuple[str, ...] = ()


def phrases_for(text: str, topic: Topic) -> Phrases:
    """Return phrases for a text: its telling words, without words of any field and those of the question, and less."""
    words = telling(text, topic.lexicon)
    if not listed("negators").isdisjoint(plain_words(text)):
        return Phrases((sayable(" ".join(_with_negators(text, words))),))
    if not words:
        return Phrases((sayable(text),))
    plain = _without(words, topic.general)
    lean = _without(plain, topic.asked)
    core = tuple(word for word in lean if word in telling(_core(text), topic.lexicon))
    is_part = 0 < len(core) < len(lean)
    shorter = [*_shorter(lean, text), *([core] if is_part and len(core) > 1 else [])]
    full = tuple(phrase for phrase in _written([words, plain, lean, *shorter], text, topic) if len(phrase) <= LONGEST)
    touching = _written([core], text, topic) if is_part and len(core) == 1 else ()
    return Phrases(full, tuple(phrase for phrase in touching if phrase not in full))


def _with_negators(text: str, words: Words) -> Iterator[str]:
    """The words of a text that tell or deny, in order: whatever is left out could turn it."""
    kept = {part for word in words for part in word.split()} | listed("negators")
    yield from (word for word in plain_words(text) if word in kept)


def _shorter(words: Words, text: str) -> Iterator[Words]:
    """A paraphrase seldom has all words: of a compound its noun will do unless it says too little, of more any two."""
    if len(words) == 2 and words[1] not in listed("weak") and _is_compound(words, text):
        yield words[1:]
    if len(words) > 2:
        yield from combinations(words, 2) if len(words) <= MANY else pairwise(words)


def _is_compound(words: Words, text: str) -> bool:
    said = plain_words(text)
    return " ".join(words) in " ".join(said) and listed("finite").isdisjoint(said)


def lean_words(text: str, topic: Topic) -> Words:
    """Return the telling words of a text without words of any field and those of the question, if any are left."""
    return _without(_without(telling(text, topic.lexicon), topic.general), topic.asked)


def sayable(text: str) -> str:
    """Return a text as a phrase: no marks of the `expect` language, and not too short for it."""
    said = " ".join(re.sub(r"[|()]|(?<![\w])/|/(?![\w])", " ", text).split())
    return said if len(said) > 1 else f"{said} (alone)"


def _without(words: Words, spare: frozenset[str]) -> Words:
    return tuple(word for word in words if not all(name in spare for name in stems(word))) or words


def _core(text: str) -> str:
    """A text up to the first word that only says more of it: "a fallback" of "a fallback for an API"."""
    chunks = text.split()
    end = next((i for i, chunk in enumerate(chunks) if i and chunk.lower() in listed("relations")), len(chunks))
    return " ".join(chunks[:end])


def _written(found: Iterable[Words], text: str, topic: Topic) -> tuple[str, ...]:
    """Each phrase as written, with the families of its words, and once more with its likely typos corrected."""
    mended = corrected(text, topic.question, topic.lexicon)
    written: list[str] = []
    for words in found:
        written.append(sayable(" ".join(map(with_family, words))))
        if not mended.keys().isdisjoint(words):
            written.append(" ".join(mended.get(word, word) for word in words))
    return _shortest(tuple(dict.fromkeys(written)))


def _shortest(found: tuple[str, ...]) -> tuple[str, ...]:
    """Without the phrases that hold all words of another: they could never decide."""
    sets = {phrase: set(phrase.split()) for phrase in found}
    return tuple(phrase for phrase in found if not any(sets[other] < sets[phrase] for other in found))

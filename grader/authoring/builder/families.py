"""Word families: "reduction" beside "reduce", where stemming alone keeps them apart."""

from functools import cache, lru_cache

from grader.text import english_words, stem, word_lists

_SHORTEST, _ROOT = 4, 3


@lru_cache(maxsize=10_000)
def with_family(word: str) -> str:
    """Return a word with the members of its family that have another stem, as alternatives: `reduce/reduction`."""
    return "/".join((word, *family(word))) if word.isalpha() and word.islower() else word


def family(word: str) -> tuple[str, ...]:
    """Return the common English words of a word's family that have another stem, one for each stem."""
    found: dict[str, str] = {}
    for old, new in _swaps():
        root = word.removesuffix(old)
        other = root + new
        if word.endswith(old) and len(root) >= _ROOT and len(word) >= _SHORTEST and other in english_words():
            found.setdefault(stem(other), other)
    found.pop(stem(word), None)
    return tuple(found.values())


@cache
def _swaps() -> tuple[tuple[str, str], ...]:
    lines = word_lists("grader.authoring.builder", "families.txt")["swaps"]
    pairs = [[ending.replace("-", "") for ending in line.split()] for line in lines]
    return tuple(way for short, long in pairs for way in ((short, long), (long, short)))

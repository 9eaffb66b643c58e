"""Words that carry no idea of their own."""

from functools import cache

from .wordlists import word_lists


def is_stop(word: str) -> bool:
    """Return whether a word is a function word, such as `the` or `with`."""
    return word in _words("stop")


def is_light(word: str) -> bool:
    """Return whether a word is a verb or noun so general that a phrase means the same without it, such as `use`."""
    return word in _words("light")


def is_particle(word: str) -> bool:
    """Return whether a function word changes the meaning of the word beside it, such as `out` in `scale out`."""
    return word in _words("particle")


def stop_words() -> frozenset[str]:
    """Return all function words."""
    return _words("stop")


def empty_words() -> frozenset[str]:
    """Return all words that carry no idea of their own: function words and light words."""
    return _empty()


@cache
def _empty() -> frozenset[str]:
    return _words("stop") | _words("light")


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(word for line in word_lists("grader.text", "stops.txt")[section] for word in line.split())

"""The words of a text that carry meaning, as lint compares them."""

from collections.abc import Iterator

from grader.text import is_light, is_stop, is_word, stem, tokenize


def content(text: str) -> tuple[str, ...]:
    """Return the words of a text that are neither function words nor general verbs."""
    return tuple(w for w in tokenize(text).words if is_word(w) and not is_stop(w) and not is_light(w))


def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words that carry meaning."""
    return frozenset(map(stem, content(text)))


def every_word(text: str) -> Iterator[str]:
    """Yield the words of a text."""
    return (word for word in tokenize(text).words if is_word(word))


def plain(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())

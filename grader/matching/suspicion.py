"""Tell when an answer holds text that may be meant for a model: not proof enough to void it, enough for a person."""

import re
from functools import cache
from itertools import pairwise

from grader.text import is_word, tokenize, unsupported_language, word_lists

# Markup of messages and of formats, runs that look encoded, and characters that hide.
_MARKUP = re.compile(
    r"\{\s*\"|\"\s*:|<\|?/?\w*\|?>|\[/?(?:INST|SYS)|```|^\s*(?:system|user|assistant|human|ai|developer)\s*[:>\]]"
    r"|[A-Za-z0-9+/=]{28,}|(?:[0-9a-fA-F]{2}[\s,]?){16,}|(?:\\x|%|&#x?)[0-9a-fA-F]{2}"
    r"|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\U000e0000-\U000e007f]"
    r"|(?:\b\w[\s.\-_*]){5,}",
    re.MULTILINE | re.IGNORECASE,
)
_SENTENCES = re.compile(r"[.!?\n;:]+")


def suspicious(answer: str) -> bool:
    """Return whether an answer holds such text: words, markup, an encoded run, or a sentence in another language."""
    if _MARKUP.search(answer) or _other_script(answer):
        return True
    words = [word for word in tokenize(answer).words if is_word(word)]
    pairs = {f"{first} {second}" for first, second in pairwise(words)}
    if not _listed().isdisjoint((*words, *pairs)):
        return True
    return any(unsupported_language(tokenize(part), part) is not None for part in _SENTENCES.split(answer))


@cache
def _listed() -> frozenset[str]:
    return frozenset(word_lists("grader.matching", "suspicious.txt")["words"])


def _other_script(answer: str) -> bool:
    """Letters that no Latin script has: a sentence in another one, or Latin words in disguise."""
    return any(c.isalpha() and c > "\u024f" for c in answer)

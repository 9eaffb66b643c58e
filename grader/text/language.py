"""Tell when a text is written in a language that the matcher cannot read.

Function words are counted against short lists, a few dozen words a language, because a candidate's answer is short,
the question is only "English or not", and a language model of many megabytes would answer nothing more.
"""

from collections import Counter
from functools import cache

from .tokens import Tokens, is_word
from .wordlists import word_lists

SHORTEST, FEWEST = 5, 3


def unsupported_language(tokens: Tokens, original: str) -> str | None:
    """Return the name of the language (or `other`) if a text is not in English, else None."""
    if _foreign_script(original):
        return "other"
    foreign = _foreign_words()
    if len([word for word in tokens.words if word in foreign]) < FEWEST:
        return None
    words = [word for word in tokens.words if is_word(word)]
    times = Counter(words)
    counts = {language: sum([times[word] for word in times.keys() & stops]) for language, stops in _languages().items()}
    english = counts.pop("english")
    name, most = max(counts.items(), key=lambda item: item[1])
    return name if len(words) >= SHORTEST and most >= FEWEST and most > 1.5 * english else None


@cache
def _foreign_words() -> frozenset[str]:
    return frozenset(word for name, words in _languages().items() if name != "english" for word in words)


@cache
def _languages() -> dict[str, frozenset[str]]:
    lists = word_lists("grader.text", "languages.txt")
    return {name: frozenset(word for line in lines for word in line.split()) for name, lines in lists.items()}


def _foreign_script(original: str) -> bool:
    """Most of the letters are of a script that no English word is written in (look-alikes mixed in do not count)."""
    if original.isascii():
        return False
    letters = [c for c in original if c.isalpha()]
    latin = sum(c < "\u0250" for c in letters)
    return len(letters) > 0 and latin < 0.35 * len(letters) and not _disguised(original)


def _disguised(original: str) -> bool:
    """Latin words with some letters swapped for look-alikes are English in disguise, not another language."""
    words = original.split()
    mixed = sum(any(c.isascii() and c.isalpha() for c in w) and not w.isascii() for w in words)
    return mixed > 0.3 * len(words)

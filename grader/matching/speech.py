"""Small words by what they do in a sentence: speakers, pronouns, copulas."""

from functools import cache

from grader.text import word_lists


@cache
def small_words(role: str) -> frozenset[str]:
    """Return the words that play a role, such as `pronouns`."""
    return frozenset(word for line in word_lists("grader.matching", "speech.txt")[role] for word in line.split())

"""Find runs of cue words in a sequence of tokens."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from grader.text import tokenize, word_lists

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A run of tokens, first to last, that stands in a section of the cue lists."""

    section: str
    first: int
    last: int


def find_cues(words: Words, *, name: str = "cues.txt") -> Iterator[Cue]:
    """Yield the cues from left to right: the longest at each place, none within another."""
    runs = _runs(name)
    i = 0
    while i < len(words):
        found = _longest(runs, words, i)
        if found:
            yield found
        i = found.last + 1 if found else i + 1


def _longest(runs: dict[str, tuple[tuple[Words, str], ...]], words: Words, i: int) -> Cue | None:
    for run, section in runs.get(words[i], ()):
        if words[i : i + len(run)] == run:
            return Cue(section, i, i + len(run) - 1)
    return None


@cache
def _runs(name: str) -> dict[str, tuple[tuple[Words, str], ...]]:
    by_first: dict[str, list[tuple[Words, str]]] = {}
    for section, entries in word_lists("grader.matching", name).items():
        for entry in entries:
            run = tokenize(entry).words
            by_first.setdefault(run[0], []).append((run, section))
    return {first: tuple(sorted(runs, key=lambda pair: -len(pair[0]))) for first, runs in by_first.items()}

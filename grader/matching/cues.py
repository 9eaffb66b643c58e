"""Find runs of cue words in a sequence of tokens."""

from functools import cache
from typing import NamedTuple

from grader.text import tokenize, word_lists

Words = tuple[str, ...]


class Cue(NamedTuple):
    """A run of tokens, first to last, that stands in a section of the cue lists."""

    section: str
    first: int
    last: int


def find_cues(words: Words, *, name: str = "cues.txt") -> list[Cue]:
    """Return the cues from left to right: the longest at each place, none within another."""
    runs = _runs(name)
    found: list[Cue] = []
    if runs.keys().isdisjoint(words):
        return found
    free = 0
    for i in [i for i, word in enumerate(words) if word in runs]:
        if i >= free:
            for run, section in runs[words[i]]:
                if words[i : i + len(run)] == run:
                    free = i + len(run)
                    found.append(Cue(section, i, free - 1))
                    break
    return found


@cache
def _runs(name: str) -> dict[str, tuple[tuple[Words, str], ...]]:
    by_first: dict[str, list[tuple[Words, str]]] = {}
    for section, entries in word_lists("grader.matching", name).items():
        for entry in entries:
            run = tokenize(entry).words
            by_first.setdefault(run[0], []).append((run, section))
    return {first: tuple(sorted(runs, key=lambda pair: -len(pair[0]))) for first, runs in by_first.items()}

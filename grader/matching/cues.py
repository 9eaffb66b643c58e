"""Find runs of cue words in a sequence of tokens."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from grader.text import tokenize, word_lists

Words = tuple[str, ...]


class Cue(NamedTuple):
    """A run of tokens, first to last, that stands in a section of the cue lists."""

    section: str
    first: int
    last: int


class _Runs(NamedTuple):
    """The runs that begin with a word: the sections they stand in, and how long they are, the longest first."""

    sections: dict[Words, str]
    lengths: tuple[int, ...]


def find_cues(words: Words, *, name: str = "cues.txt") -> list[Cue]:
    """Return the cues from left to right: the longest at each place, none within another."""
    runs = _runs(name)
    found: list[Cue] = []
    if runs.keys().isdisjoint(words):
        return found
    free = 0
    for i in [i for i, word in enumerate(words) if word in runs]:
        if i >= free:
            sections, lengths = runs[words[i]]
            for length in lengths:
                run = words[i : i + length]
                section = sections.get(run)
                if section is not None:
                    free = i + len(run)
                    found.append(Cue(section, i, free - 1))
                    break
    return found


@cache
def cue_words() -> frozenset[str]:
    """Return all words of the cues: they are no typing slips of others."""
    return frozenset(word for runs in _runs("cues.txt").values() for run in runs.sections for word in run)


@cache
def _runs(name: str) -> dict[str, _Runs]:
    by_first: dict[str, dict[Words, str]] = {}
    for section, entries in word_lists("grader.matching", name).items():
        for run in (run for entry in entries for run in _spelled_out(entry)):
            by_first.setdefault(run[0], {}).setdefault(run, section)
    return {first: _Runs(runs, _lengths(runs)) for first, runs in by_first.items()}


def _lengths(runs: dict[Words, str]) -> tuple[int, ...]:
    return tuple(sorted({len(run) for run in runs}, reverse=True))


def _spelled_out(entry: str) -> Iterator[Words]:
    """Every run that an entry stands for: of "see no|little point" two; `_` is a space."""
    for chosen in product(*(word.split("|") for word in entry.split())):
        yield tokenize(" ".join(chosen).replace("_", " ")).words

"""Names in a row that stand for one thing: what the lexicon counts as kinds of it, or what extends another."""

from functools import lru_cache

from grader.rubric import Lexicon, phrases
from grader.text import is_light

from .words import words

Key = tuple[str, ...]


def grouped(items: tuple[str, ...], lexicon: Lexicon) -> list[tuple[str, ...]]:
    """Return items in runs: neighbours that are kinds of one thing are together."""
    kinds = _kinds(lexicon)
    runs: list[list[str]] = []
    shared: frozenset[str] = frozenset()
    for item in items:
        own = kinds.get(key(item), frozenset())
        both = shared & own
        if runs and (both or _extends(runs[-1][-1], item)):
            runs[-1].append(item)
            shared = both or shared
        else:
            runs.append([item])
            shared = own
    return [tuple(run) for run in runs]


def key(item: str) -> Key:
    """Return what a name is looked up by: its words without a verb before or a hyphen within."""
    found = [word for part in words(item) for word in part.replace("-", " ").split()]
    while len(found) > 1 and (is_light(found[0]) or found[0] in ("a", "an", "the", "pure", "plain")):
        found = found[1:]
    return tuple(found)


@lru_cache(maxsize=8)
def _kinds(lexicon: Lexicon) -> dict[Key, frozenset[str]]:
    """For each name, the terms of the lexicon that it is a kind of; a term is of its own kind."""
    kinds: dict[Key, set[str]] = {}
    for name, term in lexicon.terms.items():
        if term.instances:
            for said in (name, *phrases(term.same or ""), *phrases(term.instances)):
                kinds.setdefault(key(said), set()).add(name)
    return {said: frozenset(names) for said, names in kinds.items()}


def _extends(before: str, after: str) -> bool:
    first, second = key(before), key(after)
    return len(first) < len(second) and second[: len(first)] == first

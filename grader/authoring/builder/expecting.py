"""A unit to what its concept expects: the constructs of a reference in the `expect` language."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from grader.rubric import AllOf, AnyOf, Avoid, Bind, Expect, Prefer

from .advice import advised, avoided, preferred
from .comparison import bound
from .definition import example_of, parts
from .examples import unmarked
from .families import with_family
from .phrasing import Phrases, lean_words, phrases_for, sayable
from .pieces import pieces, trimmed
from .topic import Topic
from .units import Unit

LONG, VERY_LONG = 5, 8
MOST, MOST_PARTS = 8000, 50
Expected = tuple[Expect, Expect | None]
_BRACKETS = re.compile(r"\(([^()]*)\)")


def expecting(unit: Unit, topic: Topic) -> Expected:
    """Return what a unit's concept is met by, and what only touches it (None: nothing)."""
    if (pair := bound(unit.text, topic.compared)) and _has_words(*pair):
        return Bind(bind={_either_name(pair[0]): _one_of([phrases_for(pair[1], topic)], pair[1])}), None
    if (against := avoided(unit.text)) and _has_words(against):
        return Avoid(avoid=_one_of((phrases_for(part, topic) for part in _sides(against)), against)), None
    if (choice := preferred(unit.text)) and _has_words(*choice):
        better, worse = (_one_of([phrases_for(side, topic)], side) for side in choice)
        return Prefer(prefer=better, over=worse), None
    return _said(unit, topic)


def _has_words(*texts: str) -> bool:
    """Whether something is left of each: "prefer -" prefers nothing."""
    return all(any(map(str.isalnum, text)) for text in texts)


def _said(unit: Unit, topic: Topic) -> Expected:
    if unit.kind == "instances":
        return _one_of((phrases_for(item, topic) for item in pieces(unmarked(unit.text))), unit.text), None
    if unit.kind == "example":
        return _example(unit.text, topic)
    if unit.kind == "definition" and len(halves := parts(unit.text)) > 1:
        return AllOf(all=tuple(_point(half, topic)[0] for half in halves[:MOST_PARTS])), None
    return _point(advised(unit.text), topic)


def _point(text: str, topic: Topic) -> Expected:
    words = lean_words(_BRACKETS.sub(" ", text), topic)
    if len(words) >= LONG:
        pairs = tuple(f"{with_family(a)} {with_family(b)}" for a, b in pairwise(words[:MOST_PARTS]))
        return AnyOf(any=pairs, at_least=2 if len(words) < VERY_LONG else 3), None
    found = phrases_for(_BRACKETS.sub(" ", text), topic)
    within = (phrases_for(item, topic) for note in _BRACKETS.findall(text) for item in pieces(unmarked(note)))
    return _one_of([found, *within], text), " | ".join(found.touching) or None


def _example(text: str, topic: Topic) -> Expected:
    """An example is its case ("a payment") together with what is said of it."""
    case, *rest = lean_words(example_of(text), topic)[:MOST_PARTS] or (sayable(text),)
    alone = sayable(with_family(case))
    pairs = [f"{with_family(case)} {with_family(word)}" for word in rest]
    return " | ".join(pairs) or alone, alone if pairs else None


def _one_of(found: Iterable[Phrases], text: str) -> str:
    """The full phrases, as many as an expectation holds; for want of any, the text itself."""
    whole = " | ".join(dict.fromkeys(phrase for some in found for phrase in some.full))
    return (whole if len(whole) <= MOST else whole[:MOST].rpartition(" | ")[0]) or sayable(text)


def _either_name(name: str) -> str:
    """A subject of several words is known by its first one too: "REST API | REST"."""
    first = name.split()[0]
    return " | ".join(dict.fromkeys(map(sayable, (name, first))))


def _sides(text: str) -> Iterator[str]:
    yield from (side for side in map(trimmed, re.split(r"\s+(?:and|or)\s+", text)) if side)

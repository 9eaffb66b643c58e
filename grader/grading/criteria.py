"""A concept as a judge is told of it: what must be said, and some of the ways to say it."""

from collections.abc import Iterable
from typing import Any

from grader.judge import Criterion
from grader.rubric import AllOf, AnyOf, Avoid, Bind, Concept, Prefer, phrases

MOST_EXAMPLES = 6
_NOTATION = frozenset("/_()")


def criterion(concept: Concept) -> Criterion:
    """Return what a judge is told of a concept."""
    told = _told(concept.expect)
    opinion = " (the team's opinion; reasoned dissent is not wrong, only not this)" if concept.stance == "house" else ""
    return Criterion(concept.id, concept.source + opinion + (f". {told}" if told else ""))


def _told(expect: Any) -> str:
    match expect:
        case str():
            return _examples(phrases(expect))
        case AnyOf(any=parts):
            return _examples(phrase for part in parts if isinstance(part, str) for phrase in phrases(part))
        case AllOf(all=parts):
            return "All of it is needed: " + "; ".join(filter(None, map(_first, parts))) + "."
        case Avoid(avoid=part):
            return f"The answer advises against: {_first(part)}."
        case Prefer(prefer=preferred, over=other):
            return f"The answer prefers {_first(preferred)} over {_first(other)}."
        case Bind(bind=pairs):
            return "; ".join(f"{_first(left)} goes with {_first(right)}" for left, right in pairs.items()) + "."
    return ""


def _first(part: Any) -> str:
    return _plain(phrases(part))[0] if isinstance(part, str) and _plain(phrases(part)) else ""


def _examples(said: Iterable[str]) -> str:
    plain = _plain(said)[:MOST_EXAMPLES]
    return f"For example: {'; '.join(plain)}." if plain else ""


def _plain(said: Iterable[str]) -> list[str]:
    """The phrases that are written in plain words, without the notation of alternatives."""
    return [phrase for phrase in said if not _NOTATION & set(phrase)]

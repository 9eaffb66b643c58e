"""What changed between two versions of a rubric."""

from collections.abc import Iterator
from dataclasses import dataclass

from grader.rubric import Concept, Expect, Rubric, phrases, texts

RUBRIC_FIELDS = ("id", "question", "lexicon", "credit", "enough")
CONCEPT_FIELDS = ("source", "weight", "required", "stance", "hint", "narrow", "direct", "follow_up")
VERDICTS = ("met", "partial", "missed", "contradicted")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `what` of a concept (None: of the rubric itself), before and after."""

    concept: str | None
    what: str
    old: str | None = None
    new: str | None = None


def diff(old: Rubric, new: Rubric) -> tuple[Change, ...]:
    """Return what changed, in the order of the rubric's parts. Layout and the order of concepts are no change."""
    return tuple(_changes(old, new))


def renamed(old: Rubric, new: Rubric) -> dict[str, str]:
    """Return old id to new id of the concepts that go by another name: the same source or the same expectation."""
    gone = [concept for concept in old.concepts if new.concept(concept.id) is None]
    come = [concept for concept in new.concepts if old.concept(concept.id) is None]
    found: dict[str, str] = {}
    for before in gone:
        same = (c for c in come if c.id not in found.values() and _same(before, c))
        if after := next(same, None):
            found[before.id] = after.id
    return found


def _same(before: Concept, after: Concept) -> bool:
    return before.source == after.source or before.expect == after.expect


def _changes(old: Rubric, new: Rubric) -> Iterator[Change]:
    yield from _fields(None, old, new, RUBRIC_FIELDS)
    names = renamed(old, new)
    for before in old.concepts:
        after = new.concept(names.get(before.id, before.id))
        if after is None:
            yield Change(before.id, "removed", before.source)
        else:
            yield from _concept(before, after)
    known = {*names.values(), *(concept.id for concept in old.concepts)}
    yield from (
        Change(concept.id, "added", None, concept.source) for concept in new.concepts if concept.id not in known
    )


def _concept(old: Concept, new: Concept) -> Iterator[Change]:
    if old.id != new.id:
        yield Change(new.id, "renamed", old.id, new.id)
    yield from _fields(new.id, old, new, CONCEPT_FIELDS)
    yield from _phrases(new.id, "phrase", old.expect, new.expect)
    yield from _phrases(new.id, "partly", old.partly, new.partly)
    yield from _fields(new.id, old.feedback, new.feedback, VERDICTS, "feedback for ")


def _fields(
    concept: str | None, old: object, new: object, names: tuple[str, ...], prefix: str = ""
) -> Iterator[Change]:
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Change(concept, prefix + name, _text(before), _text(after))


def _text(value: object) -> str | None:
    if value is None:
        return None
    return f"{value:g}" if isinstance(value, float) else str(value)


def _phrases(concept: str, what: str, old: Expect | None, new: Expect | None) -> Iterator[Change]:
    before, after = _said(old), _said(new)
    yield from (Change(concept, f"{what} removed", phrase) for phrase in before if phrase not in after)
    yield from (Change(concept, f"{what} added", None, phrase) for phrase in after if phrase not in before)
    if old != new and set(before) == set(after):
        yield Change(concept, f"{what}s regrouped")


def _said(expect: Expect | None) -> dict[str, None]:
    return {} if expect is None else {phrase: None for text in texts(expect) for phrase in phrases(text)}

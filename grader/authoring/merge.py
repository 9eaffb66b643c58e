"""A built rubric and the file that is there: which one stands, and what a person may want to take over."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from grader.rubric import Concept, Rubric, content_hash

from .builder import another

State = Literal["built", "unchanged", "kept", "stale"]
LIKE = 0.6


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a built rubric stands to the one that is there.

    built: it may be written; unchanged: it is there already; kept: a person's file stands; stale: it stands, but the
    seed has changed since. `gone` and `new` are the seed's units that only the file, only the seed holds.
    """

    state: State
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


def compare(built: Rubric, there: Rubric | None) -> Comparison:
    """Return how a built rubric stands to the one that is there, if any."""
    if there is None:
        return Comparison("built")
    if is_builders(there):
        return Comparison("unchanged" if content_hash(there) == content_hash(built) else "built")
    old, new = _sources(there), _sources(built)
    gone, added = tuple(s for s in old if s not in new), tuple(s for s in new if s not in old)
    return Comparison("stale" if _seed_changed(built, there, (*gone, *added)) else "kept", gone, added)


def is_builders(rubric: Rubric) -> bool:
    """Return whether a rubric is as the builder made it: nobody has edited it."""
    return rubric.generated is not None and rubric.generated == content_hash(rubric)


def propose(built: Rubric, there: Rubric) -> Rubric:
    """Return a person's rubric brought up to the seed: their concepts where it still asks for them, else new ones.

    A unit that was only reworded keeps the person's concept with the new words as its source.
    """
    concepts = tuple(_merged(built, there))
    enough = there.enough if there.enough == "all" or there.enough <= len(concepts) else "all"
    if len({concept.weight for concept in concepts}) > 1:
        enough = "all"
    update = {"question": built.question, "source": built.source, "concepts": concepts, "enough": enough}
    return there.model_copy(update={**update, "generated": None})


def _seed_changed(built: Rubric, there: Rubric, differing: tuple[str, ...]) -> bool:
    """A file that does not record the seed's line is stale if its sources are not the seed's units."""
    if there.source is None or built.source is None:
        return bool(differing)
    return there.source.sha256 != built.source.sha256


def _sources(rubric: Rubric) -> tuple[str, ...]:
    return tuple(concept.source for concept in rubric.concepts)


def _merged(built: Rubric, there: Rubric) -> Iterator[Concept]:
    same = {concept.source: concept for concept in there.concepts}
    left = [concept for concept in there.concepts if concept.source not in _sources(built)]
    taken: list[str] = [concept.id for concept in there.concepts if concept not in left]
    for concept in built.concepts:
        if concept.source in same:
            yield same[concept.source]
            continue
        old = _reworded(concept.source, left)
        if old is not None:
            left.remove(old)
        kept = concept if old is None else old.model_copy(update={"source": concept.source})
        name = kept.id if kept.id not in taken else another(kept.id, taken)
        taken.append(name)
        yield kept.model_copy(update={"id": name})


def _reworded(source: str, left: list[Concept]) -> Concept | None:
    """The concept whose source is most like a new one, if any is."""
    scored = [(SequenceMatcher(None, old.source, source, autojunk=False).ratio(), old) for old in left]
    likeness, old = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return old if likeness >= LIKE else None

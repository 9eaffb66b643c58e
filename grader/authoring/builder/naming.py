"""The ids of concepts: the telling words of their units."""

from collections.abc import Sequence

from grader.rubric import slugify

from .advice import advised
from .comparison import bound
from .phrasing import lean_words
from .topic import Topic

_WORDS = 3


def concept_ids(units: Sequence[str], topic: Topic) -> tuple[str, ...]:
    """Return an id for each unit, all different."""
    taken: list[str] = []
    for number, unit in enumerate(units, 1):
        name = slugify(" ".join(_words(unit, topic))) or f"key-idea-{number}"
        taken.append(name if name not in taken else another(name, taken))
    return tuple(taken)


def another(name: str, taken: Sequence[str]) -> str:
    """Return an id like `name` that is not taken. A slug has room for 100 characters: the number fits in."""
    return next(new for i in range(2, len(taken) + 3) if (new := f"{name[:96].rstrip('-')}-{i}") not in taken)


def _words(unit: str, topic: Topic) -> tuple[str, ...]:
    if pair := bound(unit, topic.compared):
        return (pair[0].split()[0], *lean_words(pair[1], topic)[:_WORDS])
    return lean_words(advised(unit), topic)[:_WORDS]

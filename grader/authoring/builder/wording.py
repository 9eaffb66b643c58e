"""Drafts of feedback and hints that do not give the answer away."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from grader.matching import CompiledRubric, match
from grader.rubric import Feedback
from grader.text import word_lists

from .advice import avoided, preferred
from .comparison import bound
from .telling import stems
from .topic import Topic
from .units import Unit
from .words import words


@dataclass(frozen=True, slots=True)
class Wording:
    """Feedback and hint of a concept."""

    feedback: Feedback
    hint: str


def drafts(unit: Unit, topic: Topic, number: int) -> Iterator[Wording]:
    """Yield drafts for the `number`th unit of a topic, from the most to the least telling; the last tells nothing."""
    if pair := bound(unit.text, topic.compared):
        yield _draft("bind", number, pair[0])
    elif name := _category(unit.text, topic):
        yield _draft("category", number, name)
    yield _draft(_kind(unit), number)
    yield _draft("point", number)
    yield _draft("other", number)


def leaks(compiled: CompiledRubric, at: int, draft: Wording) -> bool:
    """Return whether a draft says what the concept at a place of the rubric expects."""
    texts = (draft.hint, draft.feedback.partial, draft.feedback.missed, draft.feedback.contradicted)
    said = "\n".join(texts).replace("?", ".")  # as lint reads it: a question claims nothing
    return match(compiled, said, mode="notes").concepts[at].verdict != "missed"


def _draft(kind: str, number: int, name: str = "") -> Wording:
    about = _texts("about")[kind].format(n=number, name=name)
    feedback = {verdict: text.format(about=about) for verdict, text in _texts("feedback").items()}
    return Wording(Feedback(**feedback), _texts("hint")[kind].format(n=number, name=name))


def _kind(unit: Unit) -> str:
    if avoided(unit.text):
        return "avoid"
    if preferred(unit.text):
        return "prefer"
    if unit.kind == "point":
        return "purpose" if words(unit.text)[:1] == ["to"] else "point"
    return unit.kind


def _category(text: str, topic: Topic) -> str | None:
    """What the lexicon counts a unit as a kind of: error tracking for "sentry"."""
    said = stems(text)
    kinds = topic.kinds.get(said, ())
    return next((name for name in kinds if set(stems(name)).isdisjoint({*said, *topic.asked})), None)


@cache
def _texts(section: str) -> dict[str, str]:
    lines = word_lists("grader.authoring.builder", "wording.txt")[section]
    return {kind.strip(): text.strip() for kind, _, text in (line.partition("=") for line in lines)}

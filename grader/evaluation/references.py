"""Rubrics built on the fly, one for each reference answer."""

from collections.abc import Callable

from grader.errors import UnknownRubric
from grader.rubric import EMPTY, Lexicon, Rubric

RubricOfReference = Callable[[str, str], Rubric]


class ReferenceRubrics:
    """Rubrics that a builder makes of (question, reference), each once; a repository of rubrics as any other."""

    def __init__(self, build: RubricOfReference) -> None:
        self._build = build
        self._ids: dict[tuple[str, str], str] = {}
        self._rubrics: dict[str, Rubric] = {}

    def add(self, question: str, reference: str) -> str:
        """Return the id of the rubric of a reference; it is built if there is none yet."""
        key = question, reference
        if key not in self._ids:
            rubric = self._build(question, reference)
            name = f"references/r{len(self._ids) + 1}"
            self._rubrics[name] = rubric.model_copy(update={"id": name})
            self._ids[key] = name
        return self._ids[key]

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the rubrics built so far."""
        return tuple(self._rubrics)

    def get(self, rubric_id: str) -> Rubric:
        """Return a rubric by its id. Raises UnknownRubric."""
        if rubric_id not in self._rubrics:
            raise UnknownRubric
        return self._rubrics[rubric_id]

    def lexicon(self, name: str | None) -> Lexicon:
        """Return the empty lexicon: a reference has no domain."""
        del name
        return EMPTY

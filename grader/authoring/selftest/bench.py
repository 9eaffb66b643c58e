"""The self-test of rubrics in files: finds seed, notes and the seed's other questions, reads each once."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from grader.errors import RubricError
from grader.grading import prepare
from grader.rubric import FileRubrics, Rubric, Seed, read_seed

from .notes import Notes, read_notes
from .reference import joined, reference_of
from .run import SelfTestReport, selftest
from .subject import Subject

NOTES = "{}.selftest.yaml"


class Bench:
    """Tests rubrics; seeds are `<seed>.md` in the seeds' folders, notes `<seed>.selftest.yaml` beside the rubrics."""

    def __init__(self, rubrics: FileRubrics, notes: tuple[Path, ...], seeds: tuple[Path, ...]) -> None:
        self._rubrics, self._notes_in, self._seeds_in = rubrics, notes, seeds
        self._seeds: dict[str, tuple[Seed, ...]] = {}
        self._notes: dict[str, Notes] = {}
        self._references: dict[str, dict[str, str]] = {}

    def test(self, rubric: Rubric) -> SelfTestReport:
        """Return how a rubric does with its mutants. Raises SeedError, RubricError, LexiconError."""
        others = {slug: text for slug, text in self._others(rubric.seed).items() if slug != rubric.slug}
        subject = Subject(prepare(rubric, self._rubrics.lexicon(rubric.lexicon)), self.reference(rubric))
        return selftest(subject, others, self.notes(rubric.seed))

    def reference(self, rubric: Rubric) -> str:
        """Return the reference answer of a rubric."""
        return reference_of(rubric, self.seeds(rubric.seed))

    def seeds(self, seed: str) -> tuple[Seed, ...]:
        """Return the seed with this id, nothing if there is no such file."""
        if seed not in self._seeds:
            found = (folder / f"{seed}.md" for folder in self._seeds_in)
            path = next((path for path in found if path.is_file()), None)
            self._seeds[seed] = () if path is None else (read_seed(path),)
        return self._seeds[seed]

    def notes(self, seed: str) -> Notes:
        """Return what a person has noted for the rubrics of a seed."""
        if seed not in self._notes:
            found = (folder / NOTES.format(seed) for folder in self._notes_in)
            path = next((path for path in found if path.is_file()), None)
            self._notes[seed] = Notes() if path is None else read_notes(path)
        return self._notes[seed]

    def _others(self, seed: str) -> dict[str, str]:
        """The references of all questions of a seed, by slug; without the seed, of its rubrics."""
        if seed not in self._references:
            asked = {question.slug: question.reference for s in self.seeds(seed) for question in s.questions}
            self._references[seed] = asked or dict(self._sources(seed))
        return self._references[seed]

    def _sources(self, seed: str) -> Iterator[tuple[str, str]]:
        """Slug and sources of each rubric of a seed; a faulty file is an error only where it is tested itself."""
        for rubric_id in self._rubrics.ids():
            if rubric_id.startswith(f"{seed}/"):
                with suppress(RubricError):
                    rubric = self._rubrics.get(rubric_id)
                    yield rubric.slug, joined(rubric)

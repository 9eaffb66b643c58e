"""Read and lint the file of an assessment."""

from collections.abc import Collection, Iterator
from pathlib import Path

from grader.errors import AssessmentError

from .assessment import Assessment
from .validation import Fault, faults, read_document, validated
from .yaml import Document


def read_assessment(path: Path) -> Assessment:
    """Return the assessment in a file. Raises AssessmentError with file and line; the id must be the file's name."""
    document = read_document(path, AssessmentError)
    assessment = validated(Assessment, document, path, AssessmentError)
    for line, message in _contradictions(document, path.stem):
        raise AssessmentError(message, path=str(path), line=line)
    return assessment


def lint_assessment(path: Path, rubrics: Collection[str]) -> tuple[AssessmentError, ...]:
    """Return all that is wrong with the file of an assessment, by line; `rubrics` are the ids there are."""
    try:
        document = read_document(path, AssessmentError)
    except AssessmentError as fault:
        return (fault,)
    found = {*faults(Assessment, document), *_contradictions(document, path.stem), *_unknown(document, rubrics)}
    return tuple(AssessmentError(message, path=str(path), line=line) for line, message in sorted(found))


def _contradictions(document: Document, stem: str) -> Iterator[Fault]:
    name = document.data.get("id") if isinstance(document.data, dict) else None
    if isinstance(name, str) and name != stem:
        message = f"the id is {name:.100}, but the file's name says {stem}: make them agree."
        yield Fault(document.line("id"), message)
    lines: dict[str, int] = {}
    for index, rubric in _named(document):
        line = document.line("questions", index, "rubric")
        if rubric in lines:
            message = f"questions.{index}: {rubric:.201} is on line {lines[rubric]} already. Keep one of the two."
            yield Fault(line, message)
        lines.setdefault(rubric, line)


def _unknown(document: Document, rubrics: Collection[str]) -> Iterator[Fault]:
    for index, rubric in _named(document):
        if rubric not in rubrics:
            message = (
                f"questions.{index}: there is no rubric {rubric:.201}. `grader rubric list` prints those there are."
            )
            yield Fault(document.line("questions", index, "rubric"), message)


def _named(document: Document) -> Iterator[tuple[int, str]]:
    """Yield index and rubric of each question that names one, whatever else is wrong."""
    questions = document.data.get("questions") if isinstance(document.data, dict) else None
    for index, row in enumerate(questions if isinstance(questions, list) else ()):
        if isinstance(row, dict) and isinstance(rubric := row.get("rubric"), str):
            yield index, rubric

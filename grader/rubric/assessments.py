"""Assessments in YAML files: `<folder>/assessments/<id>.yaml`."""

from difflib import get_close_matches
from pathlib import Path

from grader.errors import UnknownAssessment

from .assessment import Assessment
from .assessment_file import read_assessment

ASSESSMENTS = "assessments"


class FileAssessments:
    """The assessments in some folders of rubrics; where two hold the same id, the first folder wins."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all assessments, sorted."""
        found = (path for folder in self._folders for path in folder.glob(f"{ASSESSMENTS}/*.yaml"))
        return tuple(sorted({path.stem for path in found if path.is_file()}))

    def get(self, assessment_id: str) -> Assessment:
        """Return an assessment by its id. Raises UnknownAssessment, AssessmentError."""
        return read_assessment(self.path(assessment_id))

    def path(self, assessment_id: str) -> Path:
        """Return the file of an assessment. Raises UnknownAssessment."""
        ids = self.ids()
        if assessment_id in ids:
            paths = (folder / ASSESSMENTS / f"{assessment_id}.yaml" for folder in self._folders)
            return next(path for path in paths if path.is_file())
        near = get_close_matches(assessment_id, ids, n=1)
        advice = f"Did you mean {near[0]}?" if near else "`grader assessment list` prints those there are."
        raise UnknownAssessment(f"No assessment is called {assessment_id[:100]!r}. {advice}")

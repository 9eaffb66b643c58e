"""The composition root: settings in, services out."""

from dataclasses import dataclass
from pathlib import Path

import grader
from grader.grading import Grading
from grader.rubric import FileAssessments, FileRubrics
from grader.settings import Settings, read_settings

PACKAGE = Path(grader.__file__).parent


@dataclass(frozen=True, slots=True)
class Services:
    """What the edges of the program use."""

    rubrics: FileRubrics
    grading: Grading
    assessments: FileAssessments


def services(settings: Settings | None = None) -> Services:
    """Return the services for some settings; without any, for those of the environment."""
    folders = rubric_folders(settings or read_settings())
    rubrics = FileRubrics(folders)
    return Services(rubrics, Grading(rubrics), FileAssessments(folders))


def rubric_folders(settings: Settings) -> tuple[Path, ...]:
    """Return the folders of rubrics, the operator's own first."""
    own = () if settings.rubrics_dir is None else (settings.rubrics_dir,)
    return (*own, shipped_rubrics())


def shipped_rubrics(package: Path = PACKAGE) -> Path:
    """Return the folder of the shipped rubrics: in a wheel within the package, in a checkout beside it."""
    within = package / "_rubrics"
    return within if within.is_dir() else package.parent / "rubrics"

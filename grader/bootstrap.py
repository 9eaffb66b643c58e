"""The composition root: settings in, services out."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import grader
from grader.grading import Grading
from grader.rubric import FileAssessments, FileRubrics
from grader.settings import Settings, read_settings

if TYPE_CHECKING:
    from grader.authoring import Library

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


def library(settings: Settings | None = None) -> "Library":
    """Return where lint finds rubrics, lexicons and seeds."""
    from grader.authoring import Library

    chosen = settings or read_settings()
    own = () if chosen.rubrics_dir is None else (chosen.rubrics_dir.parent / "seeds",)
    return Library(rubric_folders(chosen), (*own, shipped_seeds()))


def shipped_seeds(package: Path = PACKAGE) -> Path:
    """Return the folder of the shipped seeds: in a wheel within the package, in a checkout beside it."""
    within = package / "_seeds"
    return within if within.is_dir() else package.parent / "seeds"


def shipped_rubrics(package: Path = PACKAGE) -> Path:
    """Return the folder of the shipped rubrics: in a wheel within the package, in a checkout beside it."""
    within = package / "_rubrics"
    return within if within.is_dir() else package.parent / "rubrics"

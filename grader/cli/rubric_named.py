"""The rubric that an argument means: a file, or a name."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.bootstrap import Services
    from grader.rubric import Rubric


def rubric_named(name: str, services: "Services") -> "Rubric":
    """Return the rubric in the file of this name (a pipe too), or else the one the name means.

    A file may lie anywhere. Raises RubricError, UnknownRubric, AmbiguousRubric.
    """
    from grader.errors import RubricError
    from grader.rubric import Rubric, read_model

    path = Path(name)
    if path.is_file() or path.is_fifo() or path.suffix in (".yaml", ".yml"):
        return read_model(Rubric, path, RubricError)
    return services.grading.rubric(name)

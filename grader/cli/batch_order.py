"""What was asked of `grader batch run`."""

from dataclasses import dataclass, field
from pathlib import Path

from .options import When


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for on the command line."""

    file: Path
    out: Path
    rubric: str | None = None
    assessment: str | None = None
    said: dict[str, str] = field(default_factory=dict)
    sheet: str | None = None
    encoding: str | None = None
    yes: bool = False
    resume: bool = False
    retry_errors: bool = False
    limit: int | None = None
    sample: int | None = None
    seed: int = 0
    judge: When | None = None
    processes: int | None = None

"""Files of answers to the toy rubric, for tests of `grader batch`."""

import json
from pathlib import Path
from typing import Any

RUBRIC = "toy/how-to-scale"
ASSESSMENT = f"id: toys\ntitle: Toys\nquestions:\n  - rubric: {RUBRIC}\n"


def write_answers(path: Path, count: int = 4, **more: object) -> Path:
    """Write JSON lines; every fourth row names a rubric that there is not."""
    rows = (
        {"id": f"a-{n}", "rubric": RUBRIC if n % 4 != 3 else "nowhere", "answer": f"Queues. {n}", **more}
        for n in range(count)
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def lines_of(path: Path) -> list[dict[str, Any]]:
    """Return the lines of an output."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write_assessment(folder: Path) -> None:
    """Put an assessment of the toy question beside the toy rubric."""
    (folder / "rubrics" / "assessments").mkdir()
    (folder / "rubrics" / "assessments" / "toys.yaml").write_text(ASSESSMENT, encoding="utf-8")

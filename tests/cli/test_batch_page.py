"""What a batch came to, on a terminal."""

import json
from pathlib import Path

from .batch_files import RUBRIC, write_assessment
from .conftest import Run

TEXT = f"candidate,question,answer\nada,{RUBRIC},More servers and queues.\nben,{RUBRIC},Pigeons.\nben,{RUBRIC},x\n"


def test_candidates_are_ranked_and_doubles_are_told(grader: Run, tmp_path: Path) -> None:
    write_assessment(tmp_path)
    (tmp_path / "in.csv").write_text(TEXT, encoding="utf-8")
    out = grader("batch", "run", str(tmp_path / "in.csv"), "--assessment", "toys").out
    assert "1 of 1" in out
    assert f"ben answered {RUBRIC} more than once: none of these counts" in " ".join(out.split())
    assert "3 of 3 answers graded, 0 with an error" in out


def test_the_same_as_json(grader: Run, tmp_path: Path) -> None:
    write_assessment(tmp_path)
    (tmp_path / "in.csv").write_text(TEXT, encoding="utf-8")
    found = json.loads(grader("batch", "run", str(tmp_path / "in.csv"), "--assessment", "toys", "--json").out)
    ada, ben = found["candidates"]
    assert (ada["candidate"], ada["rank"], ada["total"]) == ("ada", 1, 1.0)
    assert (ben["total"], ben["doubled"]) == (None, [RUBRIC])
    rates = {concept["id"]: concept["hit_rate"] for concept in found["questions"][0]["concepts"]}
    assert rates == {"scale-out": 0.3333, "queues": 0.3333}

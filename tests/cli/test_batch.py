"""`grader batch run` as a user sees it."""

import json
from pathlib import Path

from .batch_files import RUBRIC, lines_of, write_answers, write_assessment
from .conftest import Run


def test_every_line_in_is_a_line_out_in_order(grader: Run, tmp_path: Path) -> None:
    file, out = write_answers(tmp_path / "in.jsonl", 6, note="kept"), tmp_path / "out.jsonl"
    code, _, err = grader("batch", "run", str(file), "--out", str(out))
    rows = lines_of(out)
    assert (code, [row["id"] for row in rows]) == (3, [f"a-{n}" for n in range(6)])
    assert [row["grade"] is None for row in rows] == [n % 4 == 3 for n in range(6)]
    assert all((row["error"] is None) != (row["grade"] is None) and row["note"] == "kept" for row in rows)
    assert "6 answers in 6 rows" in err


def test_without_errors_the_exit_code_is_zero_and_no_partial_file_stays(grader: Run, tmp_path: Path) -> None:
    file = write_answers(tmp_path / "in.jsonl", 3)
    assert grader("batch", "run", str(file)).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.graded.jsonl", "in.jsonl", "rubrics"]


def test_json_is_all_that_is_on_standard_output(grader: Run, tmp_path: Path) -> None:
    found = json.loads(grader("batch", "run", str(write_answers(tmp_path / "in.jsonl")), "--json").out)
    assert (found["rows"], found["errors"]) == (4, 1)
    assert found["questions"][0]["rubric"] == RUBRIC


def test_a_report_is_written_too(grader: Run, tmp_path: Path) -> None:
    write_assessment(tmp_path)
    file, page = write_answers(tmp_path / "in.jsonl", 3, candidate="c-1"), tmp_path / "r.html"
    grader("batch", "run", str(file), "--html", str(page), "--assessment", "toys")
    assert "c-1" in page.read_text("utf-8")


def test_a_wrong_option_is_wrong_use(grader: Run, tmp_path: Path) -> None:
    file = str(write_answers(tmp_path / "in.jsonl"))
    for wrong in (["--map", "answer"], ["--out", str(tmp_path / "x.doc")], ["--assessment", "none"], ["--map", "a=b"]):
        assert grader("batch", "run", file, *wrong).code == 2
    assert grader("batch", "run", str(tmp_path / "none.csv")).code == 2

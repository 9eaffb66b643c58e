"""Grading a file: which answers, and how the output is written."""

import csv
import json
from pathlib import Path

import openpyxl  # noqa: TID251 - reads what was written
import pytest

from .batch_files import RUBRIC, lines_of, write_answers
from .conftest import Run


def test_a_limit_takes_the_first_and_a_sample_takes_any_in_order(grader: Run, tmp_path: Path) -> None:
    file, out = str(write_answers(tmp_path / "in.jsonl", 40)), tmp_path / "o.jsonl"
    grader("batch", "run", file, "--out", str(out), "--limit", "3")
    assert [row["id"] for row in lines_of(out)] == ["a-0", "a-1", "a-2"]
    drawn = []
    for seed in ("1", "1", "2"):
        grader("batch", "run", file, "--out", str(out), "--sample", "7", "--seed", seed)
        drawn.append([int(row["id"][2:]) for row in lines_of(out)])
    assert drawn[0] == drawn[1] == sorted(drawn[0])
    assert drawn[0] != drawn[2]
    assert len(drawn[0]) == 7


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx"])
def test_a_table_keeps_its_columns_and_gets_those_of_the_grade(grader: Run, tmp_path: Path, ending: str) -> None:
    (tmp_path / "in.csv").write_text(
        f"Question;Answer;Note\n{RUBRIC};Queues.;=1+1\n{RUBRIC};;\nnowhere;x;\n", encoding="utf-8"
    )
    out = tmp_path / f"o.{ending}"
    assert grader("batch", "run", str(tmp_path / "in.csv"), "--out", str(out)).code == 3
    header, *rows = _read(out)
    assert header[:4] == ["Question", "Answer", "Note", "grader_score"]
    assert rows[0][2:4] == ["'=1+1", "0.5"]
    assert rows[1][3] == "0.0" if ending != "xlsx" else rows[1][3] == "0"
    assert "nowhere" in rows[2][-1]


def _read(path: Path) -> list[list[str]]:
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        return [["" if cell.value is None else str(cell.value) for cell in row] for row in sheet.iter_rows()]
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, delimiter="\t" if path.suffix == ".tsv" else ","))


@pytest.mark.parametrize("key", ["id", "candidate", "question", "answer", "note"])
@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_half_of_a_surrogate_pair_spoils_no_row_but_its_own(grader: Run, tmp_path: Path, key: str, ending: str) -> None:
    file, out = tmp_path / "in.jsonl", tmp_path / f"o.{ending}"
    good = {"id": "1", "candidate": "c", "question": RUBRIC, "answer": "a queue", "note": ""}
    file.write_text(f"{json.dumps({**good, key: chr(0xD800)})}\n{json.dumps(good)}\n", encoding="utf-8")
    done = grader("batch", "run", str(file), "--out", str(out), "--json")
    assert done.code == (0 if key == "note" else 3)
    assert json.loads(done.out)["errors"] == (key != "note")


def test_a_row_with_too_many_cells_loses_none(grader: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(f"question,answer\n{RUBRIC},one, two\n{RUBRIC},Queues.\n", encoding="utf-8")
    out = tmp_path / "o.csv"
    assert grader("batch", "run", str(tmp_path / "in.csv"), "--out", str(out)).code == 3
    header, bad, good = _read(out)
    assert bad[header.index("more_cells")] == '[" two"]'
    assert good[header.index("grader_score")] == "0.5"


def test_a_workbook_in_gives_its_rows_out(grader: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["id", "answer"], [17, "Queues."], [18, None]):
        book.active.append(row)
    book.save(tmp_path / "in.xlsx")
    out = tmp_path / "o.jsonl"
    assert grader("batch", "run", str(tmp_path / "in.xlsx"), "--rubric", RUBRIC, "--out", str(out)).code == 0
    assert [(row["id"], row["grade"]["score"]) for row in lines_of(out)] == [("17", 0.5), ("18", 0.0)]


def test_an_output_that_cannot_be_written_is_told(grader: Run, tmp_path: Path) -> None:
    file = write_answers(tmp_path / "in.jsonl")
    code, _, err = grader("batch", "run", str(file), "--out", str(tmp_path / "none" / "o.jsonl"))
    assert (code, "cannot be written" in err) == (2, True)

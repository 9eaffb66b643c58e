"""The finished output."""

import csv
from pathlib import Path

import openpyxl  # noqa: TID251 - reads what was written
import pytest

from grader.batches.local import writing
from grader.batches.local.outcome import Outcome
from grader.batches.local.piece import piece_of
from grader.batches.local.work import Work
from grader.batches.local.writing import write_table
from grader.errors import AnswersError
from tests.batches.local.answering import make_answers, make_grading

GIVEN = {"answer": '=HYPERLINK("x")', "n": 1}


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    (tmp_path / "lines").write_bytes(piece_of([Outcome("1", GIVEN, None, "no")]).text)
    return tmp_path / "lines"


@pytest.mark.parametrize(("name", "delimiter"), [("o.csv", ","), ("o.tsv", "\t")])
def test_no_cell_of_a_table_runs_as_a_formula(tmp_path: Path, lines: Path, name: str, delimiter: str) -> None:
    write_table(tmp_path / name, ["answer", "=n"], lines)
    with (tmp_path / name).open(encoding="utf-8-sig", newline="") as stream:
        header, row = csv.reader(stream, delimiter=delimiter)
    assert (header[1], row[0], row[-1]) == ("'=n", '\'=HYPERLINK("x")', "no")


def test_a_workbook_is_written(tmp_path: Path, lines: Path) -> None:
    write_table(tmp_path / "o.xlsx", ["answer"], lines)
    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx").active
    assert sheet is not None
    assert sheet["A2"].value == '\'=HYPERLINK("x")'


def test_several_processes_write_the_table_that_one_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "READ_AT_ONCE", 5000)
    answers = make_answers(100, 'a queue,\n"and" \u2028')
    (tmp_path / "lines").write_bytes(piece_of(map(Work(make_grading()).outcome, answers)).text)
    for processes in (1, 2):
        write_table(tmp_path / f"{processes}.csv", ["n"], tmp_path / "lines", processes)
    assert (tmp_path / "1.csv").read_bytes() == (tmp_path / "2.csv").read_bytes()
    with (tmp_path / "2.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["n"] for row in csv.DictReader(stream)] == [str(n) for n in range(100)]


def test_a_table_that_cannot_be_finished_leaves_nothing_behind(tmp_path: Path, lines: Path) -> None:
    (tmp_path / "o.csv").write_text("before", encoding="utf-8")
    lines.write_bytes(lines.read_bytes()[:-1])
    with pytest.raises(AnswersError, match="was changed"):
        write_table(tmp_path / "o.csv", ["answer"], lines)
    with pytest.raises(FileNotFoundError):
        write_table(tmp_path / "o.csv", ["answer"], tmp_path / "none")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lines", "o.csv"]
    assert (tmp_path / "o.csv").read_text(encoding="utf-8") == "before"

"""The finished output."""

import csv
from pathlib import Path

import openpyxl  # noqa: TID251 - reads what was written
import pytest

from grader.batches.local.outcome import Done
from grader.batches.local.writing import write_table

DONE = Done({"answer": '=HYPERLINK("x")', "n": 1}, None, "no", "")


@pytest.mark.parametrize(("name", "delimiter"), [("o.csv", ","), ("o.tsv", "\t")])
def test_no_cell_of_a_table_runs_as_a_formula(tmp_path: Path, name: str, delimiter: str) -> None:
    write_table(tmp_path / name, ["answer", "=n"], [DONE])
    with (tmp_path / name).open(encoding="utf-8-sig", newline="") as stream:
        header, row = csv.reader(stream, delimiter=delimiter)
    assert (header[1], row[0], row[-1]) == ("'=n", '\'=HYPERLINK("x")', "no")


def test_a_workbook_is_written(tmp_path: Path) -> None:
    write_table(tmp_path / "o.xlsx", ["answer"], [DONE])
    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx").active
    assert sheet is not None
    assert sheet["A2"].value == '\'=HYPERLINK("x")'


def test_a_table_that_cannot_be_finished_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "o.csv").write_text("before", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        write_table(tmp_path / "o.csv", ["answer"], (DONE for _ in range(1 // 0)))
    with pytest.raises(KeyError):
        write_table(tmp_path / "o.csv", ["answer"], [Done({}, {"concepts": []}, None, "")])
    assert [path.name for path in tmp_path.iterdir()] == ["o.csv"]
    assert (tmp_path / "o.csv").read_text(encoding="utf-8") == "before"

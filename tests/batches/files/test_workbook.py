"""Workbooks, read by a child process."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from grader.batches.files.workbook import read_workbook
from grader.errors import AnswersError

HEADER: list[object] = ["id", "answer"]


def workbook(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def cells(path: Path, sheet: str | None = None) -> list[dict[str, object]]:
    return [row.cells for row in read_workbook(path, sheet=sheet).rows]


def test_ids_are_whole_numbers_again_and_blank_rows_are_none(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"one": [HEADER, [17, "x"], [None, None], [18, None]], "empty": []})
    assert cells(path) == [{"id": "17", "answer": "x"}, {"id": "18", "answer": ""}]


def test_of_several_sheets_one_is_named_or_all_are_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"one": [HEADER, [1, "x"]], "two": [HEADER, [2, "y"]]})
    with pytest.raises(AnswersError, match="one, two"):
        cells(path)
    assert [row["id"] for row in cells(path, "two")] == ["2"]
    assert [row["id"] for row in cells(path, "*")] == ["1", "2"]
    with pytest.raises(AnswersError, match="no such sheet"):
        cells(path, "three")


def test_sheets_of_different_columns_are_not_read_as_one(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"one": [HEADER, [1, "x"]], "two": [["other"], ["y"]]})
    with pytest.raises(AnswersError, match="different columns"):
        cells(path, "*")


def test_a_sheet_that_claims_to_span_everything_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"one": [HEADER, [1, "x"]]})
    source = zipfile.ZipFile(path)
    parts = {name: source.read(name) for name in source.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    last = '<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("</sheetData>", last).replace("A1:B2", "A1:XFD1048576").encode()
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(AnswersError, match=r"could not be read|more cells"):
        cells(tmp_path / "bomb.xlsx")


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "no workbook")
    with pytest.raises(AnswersError, match="could not be read"):
        cells(path)

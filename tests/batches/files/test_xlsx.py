"""Workbooks that are written."""

from io import BytesIO

import openpyxl

from grader.batches.files.xlsx import write_xlsx


def written(*rows: tuple[str | float | None, ...]) -> list[tuple[object, ...]]:
    stream = BytesIO()
    write_xlsx(stream, ["id", "answer"], rows)
    sheet = openpyxl.load_workbook(stream).active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_rows_come_under_their_header() -> None:
    assert written(("a", 0.5), ("b", None)) == [("id", "answer"), ("a", 0.5), ("b", None)]


def test_a_formula_is_text_and_a_forbidden_character_is_spelt_out() -> None:
    assert written(("=1+1", "a\x00b\ud800"))[1] == ("'=1+1", "a\\u0000b\\ud800")

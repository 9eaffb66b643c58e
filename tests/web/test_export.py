"""A batch as a file."""

import csv
import io
from dataclasses import replace

from grader.batches import Kept
from grader.grading import GradeRequest
from grader.web.export import Pages, as_csv, as_xlsx, columns
from tests.batches.making import RUBRIC, shared_grading

GRADE = shared_grading().grade(GradeRequest(RUBRIC, "slow queries", candidate="ann"))
PLAIN = Kept(0, '{"id": "a", "candidate": "ann", "answer": "=cmd()", "note": 5}', "graded", GRADE.id, None, GRADE)
PAGED = Kept(1, '{"answer": "x", "fields": {"Remark": "-1+1", "Team": ["a"]}}', "failed", None, "why")
BROKEN = Kept(2, "not json", None, None, None)


def pages(*rows: Kept) -> Pages:
    return lambda after: tuple(row for row in rows if row.number > after)[:2]


def read(found: Pages) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(as_csv(found, columns(found))).removeprefix("\ufeff"))))


def test_every_column_that_any_row_has_is_there() -> None:
    found = pages(PLAIN, PAGED, BROKEN)
    assert columns(found) == ("id", "candidate", "answer", "note", "Remark", "Team")
    first, second, third = read(found)
    assert (first["note"], first["grader_score"], first["grader_id"]) == ("5", str(GRADE.score), GRADE.id)
    assert (second["Team"], second["grader_error"]) == ('["a"]', "why")
    assert (third["answer"], third["grader_error"]) == ("not json", "The row has no result yet.")


def test_no_cell_runs_in_a_spreadsheet() -> None:
    first, second = read(pages(PLAIN, PAGED))
    assert (first["answer"], second["Remark"]) == ("'=cmd()", "'-1+1")


def test_a_long_batch_comes_in_pieces() -> None:
    rows = [replace(PLAIN, number=at) for at in range(1200)]
    found: Pages = lambda after: tuple(rows[after + 1 : after + 501])  # noqa: E731
    parts = list(as_csv(found, columns(found)))
    assert len(parts) == 3
    assert len("".join(parts).splitlines()) == 1201


def test_a_workbook_is_written() -> None:
    stream = io.BytesIO()
    as_xlsx(pages(PLAIN), ("id",), stream)
    assert stream.getvalue().startswith(b"PK")

"""Grades as a table."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from grader.api.export_table import COLUMNS, csv_of
from grader.bootstrap import services
from grader.grading import GradeRequest, KeptGrade, Revision, StoredGrade
from grader.settings import Settings

NOW = datetime(2026, 1, 2, tzinfo=UTC)
GRADE = services(Settings()).grading.grade(GradeRequest("when-to-use-cache", "For slow queries."), grade_id="grd_1")
FIRST = Revision(id="rev_1", grade="grd_1", revision=1, version=1, made=NOW, made_by="key_1", machine=GRADE)
KEPT = KeptGrade(StoredGrade("grd_1", "For slow queries.", NOW, 1, GRADE.status, (FIRST,)), GRADE)
SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"


def read(*grades: KeptGrade) -> list[dict[str, str]]:
    text = b"".join(csv_of(grades)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_tells_the_grade_in_force_and_the_machines_own() -> None:
    (row,) = read(KeptGrade(KEPT.stored, GRADE.model_copy(update={"score": 1.0})))
    assert list(row) == list(COLUMNS)
    assert (row["score"], row["machine_score"]) == ("1.0", str(GRADE.score))
    assert row["verdicts"].count(": ") == len(GRADE.concepts)
    assert row["external_id"] == ""


@given(st.text(alphabet=st.sampled_from(SIGNS + " \t\r\n\",;a1'")), st.text(st.characters(codec="utf-8")))
def test_no_text_of_a_client_runs_as_a_formula_or_is_lost(wild: str, answer: str) -> None:
    stored = replace(KEPT.stored, answer=answer)
    (row,) = read(KeptGrade(stored, GRADE.model_copy(update={"candidate": wild, "external_id": answer})))
    assert row["candidate"].removeprefix("'") == wild.removeprefix("'")
    assert {row["answer"].removeprefix("'"), row["external_id"].removeprefix("'")} == {answer.removeprefix("'")}
    for cell in (row["candidate"], row["answer"]):
        assert not cell.lstrip().startswith(tuple(SIGNS)) or cell[1:].isdigit()
        assert not cell.startswith(("\t", "\r", "\n"))

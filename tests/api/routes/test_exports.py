"""Every grade with its history, as JSON lines; and as a table."""

import csv
import hashlib
import io
import json

from starlette.testclient import TestClient

BODY = {"rubric": "when-to-use-cache", "answer": "For slow queries.", "candidate": "c-export"}


def test_the_last_line_counts_the_rows_and_hashes_what_came_before(client: TestClient) -> None:
    made = [client.post("/v1/grades", json=BODY).json()["id"] for _ in range(3)]
    reply = client.get("/v1/exports/grades?candidate=c-export")
    *rows, last = reply.content.splitlines(keepends=True)
    assert [json.loads(row)["grade"]["id"] for row in rows] == made[::-1]
    assert json.loads(rows[0])["history"]["answer"] == BODY["answer"]
    assert json.loads(last) == {"object": "end", "rows": 3, "sha256": hashlib.sha256(b"".join(rows)).hexdigest()}
    assert reply.headers["content-disposition"].startswith("attachment")


def test_a_table_has_a_row_for_each_grade_and_no_formula(client: TestClient) -> None:
    wild = '=HYPERLINK("http://x")\nFor slow queries, "quoted".'
    sent = [{**BODY, "candidate": "c-table", "external_id": "@x", "answer": text} for text in (wild, "-1")]
    made = [client.post("/v1/grades", json=body).json()["id"] for body in sent]
    reply = client.get("/v1/exports/grades?candidate=c-table&format=csv")
    rows = list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == made[::-1]
    assert [row["answer"] for row in rows] == ["-1", f"'{wild}"]
    assert {row["external_id"] for row in rows} == {"'@x"}
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    assert reply.headers["content-disposition"] == 'attachment; filename="grades.csv"'


def test_another_form_is_refused(client: TestClient) -> None:
    assert client.get("/v1/exports/grades?format=xml").status_code == 422

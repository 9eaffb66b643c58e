"""Every grade with its history, as JSON lines."""

import hashlib
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

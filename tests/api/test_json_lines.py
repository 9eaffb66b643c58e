"""Lines of JSON whose end can be told from a cut."""

import hashlib
import json

from grader.api.json_lines import json_lines


def test_the_last_line_counts_the_others_and_hashes_their_bytes() -> None:
    *rows, last = json_lines([{"a": 1}, {"b": "\N{SNOWMAN}"}])
    assert [json.loads(row) for row in rows] == [{"a": 1}, {"b": "\N{SNOWMAN}"}]
    assert json.loads(last) == {"object": "end", "rows": 2, "sha256": hashlib.sha256(b"".join(rows)).hexdigest()}


def test_of_nothing_there_is_an_end() -> None:
    (last,) = json_lines([])
    assert json.loads(last)["rows"] == 0

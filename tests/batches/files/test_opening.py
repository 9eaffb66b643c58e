"""Files opened by what they are."""

from pathlib import Path

import pytest

from grader.batches.files.opening import open_answers
from grader.errors import AnswersError

DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize("path", sorted(DATA.glob("*.?sv")), ids=lambda path: str(path.name))
def test_every_export_is_read_whole(path: Path) -> None:
    with open_answers(path) as table:
        assert all(row.fault is None and len(row.cells) == len(table.columns) for row in table.rows)


def test_json_lines_go_by_their_ending(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"answer": "x"}\n', encoding="utf-8")
    with open_answers(tmp_path / "a.jsonl") as table:
        assert table.columns == ("answer",)


@pytest.mark.parametrize(("data", "reason"), [(b"\xd0\xcf\x11\xe0old", "old kind"), (b"PK\x03\x04torn", "whole")])
def test_what_cannot_be_read_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    with pytest.raises(AnswersError, match=reason), open_answers(tmp_path / "a.csv"):
        pass


def test_a_missing_file_and_an_unknown_encoding_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AnswersError, match="No such file"), open_answers(tmp_path / "none.csv"):
        pass
    with pytest.raises(AnswersError, match="No encoding"), open_answers(DATA / "german.csv", encoding="klingon"):
        pass

"""Log lines: allowed fields and nothing else."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from grader.telemetry import configure, log, silence

CANARY = "canary-7f3a"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    lines = io.StringIO()
    configure(lines)
    yield lines
    silence()


def last(stream: io.StringIO) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(stream.getvalue().splitlines()[-1])
    return found


def test_a_line_is_one_json_object_with_time_and_level(stream: io.StringIO) -> None:
    log("request", status=200, route="/v1/grades")
    line = last(stream)
    assert (line["event"], line["level"], line["status"], line["route"]) == ("request", "info", 200, "/v1/grades")
    assert line["time"].endswith("Z")


@pytest.mark.parametrize("field", ["answer", "candidate", "external_id", "name", "key", "reason", "url"])
def test_a_field_that_is_not_allowed_is_left_out(stream: io.StringIO, field: str) -> None:
    log("request", level="info", error=None, **{field: CANARY})
    assert CANARY not in stream.getvalue()
    assert last(stream)["event"] == "request"


def test_of_an_error_its_type_and_places_are_told_but_not_its_text(stream: io.StringIO) -> None:
    try:
        int(CANARY)
    except ValueError as error:
        log("bug", level="error", error=error)
    line = last(stream)
    assert CANARY not in stream.getvalue()
    assert line["error"] == "ValueError"
    assert line["where"].startswith("test_logs.py:")


def test_a_long_text_is_cut_and_a_line_break_starts_no_new_line(stream: io.StringIO) -> None:
    log("request", route="a\n" * 10_000)
    assert len(stream.getvalue().splitlines()) == 1
    assert len(last(stream)["route"]) == 200


def test_without_set_up_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    silence()
    log("request")
    assert capsys.readouterr() == ("", "")

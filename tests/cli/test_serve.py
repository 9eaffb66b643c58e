"""`grader serve` prints its address, serves, and stops when told."""

import json
import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest

from tests.telemetry.collecting import collecting

from .conftest import Run


def test_serve_prints_one_line_with_an_address_that_answers() -> None:
    command = [sys.executable, "-m", "grader", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline().strip()
        try:
            with urlopen(f"{line}/livez", timeout=20) as reply:
                assert reply.status == 200
        finally:
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=20)
    assert line.startswith("http://127.0.0.1:")
    assert (process.returncode, out) == (130, "")
    assert [json.loads(told)["event"] for told in err.splitlines()] == []


def test_spans_that_wait_are_sent_before_a_signal_ends_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, "-m", "grader", "serve", "--port", "0"]
    with collecting() as collector:
        monkeypatch.setenv("GRADER_TRACES_ENDPOINT", collector.address)
        monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "3600000")
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            try:
                with urlopen(f"{address}/v1/rubrics", timeout=20) as reply:
                    assert reply.status == 200
                assert collector.bodies == []
            finally:
                process.terminate()
                process.communicate(timeout=20)
        assert [span.name for span in collector.spans()] == ["GET /v1/rubrics"]


def test_a_setting_that_cannot_be_used_is_one_line_and_no_address(grader: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_RUBRICS_DIR", "no such folder")
    code, out, err = grader("serve", "--port", "0")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "GRADER_RUBRICS_DIR" in err


def test_a_public_address_needs_a_key(grader: Run) -> None:
    code, out, err = grader("serve", "--host", "0.0.0.0", "--port", "0")
    assert (code, out) == (2, "")
    assert "grader admin key create" in err


def test_a_port_out_of_range_is_refused(grader: Run) -> None:
    assert grader("serve", "--port", "65536").code == 2

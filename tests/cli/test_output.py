"""What is printed arrives whole, or the command says why not."""

import subprocess
import sys
from pathlib import Path

import pytest

from grader.cli.output import BROKEN_PIPE

LIST = [sys.executable, "-m", "grader", "rubric", "schema"]


def test_a_reader_that_goes_away_is_met_with_silence() -> None:
    process = subprocess.Popen(LIST, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate()
    assert (process.returncode, err) == (BROKEN_PIPE, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_reported_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(LIST, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: The output cannot be written (")
    assert done.stderr.count("\n") == 1


def test_json_is_plain_ascii_where_the_output_is_not_unicode() -> None:
    code = "from grader.cli.output import write_json; write_json({'é': '日'})"
    command = [sys.executable, "-X", "utf8=0", "-c", "import sys; sys.stdout.reconfigure(encoding='latin-1'); " + code]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout == b'{\n  "\\u00e9": "\\u65e5"\n}\n'

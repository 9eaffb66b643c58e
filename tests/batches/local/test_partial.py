"""The output while it grows."""

from pathlib import Path

from grader.batches.local.outcome import Outcome
from grader.batches.local.partial import Partial, outcomes_in

LINES = [Outcome(str(n), {"answer": "ü\ud800"}, None, None).line() for n in range(3)]


def write(path: Path, kept: int, *lines: str) -> None:
    partial = Partial(path)
    partial.begin(kept)
    for line in lines:
        partial.add(line.encode("utf-8", "backslashreplace"))
    partial.close()


def ids(path: Path) -> list[str]:
    return [done.given["id"] for done in outcomes_in(path)]


def test_what_is_written_is_read_back_whole(tmp_path: Path) -> None:
    write(tmp_path / "p", 0, *LINES)
    assert [done.given["answer"] for done in outcomes_in(tmp_path / "p")] == ["ü\ud800"] * 3


def test_reading_ends_at_a_torn_line_and_writing_goes_on_in_its_place(tmp_path: Path) -> None:
    write(tmp_path / "p", 0, *LINES)
    with (tmp_path / "p").open("rb+") as stream:
        stream.truncate((tmp_path / "p").stat().st_size - 9)
    assert ids(tmp_path / "p") == ["0", "1"]
    write(tmp_path / "p", 2, LINES[2])
    assert ids(tmp_path / "p") == ["0", "1", "2"]

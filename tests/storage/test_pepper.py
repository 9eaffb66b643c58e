"""The pepper: made once, for its owner only."""

from pathlib import Path

from grader.storage import read_pepper


def test_a_pepper_is_made_once_and_stays(tmp_path: Path) -> None:
    first = read_pepper(tmp_path)
    assert (read_pepper(tmp_path), len(first)) == (first, 64)


def test_two_folders_have_two_peppers_that_only_their_owner_may_read(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert read_pepper(tmp_path) != read_pepper(tmp_path / "other")
    assert (tmp_path / "pepper").stat().st_mode & 0o077 == 0

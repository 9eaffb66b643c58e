"""The files of built rubrics."""

from pathlib import Path

from grader.cli.build_files import build_one, save
from grader.rubric import EMPTY, parse_seed, read_rubric

SEED = parse_seed(b"- how to query? use an index", path="sql.md")


def test_what_is_built_is_written_and_read_as_it_is(tmp_path: Path) -> None:
    item = build_one(SEED.questions[0], SEED, EMPTY, Path("sql.md"), tmp_path)
    assert item.path == tmp_path / "sql" / "how-to-query.yaml"
    save(item)
    assert read_rubric(item.path) == item.rubric


def test_what_is_not_built_is_not_written(tmp_path: Path) -> None:
    save(build_one(SEED.questions[0], SEED, EMPTY, Path("sql.md"), tmp_path))
    again = build_one(SEED.questions[0], SEED, EMPTY, Path("sql.md"), tmp_path)
    assert again.state == "unchanged"
    assert build_one(SEED.questions[0], SEED, EMPTY, Path("sql.md"), None).path is None

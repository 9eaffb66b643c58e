"""Rubrics and lexicons in YAML files."""

from pathlib import Path

import pytest

from grader.errors import LexiconError, RubricError, UnknownRubric
from grader.rubric import FileRubrics, read_document, read_lexicon, read_rubric, rubric_of

TEXT = """id: toy/one
question: One?
concepts:
  - id: it
    source: it
    expect: queue
    feedback: Say more.
    hint: What now?
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "toy" / "one.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_rubric_is_read(tmp_path: Path) -> None:
    assert read_rubric(written(tmp_path, TEXT)).concepts[0].id == "it"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("expect: queue", "expect: {nope: 1}", 6),
        ("id: it", "id: It!", 4),
        ("toy/one", "toy/two", 1),
        ("id: toy", "d: toy", 1),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, old: str, new: str, line: int) -> None:
    path = written(tmp_path, TEXT.replace(old, new, 1))
    with pytest.raises(RubricError, match=rf"one\.yaml:{line}: "):
        read_rubric(path)


def test_the_first_folder_wins(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    for folder, question in ((mine, "Mine?"), (theirs, "Theirs?")):
        folder.mkdir()
        written(folder, TEXT.replace("One?", question))
    assert FileRubrics((mine, theirs)).get("toy/one").question == "Mine?"


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnknownRubric):
        FileRubrics((tmp_path,)).get("toy/../../etc")
    with pytest.raises(LexiconError, match="write lexicon/nope"):
        FileRubrics((tmp_path,)).lexicon("nope")
    with pytest.raises(LexiconError, match="cannot be read"):
        read_lexicon(tmp_path / "nope.yaml")


def test_a_document_is_read_once_for_its_lines_and_its_rubric(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    document = read_document(path)
    assert document.line("concepts", 0, "hint") == 8
    assert rubric_of(document, path) == read_rubric(path)


def test_the_file_of_a_rubric_and_of_a_lexicon_is_known(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    rubrics = FileRubrics((tmp_path,))
    assert rubrics.path("toy/one") == path
    with pytest.raises(LexiconError):
        rubrics.lexicon_path("none")


def test_a_rubric_read_from_its_own_folder_has_its_full_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, TEXT)
    monkeypatch.chdir(path.parent)
    assert read_rubric(Path(path.name)).id == "toy/one"

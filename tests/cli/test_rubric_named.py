"""The rubric that an argument means."""

from pathlib import Path

import pytest

from grader.bootstrap import services
from grader.cli.rubric_named import rubric_named
from grader.errors import RubricError, UnknownRubric
from grader.settings import Settings

from .conftest import RUBRIC


def test_a_name_means_a_rubric_that_is_installed() -> None:
    assert rubric_named("when-to-use-cache", services(Settings())).slug == "when-to-use-cache"


def test_a_file_may_lie_anywhere(tmp_path: Path) -> None:
    (tmp_path / "draft.yaml").write_text(RUBRIC, "utf-8")
    assert rubric_named(str(tmp_path / "draft.yaml"), services(Settings())).id == "toy/how-to-scale"


def test_what_is_not_there_is_an_error() -> None:
    with pytest.raises(RubricError, match="cannot be read"):
        rubric_named("nowhere.yaml", services(Settings()))
    with pytest.raises(UnknownRubric):
        rubric_named("nothing-like-it", services(Settings()))

"""Lexicons and seeds are found beside the rubric first."""

import pytest

from grader.authoring import Library
from grader.errors import LexiconError, SeedError

from .conftest import Garden


def test_the_seed_lies_beside_the_folder_of_rubrics(garden: Garden) -> None:
    seed = Library(()).seed("garden", garden.rubric)
    assert [question.line for question in seed.questions] == [1, 2]


def test_the_operators_folder_of_seeds_comes_second(garden: Garden) -> None:
    path = garden.write("elsewhere/orchard.md", "- How to graft? cut and bind\n")
    assert Library((), (path.parent,)).seed("orchard", garden.rubric).id == "orchard"


def test_the_lexicon_lies_beside_the_rubric(garden: Garden) -> None:
    assert Library(()).lexicon("garden", garden.rubric).id == "garden"


def test_what_is_not_there_is_a_typed_error(garden: Garden) -> None:
    library = Library(())
    with pytest.raises(SeedError, match="no seed 'nope'"):
        library.seed("nope", garden.rubric)
    with pytest.raises(LexiconError, match="no lexicon 'nope'"):
        library.lexicon("nope", garden.rubric)


def test_no_lexicon_at_all_is_the_empty_one(garden: Garden) -> None:
    assert not Library(()).lexicon(None, garden.rubric).terms

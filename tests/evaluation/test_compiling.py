"""Rubrics are compiled once each."""

from grader.bootstrap import services
from grader.evaluation.compiling import compiling


def test_a_rubric_is_compiled_by_its_name_and_once() -> None:
    compiled = compiling(services().rubrics)
    found = compiled("backend-hiring-questions/when-to-use-cache")
    assert found.rubric.id == "backend-hiring-questions/when-to-use-cache"
    assert compiled("backend-hiring-questions/when-to-use-cache") is found

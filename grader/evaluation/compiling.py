"""Rubrics made ready for matching, by name: what is fitted reads many answers to each."""

from collections.abc import Callable
from functools import cache

from grader.matching import CompiledRubric, compile_rubric
from grader.rubric import Rubrics


def compiling(rubrics: Rubrics) -> Callable[[str], CompiledRubric]:
    """Return what compiles a rubric by its name, each once."""

    @cache
    def compiled(name: str) -> CompiledRubric:
        rubric = rubrics.get(name)
        return compile_rubric(rubric, rubrics.lexicon(rubric.lexicon))

    return compiled

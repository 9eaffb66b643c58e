"""Drafts of feedback and hints."""

import pytest

from grader.authoring.builder.topic import topic
from grader.authoring.builder.units import Unit
from grader.authoring.builder.wording import drafts, leaks
from grader.matching import compile_rubric
from tests.factories import make_lexicon, make_rubric

LEXICON = make_lexicon(terms={"error tracker": {"instances": "sentry"}})


@pytest.mark.parametrize(
    ("unit", "question", "hint"),
    [
        (Unit("UDP for live video"), "TCP vs UDP?", "When would UDP be your choice, and when not?"),
        (Unit("avoid joins"), "how?", "What would you rather not do here, and why?"),
        (Unit("sentry"), "how to observe?", "What would you use as error tracker?"),
        (Unit("to save time"), "why?", "What is it good for?"),
        (Unit("use an index"), "how?", "What else would you say to this question? (key idea 3)"),
    ],
)
def test_the_first_draft_fits_the_kind_of_unit(unit: Unit, question: str, hint: str) -> None:
    assert next(drafts(unit, topic(question, [unit.text], LEXICON), 3)).hint == hint


def test_a_draft_that_says_the_answer_leaks() -> None:
    draft = next(drafts(Unit("sentry"), topic("how?", [], LEXICON), 1))
    compiled = compile_rubric(make_rubric({"a": "error tracker", "b": "sentry"}), LEXICON)
    assert leaks(compiled, 0, draft)
    assert not leaks(compiled, 1, draft)

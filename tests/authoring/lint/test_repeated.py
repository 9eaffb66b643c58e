"""A text that two concepts share is found at the second."""

from grader.authoring.lint.page import Page
from grader.authoring.lint.repeated import repeated
from grader.authoring.lint.subject import subject
from grader.rubric import EMPTY
from grader.rubric.yaml import Document
from tests.factories import make_rubric


def test_the_same_text_in_other_letters_is_a_repetition() -> None:
    page = Page("p.yaml", (), Document(None, {(): 1}))
    ready = subject(page, make_rubric({"a": "one", "b": "two"}), EMPTY, None)
    found = list(
        repeated("hint", [(0, ("hint",), "What now?"), (1, ("hint",), "what  NOW?"), (1, ("hint",), "Else?")], ready)
    )
    assert [(f.concept, f.text) for f in found] == [("b", "what  NOW?")]

"""Headings with the answer below."""

from .conftest import Fault, Read


def test_the_texts_below_a_heading_are_its_answer(read: Read) -> None:
    text = "# Quiz\n\n## What is X?\n\nA\nthing.\n\n- one\n- why? because\n\n> said\n\n## What is Y? B."
    question, second = read(text).questions
    assert (question.question, question.line, second.reference) == ("What is X?", 3, "B.")
    assert question.reference == "A thing.\none\nwhy? because\nsaid"


def test_underlined_headings_are_headings(read: Read) -> None:
    assert [question.line for question in read("What is X?\n---\nA thing.\n\nWhat is Y?\n---\nB.").questions] == [1, 5]


def test_a_deeper_heading_without_question_is_part_of_the_answer(read: Read) -> None:
    (question,) = read("## What is X?\nA thing.\n### Example\nOne.").questions
    assert question.reference == "A thing.\nExample\nOne."


def test_a_heading_that_asks_may_group_others(read: Read) -> None:
    assert [question.line for question in read("# Ready?\n## What is X?\nA.\n## What is Y?\nB.").questions] == [2, 4]


def test_headings_need_no_question_mark(read: Read) -> None:
    seed = read("# Law\nAbout.\n## 1. Offer\nA.\n## Breach\nB.\n### More\nC.")
    assert seed.shape == "headings"
    assert [(q.question, q.reference) for q in seed.questions] == [("Offer", "A."), ("Breach", "B.\nMore\nC.")]


def test_a_heading_without_question_mark_among_others_is_told_unless_the_shape_is_chosen(
    read: Read, fault: Fault
) -> None:
    text = "## What is X?\nA.\n## Explain Y\nB.\n## What is Z?\nC."
    assert fault(text).line == 3
    assert [question.question for question in read(text, shape="headings").questions][1] == "Explain Y"


def test_a_single_heading_is_a_question_if_the_shape_is_chosen(read: Read, fault: Fault) -> None:
    assert "no question" in str(fault("# Offer\nA."))
    assert len(read("# Offer\nA.", shape="headings").questions) == 1


def test_a_question_without_text_below_is_refused(fault: Fault) -> None:
    assert fault("## What is X?\n\n## What is Y?\nB.").line == 1

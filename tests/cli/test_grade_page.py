"""The page of a grade shows answer, score, concepts and feedback."""

from .conftest import Run


def test_the_page_shows_evidence_score_concepts_and_feedback(grader: Run) -> None:
    code, out, err = grader("grade", "how-to-scale", "I would add queues.")
    assert (code, err) == (0, "")
    assert "I would add [2:queues]." in out
    assert "Score 50%" in out
    assert [line.split()[3] for line in out.splitlines() if line.strip().startswith(("1  ", "2  "))][:2] == [
        "missed",
        "met",
    ]
    assert "Think of growth." in out


def test_a_required_concept_that_is_not_met_is_named(grader: Run) -> None:
    assert "Required and not met: scale-out" in grader("grade", "how-to-scale", "queues").out
    assert "Required" not in grader("grade", "how-to-scale", "more servers").out


def test_a_blank_answer_is_said_to_be_blank(grader: Run) -> None:
    out = grader("grade", "how-to-scale", " ").out
    assert "(blank)" in out
    assert "Score 0%, graded" in out


def test_no_escape_code_of_an_answer_is_printed(grader: Run) -> None:
    out = grader("grade", "how-to-scale", "\x1b]0;title\x07 queues \x1b[2J\u009b2J").out
    assert not {"\x1b", "\x07", "\u009b"} & set(out)
    assert "␛[2J" in out


def test_an_answer_is_not_read_as_markup(grader: Run) -> None:
    assert "[red]use[/red] :smile: [2:queues]" in grader("grade", "how-to-scale", "[red]use[/red] :smile: queues").out

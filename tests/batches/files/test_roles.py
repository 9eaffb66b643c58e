"""What columns are for, by their names."""

from grader.batches.files.roles import is_key, roles_of, wordy


def test_the_opaque_id_of_a_candidate_wins_over_name_and_mail() -> None:
    assert roles_of(["Name", "Email", "Candidate ID", "Answer"]).columns["candidate"] == "Candidate ID"


def test_two_columns_that_may_be_the_answer_are_a_tie() -> None:
    assert roles_of(["answer", "response"]).ties == {"answer": ("answer", "response")}


def test_a_submission_id_wins_over_an_id() -> None:
    assert roles_of(["id", "submission_id"]).columns["id"] == "submission_id"


def test_the_right_answer_is_never_the_candidates() -> None:
    assert is_key("Right answer 1")
    assert "answer" not in roles_of(["true_answer", "desired_answer"]).columns
    assert wordy(["model answer", "text"], [{"model answer": "a b c d e", "text": "a b c d e"}]) == ("text",)


def test_a_column_of_short_cells_holds_no_sentences() -> None:
    assert wordy(["a", "b"], [{"a": "x y", "b": None}, {"a": "z"}]) == ()

"""What text can be graded at all."""

from grader.errors import AnswerRefused

LONGEST = 20_000


def check_answer(answer: str) -> None:
    """Raise AnswerRefused, with a message that never repeats the answer, if a text cannot be graded."""
    if len(answer) > LONGEST:
        raise AnswerRefused(f"The answer has {len(answer):,} characters; at most {LONGEST:,} are graded. Shorten it.")
    if "\0" in answer:
        raise AnswerRefused(f"The answer holds a NUL character at place {answer.index(chr(0))}. Remove it.")
    lone = next((i for i, c in enumerate(answer) if "\ud800" <= c <= "\udfff"), None)
    if lone is not None:
        raise AnswerRefused(f"The answer holds half of a surrogate pair at place {lone}. Send valid Unicode.")

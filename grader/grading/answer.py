"""What text can be graded at all."""

import re

from grader.errors import AnswerRefused

LONGEST = 20_000
_LONE = re.compile("[\ud800-\udfff]")


def check_answer(answer: str) -> None:
    """Raise AnswerRefused, with a message that never repeats the answer, if a text cannot be graded."""
    if len(answer) > LONGEST:
        raise AnswerRefused(f"The answer has {len(answer):,} characters; at most {LONGEST:,} are graded. Shorten it.")
    if "\0" in answer:
        raise AnswerRefused(f"The answer holds a NUL character at place {answer.index(chr(0))}. Remove it.")
    if lone := _LONE.search(answer):
        raise AnswerRefused(f"The answer holds half of a surrogate pair at place {lone.start()}. Send valid Unicode.")

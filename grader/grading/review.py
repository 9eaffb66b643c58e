"""When a person must look at a grade, and why."""

from collections.abc import Sequence

from .scoring import Mark, unsure_share

MOST_UNSURE = 0.25
MANY_BEYOND, LOW_SCORE = 2, 0.6
REASONS = {
    "addresses_grader": "addresses_grader",
    "stuffing": "stuffing",
    "conflicting": "conflicting",
}


def reasons(marks: Sequence[Mark], flags: Sequence[str], beyond: int, score: float) -> tuple[str, ...]:
    """Return the reasons for a review, none if the grade stands by itself."""
    if "blank" in flags:
        return ()
    found = [REASONS[flag] for flag in flags if flag in REASONS]
    found += ["language_not_supported" for flag in flags if flag.startswith("language:")]
    if unsure_share(marks) > MOST_UNSURE:
        found.append("unsure")
    if beyond >= MANY_BEYOND and score < LOW_SCORE:
        found.append("beyond_rubric")
    return tuple(found)

"""Scorecards for tests: plain functions."""

from grader.grading import CardDraft, CardQuestion, card_total


def make_question(
    rubric: str, score: float, *, weight: float = 1.0, taken: bool = True, alone: float = 0.0
) -> CardQuestion:
    """Return a question without concepts."""
    return CardQuestion(
        rubric=rubric,
        rubric_hash="sha256:1",
        lexicon_hash="sha256:2",
        engine="matcher/0",
        question="How?",
        weight=weight,
        taken=taken,
        notes="said \N{SNOWMAN}",
        score=score,
        unprompted=alone,
        concepts=(),
    )


def make_draft(candidate: str, started: str = "1") -> CardDraft:
    """Return a card of one question."""
    questions = (make_question("toy/how-to-scale", 0.5),)
    return CardDraft(
        candidate=candidate, assessment=None, started=started, total=card_total(questions), questions=questions
    )

"""The assessment that a seed with weights asks for."""

from grader.rubric import Assessment, AssessmentQuestion, Seed


def assessment_of(seed: Seed) -> Assessment | None:
    """Return a seed's questions as an assessment; None if it gives no weight. A question without one counts 1."""
    if all(question.weight is None for question in seed.questions):
        return None
    questions = tuple(
        AssessmentQuestion(
            rubric=f"{seed.id}/{question.slug}", weight=1 if question.weight is None else question.weight
        )
        for question in seed.questions
    )
    return Assessment(id=seed.id, title=seed.title, questions=questions)

"""What a judge said before, applied again without asking: to replay a grade, and under a new version of a rubric."""

from collections.abc import Collection

from grader.errors import JudgeError
from grader.judge import Attempt, Judgement, Usage, parse_reply, write_reply
from grader.rubric import Rubric

from .grade import Grade, JudgeAttempt, JudgeRecord
from .judging import with_judgement, without_judgement
from .pipeline import Prepared


def rejudged(prepared: Prepared, answer: str, grade: Grade, record: JudgeRecord) -> Grade:
    """Return the matcher's grade with what a judge said, or failed to say. Raises JudgeError for a reply unreadable."""
    attempts = tuple(map(_attempt, record.attempts))
    if record.model is None:
        return without_judgement(prepared, grade, record.asked, JudgeError(kind=record.flags[0], attempts=attempts))
    verdicts = parse_reply(record.raw, record.asked)
    judgement = Judgement(verdicts, record.model, attempts, record.raw, record.flags)
    return with_judgement(prepared, answer, grade, judgement)


def carried(prepared: Prepared, answer: str, grade: Grade, record: JudgeRecord, old: Rubric) -> Grade:
    """Return the matcher's grade with what a judge said of those concepts that the new version has unchanged.

    Raises JudgeError for a reply that cannot be read.
    """
    same = unchanged(old, prepared.compiled.rubric)
    kept = record.model_copy(update={"asked": tuple(name for name in record.asked if name in same)})
    if not kept.asked:
        return grade
    return rejudged(prepared, answer, grade, kept if record.model is None else _only(kept, record))


def unchanged(old: Rubric, new: Rubric) -> Collection[str]:
    """Return the ids of the concepts that two versions have with the same source and the same expectation."""
    pairs = ((concept, new.concept(concept.id)) for concept in old.concepts)
    return {
        before.id
        for before, after in pairs
        if after is not None and (before.source, before.expect) == (after.source, after.expect)
    }


def _only(kept: JudgeRecord, record: JudgeRecord) -> JudgeRecord:
    """The record of a reply on fewer concepts: the reply is cut to them, and flagged."""
    if kept.asked == record.asked:
        return record
    said = [each for each in parse_reply(record.raw, record.asked) if each.concept in kept.asked]
    return kept.model_copy(update={"raw": write_reply(said), "flags": (*record.flags, "cut")})


def _attempt(told: JudgeAttempt) -> Attempt:
    usage = told.usage
    cost = None if usage.cost is None else round(usage.cost * 1_000_000)
    return Attempt(told.model, told.outcome, Usage(usage.input_tokens, usage.output_tokens, cost))

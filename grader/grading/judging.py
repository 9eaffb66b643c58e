"""Ask the judge for the concepts that the matcher is unsure of, and let it move verdicts that it can prove."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from grader.errors import JudgeError
from grader.judge import (
    PROMPT_VERSION,
    Attempt,
    ConceptJudgement,
    Judge,
    Judgement,
    JudgeRequest,
    Usage,
    now,
    total,
)
from grader.matching import Evidence, Partial, Quotes, Verdict, calibration, suspicious
from grader.rubric import Concept

from .criteria import criterion
from .grade import ConceptGrade, Grade, JudgeAttempt, JudgeRecord, JudgeUsage, Span
from .pipeline import Prepared, mark_of
from .rescoring import rescored
from .review import reasons
from .scoring import credit

When = Literal["never", "unsure", "always"]

# Not calibrated: a judge's verdict that passed the evidence check counts as sure, and this is what "sure" must exceed.
JUDGED = 0.9
DEADLINE = 25.0
HOLDS = frozenset({"met", "partial"})


async def _nothing() -> None:
    """A judge without connections has nothing to close."""


def _unknown(_: JudgeRequest) -> int | None:
    """Nobody said what this judge costs."""
    return None


@dataclass(frozen=True, slots=True)
class Judging:
    """A judge, when it is asked, how many seconds one answer may take, and how to close its connections.

    `most` returns what a call costs at most, in millionths of a US dollar; None if the price is not known.
    """

    judge: Judge
    when: When = "unsure"
    seconds: float = DEADLINE
    aclose: Callable[[], Awaitable[None]] = _nothing
    most: Callable[[JudgeRequest], int | None] = _unknown


async def judged(prepared: Prepared, answer: str, grade: Grade, judging: Judging) -> Grade:
    """Return the matcher's grade with what a judge adds. It never raises for the judge's sake.

    If the judge fails, the matcher's verdicts stand: the grade is provisional and for a person to look at.
    """
    asked = to_ask(grade, judging.when)
    if not asked:
        return grade
    request = request_for(prepared, answer, asked)
    try:
        judgement = await judging.judge.judge(request, deadline=now() + judging.seconds)
    except JudgeError as error:
        return without_judgement(prepared, grade, asked, error)
    return with_judgement(prepared, answer, grade, judgement)


def to_ask(grade: Grade, when: When) -> tuple[str, ...]:
    """Return the ids of the concepts that a judge is asked: those below the calibrated threshold, all, or none."""
    if when == "never" or "blank" in grade.flags:
        return ()
    limit = calibration().unsure_below
    return tuple(c.id for c in grade.concepts if when == "always" or c.confidence < limit)


def request_for(prepared: Prepared, answer: str, asked: tuple[str, ...]) -> JudgeRequest:
    """Return what a judge is sent: the question, the whole rubric, the answer; nothing that names a candidate."""
    rubric = prepared.compiled.rubric
    criteria = tuple(map(criterion, rubric.concepts))
    return JudgeRequest(prepared.rubric_hash, rubric.question, criteria, asked, answer)


def with_judgement(
    prepared: Prepared, answer: str, grade: Grade, judgement: Judgement, *, verify: bool = True
) -> Grade:
    """Return a grade with a judgement applied: plain and pure, so that it can be replayed from the raw reply.

    `verify=False` trusts every verdict: for an oracle, as an upper bound.
    """
    quotes = Quotes(prepared.compiled, answer)
    concepts: list[ConceptGrade] = []
    found: set[str] = set()
    said = {judgement.concept: judgement for judgement in judgement.verdicts}
    for concept, source in zip(grade.concepts, prepared.compiled.rubric.concepts, strict=True):
        moved, why = _moved(concept, source, said.get(concept.id), quotes, verify=verify)
        concepts.append(moved)
        found.update(why)
    if verify and suspicious(answer) and any(map(_raised, grade.concepts, concepts)):
        found.add("judge_raised_suspicious")
    record = _record(judgement.model, tuple(said), judgement.attempts, judgement.flags, judgement.raw)
    return _again(prepared, grade, tuple(concepts), tuple(sorted(found)), record)


def without_judgement(prepared: Prepared, grade: Grade, asked: tuple[str, ...], error: JudgeError) -> Grade:
    """Return the matcher's grade, provisional, with the attempts that failed."""
    attempts = tuple(attempt for attempt in error.attempts if isinstance(attempt, Attempt))
    record = _record(None, asked, attempts, (error.kind,), "")
    return _again(prepared, grade, grade.concepts, ("judge_failed",), record).model_copy(update={"provisional": True})


def _moved(
    concept: ConceptGrade, source: Concept, said: ConceptJudgement | None, quotes: Quotes, *, verify: bool
) -> tuple[ConceptGrade, tuple[str, ...]]:
    """One concept after the judge, and the reasons that this gives for a review."""
    if said is None:
        return concept, ()
    evidence = quotes.evidence(concept.id, said.quotes)
    if verify and said.verdict != "missed" and not evidence:
        return concept, ("quote_unverified",)
    against = ("judge_contradicts_matcher",) if _against(concept.verdict, said.verdict) else ()
    return _decided(concept, source, said.verdict, evidence), against


def _raised(before: ConceptGrade, after: ConceptGrade) -> bool:
    return after.credit > before.credit


def _against(matcher: Verdict, judge: Verdict) -> bool:
    """The judge denies what the matcher found, rather than finding what it missed or how much of it is there."""
    return matcher != judge and matcher != "missed" and not {matcher, judge} <= HOLDS


def _decided(concept: ConceptGrade, source: Concept, verdict: Verdict, evidence: Iterable[Evidence]) -> ConceptGrade:
    partial: Partial | None = "incomplete" if verdict == "partial" else None
    spans = tuple(Span(start=found.start, end=found.end, text=found.text) for found in evidence)
    same = verdict == concept.verdict
    moved: Mapping[str, object] = (
        {}
        if same
        else {
            "verdict": verdict,
            "partial": partial,
            "credit": credit(verdict, partial),
            "feedback": getattr(source.feedback, verdict),
            "evidence": spans,
        }
    )
    return concept.model_copy(update={**moved, "decided_by": "judge", "confidence": max(JUDGED, concept.confidence)})


def _again(
    prepared: Prepared, grade: Grade, concepts: tuple[ConceptGrade, ...], more: tuple[str, ...], record: JudgeRecord
) -> Grade:
    """A grade with other concepts: its score, range, gates, reasons and status anew."""
    found = rescored(grade, concepts, prepared.compiled.rubric)
    why = (*reasons(tuple(map(mark_of, concepts)), grade.flags, len(grade.beyond), found.score), *more)
    update = {"status": "needs_review" if why else "graded", "reasons": why, "judge": record}
    return found.model_copy(update=update)


def _record(
    model: str | None, asked: tuple[str, ...], attempts: tuple[Attempt, ...], flags: tuple[str, ...], raw: str
) -> JudgeRecord:
    told = tuple(JudgeAttempt(model=a.model, outcome=a.outcome, usage=_usage(a.usage)) for a in attempts)
    return JudgeRecord(
        model=model,
        prompt_version=PROMPT_VERSION,
        asked=asked,
        attempts=told,
        usage=_usage(total(attempts)),
        flags=flags,
        raw=raw,
    )


def _usage(usage: Usage) -> JudgeUsage:
    cost = None if usage.cost is None else usage.cost / 1_000_000
    return JudgeUsage(input_tokens=usage.input_tokens, output_tokens=usage.output_tokens, cost=cost)

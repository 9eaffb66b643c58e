"""The port: what a judge is asked, what it answers, and what that took."""

from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

Verdict = Literal["met", "partial", "missed", "contradicted"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A concept as a judge sees it: its id and what must be said."""

    id: str
    description: str


@dataclass(frozen=True, slots=True)
class JudgeRequest:
    """An answer to judge: all concepts of the rubric for context, and the ids of those that are `asked`.

    It holds nothing that names a candidate.
    """

    rubric_hash: str
    question: str
    criteria: tuple[Criterion, ...]
    asked: tuple[str, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class ConceptJudgement:
    """One concept's judgement, in the order a model writes it: why, in which words of the answer, which verdict."""

    concept: str
    reasoning: str
    quotes: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Usage:
    """What calls took: tokens, and millionths of a US dollar; `cost` is None if a price is unknown."""

    input_tokens: int = 0
    output_tokens: int = 0
    cost: int | None = 0

    def __add__(self, other: "Usage") -> "Usage":
        known = self.cost is not None and other.cost is not None
        cost = (self.cost or 0) + (other.cost or 0) if known else None
        return Usage(self.input_tokens + other.input_tokens, self.output_tokens + other.output_tokens, cost)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One call of one model; `outcome` is `ok` or the kind of its JudgeError."""

    model: str
    outcome: str
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge found: a judgement for each concept asked, by which model, in which reply, after which attempts."""

    verdicts: tuple[ConceptJudgement, ...]
    model: str
    attempts: tuple[Attempt, ...]
    raw: str = ""
    flags: tuple[str, ...] = ()

    @property
    def usage(self) -> Usage:
        """What all attempts took together."""
        return total(self.attempts)


class Judge(Protocol):
    """Judges answers; `model` names what decides, for records and caches."""

    @property
    def model(self) -> str:
        """The model's name; of several, all of them in order."""

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return a judgement for exactly the concepts asked, before `deadline` (seconds on the running loop's clock).

        Raises JudgeError, and nothing else.
        """


def total(attempts: tuple[Attempt, ...]) -> Usage:
    """Return what attempts took together."""
    return sum((attempt.usage for attempt in attempts), Usage())


def after(earlier: tuple[Attempt, ...], judgement: Judgement) -> Judgement:
    """Return a judgement with the attempts that were made before it."""
    return replace(judgement, attempts=earlier + judgement.attempts)

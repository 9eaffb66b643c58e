"""What is seen of a judge from outside: how long, how many tokens, what it cost, what came of it."""

from dataclasses import dataclass
from typing import Protocol

from grader.errors import JudgeError

from .clock import now
from .port import Judge, Judgement, JudgeRequest, Usage, total
from .retry import attempts_of


@dataclass(frozen=True, slots=True)
class Call:
    """One call: `outcome` is `ok` or the kind of its JudgeError; nothing of the answer."""

    model: str
    outcome: str
    seconds: float
    usage: Usage


class Recorder(Protocol):
    """Takes what was seen; it must not fail nor wait."""

    def record(self, call: Call) -> None:
        """Take one call."""


class NoRecorder:
    """Nobody watches."""

    def record(self, call: Call) -> None:
        """Forget one call."""


class MemoryRecorder:
    """Keeps the calls it was given: for a run that ends soon."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def record(self, call: Call) -> None:
        """Keep one call."""
        self.calls.append(call)


class Observed:
    """Records every call of a judge, the failed and the cancelled too."""

    def __init__(self, judge: Judge, recorder: Recorder) -> None:
        self._judge, self._recorder = judge, recorder
        self.model = judge.model

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return the judge's judgement."""
        start, outcome, usage = now(), "cancelled", Usage(cost=None)
        try:
            judgement = await self._judge.judge(request, deadline=deadline)
            outcome, usage = "ok", judgement.usage
        except JudgeError as error:
            outcome, usage = error.kind, total(attempts_of(error))
            raise
        finally:
            self._recorder.record(Call(self.model, outcome, now() - start, usage))
        return judgement

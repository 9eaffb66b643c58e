"""A judge that answers from a script: for tests, for trying things out, and offline."""

import asyncio
from collections.abc import Callable, Iterable, Mapping

from grader.errors import JudgeError

from .output import write_reply
from .port import Attempt, ConceptJudgement, Judgement, JudgeRequest, Usage, Verdict

Said = tuple[Verdict, tuple[str, ...]]
Step = Mapping[str, Said] | JudgeError | Callable[[JudgeRequest], Mapping[str, Said]]


class ScriptedJudge:
    """Takes one step of its script for each call, and its last step for ever after.

    A step is a verdict with quotes for each concept (a concept that it does not name is missed), a function that makes
    this from the request, or a JudgeError to raise. `requests` are the calls it had.
    """

    def __init__(
        self,
        steps: Iterable[Step],
        *,
        model: str = "scripted",
        seconds: float = 0.0,
        usage: Usage = Usage(100, 50, 10),  # noqa: B008 -- frozen
    ) -> None:
        self._steps = list(steps)
        self._seconds, self._usage = seconds, usage
        self.model = model
        self.requests: list[JudgeRequest] = []

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return the next step of the script; it takes `seconds`, and never longer than until the deadline."""
        step = self._steps[min(len(self.requests), len(self._steps) - 1)]
        self.requests.append(request)
        await self._take_time(deadline)
        if isinstance(step, JudgeError):
            raise JudgeError(kind=step.kind, retry_after=step.retry_after, attempts=(self._attempt(step.kind),))
        said = step(request) if callable(step) else step
        verdicts = tuple(_judgement(name, said.get(name, ("missed", ()))) for name in request.asked)
        return Judgement(verdicts, self.model, (self._attempt("ok"),), write_reply(verdicts))

    async def _take_time(self, deadline: float) -> None:
        left = deadline - asyncio.get_running_loop().time()
        if self._seconds > left:
            await asyncio.sleep(max(0.0, left))
            raise JudgeError(kind="timeout", attempts=(self._attempt("timeout"),))
        await asyncio.sleep(self._seconds)

    def _attempt(self, outcome: str) -> Attempt:
        return Attempt(self.model, outcome, self._usage)


def _judgement(name: str, said: Said) -> ConceptJudgement:
    verdict, quotes = said
    return ConceptJudgement(name, "as scripted", quotes, verdict)

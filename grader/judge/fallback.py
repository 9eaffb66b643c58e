"""One model after the other."""

from grader.errors import JudgeError

from .clock import now
from .port import Attempt, Judge, Judgement, JudgeRequest
from .retry import attempts_of, judge_after

FINAL = frozenset({"content_policy", "budget_exhausted"})


class Fallback:
    """Asks judges in order until one gives a judgement; what one rejects by policy is not taken to the next.

    Each has an equal share of the time that is left, so that one that hangs leaves time for those behind it.
    """

    def __init__(self, judges: tuple[Judge, ...]) -> None:
        self._judges = judges
        self.model = ",".join(judge.model for judge in judges)

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return the first judgement; without any, raise the last judge's error with all attempts."""
        earlier: tuple[Attempt, ...] = ()
        for behind, judge in zip(range(len(self._judges) - 1, 0, -1), self._judges, strict=False):
            share = (deadline - now()) / (behind + 1)
            try:
                return await judge_after(earlier, judge, request, now() + share)
            except JudgeError as error:
                if error.kind in FINAL:
                    raise
                earlier = attempts_of(error)
        return await judge_after(earlier, self._judges[-1], request, deadline)

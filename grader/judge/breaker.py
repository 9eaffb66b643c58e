"""Leave a model alone that is down."""

from grader.errors import JudgeError

from .clock import now
from .port import Judge, Judgement, JudgeRequest
from .retry import attempts_of

DOWN = frozenset({"timeout", "rate_limited", "transport"})
AT_ONCE = frozenset({"auth", "quota", "not_found"})
"""What no further call will mend: a setting is wrong."""

FAILURES = 3
COOLDOWN = 60.0


class Breaker:
    """Opens after so many failed attempts in a row, at once if the key, the quota or the model is refused.

    While it is open nobody calls; after the cooldown (seconds) a single call tries. A model that answers, however
    badly, is up: faults of its output do not count.
    """

    def __init__(self, judge: Judge, *, failures: int = FAILURES, cooldown: float = COOLDOWN) -> None:
        self._judge, self._most, self._cooldown = judge, failures, cooldown
        self._failed = 0
        self._shut_until: float | None = None
        self.model = judge.model

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return the judge's judgement, or raise JudgeError of kind `circuit_open` at once."""
        self._enter()
        try:
            judgement = await self._judge.judge(request, deadline=deadline)
        except JudgeError as error:
            self._count(error)
            raise
        self._failed, self._shut_until = 0, None
        return judgement

    def _enter(self) -> None:
        if self._shut_until is None:
            return
        if now() < self._shut_until:
            raise JudgeError(kind="circuit_open")
        self._shut_until = now() + self._cooldown  # this call tries; the others wait for what becomes of it

    def _count(self, error: JudgeError) -> None:
        if error.kind in AT_ONCE:
            self._failed = self._most
        elif error.kind in DOWN:
            self._failed += len(attempts_of(error))  # none: it only waited for its turn
        else:
            self._failed, self._shut_until = 0, None
        if self._failed >= self._most:
            self._shut_until = now() + self._cooldown

"""Spend no more than was allowed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from grader.errors import JudgeError

from .port import Attempt, Judge, Judgement, JudgeRequest, total
from .retry import attempts_of


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much an account may spend in all, in millionths of a US dollar; accounts are `day:2026-01-31`, `batch:ID`."""

    account: str
    limit: int


class Spend(Protocol):
    """Keeps what each account has spent and reserved, in millionths of a US dollar."""

    async def reserve(self, allowance: Allowance, amount: int) -> bool:
        """Reserve an amount, if it still fits; one step, so that two callers cannot take the same money."""

    async def settle(self, account: str, reserved: int, spent: int) -> None:
        """Put what was really spent in the place of what was reserved."""


class MemorySpend:
    """Keeps accounts in memory, for one process."""

    def __init__(self) -> None:
        self.taken: dict[str, int] = {}

    async def reserve(self, allowance: Allowance, amount: int) -> bool:
        """Reserve an amount, if it fits."""
        taken = self.taken.get(allowance.account, 0) + amount
        if taken > allowance.limit:
            return False
        self.taken[allowance.account] = taken
        return True

    async def settle(self, account: str, reserved: int, spent: int) -> None:
        """Correct what was reserved to what was spent."""
        self.taken[account] = self.taken.get(account, 0) - reserved + spent


class Budgeted:
    """Reserves the most that a call can cost before it is made, and settles after.

    `most` returns this for a request, or None if a price is unknown: then nothing is called. What a failed or
    interrupted call cost is not known for sure, so it counts as all that was reserved, unless its attempts say.
    """

    def __init__(
        self,
        judge: Judge,
        spend: Spend,
        most: Callable[[JudgeRequest], int | None],
        allowances: Callable[[], tuple[Allowance, ...]],
    ) -> None:
        self._judge, self._spend, self._most, self._allowances = judge, spend, most, allowances
        self.model = judge.model

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return the judge's judgement, or raise JudgeError of kind `budget_exhausted` before any call."""
        amount = self._most(request)
        if amount is None:
            raise JudgeError(
                "A model's price is not known, so no budget can hold. Name its price.", kind="budget_exhausted"
            )
        allowances = self._allowances()
        await self._reserve(allowances, amount)
        spent = amount
        try:
            judgement = await self._judge.judge(request, deadline=deadline)
            spent = _spent(judgement.attempts, amount)
        except JudgeError as error:
            spent = _spent(attempts_of(error), amount)
            raise
        finally:
            await self._settle(allowances, amount, spent)
        return judgement

    async def _reserve(self, allowances: tuple[Allowance, ...], amount: int) -> None:
        for number, allowance in enumerate(allowances):
            if not await self._spend.reserve(allowance, amount):
                await self._settle(allowances[:number], amount, 0)
                raise JudgeError(
                    f"The budget {allowance.account} is used up. Raise it, or wait.", kind="budget_exhausted"
                )

    async def _settle(self, allowances: tuple[Allowance, ...], reserved: int, spent: int) -> None:
        for allowance in allowances:
            await self._spend.settle(allowance.account, reserved, spent)


def _spent(attempts: tuple[Attempt, ...], reserved: int) -> int:
    cost = total(attempts).cost
    return reserved if cost is None else cost

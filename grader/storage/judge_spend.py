"""What judges cost, kept in the database: what one process reserves, no other one can."""

from asyncio import to_thread

from sqlalchemy import Connection, update

from grader.judge import Allowance

from .database import Database
from .locking import locked_row
from .tables import judge_spend


class SqlSpend:
    """Keeps what each account of a tenant has spent and reserved, in millionths of a US dollar."""

    def __init__(self, database: Database, tenant: str) -> None:
        self._database, self._tenant = database, tenant

    async def reserve(self, allowance: Allowance, amount: int) -> bool:
        """Reserve an amount, if it still fits."""
        return await to_thread(
            self._database.write,
            lambda connection: self._take(connection, allowance.account, amount, allowance.limit),
        )

    async def settle(self, account: str, reserved: int, spent: int) -> None:
        """Put what was really spent in the place of what was reserved."""
        await to_thread(
            self._database.write, lambda connection: self._take(connection, account, spent - reserved, None)
        )

    def _take(self, connection: Connection, account: str, amount: int, limit: int | None) -> bool:
        row = locked_row(connection, judge_spend, {"tenant": self._tenant, "account": account}, {"taken": 0})
        if limit is not None and row.taken + amount > limit:
            return False
        connection.execute(update(judge_spend).where(judge_spend.c.seq == row.seq).values(taken=row.taken + amount))
        return True

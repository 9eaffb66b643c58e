"""What judges said of rows, kept as soon as they said it: after a crash nobody pays for it again."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from grader.errors import StorageFault

from .call import PLACE, Place
from .repository import BatchStore, BatchUnit


class KeptReplies:
    """A judge's cache in the storage of batches, for the row that is being judged. A fault of the storage is none."""

    def __init__(self, store: BatchStore) -> None:
        self._store = store

    async def get(self, key: str) -> str | None:
        """Return the text that was put under a key for the row's tenant, or None."""
        place = PLACE.get()
        return await self._tried(lambda: self._store.read(lambda unit: unit.replies.get(place, key)))

    async def put(self, key: str, text: str) -> None:
        """Keep a text under a key, if the row is still there and its worker was not taken over."""
        place = PLACE.get()
        await self._tried(lambda: self._store.write(lambda unit: _put(unit, place, key, text)))

    async def _tried(self, work: Callable[[], str | None]) -> str | None:
        with suppress(StorageFault):
            return await asyncio.to_thread(work)
        return None


def _put(unit: BatchUnit, place: Place, key: str, text: str) -> None:
    if unit.workers.holds(place.worker):
        unit.replies.put(place, key, text)
